package io.github.dmdsc.ini;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * Recognises UTF-16 and UTF-32. In these sets, a line end or a mark is not the single byte that a {@link LineScanner}
 * searches for.
 */
final class WideCharset {
    private static final int LONGEST_UNIT = 4;

    /** Keys, equals signs and line ends are ASCII, so at least one character in this many is ASCII. */
    private static final int ASCII_SHARE = 4;

    private WideCharset() {}

    /**
     * Returns the encoding of the bytes if they are UTF-16 or UTF-32, with or without a byte order mark; otherwise
     * null.
     */
    static @Nullable Encoding detect(byte[] bytes) {
        ByteOrderMark mark = ByteOrderMark.at(bytes);
        if (mark != null) {
            return mark.isWide() ? Encoding.wide(mark.charset(), true) : null;
        }
        ByteOrderMark like = bytes.length < LONGEST_UNIT ? null : like(bytes);
        return like != null && isText(bytes, like.charset()) ? Encoding.wide(like.charset(), false) : null;
    }

    /**
     * Returns the set in which the first character is ASCII, as the zero bytes around it show; null if there is none.
     */
    private static @Nullable ByteOrderMark like(byte[] bytes) {
        boolean second = bytes[1] != 0;
        boolean others = bytes[2] != 0 || bytes[3] != 0;
        if (bytes[0] != 0) {
            return second ? null : others ? ByteOrderMark.UTF_16LE : ByteOrderMark.UTF_32LE;
        }
        return second ? ByteOrderMark.UTF_16BE : bytes[2] == 0 && bytes[3] != 0 ? ByteOrderMark.UTF_32BE : null;
    }

    /**
     * Returns whether the bytes can be decoded, and to a text that may be an INI file: without NUL and surrogates, and
     * with enough ASCII characters.
     */
    private static boolean isText(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            long ascii = text.chars().filter(c -> c < 0x80).count();
            // Java's UTF-32 decoder accepts surrogates, which are no characters.
            boolean surrogate =
                    text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
            return !surrogate && !text.contains("\0") && ascii * ASCII_SHARE >= text.length();
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
