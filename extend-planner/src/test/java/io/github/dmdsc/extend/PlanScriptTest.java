package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.ImmutableExtendRequest;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.PlanDirectory;
import io.github.dmdsc.ini.files.AtomicDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private static final String PASSWORD = "Sys$dba '01";
    private static final List<String> TOOLS = List.of(
            "dmasmcmd",
            "dmasmtool",
            "dmctlcvt",
            "disql",
            "dmcssm",
            "dmcss",
            "dmasmsvr",
            "dmserver",
            "dmasmcmdm",
            "dmasmtoolm",
            "dmasmsvrm",
            "ss",
            "pgrep",
            "systemctl");
    private static final Pattern DATA = Pattern.compile("(?<![A-Za-z0-9_])/data/");

    private final Path root;
    private final Map<String, String> environment = new TreeMap<>();
    private ClusterFiles base = ClusterFiles.of(Map.of());
    private PlanResult.Planned planned = Example.manual();

    PlanScriptTest(@TempDir Path root) {
        this.root = root;
    }

    @BeforeEach
    void placeTools() throws IOException {
        Files.createDirectories(root.resolve("world"));
        for (String tool : TOOLS) {
            install(root.resolve("bin").resolve(tool));
        }
        install(root.resolve("script/root/dm_service_installer.sh"));
        Path ssh = root.resolve("bin/ssh-stand-in");
        Files.writeString(ssh, "#!/bin/bash\n[[ $1 == -t ]] && shift\nshift 2\neval \"$1\"\n");
        assertThat(ssh.toFile().setExecutable(true)).isTrue();
        environment.put("DMDSC_SSH", ssh.toString());
        environment.put("DMDSC_CONSOLE", "pipe");
        environment.put("DMDSC_SYSDBA_PASSWORD", PASSWORD);
        environment.put("WORLD", root.resolve("world").toString());
        environment.put("PATH", root.resolve("bin") + ":" + System.getenv("PATH"));
        plan(ClusterLayout.builder().nodes(2).archives(Archives.LOCAL).build());
    }

    private static void install(Path tool) throws IOException {
        Files.createDirectories(Objects.requireNonNull(tool.getParent()));
        try (InputStream text = Objects.requireNonNull(PlanScriptTest.class.getResourceAsStream("stand-in.sh"))) {
            Files.write(tool, text.readAllBytes());
        }
        assertThat(tool.toFile().setExecutable(true)).isTrue();
    }

    /** A cluster whose directories lie below this test's. */
    private void plan(ClusterLayout layout, boolean... services) throws IOException {
        GeneratedCluster cluster = new GeneratedCluster(layout);
        String below = root + "/data/";
        Map<FileId, byte[]> moved = new TreeMap<>();
        for (FileId file : cluster.files().ids()) {
            String text = new String(cluster.files().bytes(file), StandardCharsets.UTF_8)
                    .replace("/opt/dm/bin/", root + "/bin/");
            moved.put(
                    new FileId(file.host(), root + file.path()),
                    DATA.matcher(text).replaceAll(below).getBytes(StandardCharsets.UTF_8));
        }
        base = ClusterFiles.of(moved);
        ExtendRequest request = cluster.next(layout.nodes());
        planned = Example.planned(
                base,
                ImmutableExtendRequest.copyOf(request)
                        .withBinDirectory(root + "/bin")
                        .withServices(services.length > 0)
                        .withMonitor(request.monitor().map(file -> new FileId(file.host(), root + file.path()))));
        for (FileId file : base.ids()) {
            Path path = Path.of(file.path());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.write(path, base.bytes(file));
        }
        FileId dcr = base.ids().stream()
                .filter(file -> file.name().startsWith("dmdcr_cfg"))
                .findFirst()
                .orElseThrow();
        Files.write(root.resolve("world/disk"), base.bytes(dcr));
        environment.put("NEW_DB", planned.plan().newNode().db());
        PlanDirectory directory = PlanDirectory.of(planned, base, Locale.ENGLISH);
        Path out = root.resolve("plan-" + planned.plan().planId().substring(0, 8));
        assertThat(AtomicDirectory.write(directory.content(), directory.modes(), out))
                .isEmpty();
        environment.put("PLAN", out.toString());
    }

    private record Run(int status, String said) {}

    private Run run(List<String> answers, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", environment.get("PLAN") + "/plan.sh"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write((String.join("\n", answers) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException ignored) {
            // It need not wait for all answers.
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), said);
    }

    private Run runAll(String... arguments) throws Exception {
        return run(yes(100), arguments);
    }

    private static List<String> yes(int times) {
        return Collections.nCopies(times, "yes");
    }

    private Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root.resolve("data"))) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                tree.put(path.toString(), Files.readString(path));
            }
        }
        return tree;
    }

    private List<String> journal() throws IOException {
        Path journal = root.resolve("world/journal");
        return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
    }

    private void assertExtended() throws IOException {
        for (FileId file : planned.target().ids()) {
            assertThat(Path.of(file.path())).hasBinaryContent(planned.target().bytes(file));
        }
        String prefix = planned.plan().planId() + " ";
        assertThat(Files.readAllLines(Path.of(environment.get("PLAN"), "plan.state")))
                .filteredOn(line -> !line.endsWith(" begun"))
                .containsExactlyElementsOf(planned.plan().steps().stream()
                        .map(Step::id)
                        .map(prefix::concat)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(StorageEdition.class)
    void aPlanRunsFromItsFirstStepToItsLast(StorageEdition edition) throws Exception {
        plan(ClusterLayout.builder().edition(edition).nodes(2).build());
        Run run = runAll();

        assertThat(run).as(run.said()).extracting(Run::status).isEqualTo(0);
        assertExtended();
        assertThat(String.join("\n", journal()))
                .containsSubsequence(
                        "add node logfile", "extend dcr", "check dcr", "extend node", "dmcss ", "dmserver ");
    }

    @Test
    void servicesAreRegisteredAndStarted() throws Exception {
        plan(ClusterLayout.builder().nodes(2).dbRestart(Restart.SERVICE).build(), true);
        Run run = runAll();

        assertThat(run).as(run.said()).extracting(Run::status).isEqualTo(0);
        assertThat(String.join("\n", journal()))
                .containsSubsequence(
                        "dm_service_installer.sh -t dmcss", "systemctl start DmCSSService", "pgrep -f -- dmserver .*=");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 9, 12})
    void whoeverSaysNoStopsItAndGoesOnThereLater(int questions) throws Exception {
        List<String> answers = new ArrayList<>(yes(questions));
        answers.add("no");
        Run stopped = run(answers);
        List<String> before = journal();

        assertThat(stopped.status()).isEqualTo(1);
        assertThat(stopped.said()).contains("stopped by the operator");
        assertThat(runAll().status()).isZero();
        assertExtended();
        assertThat(journal().subList(before.size(), journal().size()))
                .filteredOn(before::contains)
                .filteredOn(call -> !call.endsWith("show | exit"))
                .hasSizeLessThan(3);
    }

    /** The look before it is taken once more: what was seen on one night says nothing about the next. */
    @ParameterizedTest
    @CsvSource({"add node logfile, 0", "extend dcrdisk, 1", "extend node, 1"})
    void aToolThatFailsStopsItThereAndIsNotRunAgainUnasked(String words, int looksBefore) throws Exception {
        environment.put("FAIL_AT", words);
        Run failed = runAll();
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.said()).contains("FAILED: the command failed with status 3");
        assertThat(journal().get(journal().size() - 1)).contains(words);

        environment.remove("FAIL_AT");
        int calls = journal().size();
        List<String> answers = new ArrayList<>(yes(looksBefore));
        answers.add("no");
        Run asked = run(answers);
        assertThat(asked.said()).contains("was begun before, and may have been done", "stopped by the operator");
        assertThat(journal()).hasSize(calls + looksBefore);
        assertThat(journal().subList(calls, journal().size())).noneMatch(call -> call.contains(words));
        assertThat(asked.said().contains("== cluster-still-ok on")).isEqualTo(words.equals("extend dcrdisk"));
        assertThat(runAll().status()).isZero();
        assertExtended();
    }

    @Test
    void aFileThatSomebodyChangedStopsItBeforeAnythingIsDone() throws Exception {
        for (FileId file : base.ids()) {
            Path path = Path.of(file.path());
            Files.writeString(path, new String(base.bytes(file), StandardCharsets.UTF_8) + "\n#by hand\n");
            Map<String, String> before = tree();

            Run run = runAll();

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.said()).contains(file + " is not as it was", "FAILED: nothing was done");
            assertThat(journal()).isEmpty();
            assertThat(tree()).isEqualTo(before);
            Files.write(path, base.bytes(file));
        }
        assertThat(runAll().status()).isZero();
    }

    @Test
    void aFileThatLiesWhereANewOneBelongsIsNeverOverwritten() throws Exception {
        Path taken = planned.plan().files().stream()
                .filter(change -> change.before().isEmpty())
                .map(change -> Path.of(change.file().path()))
                .findFirst()
                .orElseThrow();
        Files.createDirectories(Objects.requireNonNull(taken.getParent()));
        Files.writeString(taken, "mine");

        assertThat(runAll().said()).contains(taken + " is not as it was", "FAILED: nothing was done");
        assertThat(taken).hasContent("mine");
    }

    @Test
    void whatWasThereBeforeStaysBesideTheNewFile() throws Exception {
        ExtendPlan plan = planned.plan();
        assertThat(runAll().status()).isZero();
        assertThat(runAll("--from", plan.steps().get(plan.steps().size() - 5).id())
                        .status())
                .isZero();

        plan.files().stream()
                .filter(change -> change.before().isPresent())
                .forEach(change -> assertThat(Path.of(change.file().path() + ".before-"
                                + plan.planId().substring(0, 8)))
                        .hasBinaryContent(base.bytes(change.file())));
    }

    @Test
    void aToolThatSaysNothingHasNotShownWhatIsExpected() throws Exception {
        environment.put("QUIET", "dmasmtool");
        Run run = runAll();

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.said()).contains("FAILED: the output does not show: n2_1.log");
    }

    @Test
    void thePasswordGoesToTheToolAndNowhereElse() throws Exception {
        Run run = runAll();

        assertThat(String.join("\n", journal())).contains("conn SYSDBA/").contains(PASSWORD);
        assertThat(run.said()).doesNotContain(PASSWORD).contains("***");
        assertThat(Path.of(environment.get("PLAN"), "plan.log"))
                .content()
                .doesNotContain(PASSWORD)
                .contains("***", "All steps are done.");
    }

    @ParameterizedTest
    @EnumSource(StorageEdition.class)
    void shellcheckFindsNothing(StorageEdition edition) throws Exception {
        Path shellcheck = Path.of("/usr/bin/shellcheck");
        assumeThat(shellcheck).exists();
        plan(ClusterLayout.builder().edition(edition).nodes(3).monitors(0).build(), true);
        Process process = new ProcessBuilder(shellcheck.toString(), "-S", "style", environment.get("PLAN") + "/plan.sh")
                .redirectErrorStream(true)
                .start();

        assertThat(process.getInputStream()).hasContent("");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void aDryRunTouchesNothingAndListShowsWhatIsDone() throws Exception {
        Map<String, String> before = tree();
        Run dry = runAll("--dry-run");

        assertThat(dry.status()).isZero();
        assertThat(dry.said()).contains("extend node", "add node logfile").doesNotContain(PASSWORD);
        assertThat(journal()).isEmpty();
        assertThat(tree()).isEqualTo(before);
        assertThat(Path.of(environment.get("PLAN"), "plan.state")).doesNotExist();
        run(List.of("yes", "no"));
        assertThat(runAll("--list").said()).startsWith("[x] cluster-ok\n[ ] new-host\n");
        assertThat(runAll("--from", "dance").said()).contains("FAILED: there is no step dance");
    }
}
