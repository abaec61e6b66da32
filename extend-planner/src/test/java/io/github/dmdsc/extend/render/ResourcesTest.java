package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ResourcesTest {
    @Test
    void a_file_that_the_jar_lost_is_named() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Resources.text("plan.exe"))
                .withMessage("plan.exe is missing from the jar");
    }

    /** The hash of nothing, as every table of SHA-256 has it. */
    @Test
    void a_policy_names_a_text_by_its_hash_in_base64() {
        assertThat(Resources.source("")).isEqualTo("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
