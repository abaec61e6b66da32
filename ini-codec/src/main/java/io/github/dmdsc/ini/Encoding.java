package io.github.dmdsc.ini;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * The character set of a document and what follows from it.
 *
 * @param charset what text is decoded and encoded with
 * @param wanted what the bytes should have been; differs from {@code charset} only if they could not be decoded
 * @param hasBom whether the file begins with a byte order mark
 */
record Encoding(Charset charset, Charset wanted, boolean hasBom) {
    static final Charset GB18030 = Charset.forName("GB18030");

    private static final byte[] UTF_8_BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] GB18030_BOM = {(byte) 0x84, 0x31, (byte) 0x95, 0x33};

    /** The multi-byte sets whose bytes below 0x30 are never part of a longer character. */
    private static final Set<String> GB_FAMILY = Set.of("GB18030", "GBK", "GB2312");

    static Encoding of(Charset charset) {
        return new Encoding(charset, charset, false);
    }

    /** Latin-1 gives every byte a character and back, so it can carry what nothing else can decode. */
    static Encoding carrier(Charset wanted, boolean hasBom) {
        return new Encoding(StandardCharsets.ISO_8859_1, wanted, hasBom);
    }

    boolean isCarrier() {
        return !charset.equals(wanted);
    }

    boolean isGbFamily() {
        return isGbFamily(charset);
    }

    static boolean isGbFamily(Charset charset) {
        return GB_FAMILY.contains(charset.name());
    }

    byte[] bom() {
        return hasBom ? bomOf(charset).clone() : new byte[0];
    }

    static boolean startsWithBom(byte[] bytes, Charset charset) {
        byte[] bom = bomOf(charset);
        return bytes.length >= bom.length && Arrays.equals(bom, 0, bom.length, bytes, 0, bom.length);
    }

    static int bomLength(Charset charset) {
        return bomOf(charset).length;
    }

    private static byte[] bomOf(Charset charset) {
        return isGbFamily(charset) ? GB18030_BOM : UTF_8_BOM;
    }

    /**
     * How many bytes to skip at the start of a character beyond ASCII so as to miss none that follows it. Characters of
     * four bytes are made of two pairs, so a pair at a time will do.
     */
    int step() {
        return isGbFamily() ? 2 : 1;
    }

    /** Whether lines can be told apart and marks be found in the set without decoding it first. */
    static boolean isSupported(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8) || isGbFamily(charset)) {
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

    byte[] encode(String text) {
        return text.getBytes(charset);
    }

    /** The index of the first char that the set can not write, or that it would read back as another one; else -1. */
    int firstNotEncodable(String text) {
        if (readsBack(text)) {
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

    /** Asks the encoder besides comparing, because a text that holds the replacement character compares equal. */
    private boolean readsBack(String text) {
        return charset.newEncoder().canEncode(text) && new String(text.getBytes(charset), charset).equals(text);
    }
}
