package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.dmdsc.extend.ScriptWorld.Run;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** plan.sh, run by bash against tools that stand in for Dameng's; all hosts share one directory. */
@DisabledOnOs(OS.WINDOWS)
class PlanScriptTest {
    private final ScriptWorld world;

    PlanScriptTest(@TempDir Path root) throws IOException {
        this.world = new ScriptWorld(root);
    }

    @BeforeEach
    void plan() throws IOException {
        world.plan(ClusterLayout.builder().nodes(2).archives(Archives.LOCAL).build());
    }

    private static List<String> yes(int times) {
        return Collections.nCopies(times, "yes");
    }

    @ParameterizedTest
    @EnumSource(StorageEdition.class)
    void a_plan_runs_from_its_first_step_to_its_last(StorageEdition edition) throws Exception {
        world.plan(ClusterLayout.builder().edition(edition).nodes(2).build());
        Run run = world.runAll();

        assertThat(run).as(run.said()).extracting(Run::status).isEqualTo(0);
        world.assertExtended();
        assertThat(String.join("\n", world.journal()))
                .containsSubsequence(
                        "add node logfile", "extend dcr", "check dcr", "extend node", "dmcss ", "dmserver ");
    }

    @Test
    void services_are_registered_and_started() throws Exception {
        world.plan(ClusterLayout.builder().nodes(2).dbRestart(Restart.SERVICE).build(), true);
        Run run = world.runAll();

        assertThat(run).as(run.said()).extracting(Run::status).isEqualTo(0);
        assertThat(String.join("\n", world.journal()))
                .containsSubsequence(
                        "dm_service_installer.sh -t dmcss", "systemctl start DmCSSService", "pgrep -f -- dmserver .*=");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 9, 14})
    void whoever_says_no_stops_it_and_goes_on_there_later(int questions) throws Exception {
        List<String> answers = new ArrayList<>(yes(questions));
        answers.add("no");
        Run stopped = world.run(answers);
        List<String> before = world.journal();

        assertThat(stopped.status()).isEqualTo(1);
        assertThat(stopped.said()).contains("stopped by the operator");
        Run rest = world.runAll();
        assertThat(rest).as(rest.said()).extracting(Run::status).isEqualTo(0);
        world.assertExtended();
        assertThat(world.journal().subList(before.size(), world.journal().size()))
                .filteredOn(before::contains)
                .filteredOn(call -> !call.endsWith("show | exit") && !call.contains("listdisks"))
                .hasSizeLessThan(3);
    }

    /** The look before it is taken once more: what was seen on one night says nothing about the next. */
    @ParameterizedTest
    @CsvSource({"add node logfile, 1", "extend dcrdisk, 1", "extend node, 1"})
    void a_tool_that_fails_stops_it_there_and_is_not_run_again_unasked(String words, int looksBefore) throws Exception {
        world.environment.put("FAIL_AT", words);
        Run failed = world.runAll();
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.said()).contains("FAILED: the command failed with status 3");
        assertThat(world.journal().get(world.journal().size() - 1)).contains(words);

        world.environment.remove("FAIL_AT");
        int calls = world.journal().size();
        List<String> answers = new ArrayList<>(yes(looksBefore));
        answers.add("no");
        Run asked = world.run(answers);
        assertThat(asked.said()).contains("was begun before, and may have been done", "stopped by the operator");
        assertThat(world.journal().subList(calls, world.journal().size()))
                .filteredOn(call -> !call.contains("/look_"))
                .hasSize(looksBefore);
        assertThat(world.journal().subList(calls, world.journal().size())).noneMatch(call -> call.contains(words));
        assertThat(asked.said().contains("== cluster-still-ok on")).isEqualTo(words.equals("extend dcrdisk"));
        assertThat(world.runAll().status()).isZero();
        world.assertExtended();
    }

    @Test
    void a_file_that_somebody_changed_stops_it_before_anything_is_done() throws Exception {
        for (FileId file : world.base.ids()) {
            Path path = Path.of(file.path());
            Files.writeString(path, new String(world.base.bytes(file), StandardCharsets.UTF_8) + "\n#by hand\n");
            Map<String, String> before = world.tree();

            Run run = world.runAll();

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.said()).contains(file + " is not as it was", "FAILED: nothing was done");
            assertThat(world.journal()).isEmpty();
            assertThat(world.tree()).isEqualTo(before);
            Files.write(path, world.base.bytes(file));
        }
        assertThat(world.runAll().status()).isZero();
    }

    @Test
    void a_file_that_lies_where_a_new_one_belongs_is_never_overwritten() throws Exception {
        Path taken = world.planned.plan().files().stream()
                .filter(change -> change.before().isEmpty())
                .map(change -> Path.of(change.file().path()))
                .findFirst()
                .orElseThrow();
        Files.createDirectories(Objects.requireNonNull(taken.getParent()));
        Files.writeString(taken, "mine");

        assertThat(world.runAll().said()).contains(taken + " is not as it was", "FAILED: nothing was done");
        assertThat(taken).hasContent("mine");
    }

    @Test
    void what_was_there_before_stays_beside_the_new_file() throws Exception {
        ExtendPlan plan = world.planned.plan();
        assertThat(world.runAll().status()).isZero();
        assertThat(world.runAll(
                                "--from",
                                plan.steps().get(plan.steps().size() - 5).id())
                        .status())
                .isZero();

        plan.files().stream()
                .filter(change -> change.before().isPresent())
                .forEach(change -> assertThat(Path.of(change.file().path() + ".before-"
                                + plan.planId().substring(0, 8)))
                        .hasBinaryContent(world.base.bytes(change.file())));
    }

    @Test
    void a_tool_that_says_nothing_has_not_shown_what_is_expected() throws Exception {
        world.environment.put("QUIET", "dmasmtool");
        Run run = world.runAll();

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.said()).contains("FAILED: the output does not show: n2_1.log");
    }

    @Test
    void the_password_goes_to_the_tool_and_nowhere_else() throws Exception {
        Run run = world.runAll();

        assertThat(String.join("\n", world.journal())).contains("conn SYSDBA/").contains(ScriptWorld.PASSWORD);
        assertThat(run.said()).doesNotContain(ScriptWorld.PASSWORD).contains("***");
        assertThat(world.out.resolve("plan.log"))
                .content()
                .doesNotContain(ScriptWorld.PASSWORD)
                .contains("***", "All steps are done.");
    }

    @ParameterizedTest
    @EnumSource(StorageEdition.class)
    void shellcheck_finds_nothing(StorageEdition edition) throws Exception {
        Path shellcheck = Path.of("/usr/bin/shellcheck");
        assumeThat(shellcheck).exists();
        world.plan(ClusterLayout.builder().edition(edition).nodes(3).monitors(0).build(), true);
        Process process = new ProcessBuilder(shellcheck.toString(), "-S", "style", world.out + "/plan.sh")
                .redirectErrorStream(true)
                .start();

        assertThat(process.getInputStream()).hasContent("");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void a_dry_run_touches_nothing_and_list_shows_what_is_done() throws Exception {
        Map<String, String> before = world.tree();
        Run dry = world.runAll("--dry-run");

        assertThat(dry.status()).isZero();
        assertThat(dry.said()).contains("extend node", "add node logfile").doesNotContain(ScriptWorld.PASSWORD);
        assertThat(world.journal()).isEmpty();
        assertThat(world.tree()).isEqualTo(before);
        assertThat(world.out.resolve("plan.state")).doesNotExist();
        world.run(List.of("yes", "no"));
        assertThat(world.runAll("--list").said()).startsWith("[x] cluster-ok\n[ ] new-host\n");
        assertThat(world.runAll("--from", "dance").said()).contains("FAILED: there is no step dance");
    }
}
