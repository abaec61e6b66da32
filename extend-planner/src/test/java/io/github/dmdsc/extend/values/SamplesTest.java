package io.github.dmdsc.extend.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.lens.Lenses;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the samples of parameters. A parameter that a node repeats has no single value and does not count. */
class SamplesTest {
    private static DmIni dmIni(String text) {
        return Lenses.DM_INI
                .get(IniDocument.parse(text.getBytes(StandardCharsets.UTF_8)), new FileId("h", "/dm.ini"))
                .value();
    }

    private final Samples<DmIni> samples = new Samples<>(List.of(
            dmIni("PORT_NUM = 5236\nODD = 1\nTWICE = 1\nTWICE = 2\nMIXED = 1\n"),
            dmIni("PORT_NUM = 5237\nTWICE = 3\nTWICE = 4\nMIXED = 2\nMIXED = 3\nLATE = 9\n")));

    private List<String> values(String key) {
        return samples.of(key).stream().map(Evidence::value).toList();
    }

    @Test
    void the_keys_are_those_that_some_node_has_once() {
        assertThat(samples.keys()).contains("PORT_NUM", "ODD", "MIXED", "LATE").doesNotContain("TWICE");
    }

    @Test
    void a_key_is_everywhere_if_all_nodes_have_it_once() {
        assertThat(samples.everywhere("PORT_NUM")).isTrue();
        assertThat(List.of("ODD", "LATE", "TWICE", "MIXED", "NONE")).noneMatch(samples::everywhere);
    }

    @Test
    void the_values_of_a_key_are_those_of_the_nodes_that_have_it_once() {
        assertThat(values("PORT_NUM")).containsExactly("5236", "5237").isEqualTo(samples.texts("PORT_NUM"));
        assertThat(values("ODD")).containsExactly("1").isEqualTo(samples.texts("ODD"));
        assertThat(values("MIXED")).containsExactly("1").isEqualTo(samples.texts("MIXED"));
        assertThat(values("TWICE")).isEmpty();
        assertThat(samples.texts("TWICE")).isEmpty();
        assertThat(samples.of("LATE").get(0).at()).hasToString("h:/dm.ini:6:8");
    }

    @Test
    void only_keys_that_all_nodes_repeat_with_the_same_values_are_repeated() {
        Samples<DmIni> repeating = new Samples<>(List.of(
                dmIni("SAME = 1\nSAME = 2\nODD = 1\nODD = 2\nORDER = 1\nORDER = 2\nONCE = 1\n"),
                dmIni("SAME = 1\nSAME = 2\nORDER = 2\nORDER = 1\nONCE = 1\n")));

        assertThat(repeating.repeated()).containsOnlyKeys("SAME");
        assertThat(repeating.repeated()).containsEntry("SAME", List.of("1", "2"));
    }

    @Test
    void a_key_is_numeric_if_its_type_in_the_model_is_a_number() {
        assertThat(samples.numeric("PORT_NUM")).isTrue();
        assertThat(samples.numeric("ODD")).isFalse();
    }
}
