package io.github.dmdsc.ini;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The byte order marks, with which a file can state its character set. */
enum ByteOrderMark {
    UTF_8(StandardCharsets.UTF_8, "\u00ef\u00bb\u00bf"),
    GB18030(Encoding.GB18030, "\u00841\u00953"),
    UTF_32LE(Charset.forName("UTF-32LE"), "\u00ff\u00fe\0\0"),
    UTF_32BE(Charset.forName("UTF-32BE"), "\0\0\u00fe\u00ff"),
    // After UTF-32LE, because its mark begins with this one.
    UTF_16LE(StandardCharsets.UTF_16LE, "\u00ff\u00fe"),
    UTF_16BE(StandardCharsets.UTF_16BE, "\u00fe\u00ff");

    static final int LONGEST = 4;

    private final Charset charset;
    /** The bytes of the mark, each as one character. */
    private final String latin1;

    ByteOrderMark(Charset charset, String latin1) {
        this.charset = charset;
        this.latin1 = latin1;
    }

    /** Returns the mark with which a text begins, or null. */
    static @Nullable ByteOrderMark at(byte[] text) {
        for (ByteOrderMark mark : values()) {
            if (mark.begins(text)) {
                return mark;
            }
        }
        return null;
    }

    /** Returns whether a text begins with this mark. */
    boolean begins(byte[] text) {
        int length = latin1.length();
        return text.length >= length && latin1.equals(new String(text, 0, length, StandardCharsets.ISO_8859_1));
    }

    Charset charset() {
        return charset;
    }

    boolean isWide() {
        return this != UTF_8 && this != GB18030;
    }

    byte[] bytes() {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
}
