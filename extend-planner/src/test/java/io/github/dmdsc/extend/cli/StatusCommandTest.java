package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.PlanDirectory;
import io.github.dmdsc.extend.run.JournalEntry;
import io.github.dmdsc.extend.run.JournalText;
import io.github.dmdsc.ini.files.AtomicDirectory;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The output of {@code dmdsc status} about the journal of a run, and about the files that the run left. */
class StatusCommandTest extends CommandLineRun {
    private static final PlanResult.Planned PLANNED = Example.manual();
    private static final PlanDirectory DIRECTORY = PlanDirectory.of(PLANNED, Example.files(), Locale.ENGLISH);
    private static final FileId MAL = new FileId("10.0.2.101", "/home/data/dmasvrmal.ini");

    private ClusterFiles files = Example.files();

    /** Writes a plan whose run was killed in extend-dcr, and the files that the run left. */
    @BeforeEach
    void killedInExtendDcr() throws IOException {
        assertThat(AtomicDirectory.write(DIRECTORY.content(), DIRECTORY.modes(), out))
                .isEmpty();
        String beside = ".before-" + PLANNED.plan().planId().substring(0, 8);
        List<JournalEntry> entries =
                new ArrayList<>(List.of(new JournalEntry.Opened(PLANNED.plan().planId())));
        for (Step step : PLANNED.plan().steps()) {
            entries.add(new JournalEntry.Begun(step.id()));
            if (step.id().equals("extend-dcr")) {
                break;
            }
            entries.add(new JournalEntry.Ended(step.id()));
            if (step.action() instanceof Change.WriteFile write) {
                FileId file = write.file();
                Optional<byte[]> replaced = files.find(file);
                // The copy has made the files of the new directory.
                byte[] before = replaced.orElseGet(() -> PLANNED.target().bytes(file));
                files = files.with(file.sibling(file.path() + beside), before)
                        .with(file, PLANNED.target().bytes(file));
            }
        }
        Files.writeString(
                out.resolve("journal.jsonl"),
                entries.stream().map(JournalText::line).collect(Collectors.joining()));
    }

