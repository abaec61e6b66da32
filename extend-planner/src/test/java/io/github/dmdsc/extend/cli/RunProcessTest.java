package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.ExtendPlanner;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code dmdsc run} before real shells: each host a directory, tools that keep state and refuse disorder. */
@DisabledOnOs(OS.WINDOWS)
class RunProcessTest extends CommandLineRun {
    private static final FileId MAL = new FileId("10.0.2.102", "/home/data/dmasvrmal.ini");

    @TempDir
    private Path root = Path.of("");

    private RunWorld world() throws IOException {
        return new RunWorld(root, Example.manual(), Example.files());
    }

    private int carryOut(RunWorld world, Operator.Answers answers) {
        stdout.getBuffer().setLength(0);
        stdin = new Operator(stdout, answers);
        return run("run", world.plan.toString());
    }

    @Test
    void a_file_that_arrives_in_part_takes_no_place_and_a_file_that_changed_at_the_gate_stops_it() throws Exception {
        RunWorld world = world();
        Operator.Answers willing = Operator.willing(world);
        Operator.Answers cut = shown -> {
            if (shown.contains(MAL.path() + ".new-") && shown.contains("ssh " + MAL.host())) {
                Files.writeString(root.resolve("world/cut"), "");
            }
            // As somebody who overlooks the error.
            return willing.to(shown).map(answer -> answer.equals("failed\n") ? "done\n" : answer);
        };

        assertThat(carryOut(world, cut)).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("[EXT-0317]");
        assertThat(world.at(MAL)).hasBinaryContent(world.base.bytes(MAL));

        Operator.Answers putBack = shown -> {
            if (shown.contains("POINT OF NO RETURN")) {
                world.put(MAL, world.base.bytes(MAL));
            }
            return willing.to(shown);
        };
        assertThat(carryOut(world, putBack)).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("[EXT-0319]", MAL.toString());
        assertThat(world.calls("extend dcrdisk")).isEmpty();

        assertThat(carryOut(world, willing)).as(stdout.toString()).isZero();
        world.assertExtended();
    }

    /** Quotes, substitutions and placeholders in names; a second run finds everything done. */
    @Test
    void a_plan_is_carried_out_by_pasting_and_hostile_names_run_nothing_and_show_no_secret() throws Exception {
        TreeMap<FileId, byte[]> files = new TreeMap<>();
        for (FileId file : Example.files().ids()) {
            String text = new String(Example.files().bytes(file), StandardCharsets.UTF_8);
            files.put(
                    new FileId(hostile(file.host()), hostile(file.path())),
                    hostile(text).getBytes(StandardCharsets.UTF_8));
        }
        ClusterFiles base = ClusterFiles.of(files);
        PlanResult result = ExtendPlanner.plan(base, Example.manualRequest().build());
        assertThat(result).isInstanceOf(PlanResult.Planned.class);
        RunWorld world = new RunWorld(root, (PlanResult.Planned) result, base);

        assertThat(carryOut(world, Operator.willing(world)))
                .as(stdout.toString())
                .isZero();

        world.assertExtended();
        world.assertNoSecret(stdout.toString());
        try (Stream<Path> all = Files.walk(root)) {
            assertThat(all.filter(path -> path.endsWith("canary"))).isEmpty();
        }
        world.planned.plan().files().stream()
                .filter(change -> change.before().isPresent())
                .forEach(change -> assertThat(world.at(change.file()
                                .sibling(change.file().path() + ".before-"
                                        + world.planned.plan().planId().substring(0, 8))))
                        .hasBinaryContent(world.base.bytes(change.file())));
        assertThat(carryOut(world, Operator.willing(world))).isZero();
        world.assertExtended();
    }

    private static String hostile(String text) {
        return text.replace("monitor", "monitor;touch${IFS}canary;${DMDSC_SYSDBA_PASSWORD}")
                .replace("/cssm", "/cssm$(touch${IFS}canary)&touch${IFS}canary");
    }

    /** Kills come between any two moves and in them; afterwards an operator who looks first goes on. */
    @Test
    void a_run_that_is_killed_goes_on_and_does_nothing_twice() throws Exception {
        Random random = new Random(23);
        for (int trial = 0; trial < Integer.getInteger("dmdsc.kills", 1); trial++) {
            RunWorld world = new RunWorld(
                    Files.createDirectories(root.resolve("trial" + trial)), Example.manual(), Example.files());
            for (int kill = 0; kill < 2; kill++) {
                killed(world, 5 + random.nextInt(80), random.nextInt(20));
            }
            assertThat(carryOut(world, Operator.willing(world)))
                    .as(stdout.toString())
                    .isZero();
            world.assertExtended();
        }
    }

    /** A run in a process of its own, which is killed so many milliseconds behind so many answers. */
    private static void killed(RunWorld world, int answers, int milliseconds) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                world.plan.toString(),
                "--lang=en"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Operator.Answers operator = Operator.willing(world);
        StringBuilder shown = new StringBuilder();
        int given = 0;
        try (Reader reader = process.inputReader(StandardCharsets.UTF_8);
                Writer writer = process.outputWriter(StandardCharsets.UTF_8)) {
            for (int c = reader.read(); c >= 0 && given < answers; c = reader.read()) {
                shown.append((char) c);
                if (Operator.waits(shown.toString())) {
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
}
