package io.github.dmdsc.ini;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The character set of a document and what follows from it.
 *
 * @param charset what the lines are decoded and encoded with
 * @param wanted what the bytes of the file are, or should have been; differs from {@code charset} for a carrier and for a
 *     wide set
 * @param hasBom whether the file begins with a byte order mark
 * @param footing what makes {@code charset} the right one
 */
record Encoding(Charset charset, Charset wanted, boolean hasBom, Footing footing) {
    static final Charset GB18030 = Charset.forName("GB18030");

    /**
     * The multi-byte sets whose bytes below 0x30 are never part of a longer character. In them 0x80 never begins one; in
     * x-mswin-936 it is the euro sign.
     */
    private static final Set<String> GB_FAMILY = Set.of("GB18030", "GBK", "GB2312", "x-mswin-936");

    private static final Set<String> SHIFT_JIS = Set.of("Shift_JIS", "windows-31j");

    /** Further sets of one-byte and two-byte characters with the same property. */
    private static final Set<String> TWO_BYTE =
            Set.of("Big5", "EUC-KR", "Shift_JIS", "windows-31j", "x-windows-949", "x-windows-950");

    private static final Pattern SURROGATE = Pattern.compile("\\p{Cs}");

    /** How the set was found. */
    enum Footing {
        /** It was named, or the bytes leave no doubt. */
        CERTAIN,
        /** The bytes may as well be of another set. */
        GUESSED,
        /** The bytes are of no set; Latin-1 gives every byte a character and back, so it can carry them. */
        CARRIER,
        /** The bytes are UTF-16 or UTF-32; the lines are held as UTF-8. */
        WIDE
    }

    static Encoding of(Charset charset) {
        return certain(charset, false);
    }

    static Encoding certain(Charset charset, boolean hasBom) {
        return new Encoding(charset, charset, hasBom, Footing.CERTAIN);
    }

    static Encoding guessed(Charset charset) {
        return new Encoding(charset, charset, false, Footing.GUESSED);
    }

    static Encoding carrier(Charset wanted, boolean hasBom) {
        return new Encoding(StandardCharsets.ISO_8859_1, wanted, hasBom, Footing.CARRIER);
    }

    static Encoding wide(Charset wide, boolean hasBom) {
        return new Encoding(StandardCharsets.UTF_8, wide, hasBom, Footing.WIDE);
    }

    boolean is(Footing expected) {
        return footing == expected;
    }

    /** The set that the file itself is in, as far as it can be read. */
    Charset ofFile() {
        return is(Footing.CARRIER) ? charset : wanted;
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
     * How many bytes to skip at a byte that is not {@linkplain #isSingle single}, so as to miss none that follows it.
     * Characters of four bytes are made of two pairs, so a pair at a time will do.
     */
    int step() {
        return isGbFamily(charset) || TWO_BYTE.contains(charset.name()) ? 2 : 1;
    }

    /** Whether a byte beyond ASCII is never the first of two. */
    boolean isSingle(byte lead) {
        int value = lead & 0xFF;
        boolean isSingleInShiftJis = (value >= 0xA0 && value <= 0xDF) || value >= 0xFD;
        return value == 0x80 || (isSingleInShiftJis && SHIFT_JIS.contains(charset.name()));
    }

    /** Whether lines can be told apart and marks be found in the set without decoding it first. */
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

    /** The text of a file without its byte order mark. Bytes that are no character of the set read as U+FFFD. */
    String decode(byte[] bytes) {
        int from = bom().length;
        String text = new String(bytes, from, bytes.length - from, ofFile());
        // Java's UTF-32 decodes surrogates, which are no characters.
        return is(Footing.WIDE) ? SURROGATE.matcher(text).replaceAll("\uFFFD") : text;
    }

    byte[] encode(String text) {
        return text.getBytes(charset);
    }

    /** The index of the first char that the set can not write, or that it would read back as another one; else -1. */
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

    /** Asks the encoder besides comparing, because a text that holds the replacement character compares equal. */
    private boolean readsBack(String text) {
        return charset.newEncoder().canEncode(text) && new String(text.getBytes(charset), charset).equals(text);
    }
}
