package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests the methods of entries that return a value as a number, as a boolean, converted by a function, and without its
 * quotes.
 */
class TypedValuesTest {
    private static IniEntry entry(String value) {
        return Documents.utf8("# 注\n[集群]\n 端口 = " + value + " # c\n")
                .find("集群", 0, "端口")
                .orElseThrow();
    }

    private static IniValueException refused(ThrowingCallable call) {
        return catchThrowableOfType(IniValueException.class, call);
    }

    @Property(tries = 200)
    void a_number_within_the_range_is_read_and_any_other_is_refused(
            @ForAll long value, @ForAll long one, @ForAll long other) {
        long least = Math.min(one, other);
        long most = Math.max(one, other);
        IniEntry entry = entry(Long.toString(value));

        if (value >= least && value <= most) {
            assertThat(entry.longValue(least, most)).isEqualTo(value);
        } else {
            assertThat(refused(() -> entry.longValue(least, most)).allowed())
                    .isEqualTo("a whole number from " + least + " to " + most);
        }
        assertThat(entry.longValue(value, value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "+1", "1.0", "1e3", "0x10", "1 2", "１", "\"1\"", "9223372036854775808", "one"})
    void what_is_no_whole_number_is_refused_with_its_place(String value) {
        IniEntry entry = entry(value);

        IniValueException refused = refused(() -> entry.longValue(Long.MIN_VALUE, Long.MAX_VALUE));

        assertThat(refused.line()).isEqualTo(3);
        assertThat(refused.column()).isEqualTo(entry.valueColumn()).isBetween(6, 7);
        assertThat(refused.key()).isEqualTo("端口");
        assertThat(refused.value()).isEqualTo(value);
        assertThat(refused).hasMessageContainingAll("line 3, column " + refused.column(), refused.allowed());
    }

    @Test
    void a_number_of_32_bits_has_a_range_of_its_own() {
        assertThat(entry("-0012").intValue(-12, -12)).isEqualTo(-12);
        assertThat(entry("2147483647").intValue(0, Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
        assertThat(refused(() -> entry("2147483648").intValue(0, Integer.MAX_VALUE))
                        .allowed())
                .isEqualTo("a whole number from 0 to 2147483647");
    }

    @Test
    void one_is_yes_and_zero_is_no_and_nothing_else_is_either() {
        assertThat(entry("1").booleanValue()).isTrue();
        assertThat(entry("0").booleanValue()).isFalse();
        assertThat(refused(() -> entry("2").booleanValue()).value()).isEqualTo("2");
        assertThat(refused(() -> entry("true").booleanValue()).allowed()).isEqualTo("a whole number from 0 to 1");
    }

    @Test
    void a_reader_says_what_it_takes() {
        IniEntry entry = entry("on");

        assertThat(entry.<String>as("on", text -> Optional.of(text + "!"))).isEqualTo("on!");
        IniValueException refused = refused(() -> entry.as("off", text -> Optional.empty()));
        assertThat(refused.allowed()).isEqualTo("off");
        assertThat(refused.line()).isEqualTo(3);
        assertThat(refused.column()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"x\"|x",
                "'x'|x",
                "\" x # y \"| x # y ",
                "\"\"|``",
                "''|``",
                "'a\"b'|a\"b",
                "\"a\\\"|a\\",
                "x|x",
                "\"x'|\"x'",
                "\"x\" y|\"x\" y",
                "\"x\"y\"|\"x\"y\"",
                "x \"y\"|x \"y\""
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void quotes_go_where_they_enclose_the_whole_value(String value, String unquoted) {
        assertThat(entry(value).value()).isEqualTo(value);
        assertThat(entry(value).unquoted()).isEqualTo(unquoted);
    }

    @Test
    void one_quote_is_no_pair() {
        assertThat(entry("\"").unquoted()).isEqualTo("\"");
        assertThat(entry("").unquoted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a", "'a", "'a\"", "\"", "\"a' b"})
    void a_quote_at_the_start_of_a_value_is_open_if_no_quote_closes_it(String value) {
        assertThat(entry(value).hasOpenQuote()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\"", "\"a\"", "''", "\"a\" b\"", "\"\uFEFF\""})
    void another_value_has_no_open_quote(String value) {
        assertThat(entry(value).hasOpenQuote()).isFalse();
    }

    @Test
    void an_open_quote_is_found_whatever_the_key_is() {
        IniDocument document = Documents.utf8("a=1\n\uFEFFk = \"a\n");

        assertThat(Documents.entry(document, "\uFEFFk").hasOpenQuote()).isTrue();
    }
}
