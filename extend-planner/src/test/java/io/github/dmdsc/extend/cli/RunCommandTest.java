package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.PlanDirectory;
import io.github.dmdsc.extend.run.JournalEntry;
import io.github.dmdsc.extend.run.JournalText;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.ini.files.AtomicDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code dmdsc run} and its journal, with an operator who answers without running a process. */
class RunCommandTest extends CommandLineRun {
    private static final PlanResult.Planned PLANNED = Example.manual();
    private static final PlanDirectory DIRECTORY = PlanDirectory.of(PLANNED, Example.files(), Locale.ENGLISH);
    private static final Pattern HASHES = Pattern.compile("--- \\w+ \\S+ (\\S+) ---\\nfor f in (.*?); do");
    private static final Pattern HASHES_ZH = Pattern.compile("--- (\\S+) 上的 \\w+ ---\\nfor f in (.*?); do");

    private ClusterFiles files = Example.files();

    @BeforeEach
    void writePlan() {
        assertThat(AtomicDirectory.write(DIRECTORY.content(), DIRECTORY.modes(), out))
                .isEmpty();
    }

    private Path journal() {
        return out.resolve("journal.jsonl");
    }

    /** Writes the journal of a run that has done everything before a step, and the files at that moment. */
    private void doneBefore(String id) throws IOException {
        List<JournalEntry> entries =
                new ArrayList<>(List.of(new JournalEntry.Opened(PLANNED.plan().planId())));
        for (Step step : PLANNED.plan().steps()) {
            if (step.id().equals(id)) {
                break;
            }
            entries.add(new JournalEntry.Ended(step.id()));
            if (step.action() instanceof Change.WriteFile write) {
                files = files.with(write.file(), PLANNED.target().bytes(write.file()));
            } else if (step.action() instanceof Change.CopyDirectory copy) {
                for (FileId file : files.ids()) {
                    if (file.host().equals(copy.from().host())
                            && file.path().startsWith(copy.from().path() + "/")) {
                        files = files.with(copy.to().sibling(copy.to().path() + "/" + file.name()), files.bytes(file));
                    }
                }
            }
        }
        Files.writeString(journal(), entries.stream().map(JournalText::line).collect(Collectors.joining()));
    }

    private List<String> entries() throws IOException {
        return Files.readAllLines(journal());
    }

    /**
     * Returns an operator who gives the hashes of the files, cannot see any other output, and gives these answers to
     * the other prompts.
     */
    private Operator.Answers says(String... answers) {
        List<String> left = new ArrayList<>(List.of(answers));
        return shown -> {
            Matcher hashes = (shown.contains("上的") ? HASHES_ZH : HASHES).matcher(shown);
            if (shown.endsWith("\n")) {
                return Optional.of(hashes.find() ? hashes(hashes.group(1), hashes.group(2)) : "!\n");
            }
            return left.isEmpty() ? Optional.empty() : Optional.of(left.remove(0) + "\n");
        };
    }

    private String hashes(String host, String paths) {
        StringBuilder lines = new StringBuilder("[dmdba@" + host + " ~]$ for f in " + paths + "\r\n");
        for (String path : paths.split(" ", -1)) {
            lines.append(files.find(new FileId(host, path)).map(Hashes::sha256).orElse("missing"))
                    .append("  ")
                    .append(path)
                    .append("\r\n");
        }
        return lines + ".\n";
    }

