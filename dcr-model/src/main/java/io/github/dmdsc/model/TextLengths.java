package io.github.dmdsc.model;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How long a text is to the server. It counts the bytes of its file, and a model does not know whether that is UTF-8 or
 * GB18030: eight Chinese characters are 24 bytes in one and 16 in the other. So a text is too long only if it is too
 * long in both; what fits one of them may be meant for it.
 */
public final class TextLengths {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private TextLengths() {}

    /** Whether a text is no longer than its parameter takes. */
    public static boolean fits(Parameter limits, String text) {
        return (limits.maxBytes() == 0 || bytes(text) <= limits.maxBytes())
                && (limits.maxCharacters() == 0 || text.codePointCount(0, text.length()) <= limits.maxCharacters());
    }

    /** The longest text that a parameter takes, for readers: {@code 16 bytes}; empty where there is no limit. */
    public static String limit(Parameter limits) {
        if (limits.maxBytes() > 0) {
            return limits.maxBytes() + " bytes";
        }
        return limits.maxCharacters() > 0 ? limits.maxCharacters() + " characters" : "";
    }

    private static int bytes(String text) {
        return Math.min(text.getBytes(StandardCharsets.UTF_8).length, text.getBytes(GB18030).length);
    }
}
