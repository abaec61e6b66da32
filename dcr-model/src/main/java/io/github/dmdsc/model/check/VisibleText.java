package io.github.dmdsc.model.check;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Characters that no screen shows: the control characters, a terminal's escape among them, and the format characters of
 * Unicode, such as the zero width space and the marks that turn the direction of a line. Texts that hold one look like
 * others, and a terminal obeys some of them. Tabs do not count.
 */
public final class VisibleText {
    private VisibleText() {}

    /** Whether no screen shows the character. */
    public static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint != '\t';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Where the first invisible character of a text stands, counted in {@code char}s from 0; empty if there is none. */
    public static OptionalInt firstInvisible(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean printable = c >= ' ' && c < 0x7f;
            if (!printable && isInvisible(c)) {
                return OptionalInt.of(i);
            }
            i += Character.charCount(c);
        }
        return OptionalInt.empty();
    }

    /** The text with <code>&#92;u001b</code> in the place of each invisible character, four digits for each {@code char}. */
    public static String of(String text) {
        if (firstInvisible(text).isEmpty()) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isInvisible(c)) {
                for (char unit : Character.toChars(c)) {
                    visible.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }

    /** The same for a text of several lines, whose LF and CR LF stay. */
    public static String ofLines(String text) {
        StringBuilder visible = new StringBuilder();
        for (int from = 0; from < text.length(); ) {
            int lineFeed = text.indexOf('\n', from);
            int end = lineFeed < 0 ? text.length() : lineFeed;
            int content = lineFeed > from && text.charAt(lineFeed - 1) == '\r' ? lineFeed - 1 : end;
            int next = lineFeed < 0 ? end : lineFeed + 1;
            visible.append(of(text.substring(from, content))).append(text, content, next);
            from = next;
        }
        return visible.toString();
    }
}
