package io.github.dmdsc.extend.state;

import static org.assertj.core.api.Assertions.assertThat;

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
    void everyConditionHasATextForEachVerdict(Condition condition) {
        String key = condition.name().toLowerCase(Locale.ROOT).replace('_', '-');

        assertThat(ENGLISH.keySet()).contains(key + ".proven", key + ".refuted", key + ".open");
    }

    @Test
    void everyFindingHasATextAndAFixInBothLanguages() {
        assertThat(ENGLISH.keySet())
                .containsAll(IntStream.rangeClosed(101, 111)
                        .mapToObj(number -> "STA-0" + number + ".fix")
                        .toList());
        for (String key : ENGLISH.keySet()) {
            assertThat(CHINESE.getString(key)).as(key).isNotEqualTo(ENGLISH.getString(key));
        }
    }
}
