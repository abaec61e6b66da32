package io.github.dmdsc.ini;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Finds out which character set decodes the bytes without a fault. */
final class CharsetDetector {
    private static final int CHUNK = 4096;

    private CharsetDetector() {}

    /** UTF-8 if it fits, else GB18030 if that fits, else the carrier. A UTF-8 byte order mark rules GB18030 out. */
    static Encoding detect(byte[] bytes) {
        int beyondAscii = Words.firstBeyondAscii(bytes, 0, bytes.length);
        if (beyondAscii == bytes.length) {
            return Encoding.of(StandardCharsets.UTF_8);
        }
        boolean utf8Bom = Encoding.startsWithBom(bytes, StandardCharsets.UTF_8);
        if (Utf8.firstFault(bytes, beyondAscii, bytes.length) == bytes.length) {
            return new Encoding(StandardCharsets.UTF_8, StandardCharsets.UTF_8, utf8Bom);
        }
        if (!utf8Bom && decoderFault(bytes, beyondAscii, bytes.length, Encoding.GB18030) == bytes.length) {
            boolean bom = Encoding.startsWithBom(bytes, Encoding.GB18030);
            return new Encoding(Encoding.GB18030, Encoding.GB18030, bom);
        }
        return Encoding.carrier(StandardCharsets.UTF_8, utf8Bom);
    }

    /** The set asked for if it fits, else the carrier. */
    static Encoding force(byte[] bytes, Charset charset) {
        if (firstFault(bytes, 0, bytes.length, charset) == bytes.length) {
            return new Encoding(charset, charset, Encoding.startsWithBom(bytes, charset));
        }
        return Encoding.carrier(charset, Encoding.startsWithBom(bytes, StandardCharsets.ISO_8859_1));
    }

    /** Where the first byte lies that the set can not decode, or {@code to}. */
    static int firstFault(byte[] bytes, int from, int to, Charset charset) {
        int beyondAscii = Words.firstBeyondAscii(bytes, from, to);
        return charset.equals(StandardCharsets.UTF_8)
                ? Utf8.firstFault(bytes, beyondAscii, to)
                : decoderFault(bytes, beyondAscii, to, charset);
    }

    private static int decoderFault(byte[] bytes, int from, int to, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer out = CharBuffer.allocate(CHUNK);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                return in.position();
            }
            if (result.isUnderflow()) {
                return to;
            }
            out.clear();
        }
    }
}
