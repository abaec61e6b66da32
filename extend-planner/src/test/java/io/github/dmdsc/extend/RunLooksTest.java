package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.StepsText;
import io.github.dmdsc.extend.run.Answer;
import io.github.dmdsc.extend.run.JournalEntry;
import io.github.dmdsc.extend.run.Move;
import io.github.dmdsc.extend.run.Reading;
import io.github.dmdsc.extend.run.Run;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests where a run goes by the outputs of its looks. */
class RunLooksTest {
    private static final PlanResult.Planned PLANNED = Example.manual();
    private static final String NEW_1 = "DSC2_log01.log";
    private static final String NEW_2 = "DSC2_log02.log";

    private ClusterFiles files = Example.files();

    /** Returns a run in which all steps before a step are done. */
    private Run before(String id, JournalEntry... more) {
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(new JournalEntry.Opened(PLANNED.plan().planId()));
        for (Step step : PLANNED.plan().steps()) {
            if (step.id().equals(id)) {
                break;
            }
            entries.add(new JournalEntry.Ended(step.id()));
            if (step.action() instanceof Change.WriteFile write) {
                files = files.with(write.file(), PLANNED.target().bytes(write.file()));
            }
        }
        entries.addAll(List.of(more));
        return Run.of(PLANNED.plan(), entries);
    }

    /** Answers each move up to the next question or stop. The outputs of the looks are given by the ids of the steps. */
    private Run onward(Run from, Map<String, String> outputs) {
        Run run = from;
        while (!(run.move() instanceof Move.Ask || run.move() instanceof Move.Stop)) {
            run = run.answered(answer(run.move(), outputs));
        }
        return run;
    }

    private Answer answer(Move move, Map<String, String> outputs) {
        if (move instanceof Move.Append) {
            return new Answer.Kept();
        } else if (move instanceof Move.Read read) {
            return read(read, outputs);
        }
        return new Answer.Reported(Answer.Outcome.DONE);
    }

    private Answer read(Move.Read read, Map<String, String> outputs) {
        if (read.reading() instanceof Reading.Hashes hashes) {
            Map<FileId, String> present = new TreeMap<>();
            hashes.files()
                    .forEach(file -> files.find(file).ifPresent(bytes -> present.put(file, Hashes.sha256(bytes))));
            return new Answer.Hashes(present);
        }
        String output = outputs.get(read.step().orElseThrow().id());
        if (output == null) {
            return new Answer.NoResult();
        }
        return read.reading() instanceof Reading.Content
                ? new Answer.Content(FileContent.of(output.getBytes(StandardCharsets.UTF_8)))
                : new Answer.Text(output);
    }

    private static String controlFile(String... logs) {
        return "ts_name=RLOG\nfil_path=+DMLOG/log/DSC0_log01.log\n"
                + Stream.of(logs)
                        .map(log -> "fil_path=+DMLOG/log/" + log + "\n")
                        .collect(Collectors.joining());
    }

    private static String listing(String... logs) {
        return "ASM>ls +DMLOG/log\n"
                + Stream.of(logs).map(log -> "NO.1 name: " + log + "\n").collect(Collectors.joining())
                + "Used time: 1(ms).\n";
    }

    private Move begunLogFiles(String controlFile, String listing) {
        Run begun = before("add-log-files", new JournalEntry.Begun("add-log-files"));
        return onward(begun, Map.of("verify-dmctl", controlFile, "verify-log-files", listing))
                .move();
    }

    static Stream<Arguments> halfAdded() {
        return Stream.of(
                Arguments.of(controlFile(), listing(NEW_1, NEW_2)),
                Arguments.of(controlFile(), listing(NEW_1)),
                Arguments.of(controlFile(NEW_1), listing(NEW_1)),
                Arguments.of(controlFile(NEW_1, NEW_2), listing(NEW_1)),
                Arguments.of(controlFile(NEW_1, NEW_2), listing()));
    }

    @ParameterizedTest
    @MethodSource("halfAdded")
    void log_files_that_are_half_added_stop_the_run(String controlFile, String listing) {
        assertThat(begunLogFiles(controlFile, listing))
                .isInstanceOfSatisfying(
                        Move.Stop.class,
                        stop -> assertThat(stop.findings())
                                .extracting(Finding::ruleId)
                                .containsExactly("EXT-0310"));
    }

    static Stream<Arguments> notHalfAdded() {
        Set<Move.Choice> done = Set.of(Move.Choice.DONE, Move.Choice.STOP);
        Set<Move.Choice> now = Set.of(Move.Choice.NOW, Move.Choice.STOP);
        Set<Move.Choice> either = Set.of(Move.Choice.DONE, Move.Choice.NOW, Move.Choice.STOP);
        String cutOff = "ASM>ls +DMLOG/log\nNO.1 name: DSC0_log01.log\n";
        return Stream.of(
                Arguments.of(controlFile(NEW_1, NEW_2), listing(NEW_1, NEW_2), done),
                Arguments.of(controlFile(NEW_1, NEW_2), cutOff, done),
                Arguments.of("", listing(NEW_1, NEW_2), done),
                Arguments.of(controlFile(), listing(), now),
                Arguments.of(controlFile(), cutOff, either),
                Arguments.of("", listing(), either),
                Arguments.of("", cutOff, either));
    }

