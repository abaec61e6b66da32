package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unusual but legal file trees: if the check allows them, they are planned or refused with a specific finding. */
class OddTreesTest {
    private static final ClusterFiles BASE = Example.files();

    private static ClusterFiles edited(ClusterFiles files, FileId file, String from, String to) {
        String text = new String(files.bytes(file), StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        return files.with(file, text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Moves dm.ini on both nodes. */
    private static ClusterFiles moved(String first, String second) {
        return moved(moved(BASE, Example.DM_INI_1, Example.DMDCR_1, first), Example.DM_INI_2, Example.DMDCR_2, second);
    }

    private static ClusterFiles moved(ClusterFiles files, FileId dmIni, FileId dmdcr, String to) {
        return edited(files, dmdcr, "path=" + dmIni.path(), "path=" + to)
                .with(dmIni.sibling(to), files.bytes(dmIni))
                .without(dmIni);
    }

    @ParameterizedTest
    @CsvSource({
        "/home/data/dm0/dm.ini, /home/data/dm1/dm.ini, /home/data/dm2/dm.ini",
        "/home/data/dm.ini, /home/data/dm.ini, /home/data/dm.ini",
        "/home/data/dsc0_config/dsc0.ini, /home/data/dsc1_config/dsc1.ini, /home/data/dsc2_config/dsc2.ini",
        "/home/data/dsc0_config/ini/dm.ini, /home/data/dsc1_config/ini/dm.ini, /home/data/dsc2_config/ini/dm.ini",
    })
    void the_startup_command_gives_the_place_of_dm_ini(String first, String second, String fresh) {
        PlanResult.Planned planned =
                Example.planned(moved(first, second), Example.manualRequest().build());

        assertThat(planned.target().contains(new FileId("10.0.2.103", fresh))).isTrue();
        assertThat(new String(
                        planned.target().bytes(new FileId("10.0.2.103", "/home/data/dmdcr.ini")),
                        StandardCharsets.ISO_8859_1))
                .contains("path=" + fresh);
        assertThat(planned.plan().steps()).extracting(Step::id).anyMatch(id -> id.endsWith("10.0.2.103:" + fresh));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAL_INI", "DSC_N_POOLS", "DSC_USE_SBT"})
    void a_parameter_that_the_plan_does_not_use_may_have_two_values(String key) {
        ClusterFiles files = withLine(withLine(BASE, Example.DM_INI_1, key + " = 0"), Example.DM_INI_1, key + " = 1");

        assertThat(Example.planned(files, Example.manualRequest().build()).notes())
                .extracting(Finding::ruleId)
                .contains("INI-0124")
                .doesNotContain("INI-0105");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PORT_NUM = 5999", "CTL_PATH = +DMDATA/other/dm.ctl", "ARCH_INI = 0"})
    void two_values_of_a_parameter_that_the_plan_needs_are_refused(String line) {
        PlanResult result = ExtendPlanner.plan(
                withLine(BASE, Example.DM_INI_2, line), Example.manualRequest().build());

        assertThat(((PlanResult.Rejected) result).findings())
                .filteredOn(Finding::isBlocking)
                .extracting(Finding::ruleId)
                .containsExactly("EXT-0119");
    }

    private static ClusterFiles withLine(ClusterFiles files, FileId file, String line) {
        String text = new String(files.bytes(file), StandardCharsets.ISO_8859_1);
        return files.with(file, (text + "\n" + line + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void the_files_may_include_a_directory_of_the_new_host() {
        ClusterFiles files =
                BASE.with(new FileId("10.0.2.103", "/etc/notes.ini"), "a = b\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(Example.planned(files, Example.manualRequest().build()).notes())
                .extracting(Finding::ruleId)
                .contains("CLU-0107");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"/opt/dmdbms/bin/dmserver\" path=%s dcr_ini=%s",
                "su - dmdba -c '/opt/dmdbms/bin/dmserver path=%s dcr_ini=%s'",
                "nohup /opt/dmdbms/bin/dmserver path=%s dcr_ini=%s &",
                "sh -c \"/opt/dmdbms/bin/dmserver path=%s dcr_ini=%s\"",
                "LD_LIBRARY_PATH=/opt/dmdbms/bin /opt/dmdbms/bin/dmserver path=%s dcr_ini=%s",
                "su - dmdba -c \"/opt/dmdbms/bin/dmserver path='%s' dcr_ini=%s\"",
            })
    void a_startup_command_is_recognised_inside_another_command(String command) {
        ClusterFiles files = BASE;
        for (FileId dmdcr : new FileId[] {Example.DMDCR_1, Example.DMDCR_2}) {
            FileId dmIni = dmdcr.equals(Example.DMDCR_1) ? Example.DM_INI_1 : Example.DM_INI_2;
            files = Example.set(
                    files, dmdcr, "DMDCR_DB_STARTUP_CMD", command.formatted(dmIni.path(), "/home/data/dmdcr.ini"));
        }
        PlanResult.Planned planned =
                Example.planned(files, Example.manualRequest().build());

        assertThat(new String(
                        planned.target().bytes(new FileId("10.0.2.103", "/home/data/dmdcr.ini")),
                        StandardCharsets.ISO_8859_1))
                .contains(command.formatted("/home/data/dsc2_config/dm.ini", "/home/data/dmdcr.ini"));
    }
}
