package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.rehearse.Fault;
import io.github.dmdsc.extend.rehearse.Rescue;
import io.github.dmdsc.extend.render.HtmlPage;
import io.github.dmdsc.extend.render.Runbook;
import io.github.dmdsc.extend.render.StepTexts;
import io.github.dmdsc.extend.run.Proof;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped example with its files on drive D and backslashes in every path. */
class WindowsPathsTest {
    private static ClusterFiles windows() {
        Map<FileId, byte[]> files = new TreeMap<>();
        for (FileId file : Example.files().ids()) {
            String text = new String(Example.files().bytes(file), StandardCharsets.ISO_8859_1);
            StringBuilder moved = new StringBuilder();
            for (String line : text.split("(?<=\n)", -1)) {
                moved.append(line.contains("/home/data") || line.contains("/opt/dmdbms") ? backslashes(line) : line);
            }
            files.put(
                    new FileId(file.host(), file.path().replace("/home/data", "D:/dsc")),
                    moved.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
        return ClusterFiles.of(files);
    }

    private static String backslashes(String line) {
        int comment = line.indexOf('#') < 0 ? line.length() : line.indexOf('#');
        String value = line.substring(0, comment)
                .replace("/home/data", "D:/dsc")
                .replace("/opt/dmdbms", "D:/dmdbms")
                .replace('/', '\\');
        return value + line.substring(comment);
    }

    private static ClusterFiles unix(ClusterFiles windows) {
        Map<FileId, byte[]> files = new TreeMap<>();
        for (FileId file : windows.ids()) {
            StringBuilder moved = new StringBuilder();
            for (String line : new String(windows.bytes(file), StandardCharsets.ISO_8859_1).split("(?<=\n)", -1)) {
                moved.append(line.contains("D:\\") ? line.replace('\\', '/') : line);
            }
            String text = moved.toString().replace("D:/dsc", "/home/data").replace("D:/dmdbms", "/opt/dmdbms");
            files.put(
                    new FileId(file.host(), file.path().replace("D:/dsc", "/home/data")),
                    text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return ClusterFiles.of(files);
    }

    @Test
    void moving_the_files_to_a_drive_commutes_with_planning() {
        PlanResult.Planned planned =
                Example.planned(windows(), Example.manualRequest().build());
        PlanResult.Planned manual = Example.manual();
        String dmdcr = new String(
                planned.target().bytes(new FileId("10.0.2.103", "D:/dsc/dmdcr.ini")), StandardCharsets.ISO_8859_1);

        assertThat(unix(windows())).isEqualTo(Example.files());
        assertThat(unix(planned.target())).isEqualTo(manual.target());
        assertThat(dmdcr)
                .contains("D:\\dmdbms\\bin\\dmserver path=D:\\dsc\\dsc2_config\\dm.ini dcr_ini=D:\\dsc\\dmdcr.ini");
        assertThat(planned.plan().steps())
                .extracting(step -> step.id().replace("D:/dsc", "/home/data"))
                .isEqualTo(manual.plan().steps().stream().map(Step::id).toList());
    }

    @Test
    void steps_on_windows_have_instructions_and_no_command() {
        PlanResult.Planned planned =
                Example.planned(windows(), Example.manualRequest().build());
        StepTexts texts = new StepTexts(planned.plan(), Locale.ENGLISH);

        assertThat(planned.notes()).extracting(finding -> finding.ruleId()).contains("EXT-0204");
        assertThat(planned.plan().steps()).allSatisfy(step -> {
            assertThat(step.command()).isEmpty();
            boolean moved = step.action() instanceof Change.WriteFile || step.action() instanceof Change.CopyDirectory;
            assertThat(moved || !texts.instructions(step).isEmpty())
                    .as(step.id())
                    .isTrue();
        });
        assertThat(planned.plan().reinitialise())
                .allSatisfy(step -> assertThat(step.command()).isEmpty());
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertThat(Runbook.of(planned, locale)).doesNotContain("ssh ", "tar -", "mkdir ");
            assertThat(HtmlPage.of(planned, locale)).doesNotContain("ssh ", "tar -", "mkdir ");
        }
    }

    @Test
    void the_ways_back_on_windows_have_no_command() {
        PlanResult.Planned planned =
                Example.planned(windows(), Example.manualRequest().build());

        assertThat(Proof.of(planned.plan(), windows()).passed()).isTrue();
        assertThat(Proof.incident(planned.plan(), windows(), "copy-config", Fault.PARTIAL_EFFECT))
                .hasValueSatisfying(incident -> assertThat(incident.ways())
                        .flatExtracting(Rescue.Way::steps)
                        .filteredOn(step -> step.id().equals("undo.copy-config"))
                        .isNotEmpty()
                        .allSatisfy(step -> assertThat(step.command()).isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitor:d:/cssm/dmcssm.ini", "monitor:d:\\cssm\\dmcssm.ini"})
    void a_drive_letter_may_have_either_case(String monitor) {
        assertThat(FileId.parse(monitor)).isEqualTo(new FileId("monitor", "D:/cssm/dmcssm.ini"));
    }

    @Test
    void a_path_on_windows_must_begin_with_a_drive() {
        PlanResult result = ExtendPlanner.plan(
                windows(), Example.request().configPath("/dsc/dsc2_config").build());

        assertThat(((PlanResult.Rejected) result).findings())
                .filteredOn(finding -> finding.ruleId().equals("EXT-0103"))
                .extracting(finding -> finding.message().en())
                .contains("CONFIG_PATH = /dsc/dsc2_config is not allowed for the new node. Allowed: X:\\….");
    }
}
