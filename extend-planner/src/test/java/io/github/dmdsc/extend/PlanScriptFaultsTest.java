package io.github.dmdsc.extend;

import static io.github.dmdsc.extend.ScriptWorld.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ScriptWorld.Run;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may go wrong while plan.sh runs: it stops before harm is done, and goes on where it stopped. */
@DisabledOnOs(OS.WINDOWS)
class PlanScriptFaultsTest {
    private static final String THREE_WAYS = "[done/now/stop]";
    private final ScriptWorld world;

    PlanScriptFaultsTest(@TempDir Path root) throws IOException {
        this.world = new ScriptWorld(root);
    }

    @BeforeEach
    void plan() throws IOException {
        world.plan(ClusterLayout.builder().nodes(2).archives(Archives.LOCAL).build());
    }

    private static void stopped(Run run, String why) {
        assertThat(run.status()).as(run.said()).isEqualTo(1);
        assertThat(run.said()).contains("FAILED: ").contains(why);
    }

    private void finished(Run run) throws IOException {
        assertThat(run.status()).as(run.said()).isZero();
        world.assertExtended();
    }

    /** Files that are written before extend-dcr, in a node's place, in the tool's place, and on the new host. */
    private Stream<FileId> written() {
        return world.planned.plan().steps().stream()
                .takeWhile(step -> !step.id().equals("extend-dcr"))
                .map(Step::action)
                .flatMap(action -> action instanceof Change.WriteFile write ? Stream.of(write.file()) : Stream.empty());
    }

    private void forget(String end) throws IOException {
        Path state = world.out.resolve("plan.state");
        Files.write(
                state,
                Files.readAllLines(state).stream()
                        .filter(line -> !line.endsWith(end))
                        .toList());
    }

    private void putBack(FileId file) throws IOException {
        if (world.base.contains(file)) {
            ScriptWorld.put(file, world.base.bytes(file));
        } else {
            Files.deleteIfExists(Path.of(file.path()));
        }
    }

    // Gates and the record

    @ParameterizedTest
    @ValueSource(strings = {"extend-dcr", "extend-node"})
    void whoever_says_no_at_a_gate_has_begun_nothing(String step) throws Exception {
        world.doneBefore(step);
        stopped(world.run(to("POINT OF NO RETURN", "no")), "stopped by the operator");
        assertThat(world.recorded()).doesNotContain(step + " begun");

        Run again = world.run(to("POINT OF NO RETURN", "no"));
        assertThat(again.said()).doesNotContain("was begun before").contains("POINT OF NO RETURN");
        assertThat(world.calls("extend d")).isEmpty();
        assertThat(world.calls("extend node")).isEmpty();
    }

    @Test
    void a_missing_password_is_no_beginning() throws Exception {
        world.doneBefore("add-log-files");
        world.environment.put("DMDSC_SYSDBA_PASSWORD", "");
        stopped(world.runAll(), "set DMDSC_SYSDBA_PASSWORD first");
        assertThat(world.recorded()).doesNotContain("add-log-files begun");
    }

    @Test
    void what_the_operator_knows_to_be_done_is_recorded_and_never_offered_again() throws Exception {
        world.doneBefore("extend-dcr");
        world.environment.put("FAIL_AT", "extend dcrdisk");
        stopped(world.runAll(), "status 3");
        world.environment.remove("FAIL_AT");
        // As if the connection had been lost behind the command.
        ScriptWorld.put(
                new FileId("any", world.root + "/world/disk"),
                world.planned.target().bytes(world.dcr()));
        Files.writeString(world.root.resolve("world/extended"), "");

        Run done = world.run(question -> question.contains(THREE_WAYS)
                ? Optional.of("done")
                : question.contains("are listed") ? Optional.of("no") : Optional.of("yes"));

        stopped(done, "stopped by the operator");
        assertThat(world.recorded()).contains("extend-dcr", "extend-node").doesNotHaveDuplicates();
        finished(world.run(to(THREE_WAYS, "stop")));
        assertThat(world.calls("extend dcrdisk")).hasSize(1);
        assertThat(world.calls("extend node")).hasSize(1);
    }

