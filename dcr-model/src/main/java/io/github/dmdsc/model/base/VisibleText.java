package io.github.dmdsc.model.base;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Makes invisible characters visible. Invisible are the control characters, including the escape character of
 * terminals, and the format characters of Unicode, such as the zero width space and the marks that change the direction
 * of a line. A text with such a character can look like another text, and a terminal obeys some of them. The tab is not
 * counted as invisible.
 */
public final class VisibleText {
    private VisibleText() {}

    /** Returns whether a character is invisible. */
    public static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint != '\t';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /**
     * Returns the index of the first invisible character of a text, in {@code char}s from 0; empty if there is none.
     */
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

    /**
     * Returns the text with each invisible character replaced by <code>&#92;u</code> and four hexadecimal digits for
     * each {@code char}, for example <code>&#92;u001b</code>.
     */
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

    /** As {@link #of}, for a text of several lines. LF and CR LF stay. */
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
