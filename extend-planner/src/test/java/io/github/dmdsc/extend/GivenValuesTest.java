package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.values.Answers;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that the request gives: each is planned, or refused with one finding at its option. */
class GivenValuesTest {
    private static final ClusterFiles BASE = Example.files();

    private static ExtendRequest with(String name, String value) {
        return Example.request().putValues(name, value).build();
    }

    /** Returns the only error of a request. */
    private static Finding error(ClusterFiles files, ExtendRequest request) {
        PlanResult result = ExtendPlanner.plan(files, request);
        assertThat(result).isInstanceOf(PlanResult.Rejected.class);
        List<Finding> errors = ((PlanResult.Rejected) result)
                .findings().stream().filter(Finding::isBlocking).toList();
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "BUFFER, 8000",
        "TEMP_PATH, /dmtemp",
        "BAK_PATH, /dmbak/DSC2",
        "CTL_BAK_PATH, /x",
        "DSC_N_POOLS, 40",
        "ARCH_INI, 0"
    })
    void a_parameter_that_the_nodes_share_may_be_given(String key, String value) {
        ClusterFiles files = BASE;
        for (FileId dmIni : List.of(Example.DM_INI_1, Example.DM_INI_2)) {
            files = Example.set(files, dmIni, "TEMP_PATH", "/home/data/temp");
            files = Example.set(files, dmIni, "BAK_PATH", "/home/data/bak");
        }

        PlanResult.Planned planned = Example.planned(files, with("dm." + key, value));

        assertThat(Example.onNewHost(planned, "/home/data/dsc2_config/dm.ini"))
                .containsPattern("(?m)^\\s*" + key + "=" + value + "(?:\\s|$)");
    }

    @Test
    void archiving_is_refused_at_the_value_if_no_node_has_a_dmarch_ini() {
        ClusterFiles files = BASE;
        for (FileId dmIni : List.of(Example.DM_INI_1, Example.DM_INI_2)) {
            files = Example.set(files, dmIni, "ARCH_INI", "0")
                    .without(dmIni.sibling(dmIni.directory() + "/dmarch.ini"));
        }

        Finding error = error(files, with("dm.ARCH_INI", "1"));

        assertThat(error.ruleId()).isEqualTo("EXT-0103");
        assertThat(error.variant()).isEqualTo("archives");
        assertThat(error.primary()).hasToString("request.values dm.ARCH_INI");
        assertThat(error.parameters()).containsEntry("value", 1);
    }

    @ParameterizedTest
    @CsvSource({
        "css.DCR_EP_NAME, css1, DCR_EP_NAME, request.cssName",
        "asm.DCR_EP_NAME, asm1, DCR_EP_NAME, request.asmName",
        "dm.INSTANCE_NAME, dsc1, DCR_EP_NAME, request.dbName",
        "dmmal.section, MAL_INST1, section, request.values dmmal.section",
        "dmasvrmal.section, mal_inst1, section, request.values dmasvrmal.section"
    })
    void a_name_of_another_node_is_refused_once(String family, String value, String key, String option) {
        Finding error = error(BASE, with(family, value));

        assertThat(error.ruleId()).isEqualTo("EXT-0103");
        assertThat(error.variant()).isEqualTo("taken");
        assertThat(error.primary()).hasToString(option);
        assertThat(error.related()).hasSize(1);
        assertThat(error.parameters()).containsEntry("key", key).containsEntry("value", value);
    }

    /** A DBLink partner stands in dmmal.ini only. */
    @Test
    void the_name_of_a_partner_is_refused_once() {
        ClusterFiles files = BASE;
        for (FileId mal : List.of(Example.MAL_1, Example.MAL_2)) {
            String text = new String(files.bytes(mal), StandardCharsets.UTF_8)
                    + "\n[PARTNER]\nMAL_INST_NAME = FAR\nMAL_HOST = 10.9.9.9\nMAL_PORT = 5300\n"
                    + "MAL_INST_HOST = 10.9.9.9\nMAL_INST_PORT = 5236\n";
            files = files.with(mal, text.getBytes(StandardCharsets.UTF_8));
        }

        Finding error = error(files, Example.request().dbName("FAR").build());

        assertThat(error.variant()).isEqualTo("taken");
        assertThat(error.related().get(0).path()).isEqualTo(Example.MAL_1.path());
    }

    @Test
    void a_name_that_is_too_long_is_refused_once() {
        Finding error =
                error(BASE, Example.request().dbName("A2345678901234567").build());

        assertThat(error.ruleId()).isEqualTo("EXT-0103");
        assertThat(error.primary()).hasToString("request.dbName");
        assertThat(error.parameters()).containsEntry("allowed", "≤ 16 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "dm.CONFIG_PATH, /dm data/dsc2, request.configPath",
        "dm.INSTANCE_NAME, A b, request.dbName",
        "bin, /dm 8/bin, request.binDirectory",
        "dmdcr.path, /dm data/dmdcr.ini, request.values dmdcr.path"
    })
    void a_text_that_no_command_can_hold_is_refused_once(String family, String value, String option) {
        Finding error = error(BASE, with(family, value));

        assertThat(error.ruleId()).isEqualTo("EXT-0105");
        assertThat(error.primary()).hasToString(option);
        assertThat(error.parameters()).containsEntry("value", value);
    }

    @Test
    void a_monitor_whose_path_has_a_blank_is_refused_once() {
        FileId monitor = new FileId("monitor2", "/dm data/dmcssm.ini");

        Finding error = error(
                BASE.without(Example.MONITOR),
                Example.request().monitor(monitor).build());

        assertThat(error.ruleId()).isEqualTo("EXT-0105");
        assertThat(error.primary()).hasToString("request.monitor");
    }

    @ParameterizedTest
    @CsvSource({
        "bin, /, request.binDirectory",
        "dm.CONFIG_PATH, /, request.configPath",
        "dmdcr.path, dmdcr.ini, request.values dmdcr.path"
    })
    void the_root_and_relative_paths_are_refused_once(String family, String value, String option) {
        Finding error = error(BASE, with(family, value));

        assertThat(error.ruleId()).isEqualTo("EXT-0103");
        assertThat(error.primary()).hasToString(option);
        assertThat(error.parameters()).containsEntry("value", value).containsEntry("allowed", "/…");
    }

    @Test
    void given_paths_are_planned_without_double_slashes_and_slashes_at_the_end() {
        ExtendRequest request = Example.request()
                .binDirectory("/dm8//bin/")
                .configPath("/home//data/own/")
                .monitor(new FileId("monitor2", "/home//cssm/./dmcssm.ini"))
                .putValues("dmdcr.path", "/home/data//dmdcr.ini")
                .putValues("dm.TEMP_PATH", "/dmtemp//dsc2/")
                .putValues("dmarch.ARCHIVE_LOCAL1.ARCH_DEST", "/dmarch//dsc2/")
                .build();

        PlanResult.Planned planned = Example.planned(BASE.without(Example.MONITOR), request);

        assertThat(planned.target().ids()).contains(new FileId("monitor2", "/home/cssm/dmcssm.ini"));
        assertThat(Example.onNewHost(planned, "/home/data/dmdcr.ini"))
                .contains("DMDCR_ASM_STARTUP_CMD=/dm8/bin/dmasmsvr dcr_ini=/home/data/dmdcr.ini\n")
                .contains("=/dm8/bin/dmserver path=/home/data/own/dm.ini dcr_ini=/home/data/dmdcr.ini\n");
        assertThat(Example.onNewHost(planned, "/home/data/own/dm.ini"))
                .containsPattern("CONFIG_PATH=/home/data/own\\s")
                .containsPattern("TEMP_PATH=/dmtemp/dsc2\\s");
        assertThat(Example.onNewHost(planned, "/home/data/own/dmarch.ini"))
                .containsPattern("ARCH_DEST=/dmarch/dsc2\\s");
    }

    @Test
    void a_cluster_that_has_the_node_has_its_directory_with_a_slash_at_the_end_too() {
        ClusterFiles files = Example.set(BASE, Example.DM_INI_2, "CONFIG_PATH", "/home/data/dsc1_config/");

        PlanResult result = ExtendPlanner.plan(
                files,
                ExtendRequest.forHost("10.0.2.102")
                        .configPath("/home/data/dsc1_config/")
                        .build());

        assertThat(result).isInstanceOf(PlanResult.AlreadyExtended.class);
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\dm\\\\bin\\, C:\\dm\\bin",
        "c:/dm//bin/, C:/dm/bin",
        "/dm\\bin/, /dm\\bin/",
        "dm//bin, dm//bin",
        "+DMARCH//arch, +DMARCH//arch"
    })
    void a_path_keeps_its_separators_and_other_texts_stay(String given, String normal) {
        ExtendRequest request = Example.request().binDirectory(given).build();

        assertThat(new Answers(request).request().binDirectory()).contains(normal);
    }

    @Test
    void log_files_that_differ_in_letter_case_only_are_one() {
        Finding error = error(
                BASE,
                Example.request()
                        .logFiles(List.of("+DMLOG/a.log", "+DMLOG/A.log"))
                        .build());

        assertThat(error.ruleId()).isEqualTo("EXT-0110");
        assertThat(error.primary()).hasToString("request.logFiles");
    }

    @Test
    void a_disk_group_in_two_letter_cases_is_one_group() {
        PlanResult.Planned planned = Example.planned(
                BASE,
                Example.request()
                        .logFiles(List.of("+DMLOG/a.log", "+dmlog/b.log"))
                        .build());

        assertThat(planned.plan().steps())
                .flatMap(step -> step.action() instanceof Look.ShowSpace space ? space.groups() : List.of())
                .extracting(Look.ShowSpace.Need::group, Look.ShowSpace.Need::megabytes)
                .containsOnlyOnce(tuple("DMLOG", 512))
                .doesNotContain(tuple("dmlog", 256));
    }

    @Test
    void a_log_file_of_another_node_is_refused_at_the_option() {
        ClusterFiles files =
                BASE.with(Example.DMDCR_1.sibling("/home/data/dminit.ini"), """
                [DSC0]
                LOG_PATH = +DMLOG/dsc0_a.log
                LOG_PATH = +DMLOG/dsc0_b.log
                """.getBytes(StandardCharsets.UTF_8));

        Finding error = error(
                files,
                Example.request()
                        .logFiles(List.of("+DMLOG/x.log", "+DMLOG/DSC0_A.log"))
                        .build());

        assertThat(error.variant()).isEqualTo("taken");
        assertThat(error.primary()).hasToString("request.logFiles");
        assertThat(error.related().get(0).path()).isEqualTo("/home/data/dminit.ini");
        assertThat(error.parameters()).containsEntry("value", "+DMLOG/DSC0_A.log");
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/dcrv/a;/dev/dcrv/b;/dev/dcrv/c;/dev/dcrv/d;/dev/dcrv/e;/dev/dcrv/f, DSC-0401",
        "/dev/sdb, DSC-0115",
        "/dev/dcrv/a;/dev/dcrv//a;/dev/dcrv/b, DSC-0115"
    })
    void wrong_dcrv_disks_are_reported_at_their_option(String disks, String rule) {
        Finding error = error(
                OtherClustersTest.mirror(BASE),
                Example.request().dcrvDisks(List.of(disks.split(";"))).build());

        assertThat(error.ruleId()).isEqualTo(rule);
        assertThat(error.primary()).hasToString("request.dcrvDisks");
        assertThat(error.related()).extracting(place -> place.path()).containsExactly(Example.DCR_1.path());
    }

    @ParameterizedTest
    @CsvSource({"DMDCR_ASM_STARTUP_CMD, DMDCR_ASM_RESTART_INTERVAL", "DMDCR_DB_STARTUP_CMD, DMDCR_DB_RESTART_INTERVAL"})
    void an_empty_command_leaves_the_key_out_and_turns_the_restart_off(String command, String interval) {
        ClusterFiles files = BASE;
        for (FileId dmdcr : List.of(Example.DMDCR_1, Example.DMDCR_2)) {
            files = Example.set(files, dmdcr, interval, "30");
        }

        PlanResult.Planned planned = Example.planned(files, with("dmdcr." + command, ""));

        assertThat(Example.onNewHost(planned, "/home/data/dmdcr.ini"))
                .doesNotContain(command)
                .containsPattern("(?m)^\\s*" + interval + "=0(?:\\s|$)");
        assertThat(planned.notes()).extracting(Finding::ruleId).doesNotContain("DSC-0403");
    }

    @Test
    void a_monitor_to_set_up_is_ignored_if_the_cluster_has_one() {
        PlanResult.Planned planned = Example.planned(
                BASE,
                Example.request().monitor(new FileId("mon9", "/x/dmcssm.ini")).build());

        assertThat(planned.notes())
                .filteredOn(note -> note.ruleId().equals("EXT-0202"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.variant()).isEqualTo("monitor");
                    assertThat(note.primary()).hasToString("request.monitor");
                    assertThat(note.parameters()).containsEntry("monitors", List.of(Example.MONITOR));
                });
    }

    @Test
    void dcrv_disks_are_ignored_in_the_dmasm_edition() {
        PlanResult.Planned planned =
                Example.planned(BASE, Example.request().addDcrvDisks("/d").build());

        assertThat(planned.notes())
                .filteredOn(note -> note.ruleId().equals("EXT-0202"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.variant()).isEqualTo("dcrv");
                    assertThat(note.primary()).hasToString("request.dcrvDisks");
                });
    }
}