    @Test
    void only_now_runs_again_what_may_have_been_done() throws Exception {
        world.doneBefore("add-log-files");
        world.record("add-log-files begun");

        for (String answer : List.of("stop", "yes", "no", "")) {
            stopped(world.run(to(THREE_WAYS, answer)), "stopped by the operator");
            assertThat(world.calls("add node logfile")).isEmpty();
        }
    }

    /** As an earlier version of the script left it behind --from. */
    @Test
    void no_step_is_offered_behind_which_a_later_one_is_recorded() throws Exception {
        world.doneBefore("show-extended");
        forget(" cluster-still-ok");
        forget(" extend-dcr");

        Run run = world.run(question -> question.contains("are listed") ? Optional.of("no") : Optional.of("yes"));

        stopped(run, "stopped by the operator");
        assertThat(run.said())
                .doesNotContain("== cluster-still-ok", "== extend-dcr", THREE_WAYS)
                .contains("extend-dcr is passed over", "== show-extended");
        assertThat(world.calls("extend")).isEmpty();
    }

    @Test
    void a_later_step_that_was_begun_also_bars_an_earlier_one() throws Exception {
        world.doneBefore("extend-node");
        forget(" extend-dcr");
        world.record("extend-node begun");

        Run run = world.run(to(THREE_WAYS, "stop"));

        stopped(run, "stopped by the operator");
        assertThat(run.said()).contains("extend-dcr is passed over", "extend-node was begun before");
        assertThat(world.calls("extend ")).isEmpty();
    }

    @Test
    void a_start_elsewhere_lists_what_it_leaves_out_and_asks() throws Exception {
        Run asked = world.run(to(THREE_WAYS, "stop"), "--from", "extend-node");
        stopped(asked, "stopped by the operator");
        assertThat(asked.said()).contains("  cluster-ok\n", "  extend-dcr\n").doesNotContain("  extend-node\n");
        assertThat(world.journal()).isEmpty();

        stopped(world.run(to(THREE_WAYS, "done"), "--from", "extend-node"), "is not as planned");
        assertThat(world.journal()).isEmpty();
        assertThat(world.recorded()).isEmpty();

        Run now = world.run(
                question -> question.startsWith("Every CSS") ? Optional.of("no") : ScriptWorld.goOn(question),
                "--from",
                "extend-node");
        assertThat(now.said()).contains("== cluster-ok on");
        assertThat(world.calls("extend")).isEmpty();
    }

    @Test
    void what_a_start_elsewhere_leaves_out_as_done_is_recorded() throws Exception {
        world.doneBefore("show-extended");
        Files.delete(world.out.resolve("plan.state"));

        Run run = world.run(to(THREE_WAYS, "done"), "--from", "show-extended");

        finished(run);
        assertThat(world.calls("extend")).isEmpty();
    }

    /** Torn from the record of what was begun, this would read as done. */
    @Test
    void a_line_that_was_cut_off_is_not_done_and_swallows_nothing() throws Exception {
        world.doneBefore("extend-node");
        Path state = world.out.resolve("plan.state");
        Files.writeString(state, Files.readString(state) + world.planned.plan().planId() + " extend-node");

        stopped(world.run(to(THREE_WAYS, "stop")), "stopped by the operator");
        stopped(world.run(to("are listed", "no")), "stopped by the operator");
        assertThat(world.calls("extend node")).hasSize(1);
        assertThat(world.recorded()).contains("extend-node begun", "extend-node");
        assertThat(world.runAll("--list").said()).contains("[x] extend-node\n[ ] show-extended");
    }

