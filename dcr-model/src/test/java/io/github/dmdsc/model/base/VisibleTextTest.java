package io.github.dmdsc.model.base;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {
    @ParameterizedTest
    @CsvSource({
        "00", "07", "0a", "0d", "1b", "7f", "85", "9b", "ad", "200b", "200e", "2028", "2029", "202e", "2066", "feff",
        "e0001"
    })
    void a_character_that_no_screen_shows_is_escaped(String codePoint) {
        int c = Integer.parseInt(codePoint, 16);
        String text = "a" + Character.toString(c) + "b";

        assertThat(VisibleText.isInvisible(c)).isTrue();
        assertThat(VisibleText.firstInvisible(text)).hasValue(1);
        assertThat(VisibleText.of(text)).matches("a(\\\\u[0-9a-f]{4})+b");
    }

    @ParameterizedTest
    @CsvSource({"09", "20", "41", "a0", "130", "3000", "8282", "1f600", "e000", "301"})
    void any_other_is_not(String codePoint) {
        String text = Character.toString(Integer.parseInt(codePoint, 16));

        assertThat(VisibleText.firstInvisible(text)).isEmpty();
        assertThat(VisibleText.of(text)).isEqualTo(text);
    }

    @Test
    void each_unit_has_four_digits() {
        assertThat(VisibleText.of("\u001b[2J\udb40\udc01")).isEqualTo("\\u001b[2J\\udb40\\udc01");
    }

    @Test
    void ends_of_lines_stay_in_a_text_of_lines() {
        assertThat(VisibleText.ofLines("a\u0007\r\n\nb\rc\n\r\n\r")).isEqualTo("a\\u0007\r\n\nb\\u000dc\n\r\n\\u000d");
        assertThat(VisibleText.ofLines("\n\ra")).isEqualTo("\n\\u000da");
        assertThat(VisibleText.ofLines("")).isEmpty();
    }

    @Property
    void what_is_made_visible_is_and_stays_so(@ForAll String text) {
        String visible = VisibleText.of(text);

        assertThat(VisibleText.firstInvisible(visible)).isEmpty();
        assertThat(VisibleText.of(visible)).isEqualTo(visible);
        assertThat(VisibleText.ofLines(text).split("\n", -1)).hasSameSizeAs(text.split("\n", -1));
    }
}
