package io.github.dmdsc.ini.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void members_are_sorted_by_utf16_units_and_blanks_are_gone() throws Exception {
        // The names in the example of sorting in RFC 8785, section 3.2.3.
        String json =
                "{\"\\u20ac\": 1, \"\\r\": 2, \"\\ufb33\": 3, \"1\": 4, \"\\ud83d\\ude00\": 5, \"\\u0080\": 6, \"\\u00f6\": 7}";
        assertThat(CanonicalJson.of(MAPPER.readTree(json)))
                .isEqualTo(
                        "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
    }

    @Test
    void strings_are_escaped_only_where_they_must_be() throws Exception {
        assertThat(CanonicalJson.of(MAPPER.readTree("[\"\\u20ac$\\u000F\\nA'B\\\"\\\\\\\"/\\b\\f\\t\\u007f\"]")))
                .isEqualTo("[\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\"/\\b\\f\\t\u007f\"]");
    }

    @Test
    void the_last_control_character_is_escaped_and_the_blank_behind_it_is_not() throws Exception {
        assertThat(CanonicalJson.of(MAPPER.readTree("[\"\\u001f\\u0020\"]"))).isEqualTo("[\"\\u001f \"]");
    }

    @Test
    void the_last_exact_integers_are_taken() throws Exception {
        assertThat(CanonicalJson.of(MAPPER.readTree("[ 9007199254740992, -9007199254740992 ]")))
                .isEqualTo("[9007199254740992,-9007199254740992]");
    }

    @Test
    void literals_and_empty_containers_stay_as_they_are() throws Exception {
        assertThat(CanonicalJson.of(MAPPER.readTree("[ null , true, false, {}, [] , 0, -5 ]")))
                .isEqualTo("[null,true,false,{},[],0,-5]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "9007199254740993",
                "-9007199254740993",
                "-9223372036854775808",
                "18446744073709551617",
                "1e400"
            })
    void numbers_that_are_no_exact_integers_are_refused(String number) throws Exception {
        JsonNode tree = MAPPER.readTree("[" + number + "]");
        assertThatThrownBy(() -> CanonicalJson.of(tree)).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<JsonNode> trees() {
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                Arbitraries.strings()
                        .map(text -> (JsonNode) MAPPER.getNodeFactory().textNode(text)),
                Arbitraries.integers().map(number -> MAPPER.getNodeFactory().numberNode(number)),
                Arbitraries.of(true, false).map(flag -> MAPPER.getNodeFactory().booleanNode(flag)));
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        inner.list()
                                .ofMaxSize(4)
                                .map(list -> MAPPER.getNodeFactory().arrayNode().addAll(list)),
                        Arbitraries.maps(Arbitraries.strings().ofMaxLength(5), inner)
                                .ofMaxSize(4)
                                .map(map -> MAPPER.getNodeFactory().objectNode().setAll(map))),
                0,
                3);
    }

    @Property
    void the_canonical_text_reads_back_as_the_same_tree(@ForAll("trees") JsonNode tree) throws Exception {
        String canonical = CanonicalJson.of(tree);
        assertThat(MAPPER.readTree(canonical)).isEqualTo(tree);
        assertThat(CanonicalJson.of(MAPPER.readTree(canonical))).isEqualTo(canonical);
    }

    /** The first example of FIPS 180-2, appendix B. */
    @Test
    void a_hash_is_that_of_sha_256_in_lower_case() {
        assertThat(Hashes.sha256("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
