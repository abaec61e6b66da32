package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.render.PlanDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * {@code dmdsc run} with real shells. Each host is a directory, and the tools keep a state and refuse a wrong order.
 */
@DisabledOnOs(OS.WINDOWS)
class RunProcessTest extends RealRun {
    private static final FileId MAL = new FileId("10.0.2.102", "/home/data/dmasvrmal.ini");
    private static final byte[] MINE = "of the operator".getBytes(StandardCharsets.UTF_8);
    private static final ClusterFiles BASE = hostile();
    private static final PlanResult.Planned PLANNED =
            Example.planned(BASE, Example.manualRequest().build());
    private static final PlanDirectory DIRECTORY = PlanDirectory.of(PLANNED, BASE, Locale.ENGLISH);

    private RunWorld world(String name) throws IOException {
        return new RunWorld(Files.createDirectories(root.resolve(name)), PLANNED, BASE, DIRECTORY);
    }

    /**
     * Returns the example with a host name that ssh does not accept, and with paths that a shell would expand or run.
     */
    private static ClusterFiles hostile() {
        TreeMap<FileId, byte[]> files = new TreeMap<>();
        for (FileId file : Example.files().ids()) {
            String text = new String(Example.files().bytes(file), StandardCharsets.UTF_8);
            files.put(
                    new FileId(hostile(file.host()), hostile(file.path())),
                    hostile(text).getBytes(StandardCharsets.UTF_8));
        }
        return ClusterFiles.of(files);
    }

    private static String hostile(String text) {
        return text.replace("monitor", "monitor;touch${IFS}canary;${DMDSC_SYSDBA_PASSWORD}")
                .replaceAll("/cssm|/dsc._config", "$0\\$(touch\\${IFS}canary)&touch\\${IFS}canary");
    }

    private static FileId aside(RunWorld world, FileId file) {
        return file.sibling(
                file.path() + ".before-" + world.planned.plan().planId().substring(0, 8));
    }

