package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Decision;
import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values of the new node that follow from the files, and the questions about those that do not. */
class InferredNodeTest {
    private static final ClusterFiles BASE = Example.files();

    private static ClusterFiles bothDmdcr(ClusterFiles base, String key, String first, String second) {
        return Example.set(Example.set(base, Example.DMDCR_1, key, first), Example.DMDCR_2, key, second);
    }

    @Test
    void a_minimal_request_leaves_the_questions_that_no_file_answers() {
        List<Question> questions =
                Example.questions(BASE, ExtendRequest.forHost("10.0.2.103").build());

        assertThat(questions)
                .extracting(question ->
                        question.attribute() + " " + question.suggestion().orElse("-"))
                .containsExactly(
                        "serviceHost 192.168.56.103",
                        "logFiles +DMDATA/data/dsc/DSC2_log01.log,+DMDATA/data/dsc/DSC2_log02.log",
                        "logSize -");
        assertThat(questions.get(0).evidence())
                .extracting(Evidence::value)
                .containsExactly("192.168.56.101", "192.168.56.102");
    }

    @Test
    void no_host_with_a_node_is_suggested_for_a_monitor() {
        assertThat(Example.questions(
                        BASE.without(Example.MONITOR), Example.request().build()))
                .singleElement()
                .satisfies(question -> assertThat(question.suggestion()).isEmpty());
    }

    /** The new node takes the first node's spelling, without a question. */
    @ParameterizedTest
    @CsvSource({
        "dmdcr.ini, DMDCR_MAL_PATH, /home/data/dmasvrmal.ini, /home//data/dmasvrmal.ini",
        "dmdcr.ini, DMDCR_PATH, /dev/raw/raw1, /dev/raw/raw1/",
        "dmdcr.ini, DMDCR_ASM_STARTUP_CMD, /opt/dmdbms/bin/dmasmsvr dcr_ini=/home/data/dmdcr.ini,"
                + " /opt/dmdbms/bin//dmasmsvr   dcr_ini=/home/data/dmdcr.ini",
        "dmdcr.ini, DMDCR_ASM_STARTUP_CMD, /opt/dmdbms/bin//dmasmsvr dcr_ini=/home/data/dmdcr.ini,"
                + " /opt/dmdbms/bin/dmasmsvr dcr_ini=/home/data/dmdcr.ini",
        "dsc2_config/dm.ini, BAK_PATH, +DMDATA/data/dsc/bak, +DMDATA/data/dsc/bak/",
        "dsc2_config/dm.ini, SYSTEM_PATH, +DMDATA/data/dsc/, +DMDATA/data/dsc",
        "dsc2_config/dm.ini, SOME_PATH, /some/where/, /some/where",
    })
    void a_path_that_is_spelt_in_two_ways_is_one_path(String file, String key, String first, String second) {
        boolean dmdcr = file.equals("dmdcr.ini");
        ClusterFiles files = Example.set(BASE, dmdcr ? Example.DMDCR_1 : Example.DM_INI_1, key, first);
        files = Example.set(files, dmdcr ? Example.DMDCR_2 : Example.DM_INI_2, key, second);

        PlanResult.Planned planned = Example.planned(files, Example.request().build());

        assertThat(Example.onNewHost(planned, "/home/data/" + file)).contains(key + "=" + first);
        assertThat(Example.decision(planned, "bin").value()).isEqualTo("/opt/dmdbms/bin");
    }

    @Test
    void directories_of_the_nodes_that_are_spelt_in_two_ways_continue() {
        ClusterFiles files = Example.set(BASE, Example.DM_INI_1, "TRACE_PATH", "/trace/1/");
        files = Example.set(files, Example.DM_INI_2, "TRACE_PATH", "/trace/2");
        files = Example.set(files, Example.DM_INI_1, "CONFIG_PATH", "/home//data/dsc0_config");
        files = bothDmdcr(
                files,
                "DMDCR_DB_STARTUP_CMD",
                "/opt/dmdbms/bin/dmserver path=/home/data/dsc0_config/dm.ini dcr_ini=/home/data/dmdcr.ini",
                "/opt/dmdbms/bin//dmserver  path=/home/data/dsc1_config/dm.ini dcr_ini=/home/data/dmdcr.ini");

        PlanResult.Planned planned = Example.planned(files, Example.request().build());

        assertThat(Example.decision(planned, "dm.TRACE_PATH").value()).isEqualTo("/trace/3");
        assertThat(Example.decision(planned, "dm.CONFIG_PATH").value()).isEqualTo("/home/data/dsc2_config");
        assertThat(Example.decision(planned, "dmdcr.DMDCR_DB_STARTUP_CMD").value())
                .isEqualTo("/opt/dmdbms/bin/dmserver path=/home/data/dsc2_config/dm.ini"
                        + " dcr_ini=/home/data/dmdcr.ini");
    }