    private int carryOut(Operator.Answers answers, String... more) {
        stdout.getBuffer().setLength(0);
        stdin = new Operator(stdout, answers);
        List<String> arguments = new ArrayList<>(List.of("run", out.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void a_plan_given_by_its_file_uses_the_files_of_its_directory() throws Exception {
        Step write = PLANNED.plan().steps().stream()
                .filter(step -> step.action() instanceof Change.WriteFile)
                .findFirst()
                .orElseThrow();
        doneBefore(write.id());
        stdin = new Operator(stdout, says("stop"));

        assertThat(run("run", out.resolve("plan.json").toString())).isEqualTo(Main.FINDINGS);

        assertThat(stdout.toString())
                .contains("<" + out.resolve(PlanDirectory.path((Change.WriteFile) write.action())));
    }

    @Test
    void a_step_is_shown_as_in_the_page() throws Exception {
        doneBefore("add-log-files");

        assertThat(carryOut(says("stop"))).isEqualTo(Main.FINDINGS);

        String page = Files.readString(Path.of("..", "docs", "run.md")).replace("\r\n", "\n");
        Matcher excerpt =
                Pattern.compile("```text\\n(\\[9/44].*?)```", Pattern.DOTALL).matcher(page);
        assertThat(excerpt.find()).isTrue();
        assertThat(stdout.toString()).contains(excerpt.group(1).stripTrailing());
        assertThat(entries().get(entries().size() - 1)).contains("\"begun\"", "add-log-files");
    }

    @Test
    void stopping_at_a_gate_does_not_begin_the_step() throws Exception {
        doneBefore("start-css");
        List<String> before = entries();

        assertThat(carryOut(says("stop"))).isEqualTo(Main.FINDINGS);

        assertThat(stdout.toString()).contains("! The new node begins to join", "[yes/stop]", "dmdsc status");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void a_second_run_is_refused() throws Exception {
        doneBefore("add-log-files");
        List<Finding> findings = new ArrayList<>();
        try (JournalFile first = JournalFile.open(journal(), findings).orElseThrow()) {
            assertThat(first.entries(PLANNED.plan()).value()).isPresent();
            assertThat(carryOut(says("stop"))).isEqualTo(Main.UNREADABLE);
        }

        assertThat(stdout.toString()).contains("[CLI-0106]").doesNotContain("[9/44]");
        assertThat(carryOut(says("stop"))).isEqualTo(Main.FINDINGS);
    }

    @Test
    void an_incomplete_last_line_is_cut_off_and_a_damaged_line_is_refused() throws Exception {
        doneBefore("add-log-files");
        List<String> before = entries();
        Files.writeString(journal(), "{\"entry\":\"beg", StandardOpenOption.APPEND);

        assertThat(carryOut(says())).isEqualTo(Main.FINDINGS);
        assertThat(entries()).startsWith(before.toArray(String[]::new)).noneMatch(line -> line.endsWith("beg"));
        Files.writeString(journal(), "{\"entry\":\"dance\"}\n", StandardOpenOption.APPEND);
        assertThat(carryOut(says())).isEqualTo(Main.UNREADABLE);
        assertThat(stdout.toString()).contains("[EXT-0312]");
        Files.writeString(journal(), JournalText.line(new JournalEntry.Opened("other")));
        assertThat(carryOut(says())).isEqualTo(Main.UNREADABLE);
        assertThat(stdout.toString()).contains("[EXT-0313]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"formatVersion\": \"1.0\"}", "x", "{\"entry\":\"opened\",\"plan\":\"other\"}\nx"})
    void a_file_that_is_no_journal_of_the_plan_stays_as_it_is(String content) throws Exception {
        Files.writeString(journal(), content);

        assertThat(carryOut(says())).isEqualTo(Main.UNREADABLE);
        assertThat(stdout.toString()).contains("[EXT-031");
        assertThat(journal()).hasContent(content);
    }

    @Test
    void a_journal_whose_first_line_is_incomplete_is_begun_again() throws Exception {
        String opening = JournalText.line(new JournalEntry.Opened(PLANNED.plan().planId()));
        Files.writeString(journal(), opening.substring(0, 20));

        assertThat(carryOut(says())).isEqualTo(Main.FINDINGS);
        assertThat(entries()).startsWith(opening.strip());
    }

    @Test
    void list_and_dry_run_change_nothing_and_show_no_password() throws Exception {
        assertThat(carryOut(says(), "--dry-run")).isZero();
        assertThat(stdout.toString())
                .startsWith("  - cluster-ok  monitor  ")
                .contains("conn SYSDBA/<password of SYSDBA>@", "extend node", "Nothing was run.");
        assertThat(carryOut(says(), "--list")).isZero();
        assertThat(stdout.toString()).startsWith("[ ] 1  cluster-ok\n");
        assertThat(journal()).doesNotExist();
        doneBefore("add-log-files");
        assertThat(carryOut(says(), "--list")).isZero();
        assertThat(stdout.toString()).contains("[x] 8  space-free\n[ ] 9  add-log-files\n");
    }

    @Test
    void skipped_steps_are_listed_and_confirmed() throws Exception {
        assertThat(carryOut(says(), "--from=dance")).isEqualTo(Main.UNREADABLE);
        assertThat(carryOut(says("stop"), "--from=4")).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString())
                .contains("  [1/44] cluster-ok", "  [2/44] ", "  [3/44] ", "[done/stop]")
                .doesNotContain("  [4/44] ");
        assertThat(entries()).hasSize(1);
        assertThat(carryOut(says("done"), "--from=4")).isEqualTo(Main.FINDINGS);
        assertThat(entries()).filteredOn(line -> line.contains("skipped")).hasSize(3);
    }

    @Test
    void a_journal_that_cannot_be_written_is_a_finding() {
        assertThat(carryOut(says(), "--journal=" + out.resolve("nowhere/j"))).isEqualTo(Main.UNREADABLE);
        assertThat(stdout.toString()).contains("[CLI-0107]");
    }

    @Test
    void a_changed_file_stops_the_run_before_the_first_step() throws Exception {
        files = files.with(Example.MONITOR, "CSSM_OGUID = 1\n".getBytes(StandardCharsets.UTF_8));
        Operator.Answers hashes = says();

        assertThat(carryOut(shown ->
                        shown.contains("Bring the file here") ? Optional.of("CSSM_OGUID = 1\n.\n") : hashes.to(shown)))
                .isEqualTo(Main.FINDINGS);

        assertThat(stdout.toString())
                .contains("[EXT-0301]", Example.MONITOR.toString(), "\n    +CSSM_OGUID = 1\n", "\n    -");
        assertThat(entries()).hasSizeLessThan(2);
    }

    @Test
    void a_missing_hash_is_asked_for_again() throws Exception {
        Operator.Answers complete = says();
        List<String> first = new ArrayList<>(List.of("nothing of that\n.\n"));

        assertThat(carryOut(shown -> first.isEmpty() ? complete.to(shown) : Optional.of(first.remove(0))))
                .isEqualTo(Main.FINDINGS);

        assertThat(stdout.toString()).contains("No line shows the hash of 10.0.2.101:/home/data/dmasvrmal.ini");
    }

    @Test
    void only_the_host_whose_output_is_missing_is_named() throws Exception {
        Operator.Answers answers = says();

        assertThat(carryOut(shown -> shown.contains(" on 10.0.2.102 ---") ? Optional.of("!\n") : answers.to(shown)))
                .isEqualTo(Main.FINDINGS);

        assertThat(stdout.toString().lines().filter(line -> line.contains("[EXT-0318]")))
                .singleElement()
                .asString()
                .startsWith("10.0.2.102: ")
                .contains("10.0.2.102:/home/data/dmasvrmal.ini")
                .doesNotContain("10.0.2.101:", "10.0.2.103:", "monitor:");
    }

    @Test
    void a_link_is_named_before_the_first_step() throws Exception {
        Operator.Answers answers = says();

        assertThat(carryOut(shown -> shown.contains(" on monitor ---")
                        ? answers.to(shown).map(hashes -> "link  " + Example.MONITOR.path() + "\n" + hashes)
                        : answers.to(shown)))
                .isEqualTo(Main.FINDINGS);

        assertThat(stdout.toString()).contains("[EXT-0319]", Example.MONITOR + " is a symbolic link");
        assertThat(entries()).hasSize(1);
    }

    @Test
    void a_path_that_the_system_refuses_is_a_finding_and_is_asked_for_again() throws Exception {
        doneBefore("cluster-still-ok");
        Operator.Answers answers = says("no");

        assertThat(carryOut(shown -> shown.contains("\nshow\nexit\n---")
                        ? Optional.of("@a\0b\nnothing that is known\n.\n")
                        : answers.to(shown)))
                .isEqualTo(Main.FINDINGS);

        assertThat(stdout.toString()).containsSubsequence("[CLI-0101]", "Is this so?", "[EXT-0315]");
    }

    @Test
    void files_of_skipped_steps_need_another_command() throws Exception {
        assertThat(carryOut(says(), "--from=extend-dcr")).isEqualTo(Main.FINDINGS);

        assertThat(stdout.toString()).contains("[EXT-0319]", "without --from").doesNotContain("The same command");
    }

    @Test
    void an_output_is_read_from_a_file() throws Exception {
        doneBefore("cluster-still-ok");
        Path show = Files.writeString(out.resolve("show"), "nothing that is known\n");
        Operator.Answers answers = says("no");

        assertThat(carryOut(shown -> shown.contains("\nshow\nexit\n---")
                        ? Optional.of("@ " + out.resolve("none") + "\n@ " + show + "\n")
                        : answers.to(shown)))
                .isEqualTo(Main.FINDINGS);

        assertThat(stdout.toString()).containsSubsequence("[CLI-0101]", "Is this so?", "[EXT-0315]");
    }

    @Test
    void questions_and_answers_may_be_chinese() throws Exception {
        doneBefore("start-css");

        assertThat(carryOut(says("好", "停止"), "--lang=zh")).isEqualTo(Main.FINDINGS);

        assertThat(stdout.toString()).contains("[是/停止] [是/停止] ", "已停止");
    }
}
