package io.github.dmdsc.ini;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Detects the character set of bytes. */
final class CharsetDetector {
    private static final int CHUNK = 4096;

    private CharsetDetector() {}

    /**
     * Returns UTF-16 or UTF-32 if the bytes are in one of them, otherwise UTF-8 if they are well-formed UTF-8,
     * otherwise GB18030 if they are well-formed GB18030, otherwise the carrier. A byte order mark makes the result
     * certain. Bytes with a UTF-8 mark are never GB18030.
     */
    static Encoding detect(byte[] bytes) {
        Encoding wide = WideCharset.detect(bytes);
        if (wide != null) {
            return wide;
        }
        int from = ByteScan.firstBeyondAscii(bytes, 0, bytes.length);
        if (from == bytes.length) {
            return Encoding.of(StandardCharsets.UTF_8);
        }
        boolean utf8Bom = ByteOrderMark.UTF_8.begins(bytes);
        if (Utf8.firstFault(bytes, from, bytes.length) == bytes.length) {
            boolean certain = utf8Bom || !CharsetEvidence.mayBeGb18030(bytes, from);
            return certain
                    ? Encoding.certain(StandardCharsets.UTF_8, utf8Bom)
                    : Encoding.guessed(StandardCharsets.UTF_8);
        }
        if (!utf8Bom && decoderFault(bytes, from, bytes.length, Encoding.GB18030) == bytes.length) {
            boolean bom = ByteOrderMark.GB18030.begins(bytes);
            boolean certain = bom || !CharsetEvidence.isHardlyGb18030(bytes, from);
            return certain ? Encoding.certain(Encoding.GB18030, bom) : Encoding.guessed(Encoding.GB18030);
        }
        return Encoding.carrier(StandardCharsets.UTF_8, utf8Bom);
    }

    /** Returns the given set if it can decode the bytes, otherwise the carrier. */
    static Encoding force(byte[] bytes, Charset charset) {
        if (firstFault(bytes, 0, bytes.length, charset) == bytes.length) {
            return Encoding.certain(charset, Encoding.startsWithBom(bytes, charset));
        }
        return Encoding.carrier(charset, ByteOrderMark.UTF_8.begins(bytes));
    }

    /** Returns the position of the first byte that the set cannot decode, or {@code to}. */
    static int firstFault(byte[] bytes, int from, int to, Charset charset) {
        int beyondAscii = ByteScan.firstBeyondAscii(bytes, from, to);
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
