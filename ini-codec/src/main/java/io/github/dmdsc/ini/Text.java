package io.github.dmdsc.ini;

import java.io.ByteArrayOutputStream;

/** Collects the bytes of new lines. */
final class Text {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Encoding encoding;

    Text(Encoding encoding) {
        this.encoding = encoding;
    }

    Text add(String text) {
        return add(encoding.encode(text));
    }

    Text add(byte[] text) {
        bytes.writeBytes(text);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