    @ParameterizedTest
    @MethodSource("notHalfAdded")
    void log_files_are_added_again_only_if_no_look_speaks_against_it(
            String controlFile, String listing, Set<Move.Choice> offered) {
        assertThat(begunLogFiles(controlFile, listing))
                .isInstanceOfSatisfying(
                        Move.Ask.class, ask -> assertThat(ask.choices()).isEqualTo(offered));
    }

    @Test
    void a_show_that_was_cut_off_asks_a_person_before_the_disks_are_written() {
        List<Step> steps = PLANNED.plan().steps().stream()
                .takeWhile(step -> !step.id().equals("cluster-still-ok"))
                .toList();
        String whole = CarriedOut.shown(PLANNED.plan(), steps)
                .text()
                .replace("show\n", "show\n\nmonitor current time:2026-03-02 21:10:05, n_group:3\n");
        String cut = whole.substring(0, whole.indexOf("=========== group[name = GRP_DB"));

        assertThat(onward(before("cluster-still-ok"), Map.of("cluster-still-ok", whole + cut))
                        .move())
                .isInstanceOfSatisfying(Move.Ask.class, ask -> {
                    assertThat(ask.question()).isEqualTo(Move.Question.CHECK);
                    assertThat(ask.steps()).extracting(Step::id).containsExactly("cluster-still-ok");
                });
        assertThat(onward(before("cluster-still-ok"), Map.of("cluster-still-ok", cut + whole))
                        .move())
                .isInstanceOfSatisfying(Move.Ask.class, ask -> {
                    assertThat(ask.question()).isEqualTo(Move.Question.GATE);
                    assertThat(ask.steps()).extracting(Step::id).containsExactly("extend-dcr");
                });
    }

    private Run afterExport(String before, String after) {
        String planned = new String(PLANNED.target().bytes(Example.DCR_1), StandardCharsets.UTF_8);
        return onward(before("dcr-extended.disk1"), Map.of("dcr-extended.disk1", before + planned + after));
    }

    @Test
    void an_export_may_be_pasted_with_the_prompt_of_the_shell() {
        Run run = afterExport("dmdba@dsc01:~$ cat -- x\n", "dmdba@dsc01:~$ \n");

        assertThat(run.journal()).contains(new JournalEntry.Ended("dcr-extended.disk1"));
    }

    @Test
    void an_export_with_other_text_shows_nothing() {
        Run run = afterExport("", "Connection to dsc01 closed.\n");

        assertThat(run.journal()).doesNotContain(new JournalEntry.Doubted("extend-dcr"));
        assertThat(run.move())
                .isInstanceOfSatisfying(
                        Move.Stop.class,
                        stop -> assertThat(stop.findings()).singleElement().satisfies(finding -> {
                            assertThat(finding.ruleId()).isEqualTo("EXT-0318");
                            assertThat(finding.message().en()).contains("has lines that cannot be read");
                        }));
    }

    @Test
    void an_export_with_another_value_casts_doubt_on_the_step_before() {
        String planned = new String(PLANNED.target().bytes(Example.DCR_1), StandardCharsets.UTF_8);
        Run run = onward(
                before("dcr-extended.disk1"),
                Map.of("dcr-extended.disk1", planned.replace("9500", "9509") + "dmdba@dsc01:~$ "));

        assertThat(run.journal()).contains(new JournalEntry.Doubted("extend-dcr"));
        assertThat(run.move()).isInstanceOfSatisfying(Move.Stop.class, stop -> {
            assertThat(stop.findings()).extracting(Finding::ruleId).containsExactly("EXT-0316");
            assertThat(stop.step().orElseThrow().id()).isEqualTo("dcr-extended.disk1");
            assertThat(stop.from().orElseThrow().id()).isEqualTo("extend-dcr");
            assertThat(StepsText.of(PLANNED.plan(), stop, Locale.ENGLISH))
                    .startsWith("dcr-extended.disk1: Do this step again.")
                    .contains("Nothing shows whether extend-dcr took effect.")
                    .contains("=> if it was done, go on with dcr-extended.disk1")
                    .contains("=> if it had no effect, do extend-dcr");
        });
    }

    @Test
    void a_stop_because_of_an_output_names_each_bad_endpoint_and_its_line() {
        List<Step> steps = PLANNED.plan().steps().stream()
                .takeWhile(step -> !step.id().equals("cluster-still-ok"))
                .toList();
        List<String> lines = new ArrayList<>(
                CarriedOut.shown(PLANNED.plan(), steps).text().lines().toList());
        List<Integer> bad = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("ASM0") || lines.get(i).contains("DSC1")) {
                bad.add(i + 1);
                lines.set(i, lines.get(i).replace("OK           TRUE", "ERROR        FALSE"));
            }
        }

        assertThat(onward(before("cluster-still-ok"), Map.of("cluster-still-ok", String.join("\n", lines)))
                        .move())
                .isInstanceOfSatisfying(Move.Stop.class, stop -> {
                    assertThat(stop.findings()).extracting(Finding::ruleId).containsOnly("EXT-0315");
                    assertThat(stop.findings())
                            .extracting(finding -> finding.primary().line())
                            .isEqualTo(bad);
                    assertThat(stop.findings())
                            .extracting(finding -> finding.message().en())
                            .satisfiesExactly(
                                    asm -> assertThat(asm).endsWith("ASM ASM0 is ERROR, not OK."),
                                    db -> assertThat(db).endsWith("DB DSC1 is ERROR, not OK."));
                });
    }
}
