package io.github.dmdsc.extend.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FileContentTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Property
    void any_bytes_read_back_unchanged_from_json(@ForAll byte[] bytes) throws Exception {
        String json = MAPPER.writeValueAsString(FileContent.of(bytes));

        assertThat(MAPPER.readValue(json, FileContent.class).bytes()).isEqualTo(bytes);
    }

    @Example
    void text_is_written_as_text_and_other_bytes_in_base64() {
        assertThat(FileContent.of("键 = 1\r\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new FileContent("utf-8", "键 = 1\r\n"));
        assertThat(FileContent.of(new byte[] {(byte) 0xBC, (byte) 0xFC})).isEqualTo(new FileContent("base64", "vPw="));
    }

    @Example
    void a_broken_content_is_refused_when_it_is_created() {
        assertThatThrownBy(() -> new FileContent("base64", "not base64!")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FileContent("gb18030", "键"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gb18030");
    }

    @Example
    void a_verification_may_have_neither_files_nor_texts() throws Exception {
        FileHash hash = new FileHash(new FileId("h", "/f.ini"), "0".repeat(64));
        Verification full = new Verification(List.of(hash), List.of("OK"));

        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(full), Verification.class))
                .isEqualTo(full);
        assertThat(full.expected()).containsExactly("OK");
        assertThat(full.hashes()).containsExactly(hash);
        assertThat(MAPPER.readValue("{}", Verification.class)).isEqualTo(new Verification(List.of(), List.of()));
    }
}