    private void assertNothingRan() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            assertThat(all.filter(path -> path.endsWith("canary"))).isEmpty();
        }
    }

    private void assertStopped(int code, String... said) {
        assertThat(stdout.toString()).contains(said);
        assertThat(code).isEqualTo(Main.FINDINGS);
    }

    /** Each fault happens in the first command that holds its text, and stops the run. The next run goes on. */
    @Test
    void over_ssh_faults_of_hosts_stop_the_run_and_nothing_is_done_twice() throws Exception {
        RunWorld world = world("faults");
        Hosts hosts = world.hosts();
        Deque<String> refused = new ArrayDeque<>(List.of("two\nlines", "two\rlines"));
        secrets = prompt -> Optional.of(refused.isEmpty() ? RunWorld.PASSWORD : refused.remove());
        Operator.Answers willing = Operator.overSsh(world);
        FileId mine = world.planned
                .plan()
                .actions(Look.ExportDcr.class)
                .map(Look.ExportDcr::to)
                .findFirst()
                .orElseThrow();
        world.put(mine, MINE);

        hosts.fault("hang", "sha256sum");
        assertStopped(carryOutOverSsh(world, willing, "--timeout=" + patience()), "did not end in time", "[EXT-0318]");
        hosts.fault("lie", "sha256sum");
        assertStopped(carryOutOverSsh(world, willing), "[EXT-0318]");
        hosts.fault("lost", "export dcrdisk");
        assertStopped(
                carryOutOverSsh(world, willing),
                "Nobody knows whether the commands ran",
                "[EXT-0314]",
                mine + " already exists");
        assertThat(world.at(aside(world, mine))).hasBinaryContent(MINE);
        hosts.fault("cut", "cat >");
        assertStopped(carryOutOverSsh(world, willing), "the connection broke", "[EXT-0314]");
        hosts.fault("half", "cat >");
        assertStopped(carryOutOverSsh(world, willing), "[EXT-0317]");
        for (FileId file : world.base.ids()) {
            assertThat(world.at(file)).hasBinaryContent(world.base.bytes(file));
        }
        Operator.Answers putBack = shown -> {
            if (shown.contains("POINT OF NO RETURN")) {
                world.put(MAL, world.base.bytes(MAL));
            }
            return willing.to(shown);
        };
        assertStopped(carryOutOverSsh(world, putBack), "[EXT-0319]", MAL.toString(), "writes the file once more");
        assertThat(world.calls("extend dcrdisk")).isEmpty();

        assertThat(carryOutOverSsh(world, willing)).as(stdout.toString()).isZero();
        world.assertExtended();
        assertThat(refused).isEmpty();
        assertThat(world.calls("conn SYSDBA/\"")).isNotEmpty();
        world.assertNoSecret(stdout.toString());
        assertThat(stdout.toString()).contains("SQL> conn SYSDBA/***@");
        assertThat(Files.readString(world.plan.resolve("journal.jsonl.log")))
                .contains("\n> ./disql /nolog\n", "\nSQL> conn SYSDBA/***@");
        assertNothingRan();
    }

    /** The names hold quotes, substitutions and placeholders. A second run finds everything done. */
    @Test
    void a_plan_is_carried_out_by_pasting_with_hostile_names() throws Exception {
        RunWorld world = world("pasted");
        FileId mine = world.planned
                .plan()
                .actions(Look.ExportDcr.class)
                .map(Look.ExportDcr::to)
                .findFirst()
                .orElseThrow();
        world.put(mine, MINE);

        assertThat(carryOut(world, Operator.willing(world)))
                .as(stdout.toString())
                .isZero();

        world.assertExtended();
        world.assertNoSecret(stdout.toString());
        assertThat(world.at(aside(world, mine))).hasBinaryContent(MINE);
        assertThat(stdout.toString()).contains(mine + " already exists");
        assertNothingRan();
        world.planned.plan().files().stream()
                .filter(change -> change.before().isPresent())
                .forEach(change -> assertThat(world.at(aside(world, change.file())))
                        .hasBinaryContent(world.base.bytes(change.file())));
        assertThat(carryOut(world, Operator.willing(world))).isZero();
        world.assertExtended();
    }

    /** The runs are killed between any two moves and during moves. Then an operator who looks first goes on. */
    @Test
    void over_ssh_a_second_run_is_refused_and_a_killed_run_goes_on() throws Exception {
        Random random = new Random(23);
        for (int trial = 0; trial < Integer.getInteger("dmdsc.kills", 1); trial++) {
            RunWorld world = world("trial" + trial);
            for (int kill = 0; kill < 2; kill++) {
                killed(world, 2 + random.nextInt(20), random.nextInt(300));
            }
            assertThat(carryOutOverSsh(world, Operator.overSsh(world)))
                    .as(stdout.toString())
                    .isZero();
            world.assertExtended();
        }
    }

    /** Starts a run in its own process and kills it after a number of answers and milliseconds. */
    private void killed(RunWorld world, int answers, int milliseconds) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                world.plan.toString(),
                "--over=ssh",
                "--ssh=" + ssh(world.hosts()),
                "--lang=en"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Operator.Answers operator = Operator.overSsh(world);
        StringBuilder shown = new StringBuilder();
        int given = 0;
        try (Reader reader = process.inputReader(StandardCharsets.UTF_8);
                Writer writer = process.outputWriter(StandardCharsets.UTF_8)) {
            for (int c = reader.read(); c >= 0 && given < answers; c = reader.read()) {
                shown.append((char) c);
                if (!reader.ready() && Operator.waits(shown.toString())) {
                    if (given == 0) {
                        assertRefusedBeside(world);
                    }
                    Optional<String> answer = operator.to(shown.toString());
                    shown.setLength(0);
                    writer.write(answer.orElseThrow());
                    writer.flush();
                    given++;
                }
            }
            Thread.sleep(milliseconds);
            process.destroyForcibly();
        } catch (IOException broken) {
            assertThat(broken).hasMessageContaining("closed");
        }
        process.waitFor();
    }

    /** Asserts that a second run is refused while another run waits for an answer. */
    private void assertRefusedBeside(RunWorld world) throws Exception {
        List<String> before = world.hosts().sshCalls();
        assertThat(carryOutOverSsh(world, shown -> Optional.empty())).isEqualTo(Main.UNREADABLE);
        assertThat(stdout.toString()).contains("[CLI-0106]");
        assertThat(world.hosts().sshCalls()).isEqualTo(before);
    }
}
