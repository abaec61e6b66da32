package io.github.dmdsc.extend.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.state.RowGrammar.Column;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RowGrammarTest {
    private static final Map<String, Content> CONTENTS = Map.of(
            "name",
            Content.NAME,
            "number",
            Content.NUMBER,
            "time",
            Content.TIME,
            "any",
            Content.ANY,
            "mode",
            Content.of(Vocabulary.MODE),
            "status",
            Content.of(Vocabulary.INSTANCE),
            "ok",
            Content.of(Vocabulary.HEALTH),
            "active",
            Content.of(Vocabulary.ACTIVITY));

    private static RowGrammar grammar(String columns) {
        return new RowGrammar(Stream.of(columns.split(" ", -1))
                .map(id -> new Column(id, Objects.requireNonNull(CONTENTS.get(id))))
                .toList());
    }

    private static Optional<String> cells(String columns, String line) {
        return grammar(columns).read(Token.of(line)).map(row -> String.join("|", row.cells()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "name number; DSC0 5; DSC0|5",
                "name number; DSC0 -5; DSC0|-5",
                "time name; 2026-03-02 21:10:04 DSC0; 2026-03-02 21:10:04|DSC0",
                "time name; 2026/3/2 21:10:04.570 DSC0; 2026/3/2 21:10:04.570|DSC0",
                "name any; DSC0 2026-03-02 21:10:04; DSC0|2026-03-02 21:10:04",
                "name any any; DSC0 2026-03-02 x; DSC0|2026-03-02|x",
                "name any any; DSC0 x 21:10:04; DSC0|x|21:10:04",
                "name any; DSC0 2026-03-02; DSC0|2026-03-02",
                "name mode status; DSC0 Control Node OPEN; DSC0|Control Node|OPEN",
                "name status ok; DSC0 INVALID EP STATUS OK; DSC0|INVALID EP STATUS|OK",
                "name status ok; DSC0 FAST ASLEEP OK; DSC0|FAST ASLEEP|OK",
                "name number number ok; DSC0 1 2 OK; DSC0|1|2|OK",
            })
    void the_words_of_a_row_are_assigned_to_columns_that_allow_them(String columns, String line, String cells) {
        assertThat(cells(columns, line)).contains(cells);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "name number; DSC0 x",
                "name number; DSC0",
                "name number; DSC0 5 6",
                "name number; 2026-03-02 5",
                "name number; 21:10:04 5",
                "time name; yesterday noon DSC0",
                "time name; yesterday 21:10:04 DSC0",
                "time name; 2026-03-02 noon DSC0",
                "name time; DSC0 2026-03-02",
                "name ok active; DSC0 OK 5",
                "name ok active; DSC0 OK 2026-03-02",
                "name ok active; DSC0 OK 21:10:04",
                "name ok active; DSC0 OK SO FAR AS WE KNOW",
            })
    void a_line_with_words_that_no_column_allows_is_not_a_row(String columns, String line) {
        assertThat(cells(columns, line)).isEmpty();
    }

    @Test
    void words_with_a_wide_gap_are_different_cells() {
        String columns = "name mode status ok active";

        assertThat(cells(columns, "DSC0 Chief Node BOOT OK TRUE"))
                .as("a single space does not separate cells")
                .isEmpty();
        assertThat(cells(columns, "DSC0 Chief Node  BOOT OK TRUE")).contains("DSC0|Chief Node|BOOT|OK|TRUE");
        assertThat(cells(columns, "DSC0 Chief Node\tBOOT OK TRUE")).contains("DSC0|Chief Node|BOOT|OK|TRUE");
        assertThat(cells(columns, "DSC0 Chief  Node BOOT OK TRUE"))
                .as("Node BOOT is read as one unknown status")
                .contains("DSC0|Chief|Node BOOT|OK|TRUE");
    }

    @Test
    void unknown_words_are_counted() {
        assertThat(grammar("name status ok").read(Token.of("DSC0 FAST ASLEEP OK")))
                .hasValueSatisfying(row -> assertThat(row.unknown()).isEqualTo(2));
        assertThat(grammar("name status ok").read(Token.of("DSC0 OPEN OK")))
                .hasValueSatisfying(row -> assertThat(row.unknown()).isZero());
    }

    @ParameterizedTest
    @CsvSource({"DSC0 OK maybe, true", "and so on, false", "DSC0 OK TRUE, true"})
    void prose_with_the_right_number_of_words_is_not_a_row(String line, boolean row) {
        assertThat(cells("name ok active", line).isPresent()).isEqualTo(row);
    }

    @Test
    void a_line_of_more_than_eighty_words_is_not_a_row() {
        RowGrammar eighty = new RowGrammar(Collections.nCopies(80, new Column("any", Content.ANY)));
        RowGrammar more = new RowGrammar(Collections.nCopies(81, new Column("any", Content.ANY)));

        assertThat(eighty.read(Token.of("x ".repeat(80)))).isPresent();
        assertThat(more.read(Token.of("x ".repeat(81)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "name number; look 3; true",
                "name number; look 2026-03-02; false",
                "time name; look 2026-03-02; true",
                "time name; look 3; false",
                "name ok; look ERROR; true",
                "name ok; look 3; false",
                "name ok; look 2026-03-02; false",
                "name ok; look twice; false",
                "time name number ok; ERROR; false",
            })
    void a_line_resembles_a_row_if_a_column_allows_one_of_its_words(String columns, String line, boolean resembles) {
        assertThat(grammar(columns).resembles(Token.of(line))).isEqualTo(resembles);
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                        Map.entry(Vocabulary.MODE, EndpointMode.values()),
                        Map.entry(Vocabulary.INSTANCE, InstanceStatus.values()),
                        Map.entry(Vocabulary.VOTE, VoteStatus.values()),
                        Map.entry(Vocabulary.HEALTH, Health.values()),
                        Map.entry(Vocabulary.ACTIVITY, Activity.values()))
                .flatMap(entry -> Stream.of(entry.getValue())
                        .filter(status -> !status.name().equals("UNKNOWN"))
                        .map(status -> Arguments.of(entry.getKey(), status.name())));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void a_known_status_may_have_one_word_or_several(Vocabulary<?> words, String name) {
        Content content = Content.of(words);
        List<Token> spaced = Token.of(name.replace('_', ' ').toLowerCase(Locale.ROOT));

        assertThat(content.fills(spaced, 0)).contains(new Content.Fill(spaced.size(), 0));
        assertThat(content.fills(Token.of(name), 0)).containsExactly(new Content.Fill(1, 0));
    }

    @Test
    void any_kind_of_blank_separates_words() {
        assertThat(Token.of("\tDSC0\u00A00\u30005236 \tOK"))
                .containsExactly(
                        new Token("DSC0", false),
                        new Token("0", false),
                        new Token("5236", false),
                        new Token("OK", true));
    }
}