    @Test
    void a_second_run_is_refused_while_the_first_one_waits() throws Exception {
        List<Run> second = new ArrayList<>();
        world.doneBefore("add-log-files");

        Run first = world.run(question -> {
            try {
                second.add(world.runAll());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return Optional.of("no");
        });

        stopped(first, "stopped by the operator");
        stopped(second.get(0), "another run of this plan");
        assertThat(world.journal()).hasSize(1);
    }

    @Test
    void a_record_that_somebody_else_wrote_meanwhile_stops_it() throws Exception {
        world.doneBefore("extend-dcr");

        Run run = world.run(question -> {
            if (question.contains("POINT OF NO RETURN")) {
                try {
                    world.record("extend-dcr begun");
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
            return Optional.of("yes");
        });

        stopped(run, "somebody else has written");
        assertThat(world.calls("extend dcrdisk")).isEmpty();
    }

    // Files

    @Test
    void a_recorded_file_that_is_not_as_planned_is_written_again() throws Exception {
        world.doneBefore("cluster-still-ok");
        for (FileId file : written().toList()) {
            putBack(file);
        }

        stopped(world.run(to("no break or recover", "no")), "stopped by the operator");
        world.assertWrittenBefore("cluster-still-ok");
    }

    @ParameterizedTest
    @CsvSource({"extend-dcr, extend dcrdisk", "extend-node, extend node"})
    void a_file_that_changes_while_a_gate_waits_stops_it(String step, String words) throws Exception {
        world.doneBefore(step);
        for (FileId file : List.of(
                world.written("10.1.0.1", "dmasvrmal.ini"), world.dcr(), world.written(world.newHost(), "dmdcr.ini"))) {
            byte[] planned = world.planned.target().bytes(file);
            Run run = world.run(question -> {
                if (question.contains("POINT OF NO RETURN")) {
                    try {
                        putBack(file);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }
                return Optional.of("yes");
            });
            stopped(run, file + " is not as planned");
            assertThat(world.calls(words)).isEmpty();
            assertThat(world.recorded()).doesNotContain(step + " begun");
            ScriptWorld.put(file, planned);
        }
    }

    @Test
    void behind_the_point_of_no_return_no_file_is_written_again_unasked() throws Exception {
        world.doneBefore("extend-node");
        FileId file = written().filter(world.base::contains).findFirst().orElseThrow();
        putBack(file);

        stopped(world.runAll(), file + " is not as planned");
        assertThat(Path.of(file.path())).hasBinaryContent(world.base.bytes(file));
        assertThat(world.journal()).isEmpty();
    }

    @Test
    void a_transfer_that_breaks_off_leaves_the_file_in_its_place() throws Exception {
        FileId file = written().filter(world.base::contains).findFirst().orElseThrow();
        world.doneBefore("write.update-mal." + file);
        world.environment.put("CUT", file.name());

        stopped(world.runAll(), file + " was not written");
        assertThat(Path.of(file.path())).hasBinaryContent(world.base.bytes(file));

        world.environment.remove("CUT");
        finished(world.runAll());
    }

    @Test
    void a_damaged_file_of_the_plan_is_not_sent() throws Exception {
        FileId file = written().filter(world.base::contains).findFirst().orElseThrow();
        world.doneBefore("write.update-mal." + file);
        Files.writeString(world.out.resolve("files/" + file.host() + file.path()), "damaged");

        stopped(world.runAll(), "is damaged");
        assertThat(Path.of(file.path())).hasBinaryContent(world.base.bytes(file));
    }

    @Test
    void the_script_finds_its_files_through_a_link() throws Exception {
        Path link = world.root.resolve("link.sh");
        Files.createSymbolicLink(link, world.out.resolve("plan.sh"));
        FileId file = written().findFirst().orElseThrow();
        world.doneBefore(world.planned.plan().steps().stream()
                .filter(step -> step.action() instanceof Change.WriteFile)
                .findFirst()
                .orElseThrow()
                .id());

        Run run = world.runScript(link, question -> Optional.of("no"));

        assertThat(run.said()).contains(file + " has the planned hash");
    }

    // What counts as shown

    @Test
    void only_success_is_success_in_either_language() throws Exception {
        world.doneBefore("check-dcr.disk1");
        for (String said : List.of(
                "check dcrdisk unsuccessful",
                "check dcrdisk: no success",
                "check dcrdisk success: 0, failed: 1",
                "检查失败",
                "检查不成功",
                "检查未成功",
                "successor")) {
            world.environment.put("CHECK_SAYS", said);
            stopped(world.runAll(), "the output does not show: success");
        }
        assertThat(world.calls("extend node")).isEmpty();
        for (String said : List.of("ASMCMD check DCRDISK success.", "Successful", "checked successfully", "检查成功")) {
            world.environment.put("CHECK_SAYS", said);
            stopped(world.run(to("reports success", "no")), "stopped by the operator");
        }
    }

    @Test
    void a_part_of_a_name_is_not_the_name() throws Exception {
        world.doneBefore("verify-log-files");
        Files.writeString(world.root.resolve("world/logs"), "n2_1.log\nn2_2.log\n");
        world.environment.put("LS_PREFIX", "x");
        stopped(world.runAll(), "the output does not show: n2_1.log");
    }

    @Test
    void an_export_that_writes_nothing_stops_it() throws Exception {
        world.doneBefore("export-dcr");
        world.environment.put("LIE_AT", "export dcrdisk");
        stopped(world.runAll(), "does not hold what the plan was made from");
    }

    @Test
    void disks_that_somebody_else_wrote_meanwhile_stop_it() throws Exception {
        world.doneBefore("extend-dcr");
        Files.writeString(world.root.resolve("world/disk"), "#by hand\n", StandardOpenOption.APPEND);
        stopped(world.runAll(), "does not hold what the plan was made from");
        assertThat(world.calls("extend dcrdisk")).isEmpty();
        assertThat(world.recorded()).doesNotContain("extend-dcr begun");
    }

    @Test
    void an_extension_that_writes_nothing_stops_it_before_the_cluster_reads_it() throws Exception {
        world.doneBefore("extend-dcr");
        Files.writeString(world.root.resolve("world/extended"), "");
        world.environment.put("LIE_AT", "extend dcrdisk");
        stopped(world.runAll(), "the output does not show");
        assertThat(world.calls("check dcrdisk")).hasSize(1);
        assertThat(world.calls("extend node")).isEmpty();
    }

    @Test
    void a_server_that_does_not_start_stops_it_and_one_that_runs_is_not_started_twice() throws Exception {
        world.doneBefore("start-css");
        Path program = world.root.resolve("bin/dmcss");
        byte[] works = Files.readAllBytes(program);
        Files.writeString(program, "#!/bin/bash\nexit 1\n");
        stopped(world.runAll(), "dmcss does not run on " + world.newHost());

        Files.write(program, works);
        stopped(world.run(to("The monitor shows", "no")), "stopped by the operator");
        finished(world.runAll());
        assertThat(world.calls("dmcss DCR_INI")).hasSize(1);
    }

    @Test
    void nothing_is_said_of_an_owner_whom_nobody_looked_at() throws Exception {
        world.doneBefore(world.planned.plan().steps().stream()
                .filter(step -> step.action() instanceof Change.WriteFile)
                .findFirst()
                .orElseThrow()
                .id());
        Run run = world.run(to("no break or recover", "no"));
        assertThat(run.said()).contains("has the planned hash").doesNotContain("dmdba", "same on every node");
    }

    // The password

    @Test
    void a_password_that_would_be_more_than_a_word_is_refused() throws Exception {
        world.doneBefore("add-log-files");
        for (String password : List.of("a\nselect 1;", "a\rb", "a\n", "a\"b")) {
            world.environment.put("DMDSC_SYSDBA_PASSWORD", password);
            stopped(world.runAll(), "DIsql cannot be given a password");
        }
        assertThat(world.calls("add node logfile")).isEmpty();
        assertThat(world.recorded()).doesNotContain("add-log-files begun");
    }

    /** On the host of the script itself what it starts would inherit all that it has. */
    @Test
    void a_server_that_is_started_inherits_neither_the_password_nor_the_lock() throws Exception {
        world.doneBefore("start-css");
        world.environment.put("DMDSC_LOCAL", world.newHost());
        world.environment.put("SERVE", "10");
        stopped(world.run(to("The monitor shows", "no")), "stopped by the operator");
        stopped(world.run(to("The monitor shows", "no")), "stopped by the operator");
        assertThat(world.calls("dmcss DCR_INI")).hasSize(1);
        assertThat(world.calls("was given the password")).isEmpty();
    }

    @Test
    void a_console_that_breaks_off_is_logged() throws Exception {
        world.environment.put("DMDSC_CONSOLE", "open");
        Files.writeString(world.root.resolve("bin/dmcssm"), "#!/bin/bash\nexit 3\n");
        stopped(world.runAll(), "the console on");
        assertThat(world.out.resolve("plan.log")).content().contains("FAILED: the console on");
    }
}
