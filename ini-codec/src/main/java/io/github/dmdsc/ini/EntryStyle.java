package io.github.dmdsc.ini;

import java.nio.charset.StandardCharsets;

/** The blanks of an entry's line. */
record EntryStyle(String indentation, String beforeEquals, String afterEquals) {
    static final EntryStyle USUAL = new EntryStyle("", " ", " ");

    static EntryStyle of(Line line) {
        String before = blanks(line, line.keyEnd(), line.equalsSign());
        String after = blanks(line, line.equalsSign() + 1, line.valueStart());
        if (after.isEmpty() && !line.hasValue()) {
            // Nothing shows what stands before a value here; most lines are the same on both sides of the sign.
            after = before.isEmpty() ? "" : " ";
        }
        return new EntryStyle(blanks(line, line.start(), line.token()), before, after);
    }

    private static String blanks(Line line, int from, int to) {
        return line.text(from, to, StandardCharsets.ISO_8859_1);
    }
}
