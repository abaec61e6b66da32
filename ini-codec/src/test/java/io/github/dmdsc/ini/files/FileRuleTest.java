package io.github.dmdsc.ini.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileRuleTest {
    @Test
    void ids_are_unique() {
        assertThat(Stream.of(FileRule.values()).map(rule -> rule.kind().id()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("FIL-01\\d\\d"));
    }

    @ParameterizedTest
    @EnumSource
    void every_rule_speaks_both_languages(FileRule rule) {
        Finding finding = rule.at(Location.of(Fixtures.INI))
                .with("limit", 1L)
                .with("reason", "r")
                .with("target", "t")
                .with("other", "o")
                .with("free", "f")
                .build();

        assertThat(finding.message().en()).contains("10.0.2.101:/home/data/dm.ini");
        assertThat(finding.message().zh())
                .contains("10.0.2.101:/home/data/dm.ini")
                .containsPattern("\\p{IsHan}");
        assertThat(finding.fix().en()).isNotBlank();
        assertThat(finding.fix().zh()).containsPattern("\\p{IsHan}");
    }
}
