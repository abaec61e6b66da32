package io.github.dmdsc.extend.render;

import io.github.dmdsc.ini.digest.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/** Reads the style sheet and the script of the HTML page from the jar. */
final class Resources {
    private Resources() {}

    static String text(String name) {
        try (InputStream stream = Resources.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the source expression by which a Content-Security-Policy allows exactly this text. */
    static String source(String text) {
        byte[] hash = HexFormat.of().parseHex(Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }
}
