package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The bytes of a file in a form for JSON: as text if they are valid UTF-8, otherwise in Base64.
 *
 * @param encoding {@code utf-8} or {@code base64}
 * @param data the text, or the Base64 of the bytes
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FileContent(
        @JsonProperty("encoding") String encoding,
        @JsonProperty("data") String data) {
    private static final String UTF_8 = "utf-8";
    private static final String BASE64 = "base64";

    /**
     * Checks the encoding.
     *
     * @throws IllegalArgumentException if the encoding is neither {@code utf-8} nor {@code base64}, or the data is not
     *     Base64
     */
    @JsonCreator
    public FileContent {
        if (encoding.equals(BASE64)) {
            Base64.getDecoder().decode(data);
        } else if (!encoding.equals(UTF_8)) {
            throw new IllegalArgumentException("encoding " + encoding);
        }
    }

    /** The content with these bytes. The array is not kept. */
    public static FileContent of(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new FileContent(UTF_8, text);
        } catch (CharacterCodingException e) {
            return new FileContent(BASE64, Base64.getEncoder().encodeToString(bytes));
        }
    }

    /** The bytes. */
    public byte[] bytes() {
        return encoding.equals(UTF_8)
                ? data.getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(data);
    }
}
