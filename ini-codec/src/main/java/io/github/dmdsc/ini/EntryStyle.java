package io.github.dmdsc.ini;

/** The blanks of an entry's line. */
record EntryStyle(String indentation, String beforeEquals, String afterEquals) {
    static final EntryStyle USUAL = new EntryStyle("", " ", " ");

    /** So many blanks before the sign are there for the sake of a column. */
    private static final int FEWEST_FOR_COLUMN = 2;

    static EntryStyle of(Line line) {
        String before = line.text(line.keyEnd(), line.equalsSign());
        String after = line.text(line.equalsSign() + 1, line.valueStart());
        if (after.isEmpty() && !line.hasValue()) {
            // Nothing shows what stands before a value here; most lines are the same on both sides of the sign.
            after = before.isEmpty() ? "" : " ";
        }
        return new EntryStyle(line.text(line.start(), line.token()), before, after);
    }

    static int keyLength(Line line) {
        return line.characters(line.token(), line.keyEnd());
    }

    /** The style for a key whose line stands with a line of this style, keeping the column that the neighbours show. */
    EntryStyle inColumns(int ownKey, int key, Iterable<Line> neighbours) {
        if (ownKey == key) {
            return this;
        }
        boolean sign = isSpaces(beforeEquals) && beforeEquals.length() >= FEWEST_FOR_COLUMN;
        boolean value = false;
        for (Line line : neighbours) {
            EntryStyle other = of(line);
            int otherKey = keyLength(line);
            if (otherKey != ownKey && other.indentation.equals(indentation) && isSpaces(other.beforeEquals)) {
                int otherSign = otherKey + other.beforeEquals.length();
                int ownSign = ownKey + beforeEquals.length();
                sign |= isSpaces(beforeEquals) && otherSign == ownSign;
                value |= otherSign != ownSign
                        && line.hasValue()
                        && isSpaces(afterEquals + other.afterEquals)
                        && otherSign + other.afterEquals.length() == ownSign + afterEquals.length();
            }
        }
        return sign
                ? new EntryStyle(indentation, padded(beforeEquals, ownKey - key), afterEquals)
                : value ? new EntryStyle(indentation, beforeEquals, padded(afterEquals, ownKey - key)) : this;
    }

    private static boolean isSpaces(String blanks) {
        return blanks.chars().allMatch(c -> c == ' ');
    }

    /** A longer key takes what it needs, and leaves one blank where there was one. */
    private static String padded(String blanks, int more) {
        return " ".repeat(Math.max(blanks.length() + more, Math.min(blanks.length(), 1)));
    }
}
