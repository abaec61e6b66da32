package io.github.dmdsc.extend.ssh;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Decodes the output of hosts. */
public final class HostText {
    private static final Charset CHINESE = Charset.forName("GB18030");

    private HostText() {}

    /** Decodes bytes as UTF-8, or as GB18030 if they are not valid UTF-8. */
    public static String of(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, CHINESE);
        }
    }
}