    @Test
    void disk_paths_that_are_spelt_in_two_ways_are_equal() {
        PlanResult.Planned planned = Example.planned(
                Example.bothDcr(5, "DCR_EP_ASM_LOAD_PATH", "/dev/raw", "/dev/raw/"),
                Example.request().build());

        assertThat(Example.decision(planned, "asm.DCR_EP_ASM_LOAD_PATH")).satisfies(path -> {
            assertThat(path.value()).isEqualTo("/dev/raw");
            assertThat(path.how()).isEqualTo(Decision.How.SAME);
            assertThat(path.evidence()).extracting(Evidence::value).containsExactly("/dev/raw", "/dev/raw/");
        });
    }

    @Test
    void the_program_directory_follows_from_startup_commands_or_is_asked_for() {
        ClusterFiles two = bothDmdcr(
                BASE,
                "DMDCR_ASM_STARTUP_CMD",
                "/opt/asm/dmasmsvr dcr_ini=/home/data/dmdcr.ini",
                "/opt/asm/dmasmsvr dcr_ini=/home/data/dmdcr.ini");
        ClusterFiles none = BASE;
        for (FileId dmdcr : List.of(Example.DMDCR_1, Example.DMDCR_2)) {
            none = Example.remove(none, dmdcr, "DMDCR_ASM_STARTUP_CMD");
            none = Example.remove(none, dmdcr, "DMDCR_DB_STARTUP_CMD");
        }

        assertThat(Example.decision(Example.planned(BASE, Example.request().build()), "bin"))
                .satisfies(bin -> {
                    assertThat(bin.value()).isEqualTo("/opt/dmdbms/bin");
                    assertThat(bin.evidence()).hasSize(4);
                });
        assertThat(Example.questions(two, Example.request().build()))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.attribute()).isEqualTo("binDirectory");
                    assertThat(question.suggestion()).contains("/opt/dmdbms/bin");
                    assertThat(question.evidence())
                            .extracting(Evidence::value)
                            .containsExactly("/opt/dmdbms/bin", "/opt/asm", "/opt/dmdbms/bin", "/opt/asm");
                });
        assertThat(Example.questions(none, Example.request().build()))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.suggestion()).isEmpty();
                    assertThat(question.evidence()).isEmpty();
                });
    }

    @Test
    void the_question_about_dcrv_disks_shows_their_directory() {
        assertThat(Example.questions(
                        OtherClustersTest.mirror(BASE), Example.request().build()))
                .singleElement()
                .satisfies(question -> assertThat(question.evidence())
                        .extracting(seen -> seen.at() + " " + seen.value())
                        .singleElement()
                        .asString()
                        .startsWith("10.0.2.101:/home/data/dmdcr_cfg_bak.ini:")
                        .endsWith(" /dev/dcrv"));
    }

    @ParameterizedTest
    @CsvSource({"+DCRV/d0", "''", "'/dev/d0,'"})
    void a_dcrv_disk_is_a_local_path(String disks) {
        assertThat(ExtendPlanner.plan(
                        OtherClustersTest.mirror(BASE),
                        Example.request().addDcrvDisks(disks.split(",", -1)).build()))
                .isInstanceOfSatisfying(
                        PlanResult.Rejected.class,
                        rejected -> assertThat(rejected.findings())
                                .filteredOn(finding -> finding.ruleId().equals("EXT-0103"))
                                .singleElement()
                                .satisfies(
                                        finding -> assertThat(finding.primary()).hasToString("request.dcrvDisks")));
    }

    @Test
    void the_new_node_lacks_parameters_that_only_some_siblings_have() {
        ClusterFiles files = BASE;
        for (FileId dcr : List.of(Example.DCR_1, Example.DCR_2)) {
            files = Example.set(files, dcr, 8, "DCR_CHECK_PORT", "9741");
        }
        for (FileId mal : List.of(Example.MAL_1, Example.MAL_2)) {
            files = Example.set(files, mal, 1, "MAL_LINK_MAGIC", "7");
        }
        PlanResult.Planned planned = Example.planned(files, Example.request().build());

        assertThat(new String(planned.target().bytes(Example.DCR_1), StandardCharsets.UTF_8).split("CHECK_PORT", -1))
                .hasSize(2);
        assertThat(Example.onNewHost(planned, "/home/data/dsc2_config/dmmal.ini")
                        .split("MAL_LINK_MAGIC", -1))
                .hasSize(2);
    }

    @Test
    void a_parameter_that_every_sibling_has_twice_occurs_twice() {
        ClusterFiles files = BASE;
        for (FileId dcr : List.of(Example.DCR_1, Example.DCR_2)) {
            String text = new String(files.bytes(dcr), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^(DCR_EP_NAME = CSS.*)$", "$1\nDCR_EP_NOTE = a\nDCR_EP_NOTE = b");
            files = files.with(dcr, text.getBytes(StandardCharsets.UTF_8));
        }
        PlanResult.Planned planned = Example.planned(files, Example.request().build());
        IniDocument dcr = IniDocument.parse(planned.target().bytes(Example.DCR_1));

        assertThat(dcr.sections("GRP_CSS").get(2).all("DCR_EP_NOTE"))
                .extracting(IniEntry::value)
                .containsExactly("a", "b");
    }

    @Test
    void the_new_node_lacks_parameters_that_the_first_node_lacks() {
        ClusterFiles files = Example.set(BASE, Example.DM_INI_2, "BAK_PATH_2", "/home/data/dsc0_config/bak");
        PlanResult.Planned planned = Example.planned(files, Example.request().build());

        assertThat(Example.onNewHost(planned, "/home/data/dsc2_config/dm.ini")).doesNotContain("BAK_PATH_2");
    }

    @Test
    void values_continue_in_the_order_of_the_nodes() {
        ClusterFiles files = BASE;
        for (FileId mal : List.of(Example.MAL_1, Example.MAL_2)) {
            String swapped = new String(files.bytes(mal), StandardCharsets.UTF_8)
                    .replace("DSC0", "?")
                    .replace("DSC1", "DSC0")
                    .replace("?", "DSC1")
                    .replace("10.0.2.101", "?")
                    .replace("10.0.2.102", "10.0.2.101")
                    .replace("?", "10.0.2.102")
                    .replace("mal_port = 9340", "mal_port = 9400")
                    .replace("mal_port = 9341", "mal_port = 9350");
            files = files.with(mal, swapped.getBytes(StandardCharsets.UTF_8));
        }
        PlanResult.Planned planned = Example.planned(files, Example.request().build());

        assertThat(Example.decision(planned, "dmmal.MAL_PORT").value()).isEqualTo("9450");
    }

    @Test
    void ports_in_dmdcr_ini_take_precedence() {
        ClusterFiles files = bothDmdcr(BASE, "DMDCR_CSS_PORT", "9801", "9802");
        files = bothDmdcr(files, "DMDCR_ASM_PORT", "9811", "9812");
        files = Example.set(files, Example.MONITOR, "CSSM_CSS_IP", "10.0.2.101:9801");
        String monitor = new String(files.bytes(Example.MONITOR), StandardCharsets.UTF_8)
                .replace("10.0.2.102:9343", "10.0.2.102:9802");
        files = files.with(Example.MONITOR, monitor.getBytes(StandardCharsets.UTF_8));
        PlanResult.Planned planned = Example.planned(files, Example.request().build());

        assertThat(Example.onNewHost(planned, "/home/data/dmdcr.ini"))
                .contains("DMDCR_CSS_PORT=9803", "DMDCR_ASM_PORT=9813");
        assertThat(new String(planned.target().bytes(Example.MONITOR), StandardCharsets.UTF_8))
                .contains("10.0.2.103:9803");
        assertThat(ports(planned)).isEqualTo("9803, 9813, 5236, 7238, 9342");
        assertThat(Example.decision(planned, "dmdcr.DMDCR_CSS_PORT").how()).isEqualTo(Decision.How.PROGRESSION);
    }

    private static String ports(PlanResult.Planned planned) {
        return planned.plan().steps().stream()
                .filter(step -> step.id().equals("ports-free"))
                .map(step -> ((Look.ListPorts) step.action()).ports())
                .findFirst()
                .orElseThrow()
                .toString()
                .replaceAll("[\\[\\]]", "");
    }

    @Test
    void the_plan_checks_every_port_of_the_new_node() {
        ClusterFiles files = Example.bothDcr(8, "DCR_CHECK_PORT", "9741", "9742");
        for (FileId mal : List.of(Example.MAL_1, Example.MAL_2)) {
            for (int node = 0; node < 2; node++) {
                files = Example.set(files, mal, node + 1, "mal_dw_port", Integer.toString(7000 + node));
                files = Example.set(files, mal, node + 1, "mal_inst_dw_port", Integer.toString(7100 + node));
            }
        }
        PlanResult.Planned planned = Example.planned(files, Example.request().build());

        assertThat(ports(planned)).isEqualTo("9345, 9353, 5236, 9743, 7238, 9342, 7002, 7102");
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.56.101, 192.168.56.102, 192.168.56.101:5236, 192.168.56.103:5236",
        "fe80::1, fe80::2, [fe80::1]:5236, [fe80::3]:5236",
        "*, *, localhost:5236, localhost:5236",
        "0.0.0.0, 0.0.0.0, localhost:5236, localhost:5236"
    })
    void instances_are_asked_at_the_address_at_which_they_listen(
            String first, String second, String old, String fresh) {
        ClusterFiles files = Example.set(BASE, Example.DM_INI_1, "INSTANCE_ADDR", first);
        files = Example.set(files, Example.DM_INI_2, "INSTANCE_ADDR", second);
        boolean own = !first.equals(second);
        ExtendRequest request = own
                ? Example.request()
                        .putValues("dm.INSTANCE_ADDR", first.substring(0, first.length() - 1) + "3")
                        .build()
                : Example.request().build();

        assertThat(Example.planned(files, request).plan().steps().stream()
                        .flatMap(step -> step.command().stream())
                        .filter(ToolCommand.Sql.class::isInstance))
                .extracting(words -> ((ToolCommand.Sql) words).login())
                .containsOnly("SYSDBA/${DMDSC_SYSDBA_PASSWORD}@" + old, "SYSDBA/${DMDSC_SYSDBA_PASSWORD}@" + fresh);
    }

    @Test
    void each_instance_is_queried_on_its_own_port() {
        ClusterFiles files = Example.set(BASE, Example.DM_INI_1, "PORT_NUM", "5300");
        files = Example.set(files, Example.DM_INI_2, "PORT_NUM", "5301");
        for (FileId dcr : List.of(Example.DCR_1, Example.DCR_2)) {
            files = Example.set(files, dcr, 8, "DCR_EP_PORT", "5300");
            files = Example.set(files, dcr, 9, "DCR_EP_PORT", "5301");
        }
        for (FileId mal : List.of(Example.MAL_1, Example.MAL_2)) {
            files = Example.set(files, mal, 1, "mal_inst_port", "5300");
            files = Example.set(files, mal, 2, "mal_inst_port", "5301");
        }
        PlanResult.Planned planned = Example.planned(files, Example.request().build());

        assertThat(planned.plan().steps().stream()
                        .flatMap(step -> step.command().stream())
                        .filter(ToolCommand.Sql.class::isInstance))
                .extracting(words -> ((ToolCommand.Sql) words).login())
                .as("the first node's port, and the new node's port after the extension")
                .containsOnly(
                        "SYSDBA/${DMDSC_SYSDBA_PASSWORD}@localhost:5300",
                        "SYSDBA/${DMDSC_SYSDBA_PASSWORD}@localhost:5302");
        assertThat(Example.onNewHost(planned, "/home/data/dsc2_config/dm.ini")).contains("PORT_NUM=5302");
        assertThat(Example.onNewHost(planned, "/home/data/dsc2_config/dmmal.ini"))
                .contains("mal_inst_port=5302");
    }

    @ParameterizedTest
    @CsvSource({"mal_inst1, mal_inst0, mal_inst2", "mal_inst9, mal_inst10, mal_inst11"})
    void sections_of_a_mal_file_may_stand_in_any_order(String first, String second, String fresh) {
        ClusterFiles files = BASE;
        for (FileId mal : List.of(Example.MAL_1, Example.MAL_2)) {
            String swapped = new String(files.bytes(mal), StandardCharsets.UTF_8)
                    .replace("[mal_inst0]", "[?]")
                    .replace("[mal_inst1]", "[" + second + "]")
                    .replace("[?]", "[" + first + "]");
            files = files.with(mal, swapped.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(Example.decision(Example.planned(files, Example.request().build()), "dmmal.section")
                        .value())
                .isEqualTo(fresh);
    }

    /**
     * If settings rise from node to node, this says nothing about the next one: 12000 need not follow 4000 and 8000.
     */
    @ParameterizedTest
    @CsvSource({
        "dm.BUFFER, 4000, 8000",
        "dm.SVR_LOG, 0, 1",
        "dm.MESSAGE_CHECK, 1, 0",
        "dmdcr.DMDCR_DB_RESTART_INTERVAL, 0, 60",
        "dmdcr.DMDCR_ASM_TRACE_LEVEL, 1, 3",
    })
    void a_setting_that_differs_becomes_a_question_with_the_first_value(String family, String first, String second) {
        String key = family.replaceFirst(".*[.]", "");
        boolean dm = family.startsWith("dm.");
        ClusterFiles files = Example.set(BASE, dm ? Example.DM_INI_1 : Example.DMDCR_1, key, first);
        files = Example.set(files, dm ? Example.DM_INI_2 : Example.DMDCR_2, key, second);

        assertThat(Example.questions(files, Example.request().build()))
                .filteredOn(question -> question.name().equals(family))
                .singleElement()
                .satisfies(question -> assertThat(question.suggestion()).contains(first));
        PlanResult.Planned planned = Example.planned(
                files, Example.request().putValues(family, second).build());
        assertThat(Example.onNewHost(planned, dm ? "/home/data/dsc2_config/dm.ini" : "/home/data/dmdcr.ini"))
                .contains(key + "=" + second);
    }

    /** Each ASM server manages all disks, so the largest size is enough for the new one. */
    @ParameterizedTest
    @CsvSource({"20, 40", "40, 20"})
    void sizes_of_shared_memory_that_differ_are_asked_for_with_the_largest(String first, String second) {
        ClusterFiles files = Example.bothDcr(5, "DCR_EP_SHM_SIZE", first, second);

        assertThat(Example.questions(files, Example.request().build()))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.attribute()).isEqualTo("shmSize");
                    assertThat(question.suggestion()).contains("40");
                });
        assertThat(new String(
                        Example.planned(
                                        files,
                                        Example.request()
                                                .shmSize(Megabytes.of(30))
                                                .build())
                                .target()
                                .bytes(Example.DCR_1),
                        StandardCharsets.UTF_8))
                .contains("DCR_EP_SHM_SIZE = 30");
    }

    /** If such values rise from node to node, this says nothing about the next one: a new number might mean a new segment. */
    @ParameterizedTest
    @CsvSource({"MAL_LINK_MAGIC, 1, 2", "MAL_LINK_MAGIC, 5, 9", "MAL_NOTE, 1, 2"})
    void only_ports_of_a_mal_instance_continue_a_progression(String key, String first, String second) {
        ClusterFiles files = BASE;
        for (FileId mal : List.of(Example.MAL_1, Example.MAL_2)) {
            files = Example.set(Example.set(files, mal, 1, key, first), mal, 2, key, second);
        }

        assertThat(Example.questions(files, Example.request().build()))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.name()).isEqualTo("dmmal." + key);
                    assertThat(question.suggestion()).contains(first);
                });
        assertThat(Example.onNewHost(
                        Example.planned(
                                files,
                                Example.request()
                                        .putValues("dmmal." + key, second)
                                        .build()),
                        "/home/data/dsc2_config/dmmal.ini"))
                .contains("mal_inst_name=DSC2")
                .containsPattern("(?s)DSC2.*" + key + "=" + second);
    }

    /** The meaning of an unknown parameter is not known, so its next value is only a suggestion. */
    @ParameterizedTest
    @CsvSource({"1, 2, 1", "100, 50, 100", "rack1, rack2, rack3", "east, west, "})
    void an_unknown_parameter_of_endpoints_that_differs_is_asked_for(String first, String second, String suggestion) {
        ClusterFiles files = Example.bothDcr(5, "DCR_EP_PRIO", first, second);

        assertThat(Example.questions(files, Example.request().build()))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.name()).isEqualTo("asm.DCR_EP_PRIO");
                    assertThat(question.suggestion()).isEqualTo(Optional.ofNullable(suggestion));
                });
    }

    /** A port in dmdcr.ini takes precedence over the DCR, so it must be the port that the request gives. */
    @Test
    void the_ports_of_the_request_are_written_to_dmdcr_ini() {
        ClusterFiles files = bothDmdcr(BASE, "DMDCR_CSS_PORT", "9341", "9343");
        files = Example.set(files, Example.DMDCR_1, "DMDCR_ASM_PORT", "9352");
        ExtendRequest ports =
                Example.request().cssPort(Port.of(9500)).asmPort(Port.of(9501)).build();

        assertThat(Example.onNewHost(Example.planned(files, ports), "/home/data/dmdcr.ini"))
                .contains("DMDCR_CSS_PORT=9500", "DMDCR_ASM_PORT=9501");
    }

    @Test
    void one_given_name_is_used_everywhere() {
        PlanResult.Planned planned = Example.planned(
                BASE,
                Example.request()
                        .dbName("X9")
                        .asmName("Y9")
                        .cssName("Z9")
                        .dbPort(Port.of(5999))
                        .configPath("/home/data/x9_config/")
                        .build());

        assertThat(Example.onNewHost(planned, "/home/data/x9_config/dm.ini"))
                .contains("INSTANCE_NAME=X9", "PORT_NUM=5999", "CONFIG_PATH=/home/data/x9_config");
        assertThat(Example.onNewHost(planned, "/home/data/x9_config/dmmal.ini"))
                .contains("mal_inst_name=X9", "mal_inst_port=5999");
        assertThat(Example.onNewHost(planned, "/home/data/dmasvrmal.ini")).contains("MAL_INST_NAME=Y9");
        assertThat(Example.onNewHost(planned, "/home/data/dmdcr.ini")).contains("path=/home/data/x9_config/dm.ini");
        assertThat(new String(planned.target().bytes(Example.DCR_1), StandardCharsets.UTF_8))
                .contains("DCR_EP_NAME = X9", "DCR_EP_NAME = Y9", "DCR_EP_NAME = Z9", "DCR_EP_PORT = 5999");
    }

    @Test
    void names_without_a_pattern_become_a_question_with_the_old_names() {
        ClusterFiles files = BASE;
        for (FileId dcr : List.of(Example.DCR_1, Example.DCR_2)) {
            files = Example.set(files, dcr, 2, "DCR_EP_NAME", "alpha");
            files = Example.set(files, dcr, 3, "DCR_EP_NAME", "beta");
        }

        assertThat(Example.questions(files, Example.request().build()))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.attribute()).isEqualTo("cssName");
                    assertThat(question.evidence()).extracting(Evidence::value).containsExactly("alpha", "beta");
                });
    }

    @Test
    void a_single_node_leaves_more_questions() {
        GeneratedCluster one =
                new GeneratedCluster(ClusterLayout.builder().nodes(1).build());

        assertThat(Example.questions(one.files(), one.next(1)))
                .extracting(question ->
                        question.name() + " " + question.suggestion().orElse("-"))
                .contains(
                        "css.DCR_EP_NAME CSS1",
                        "css.DCR_EP_PORT 11000",
                        "asm.DCR_EP_SHM_KEY 70001",
                        "dm.CONFIG_PATH /data/DSC1_conf")
                .noneMatch(question -> question.matches("(dm.TRACE_PATH|dmdcr.path|dm.path|dmdcr.DMDCR_MAL_PATH) .*"));
    }
}
