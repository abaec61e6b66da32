package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.ini.files.AtomicDirectory;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanDirectoryTest {
    @TempDir
    private Path work = Path.of("");

    private final ClusterFiles base = Example.files();
    private final PlanResult.Planned planned = Example.manual();
    private final PlanDirectory directory = PlanDirectory.of(planned, base, Locale.ENGLISH);

    @ParameterizedTest
    @ValueSource(strings = {"patch -p1 --quiet -i", "git apply --whitespace=nowarn"})
    void theDiffTurnsACopyOfTheInputIntoTheFilesOfThePlan(String tool) throws Exception {
        assumeThat(run(work, List.of(tool.split(" ", -1)[0], "--version"))).isZero();
        Path copy = work.resolve("copy");
        Path out = work.resolve("out");
        assertThat(ClusterDirectory.write(base, copy)).isEmpty();
        assertThat(AtomicDirectory.write(directory.content(), directory.modes(), out))
                .isEmpty();

        int code = run(copy, List.of((tool + " " + out.resolve("changes.diff")).split(" ", -1)));

        assertThat(code).isZero();
        assertThat(ClusterDirectory.read(copy).files())
                .isEqualTo(ClusterDirectory.read(out.resolve("files")).files());
    }

    @Test
    void theScriptIsBashAndItsDryRunNamesEveryStepAndRunsNothing() throws Exception {
        assumeThat(run(work, List.of("bash", "--version"))).isZero();
        Path out = work.resolve("out");
        assertThat(AtomicDirectory.write(directory.content(), directory.modes(), out))
                .isEmpty();
        Path said = work.resolve("said");

        int code = run(
                work,
                List.of(
                        "env",
                        "DMDSC_SSH=false",
                        "bash",
                        "-c",
                        "\"$0\" --dry-run >\"$1\" 2>&1",
                        out + "/plan.sh",
                        said.toString()));

        assertThat(code).isZero();
        String text = Files.readString(said);
        planned.plan().steps().forEach(step -> assertThat(text).contains("== " + step.id() + " on " + step.host()));
        assertThat(text).contains("export dcrdisk '/dev/raw/raw1' to '/home/data/dmdcr_cfg_bak.ini'");
        assertThat(out.resolve("plan.state")).doesNotExist();
        assertThat(out.resolve("plan.log")).doesNotExist();
    }

    @Test
    void theRunbookNamesEveryStepWithItsCheckAndItsWayBackInBothLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            String runbook = Runbook.of(planned, locale);
            planned.plan()
                    .steps()
                    .forEach(step -> assertThat(runbook)
                            .contains("`" + step.id() + "`")
                            .contains(Quoting.markdown(step.verify().text().in(locale)))
                            .contains(Quoting.markdown(step.recovery().in(locale))));
        }
    }

    @Test
    void noPasswordIsAskedForInPlainText() {
        String all = PlanJson.write(planned.plan());
        assertThat(all).contains("SYSDBA/${DMDSC_SYSDBA_PASSWORD}@localhost").doesNotContain("SYSDBA/SYSDBA");
    }

    private static int run(Path directory, List<String> command) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (java.io.IOException e) {
            return -1;
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
