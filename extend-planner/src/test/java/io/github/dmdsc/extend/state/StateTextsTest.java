package io.github.dmdsc.extend.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.state.VerdictReason.Condition;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateTextsTest {
    private static final String NAME = "io.github.dmdsc.extend.state.messages";
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle(NAME, Locale.ROOT);
    private static final ResourceBundle CHINESE = ResourceBundle.getBundle(NAME, Locale.CHINESE);

    @ParameterizedTest
    @EnumSource
    void every_condition_has_a_text_for_each_verdict(Condition condition) {
        String key = condition.name().toLowerCase(Locale.ROOT).replace('_', '-');

        assertThat(ENGLISH.keySet()).contains(key + ".proven", key + ".refuted", key + ".open");
    }

    @Test
    void every_finding_has_a_text_and_a_fix_in_both_languages() {
        assertThat(ENGLISH.keySet())
                .contains("STA-0204.fix")
                .containsAll(IntStream.rangeClosed(101, 111)
                        .mapToObj(number -> "STA-0" + number + ".fix")
                        .toList());
        for (String key : ENGLISH.keySet()) {
            assertThat(CHINESE.getString(key)).as(key).isNotEqualTo(ENGLISH.getString(key));
        }
    }
}
