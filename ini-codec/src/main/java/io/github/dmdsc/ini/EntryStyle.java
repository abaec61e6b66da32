package io.github.dmdsc.ini;

/** The blanks before a key and around the equals sign of an entry. */
record EntryStyle(String indentation, String beforeEquals, String afterEquals) {
    static final EntryStyle USUAL = new EntryStyle("", " ", " ");

    /** From this number of blanks on before an equals sign, the sign counts as aligned in a column. */
    private static final int FEWEST_FOR_COLUMN = 2;

    static EntryStyle of(Line line) {
        String before = line.text(line.keyEnd(), line.equalsSign());
        String after = line.text(line.equalsSign() + 1, line.valueStart());
        if (after.isEmpty() && !line.hasValue()) {
            // The line does not show the blanks before a value. Most lines have blanks on both sides of the sign, or on
            // neither.
            after = before.isEmpty() ? "" : " ";
        }
        return new EntryStyle(line.text(line.start(), line.token()), before, after);
    }

    static int keyLength(Line line) {
        return line.characters(line.token(), line.keyEnd());
    }

    /**
     * Returns the style for a line with another key. If the neighbours align their equals signs or their values in a
     * column, the result keeps the column.
     *
     * @param ownKey the length of the key in the line of this style
     * @param key the length of the other key
     * @param neighbours the lines that may show a column
     */
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

    /** Returns longer or shorter blanks. If there was a blank, at least one stays. */
    private static String padded(String blanks, int more) {
        return " ".repeat(Math.max(blanks.length() + more, Math.min(blanks.length(), 1)));
    }
}
