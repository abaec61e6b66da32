package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the signs by which a character set is certain or a guess. */
class CharsetEvidenceTest {
    @ParameterizedTest
    @ValueSource(strings = {"é", "éé", "1é", "é2", "`é", "{é", "@é", "[é", "a¡", "¡a", "aơ", "aéé", "éé\0", "\u00e1"})
    void these_utf_8_letters_may_be_words_in_gb18030(String text) {
        assertThat(CharsetEvidence.mayBeGb18030(text.getBytes(StandardCharsets.UTF_8), 0))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aé", "zé", "Aé", "Zé", "éa", "éz", "aŷ", "aé\0", "caf\u00e9", "à", "值", "😀", "aé b"})
    void these_utf_8_letters_are_no_words_in_gb18030(String text) {
        assertThat(CharsetEvidence.mayBeGb18030(text.getBytes(StandardCharsets.UTF_8), 0))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "A1A1, false",
        "F7A1, false",
        "F7FE, false",
        "B0A1, false",
        "A0A1, true",
        "F8A1, true",
        "B0A0, true",
        "8140B0A1, false",
        "81308130B0A1, false",
        "81408140B0A1, false",
        "814081408140B0A1, true",
        "6162, true",
        "00B0A1, false",
    })
    void gb18030_is_unlikely_if_at_most_one_character_in_four_is_in_gb2312(String bytes, boolean hardly) {
        assertThat(CharsetEvidence.isHardlyGb18030(HexFormat.of().parseHex(bytes), 0))
                .isEqualTo(hardly);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void bytes_before_the_start_do_not_count(int from) {
        byte[] bytes = HexFormat.of().parseHex("B0A1A0A1");

        assertThat(CharsetEvidence.isHardlyGb18030(bytes, from)).isEqualTo(from == 2);
    }
}