    private int status(String... more) {
        stdout.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of("status", out.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private void collect() {
        assertThat(ClusterDirectory.write(files, input)).isEmpty();
    }

    @Test
    void the_journal_alone_gives_the_status_and_the_ways() {
        assertThat(status()).isZero();

        assertThat(stdout.toString())
                .startsWith("Done: 25, left: 19\n")
                .containsSubsequence(
                        "x  1  cluster-ok  ", "x 25  cluster-still-ok  ", "? 26  extend-dcr  ", "  29  extend-node  ")
                .contains("init dcrdisk '/dev/raw/raw1'")
                .doesNotContain("dmdsc status", "dmdsc resume");
    }

    @Test
    void files_that_a_run_leaves_beside_others_do_not_matter() {
        collect();

        assertThat(status(input.toString())).as(stdout.toString()).isZero();
        assertThat(stdout.toString())
                .contains("\n? 26  extend-dcr  ", "init dcrdisk '/dev/raw/raw1'")
                .doesNotContain("dmdsc status", "[EXT-");
        assertThat(status(input.toString(), "--failed=cluster-still-ok")).isZero();
        assertThat(run("diff", input.toString(), out.resolve("files").toString()))
                .as(stdout.toString())
                .isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).doesNotContain(".before-");
    }

    @Test
    void a_changed_file_is_shown_with_the_lines_that_differ() throws Exception {
        String planned = new String(PLANNED.target().bytes(MAL), StandardCharsets.UTF_8);
        String edited = planned.replace("MAL_PORT", "MAL_PORT ")
                .replaceFirst("(?m)^.*MAL_CHECK_INTERVAL.*$", "MAL_CHECK_INTERVAL = 7");
        files = files.with(MAL, edited.getBytes(StandardCharsets.UTF_8));
        Example.files().ids().stream()
                .filter(file -> file.name().equals("dmdcr.ini"))
                .forEach(file -> files = Example.set(files, file, "DMDCR_MESSAGE_CHECK", "0"));
        collect();

        assertThat(status(input.toString())).isEqualTo(Main.FINDINGS);

        assertThat(stdout.toString())
                .contains("[EXT-0301]", MAL.toString(), "    +MAL_CHECK_INTERVAL = 7", "    @@ ")
                .contains("    +DMDCR_MESSAGE_CHECK");
        assertThat(status(input.toString(), "--format=json")).isEqualTo(Main.FINDINGS);
        JsonNode json = new ObjectMapper().readTree(stdout.toString());
        assertThat(json.at("/changed/0/file/path").asText()).isEqualTo(MAL.path());
        assertThat(json.at("/changed/0/lines").toString()).contains("+MAL_CHECK_INTERVAL = 7");
        assertThat(json.has("progress")).isFalse();
    }

    @Test
    void a_changed_file_whose_line_ends_alone_differ_is_called_so() {
        String planned = new String(PLANNED.target().bytes(MAL), StandardCharsets.UTF_8);
        files = files.with(MAL, planned.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        collect();

        assertThat(status(input.toString())).isEqualTo(Main.FINDINGS);

        assertThat(stdout.toString())
                .contains("[EXT-0301]", MAL.toString(), "\n    Only the line ends differ.\n")
                .doesNotContain("    @@ ");
    }

    @Test
    void a_line_end_that_differs_in_a_changed_file_is_visible() {
        String planned = new String(PLANNED.target().bytes(MAL), StandardCharsets.UTF_8);
        String edited = planned.replaceFirst("(?m)^.*MAL_CHECK_INTERVAL.*$", "MAL_CHECK_INTERVAL = 7\r");
        files = files.with(MAL, edited.getBytes(StandardCharsets.UTF_8));
        collect();

        assertThat(status(input.toString())).isEqualTo(Main.FINDINGS);

        assertThat(stdout.toString()).contains("    +MAL_CHECK_INTERVAL = 7\\u000d\n");
    }

    @Test
    void a_journal_that_the_command_line_names_must_exist() throws Exception {
        Path typo = out.resolve("journal.json");

        assertThat(status("--journal=" + typo)).isEqualTo(Main.UNREADABLE);
        assertThat(stdout.toString()).startsWith(typo + ": error: ").contains("[CLI-0101]");
        stdout.getBuffer().setLength(0);
        assertThat(run("run", out.toString(), "--list", "--journal=" + typo)).isEqualTo(Main.UNREADABLE);
        assertThat(stdout.toString()).startsWith(typo + ": error: ").contains("[CLI-0101]");
        assertThat(typo).doesNotExist();
        Files.delete(out.resolve("journal.jsonl"));
        assertThat(status()).isZero();
        assertThat(stdout.toString()).startsWith("Done: 0, left: 44\n");
        assertThat(run("run", out.toString(), "--list")).isZero();
    }

    @Test
    void json_has_the_same_as_the_text() throws Exception {
        for (List<String> with : List.of(List.<String>of(), List.of(input.toString()))) {
            if (!with.isEmpty()) {
                collect();
            }
            List<String> arguments = new ArrayList<>(with);
            arguments.add("--format=json");

            assertThat(status(arguments.toArray(String[]::new))).isZero();

            JsonNode json = new ObjectMapper().readTree(stdout.toString());
            assertThat(json.get("planId").asText()).isEqualTo(PLANNED.plan().planId());
            JsonNode progress = json.get("progress");
            assertThat(progress.get("done")).hasSize(25);
            assertThat(progress.get("remaining")).hasSize(19);
            assertThat(progress.at("/uncertain/0").asText()).isEqualTo("extend-dcr");
            assertThat(progress.get("ways")).isNotEmpty();
        }
    }

    @Test
    void a_journal_of_another_plan_is_refused() throws Exception {
        Files.writeString(out.resolve("journal.jsonl"), JournalText.line(new JournalEntry.Opened("other")));

        assertThat(status()).isEqualTo(Main.UNREADABLE);

        assertThat(stdout.toString()).contains("[EXT-0313]");
    }
}
