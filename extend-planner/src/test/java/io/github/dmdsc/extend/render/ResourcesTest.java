package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ResourcesTest {
    @Test
    void a_file_missing_from_the_jar_is_named() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Resources.text("plan.exe"))
                .withMessage("plan.exe is missing from the jar");
    }

    /** Uses the well-known SHA-256 hash of the empty text. */
    @Test
    void the_source_of_a_policy_is_the_hash_of_the_text_in_base64() {
        assertThat(Resources.source("")).isEqualTo("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
