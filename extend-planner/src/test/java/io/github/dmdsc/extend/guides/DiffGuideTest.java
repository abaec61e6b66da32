package io.github.dmdsc.extend.guides;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.ini.diff.ClusterDiff;
import io.github.dmdsc.ini.diff.DiffJson;
import io.github.dmdsc.ini.diff.DiffText;
import io.github.dmdsc.ini.diff.Drift;
import io.github.dmdsc.ini.diff.DriftText;
import io.github.dmdsc.ini.files.ClusterFiles;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The code of docs/guides/diffs.md. */
class DiffGuideTest {
    // tag::drift[]
    static Optional<String> drift(ClusterFiles files) {
        Drift drift = Drift.of(files);
        return drift.unexplained().isEmpty() ? Optional.empty() : Optional.of(DriftText.of(drift, Locale.ENGLISH));
    }
    // end::drift[]

    // tag::change[]
    static Optional<String> whatChanged(ClusterFiles before, ClusterFiles after) {
        ClusterDiff diff = ClusterDiff.of(before, after).ofMeaning();
        return diff.isEmpty() ? Optional.empty() : Optional.of(DiffText.of(diff, Locale.ENGLISH));
    }
    // end::change[]

    @Test
    void nodes_that_agree_have_no_drift_and_one_that_does_not_is_named() {
        assertThat(drift(Example.files())).isEmpty();
        assertThat(drift(Example.set(Example.files(), Example.DM_INI_2, "BUFFER", "77")))
                .hasValueSatisfying(text -> assertThat(text).contains("BUFFER", "10.0.2.102"));
    }

    @Test
    void a_comment_is_no_change_and_a_port_is() {
        ClusterFiles before = Example.files();
        ClusterFiles commented = before.with(Example.MONITOR, concat("# ours\n", before.bytes(Example.MONITOR)));
        ClusterFiles moved = Example.set(before, Example.DM_INI_1, "PORT_NUM", "5300");

        assertThat(whatChanged(before, commented)).isEmpty();
        assertThat(whatChanged(before, moved))
                .hasValueSatisfying(text -> assertThat(text).contains("PORT_NUM", "5236", "5300"));
        assertThat(DiffJson.of(ClusterDiff.of(before, moved))).contains("\"formatVersion\":\"1.0\"");
    }

    private static byte[] concat(String text, byte[] bytes) {
        byte[] head = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, all, head.length, bytes.length);
        return all;
    }
}
