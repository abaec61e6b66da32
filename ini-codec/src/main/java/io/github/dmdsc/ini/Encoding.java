package io.github.dmdsc.ini;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The character set of a document and what follows from it.
 *
 * @param charset the set with which lines are decoded and encoded
 * @param wanted the set that the bytes of the file are in, or were expected to be in; it differs from {@code charset}
 *     for a carrier and for a wide set
 * @param hasBom whether the file begins with a byte order mark
 * @param status how certain the set is
 */
record Encoding(Charset charset, Charset wanted, boolean hasBom, Status status) {
    static final Charset GB18030 = Charset.forName("GB18030");

    /**
     * Multi-byte sets in which a byte below 0x30 is never part of a longer character. The byte 0x80 never begins a
     * longer character; in x-mswin-936 it is the euro sign.
     */
    private static final Set<String> GB_FAMILY = Set.of("GB18030", "GBK", "GB2312", "x-mswin-936");

    private static final Set<String> SHIFT_JIS = Set.of("Shift_JIS", "windows-31j");

    /**
     * Further sets, of one-byte and two-byte characters, in which a byte below 0x30 is never part of a longer
     * character.
     */
    private static final Set<String> TWO_BYTE =
            Set.of("Big5", "EUC-KR", "Shift_JIS", "windows-31j", "x-windows-949", "x-windows-950");

    private static final Pattern SURROGATE = Pattern.compile("\\p{Cs}");

    /** How certain the set is. */
    enum Status {
        /** The caller gave the set, or the bytes fit no other set. */
        CERTAIN,
        /** The bytes may also be text of another set. */
        GUESSED,
        /** The bytes are text of no set. Latin-1 carries them, because it has one character for every byte. */
        CARRIER,
        /** The bytes are UTF-16 or UTF-32. The lines are kept as UTF-8. */
        WIDE
    }

    static Encoding of(Charset charset) {
        return certain(charset, false);
    }

    static Encoding certain(Charset charset, boolean hasBom) {
        return new Encoding(charset, charset, hasBom, Status.CERTAIN);
    }

    static Encoding guessed(Charset charset) {
        return new Encoding(charset, charset, false, Status.GUESSED);
    }

    static Encoding carrier(Charset wanted, boolean hasBom) {
        return new Encoding(StandardCharsets.ISO_8859_1, wanted, hasBom, Status.CARRIER);
    }

    static Encoding wide(Charset wide, boolean hasBom) {
        return new Encoding(StandardCharsets.UTF_8, wide, hasBom, Status.WIDE);
    }

    boolean is(Status expected) {
        return status == expected;
    }

    /** The set of the file; Latin-1 if the file could not be decoded. */
    Charset ofFile() {
        return is(Status.CARRIER) ? charset : wanted;
    }

    private static boolean isGbFamily(Charset charset) {
        return GB_FAMILY.contains(charset.name());
    }

    byte[] bom() {
        return hasBom ? markOf(ofFile()).bytes() : new byte[0];
    }

    static boolean startsWithBom(byte[] bytes, Charset charset) {
        return markOf(charset).begins(bytes);
    }

    private static ByteOrderMark markOf(Charset charset) {
        for (ByteOrderMark mark : ByteOrderMark.values()) {
            if (mark.charset().equals(charset)) {
                return mark;
            }
        }
        return isGbFamily(charset) ? ByteOrderMark.GB18030 : ByteOrderMark.UTF_8;
    }

    /**
     * Returns the number of bytes to skip at a byte beyond ASCII that is not {@linkplain #isSingle single}, so that a
     * search never stops inside a pair of bytes. Characters of four bytes consist of two pairs.
     */
    int step() {
        return isGbFamily(charset) || TWO_BYTE.contains(charset.name()) ? 2 : 1;
    }

    /** Returns whether a byte beyond ASCII is never the first byte of a pair. */
    boolean isSingle(byte lead) {
        int value = lead & 0xFF;
        boolean isSingleInShiftJis = (value >= 0xA0 && value <= 0xDF) || value >= 0xFD;
        return value == 0x80 || (isSingleInShiftJis && SHIFT_JIS.contains(charset.name()));
    }

    /** Returns whether lines and marks can be found in text of the set without decoding it. */
    static boolean isSupported(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8) || isGbFamily(charset) || TWO_BYTE.contains(charset.name())) {
            return true;
        }
        if (!charset.canEncode()) {
            return false;
        }
        byte[] ascii = new byte[0x80];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = (byte) i;
        }
        String text = new String(ascii, StandardCharsets.US_ASCII);
        return charset.newEncoder().maxBytesPerChar() == 1 && Arrays.equals(ascii, text.getBytes(charset));
    }

    static void requireSupported(Charset charset) {
        if (!isSupported(charset)) {
            throw new IllegalArgumentException("INI files in " + charset + " are not supported");
        }
    }

    /** Returns the text of a file without its byte order mark. Bytes that are no character of the set become U+FFFD. */
    String decode(byte[] bytes) {
        int from = bom().length;
        String text = new String(bytes, from, bytes.length - from, ofFile());
        // Java's UTF-32 decoder accepts surrogates, which are no characters.
        return is(Status.WIDE) ? SURROGATE.matcher(text).replaceAll("\uFFFD") : text;
    }

    byte[] encode(String text) {
        return text.getBytes(charset);
    }

    /**
     * Returns the index of the first char that the set cannot write or would read back as another one; -1 if there is
     * none.
     */
    int firstNotEncodable(String text) {
        // Every supported set includes ASCII.
        if (isAscii(text) || readsBack(text)) {
            return -1;
        }
        for (int i = 0; i < text.length(); ) {
            int width = Character.charCount(text.codePointAt(i));
            if (!readsBack(text.substring(i, i + width))) {
                return i;
            }
            i += width;
        }
        return 0;
    }

    private static boolean isAscii(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) < 0x80) {
            i++;
        }
        return i == text.length();
    }

    /**
     * Returns whether a text reads back unchanged. A comparison is not enough, because a text with the replacement
     * character compares equal; therefore, the encoder is asked, too.
     */
    private boolean readsBack(String text) {
        return charset.newEncoder().canEncode(text) && new String(text.getBytes(charset), charset).equals(text);
    }
}
