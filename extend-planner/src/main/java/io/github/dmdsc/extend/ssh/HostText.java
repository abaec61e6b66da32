package io.github.dmdsc.extend.ssh;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of what a host prints. */
public final class HostText {
    private static final Charset CHINESE = Charset.forName("GB18030");

    private HostText() {}

    /** The text of bytes in UTF-8, or as Chinese terminals have it. */
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
