package io.github.dmdsc.extend.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTextTest {
    private static final ExtendPlan PLAN = ExtendedPlans.manual().plan();
    private static final List<JournalEntry> ENTRIES = List.of(
            new JournalEntry.Opened(PLAN.planId()),
            new JournalEntry.Skipped("cluster-ok"),
            new JournalEntry.Begun("add-log-files"),
            new JournalEntry.FoundNotDone("add-log-files"),
            new JournalEntry.Begun("add-log-files"),
            new JournalEntry.Ended("add-log-files"),
            new JournalEntry.Doubted("add-log-files"),
            new JournalEntry.FoundDone("add-log-files"));

    private static String text(List<JournalEntry> entries) {
        return entries.stream().map(JournalText::line).collect(Collectors.joining());
    }

    private static Read<Optional<List<JournalEntry>>> read(String text) {
        return JournalText.read(PLAN, text.getBytes(StandardCharsets.UTF_8), "journal");
    }

    @Test
    void every_kind_of_entry_reads_back_from_its_line() {
        assertThat(JournalText.line(ENTRIES.get(2))).isEqualTo("{\"entry\":\"begun\",\"step\":\"add-log-files\"}\n");
        assertThat(read(text(ENTRIES))).isEqualTo(new Read<>(Optional.of(ENTRIES), List.of()));
    }

    @Test
    void an_incomplete_last_line_is_dropped() {
        String whole = text(ENTRIES.subList(0, 2));
        String line = JournalText.line(ENTRIES.get(2));
        for (int length = 0; length < line.length(); length++) {
            byte[] torn = (whole + line.substring(0, length)).getBytes(StandardCharsets.UTF_8);

            assertThat(JournalText.completeLength(torn)).isEqualTo(whole.length());
            assertThat(JournalText.read(PLAN, torn, "journal"))
                    .isEqualTo(new Read<>(Optional.of(ENTRIES.subList(0, 2)), List.of()));
        }
    }

    @Test
    void an_incomplete_first_line_is_dropped_only_if_it_is_that_of_this_plan() {
        String line = JournalText.line(ENTRIES.get(0));
        for (int length = 0; length < line.length(); length++) {
            assertThat(read(line.substring(0, length))).isEqualTo(new Read<>(Optional.of(List.of()), List.of()));
        }
        for (String other : List.of("x", "{", "{\"entry\":\"begun\"", line.strip() + " ")) {
            Read<Optional<List<JournalEntry>>> read = read(other);
            boolean begins = line.startsWith(other);
            assertThat(read.value().isPresent()).isEqualTo(begins);
            assertThat(read.findings()).hasSize(begins ? 0 : 1).allSatisfy(finding -> {
                assertThat(finding.ruleId()).isEqualTo("EXT-0312");
                assertThat(finding.primary().line()).isEqualTo(1);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "begun extend-dcr",
                "{\"entry\":\"begun\",\"step\":\"no-such-step\"}",
                "{\"entry\":\"begun\"}",
                "{\"entry\":\"lost\",\"step\":\"extend-dcr\"}",
                "{\"entry\":\"begun\",\"step\":\"extend-dcr\",\"step\":\"extend-node\"}",
                "{\"entry\":\"begun\",\"step\":\"extend-dcr\",\"by\":\"me\"}",
                "{\"entry\":\"begun\",\"step\":\"extend-dcr\"} {}",
                "{\"entry\":\"opened\",\"plan\":\"again\"}"
            })
    void a_damaged_line_before_the_last_is_refused_with_its_location(String line) {
        Read<Optional<List<JournalEntry>>> read =
                read(text(ENTRIES.subList(0, 2)) + line + "\n" + text(ENTRIES.subList(2, 3)));

        assertThat(read.findings()).extracting(Finding::ruleId).containsExactly("EXT-0312");
        assertThat(read.findings().get(0).primary().line()).isEqualTo(3);
        assertThat(read.value()).isEmpty();
    }

    @Test
    void the_journal_of_another_plan_is_refused() {
        Read<Optional<List<JournalEntry>>> other = read(JournalText.line(new JournalEntry.Opened("another")));
        assertThat(other.findings()).extracting(Finding::ruleId).containsExactly("EXT-0313");
        assertThat(other.value()).isEmpty();
        Read<Optional<List<JournalEntry>>> headless = read(text(ENTRIES.subList(1, 2)));
        assertThat(headless.findings()).extracting(Finding::ruleId).containsExactly("EXT-0312");
        assertThat(headless.value()).isEmpty();
    }
}
