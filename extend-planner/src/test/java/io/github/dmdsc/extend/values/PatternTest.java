package io.github.dmdsc.extend.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternTest {
    @ParameterizedTest
    @CsvSource({
        "DSC0 DSC1, DSC2",
        "DSC01 DSC02, DSC03",
        "DSC08 DSC09, DSC10",
        "DSC8 DSC9, DSC10",
        "/d/dsc0_config /d/dsc1_config, /d/dsc2_config",
        "/data/DSC01/DSC01_conf /data/DSC02/DSC02_conf, /data/DSC03/DSC03_conf",
        "a10 a20 a30, a40",
        "v2_n0 v2_n1, v2_n2",
        "DSC8 DSC9 DSC10, DSC11",
        "a999999998 a999999999, a1000000000",
    })
    void texts_that_differ_in_rising_numbers_are_continued(String samples, String next) {
        assertThat(Pattern.next(List.of(samples.split(" ", -1)))).contains(next);
    }

    @ParameterizedTest
    @CsvSource({
        "DSC0",
        "DSC0 DSC0",
        "DSC1 DSC0",
        "DSC0 DSC1 DSC3",
        "DSC0 DB1",
        "north south",
        "DSC0 DSC",
        "DSC09 DSC010",
        "a9999999999 a9999999998",
    })
    void texts_without_a_pattern_are_not_continued(String samples) {
        assertThat(Pattern.next(List.of(samples.split(" ", -1)))).isEmpty();
    }

    @Property
    void a_progression_of_any_step_is_continued(
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(max = 8) String prefix,
            @ForAll @CharRange(from = 'A', to = 'Z') @StringLength(max = 8) String suffix,
            @ForAll @IntRange(max = 100_000) int first,
            @ForAll @IntRange(min = 1, max = 1000) int step,
            @ForAll @IntRange(min = 2, max = 15) int count) {
        List<String> texts = IntStream.range(0, count)
                .mapToObj(i -> prefix + (first + i * step) + suffix)
                .toList();
        assertThat(Pattern.next(texts)).contains(prefix + (first + count * step) + suffix);
    }

    @Property
    void a_progression_never_falls_and_never_overflows(@ForAll List<@IntRange(min = 0) Integer> numbers) {
        Pattern.progression(numbers).ifPresent(next -> assertThat(next).isGreaterThan(numbers.get(numbers.size() - 1)));
    }

    @Test
    void empty_lists_and_numbers_that_do_not_rise_are_not_continued() {
        assertThat(Pattern.next(List.of())).isEmpty();
        assertThat(Pattern.progression(List.of(5, 5))).isEmpty();
        assertThat(Pattern.progression(List.of(Integer.MAX_VALUE - 2, Integer.MAX_VALUE - 1)))
                .contains(Integer.MAX_VALUE);
        assertThat(Pattern.progression(List.of(Integer.MAX_VALUE - 1, Integer.MAX_VALUE)))
                .isEmpty();
    }

    @Test
    void only_a_progression_passes_a_limit() {
        assertThat(Pattern.passes(List.of(65533, 65534), 65534)).isTrue();
        assertThat(Pattern.passes(List.of(65532, 65533), 65534)).isFalse();
        assertThat(Pattern.passes(List.of(Integer.MAX_VALUE - 1, Integer.MAX_VALUE), Integer.MAX_VALUE))
                .isTrue();
        assertThat(Pattern.passes(List.of(65534, 65534), 65533)).isFalse();
        assertThat(Pattern.passes(List.of(1, 65534, 65533), 65533)).isFalse();
        assertThat(Pattern.passes(List.of(65534), 65533)).isFalse();
    }
}
