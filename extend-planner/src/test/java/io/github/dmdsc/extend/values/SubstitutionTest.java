package io.github.dmdsc.extend.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Decision;
import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.model.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the replacement of a node's names inside its other values. */
class SubstitutionTest {
    private static final Substitution NAMES = new Substitution(
            List.of(
                    Map.of("INSTANCE_NAME", "A0", "CONFIG_PATH", "/d/c-c"),
                    Map.of("INSTANCE_NAME", "A1", "CONFIG_PATH", "/d/e-e")),
            Map.of("INSTANCE_NAME", "N2", "CONFIG_PATH", "/d/n"));

    private static List<Evidence> seen(String... values) {
        return Stream.of(values)
                .map(value -> new Evidence(Location.outside("somewhere"), value))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "A0,A1,N2",
                "/arch/A0,/arch/A1,/arch/N2",
                "/A0/x/A0,/A1/x/A1,/N2/x/N2",
                "A0 A0\tA0=A0,A1 A1\tA1=A1,N2 N2\tN2=N2",
                "C:\\A0;A0:A0_A0-A0.log,C:\\A1;A1:A1_A1-A1.log,C:\\N2;N2:N2_N2-N2.log",
                "run path=/d/c-c/dm.ini as A0,run path=/d/e-e/dm.ini as A1,run path=/d/n/dm.ini as N2",
                "/d/c-c,/d/e-e,/d/n",
            })
    void a_whole_name_in_a_value_is_replaced_by_that_of_the_new_node(String first, String second, String fresh) {
        assertThat(NAMES.apply(new Inference(false, Map.of()), "x", seen(first, second)))
                .contains(fresh);
    }

    @ParameterizedTest
    @CsvSource({
        "/data/B0, /data/B1",
        "/data, /data",
        "BA0, BA1",
        "A00, A11",
        "A0B, A1B",
        "/x/A0, /y/A1",
        "A0, A1/A1",
        "a0, a1",
    })
    void a_value_without_a_whole_name_or_with_another_difference_is_not_inferred(String first, String second) {
        assertThat(NAMES.apply(new Inference(false, Map.of()), "x", seen(first, second)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, xA0, xN2", "2, xA0, xN2", "3, xA0, xA0", "3, /A0, /N2", "3, xASM0, xASM2", "5, ASM0, ASM0"})
    void a_name_with_enough_characters_may_begin_inside_a_word(int least, String first, String fresh) {
        Substitution names = new Substitution(
                List.of(Map.of("INSTANCE_NAME", "A0", "asm.DCR_EP_NAME", "ASM0")),
                Map.of("INSTANCE_NAME", "N2", "asm.DCR_EP_NAME", "ASM2"));

        assertThat(names.asGlued(least).follow(List.of(first)))
                .isEqualTo(first.equals(fresh) ? Optional.empty() : Optional.of(fresh));
    }

    @ParameterizedTest
    @CsvSource({
        "/d/c, /d/n",
        "/d/c/x, /d/n/x",
        "//d/c\\x, //d/n\\x",
        "run '/d/c' -o=/d/c:x, run '/d/n' -o=/d/n:x",
        "/d/c_x,",
        "/d/c-x,",
        "/d/c.x,",
        "/m/d/c,",
        "+m/d/c,",
        "/m//d/c,",
        "m./d/c,"
    })
    void a_path_is_replaced_only_as_a_whole(String first, String fresh) {
        Substitution paths = new Substitution(List.of(Map.of("CONFIG_PATH", "/d/c")), Map.of("CONFIG_PATH", "/d/n"));

        assertThat(paths.follow(List.of(first))).isEqualTo(Optional.ofNullable(fresh));
        assertThat(paths.asGlued().follow(List.of(first))).isEqualTo(Optional.ofNullable(fresh));
    }

    @Test
    void an_address_never_begins_inside_a_word() {
        Substitution addresses = new Substitution(List.of(Map.of("MAL_HOST", "10.0.0.1")), Map.of("MAL_HOST", "c"));

        assertThat(addresses.asGlued().follow(List.of("x=110.0.0.1"))).isEmpty();
        assertThat(addresses.asGlued().follow(List.of("x=10.0.0.1"))).contains("x=c");
    }

    @Test
    void a_name_that_overlaps_itself_is_replaced_from_the_left() {
        Substitution names = new Substitution(List.of(Map.of("INSTANCE_NAME", "a-a")), Map.of("INSTANCE_NAME", "b"));

        assertThat(names.apply(new Inference(false, Map.of()), "x", seen("a-a-a")))
                .contains("b-a");
        assertThat(names.apply(new Inference(false, Map.of()), "y", seen("a-a-a-a-a")))
                .contains("b-b-a");
    }

    @Test
    void values_of_only_some_nodes_are_not_enough() {
        assertThat(NAMES.apply(new Inference(false, Map.of()), "x", seen("A0"))).isEmpty();
    }

    @Test
    void an_unknown_name_of_the_new_node_is_not_enough() {
        Substitution unnamed = new Substitution(NAMES.known(), Map.of("CONFIG_PATH", "/d/n"));

        assertThat(unnamed.apply(new Inference(false, Map.of()), "x", seen("/d/c-c/A0", "/d/e-e/A1")))
                .isEmpty();
        assertThat(unnamed.apply(new Inference(false, Map.of()), "x", seen("A0", "A1")))
                .isEmpty();
    }

    @Test
    void an_empty_name_is_ignored() {
        Substitution empty =
                new Substitution(List.of(Map.of("ARCH_DEST", ""), Map.of("ARCH_DEST", "")), Map.of("ARCH_DEST", "x"));

        assertThat(empty.apply(new Inference(false, Map.of()), "x", seen("/a", "/a")))
                .isEmpty();
        assertThat(new Substitution(
                                List.of(new TreeMap<>(Map.of("ARCH_DEST", "", "INSTANCE_NAME", "A0"))),
                                Map.of("INSTANCE_NAME", "N2"))
                        .apply(new Inference(false, Map.of()), "x", seen("/A0")))
                .contains("/N2");
    }

    @Test
    void an_inferred_value_is_a_decision_and_the_request_takes_precedence() {
        Inference free = new Inference(false, Map.of());
        Inference given = new Inference(false, Map.of("x", "other"));

        NAMES.apply(free, "x", seen("A0", "A1"));
        assertThat(free.decisions()).extracting(Decision::value).containsExactly("N2");
        assertThat(NAMES.apply(given, "x", seen("A0", "A1"))).contains("other");
    }

    @Test
    void a_value_of_all_nodes_is_kept_but_not_the_name_of_the_only_node() {
        Substitution one = new Substitution(List.of(Map.of("INSTANCE_NAME", "A0")), Map.of("INSTANCE_NAME", "A1"));

        assertThat(NAMES.keeps(List.of("/x", "/x"))).isTrue();
        assertThat(NAMES.keeps(List.of("/A0", "/A0"))).isTrue();
        assertThat(NAMES.keeps(List.of("/x", "/y"))).isFalse();
        assertThat(one.keeps(List.of("/x"))).isTrue();
        assertThat(one.keeps(List.of("/A0"))).isFalse();
    }

    /** The value follows from the name as soon as the request gives the name. */
    @ParameterizedTest
    @CsvSource({"/arch/A0, /arch/A1, true", "/d/c-c/x, /d/e-e/x, false", "/arch/1, /arch/2, false"})
    void a_value_that_follows_from_a_name_to_be_asked_is_kept(String first, String second, boolean keeps) {
        Substitution waiting = new Substitution(NAMES.known(), Map.of("CONFIG_PATH", "/d/n"), Set.of("INSTANCE_NAME"));

        assertThat(waiting.keeps(List.of(first, second))).isEqualTo(keeps);
        assertThat(NAMES.keeps(List.of(first, second))).isFalse();
    }

    @Test
    void without_names_the_only_value_is_kept() {
        assertThat(new Substitution(List.of(), Map.of()).keeps(List.of("/a"))).isTrue();
    }
}
