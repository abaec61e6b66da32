package io.github.dmdsc.extend.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.ini.files.AtomicDirectory;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    void the_diff_turns_a_copy_of_the_input_into_the_files_of_the_plan(String tool) throws Exception {
        assumeThat(run(work, List.of(tool.split(" ", -1)[0], "--version"))).isZero();
        Path copy = work.resolve("copy");
        Path out = work.resolve("out");
        assertThat(ClusterDirectory.write(base, copy)).isEmpty();
        assertThat(AtomicDirectory.write(directory.content(), directory.modes(), out))
                .isEmpty();

        int code = run(copy, List.of((tool + " " + out.resolve("changes.diff")).split(" ", -1)));

        assertThat(code).isZero();
        assertThat(ClusterDirectory.read(copy).value())
                .isEqualTo(ClusterDirectory.read(out.resolve("files")).value());
    }

    @Test
    void the_runbook_has_every_step_with_its_check_and_recovery_in_both_languages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            String runbook = Runbook.of(planned, locale);
            StepTexts texts = new StepTexts(planned.plan(), locale);
            planned.plan()
                    .steps()
                    .forEach(step -> assertThat(runbook)
                            .contains("`" + step.id() + "`")
                            .contains(Quoting.sentence(texts.check(step)))
                            .contains(Quoting.sentence(texts.recovery(step))));
        }
    }

    @Test
    void the_directory_holds_the_new_and_the_staged_files() {
        Map<String, byte[]> content = directory.content();

        assertThat(content.keySet().stream().filter(path -> !path.matches("(files|staged)/.*")))
                .containsExactly("changes.diff", "plan.html", "plan.json", "plan.md");
        assertThat(content.keySet().stream().filter(path -> path.startsWith("files/")))
                .hasSameSizeAs(planned.target().ids());
        assertThat(content.get("files/10.0.2.103/home/data/dsc2_config/dm.ini"))
                .isEqualTo(planned.target().bytes(new FileId("10.0.2.103", "/home/data/dsc2_config/dm.ini")));
        assertThat(content.keySet().stream().filter(path -> path.startsWith("staged/")))
                .containsExactly(
                        "staged/10.0.2.101/home/data/dmasvrmal.ini",
                        "staged/10.0.2.101/home/data/dmdcr_cfg_bak.ini",
                        "staged/10.0.2.101/home/data/dsc0_config/dmmal.ini",
                        "staged/10.0.2.102/home/data/dmasvrmal.ini",
                        "staged/10.0.2.102/home/data/dmdcr_cfg_bak.ini",
                        "staged/10.0.2.102/home/data/dsc1_config/dmmal.ini",
                        "staged/monitor/home/data/cssm/dmcssm.ini");
        assertThat(content.get("staged/10.0.2.101/home/data/dmdcr_cfg_bak.ini")).isEqualTo(base.bytes(Example.DCR_1));
        assertThat(new String(content.get("plan.json"), UTF_8)).contains("\"rehearsal\" : {");
    }

    @Test
    void files_keep_their_permissions() {
        PlanResult.Planned secret = new PlanResult.Planned(
                planned.plan(),
                planned.target().withMode(Example.MONITOR, 0b110_100_000),
                planned.rehearsal(),
                planned.notes());
        Map<String, Integer> modes =
                PlanDirectory.of(secret, base, Locale.ENGLISH).modes();

        assertThat(modes.get("files/monitor/home/data/cssm/dmcssm.ini")).isEqualTo(0b110_100_000);
        assertThat(modes).doesNotContainKey("plan.md");
    }

    @Test
    void a_file_without_a_place_in_a_directory_tree_is_refused() {
        FileId nowhere = new FileId("10.0.2.101", "relative.ini");
        PlanResult.Planned odd = new PlanResult.Planned(
                planned.plan(), planned.target().with(nowhere, new byte[0]), planned.rehearsal(), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlanDirectory.of(odd, base, Locale.ENGLISH))
                .withMessage("no place in a directory tree: 10.0.2.101:relative.ini");
    }

    @Test
    void passwords_are_placeholders() {
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
