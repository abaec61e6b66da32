package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.rehearse.Rehearsal;
import io.github.dmdsc.extend.rehearse.Requirement;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers to the planner's questions, and the findings about answers that are not possible. */
class AnsweredTest {
    private static final ClusterFiles BASE = Example.files();

    private static String text(PlanResult.Planned planned, FileId file) {
        return new String(planned.target().bytes(file), StandardCharsets.UTF_8).replaceAll("[ \t]*=[ \t]*", "=");
    }

    private static ClusterFiles bothDcr(ClusterFiles base, int section, String key, String first, String second) {
        ClusterFiles files = base;
        for (FileId dcr : files.ids().stream()
                .filter(file -> file.name().equals("dmdcr_cfg_bak.ini"))
                .toList()) {
            files = Example.set(files, dcr, section, key, first);
            files = Example.set(files, dcr, section + 1, key, second);
        }
        return files;
    }

    /** Returns the example with these startup commands on both nodes; {n} stands for the number of the node. */
    private static ClusterFiles startedWith(String asm, String first, String second) {
        ClusterFiles files = BASE;
        for (int node = 0; node < 2; node++) {
            FileId dmdcr = node == 0 ? Example.DMDCR_1 : Example.DMDCR_2;
            String db = (node == 0 ? first : second).replace("{n}", Integer.toString(node));
            files = Example.set(files, dmdcr, "DMDCR_ASM_STARTUP_CMD", asm);
            files = Example.set(files, dmdcr, "DMDCR_DB_STARTUP_CMD", db);
        }
        return files;
    }

    @ParameterizedTest
    @CsvSource({
        "/opt/dmdbms/bin/dmserver path=/home/data/dsc{n}_config/dm.ini dcr_ini=/home/data/dmdcr.ini, SAME,"
                + " /new/bin/dmserver path=/home/data/dsc2_config/dm.ini dcr_ini=/home/data/dmdcr.ini",
        "/opt/dmdbms/bin/dmserver path=/home/data/dsc{n}_config/dm.ini dcr_ini=/home/data/dmdcr.ini,"
                + "/dm8/bin/dmserver path=/home/data/dsc{n}_config/dm.ini dcr_ini=/home/data/dmdcr.ini,"
                + " /new/bin/dmserver path=/home/data/dsc2_config/dm.ini dcr_ini=/home/data/dmdcr.ini",
        "/opt/dmdbms/bin/DmServiceDSC{n} restart, SAME, /new/bin/DmServiceDSC2 restart",
    })
    void startup_commands_use_the_program_directory_of_the_request(String first, String second, String expected) {
        String asm = "/opt/dmdbms/bin/dmasmsvr dcr_ini=/home/data/dmdcr.ini";
        ClusterFiles files = startedWith(asm, first, second.equals("SAME") ? first : second);
        PlanResult.Planned planned = Example.planned(
                files, Example.request().binDirectory("/new/bin").build());

        assertThat(text(planned, new FileId("10.0.2.103", "/home/data/dmdcr.ini")))
                .contains("DMDCR_ASM_STARTUP_CMD=/new/bin/dmasmsvr dcr_ini=/home/data/dmdcr.ini\n")
                .contains("DMDCR_DB_STARTUP_CMD=" + expected);
        ExtendPlan elsewhere = ExtendPlan.builder()
                .from(planned.plan())
                .request(planned.plan().request().withBinDirectory("/other/bin"))
                .build();
        assertThat(Rehearsal.rehearse(elsewhere, files)
                        .failure()
                        .orElseThrow()
                        .why()
                        .requirement())
                .isEqualTo(Requirement.NEW_DMDCR);
    }

    @Test
    void a_startup_command_of_the_request_may_call_any_program() {
        String given = "/other/bin/dmserver path=/home/data/dsc2_config/dm.ini dcr_ini=/home/data/dmdcr.ini";
        PlanResult.Planned planned = Example.planned(
                BASE,
                Example.request().putValues("dmdcr.DMDCR_DB_STARTUP_CMD", given).build());

        assertThat(text(planned, new FileId("10.0.2.103", "/home/data/dmdcr.ini")))
                .contains("DMDCR_DB_STARTUP_CMD=" + given);
    }

    /** All nodes have the same path, because each has its own machine. */
    @Test
    void a_second_node_on_a_machine_needs_a_dmdcr_ini_of_its_own() {
        ExtendRequest asking = ExtendRequest.forHost("10.0.2.101")
                .sameMachine(true)
                .cssPort(Port.of(9500))
                .asmPort(Port.of(9501))
                .dbPort(Port.of(5239))
                .malPort(Port.of(9942))
                .asmMalPort(Port.of(7938))
                .logFiles(List.of("+DMLOG/log/DSC2_log01.log", "+DMLOG/log/DSC2_log02.log"))
                .logSize(Megabytes.of(256))
                .build();
        Map<String, String> answers = new TreeMap<>();
        Example.questions(BASE, asking)
                .forEach(question ->
                        answers.put(question.name(), question.suggestion().orElse("/home/data/dmdcr_dsc2.ini")));
        assertThat(answers).containsEntry("dmdcr.path", "/home/data/dmdcr_dsc2.ini");

        PlanResult.Planned planned = Example.planned(BASE, asking.withValues(answers));
        assertThat(text(planned, new FileId("10.0.2.101", "/home/data/dmdcr_dsc2.ini")))
                .contains("DMDCR_ASM_STARTUP_CMD=/opt/dmdbms/bin/dmasmsvr dcr_ini=/home/data/dmdcr_dsc2.ini\n")
                .contains("/dsc2_config/dm.ini dcr_ini=/home/data/dmdcr_dsc2.ini\n");
    }

    @Test
    void the_answer_gives_an_address_of_an_unknown_network() {
        String monitor = new String(BASE.bytes(Example.MONITOR), StandardCharsets.UTF_8).replace("10.0.2.", "10.7.0.");
        ClusterFiles files = bothDcr(BASE, 2, "DCR_EP_HOST", "10.7.0.101", "10.7.0.102")
                .with(Example.MONITOR, monitor.getBytes(StandardCharsets.UTF_8));
        PlanResult.Planned planned = Example.planned(
                files,
                Example.request().putValues("css.DCR_EP_HOST", "10.7.0.103").build());

        assertThat(text(planned, Example.DCR_1)).contains("DCR_EP_NAME=CSS2\nDCR_EP_HOST=10.7.0.103");
        assertThat(text(planned, Example.MONITOR)).contains("CSSM_CSS_IP=10.7.0.103:9345");
    }

    @Test
    void the_answer_gives_an_address_with_a_zone() {
        GeneratedCluster cluster =
                new GeneratedCluster(ClusterLayout.builder().ipv6(true).build());
        ExtendRequest request = ExtendRequest.builder()
                .from(cluster.next(2))
                .host(HostAddress.of("fe80::1:3"))
                .putValues("dmmal.MAL_HOST", "fe80::1:3%ens3")
                .putValues("dmasvrmal.MAL_HOST", "fe80::1:3%ens3")
                .build();

        assertThat(text(
                        Example.planned(cluster.files(), request),
                        new FileId("fe80::1:3", "/data/DSC2_conf/dmmal.ini")))
                .contains("MAL_HOST=fe80::1:1%ens3", "MAL_HOST=fe80::1:3%ens3");
    }

    /** The next name may belong to another machine. */
    @Test
    void a_virtual_address_does_not_continue_a_pattern() {
        GeneratedCluster cluster = new GeneratedCluster(
                ClusterLayout.builder().virtualAddresses(true).build());
        ClusterFiles files = cluster.files();
        for (FileId file : files.ids()) {
            if (file.name().equals("dmdcr_cfg_bak.ini")) {
                int vip = 0;
                for (IniSection section : IniDocument.parse(files.bytes(file)).sections()) {
                    if (section.first("DCR_VIP").isPresent()) {
                        vip++;
                        files = Example.set(files, file, section.index(), "DCR_VIP", "vip" + vip);
                    }
                }
                assertThat(vip).isEqualTo(2);
            }
        }
        ExtendRequest request = cluster.next(2).withValues(Map.of());

        assertThat(((PlanResult.NeedsInput) ExtendPlanner.plan(files, request)).questions())
                .extracting(Question::name)
                .containsExactly("db.DCR_VIP");
    }

    @Test
    void strict_mode_asks_only_for_values_that_differ_from_node_to_node() {
        ExtendRequest strict = Example.request().strict(true).build();

        assertThat(((PlanResult.NeedsInput) ExtendPlanner.plan(BASE, strict)).questions())
                .extracting(Question::name)
                .contains("css.DCR_EP_PORT", "dm.PORT_NUM", "asm.DCR_EP_SHM_KEY", "dmmal.section")
                .doesNotContain("asm.DCR_EP_SHM_SIZE", "asm.DCR_EP_ASM_LOAD_PATH", "bin");
    }

    @Test
    void a_service_address_in_other_values_becomes_that_of_the_new_node() {
        ClusterFiles files = Example.set(BASE, Example.DM_INI_1, "LISTEN_IP", "192.168.56.101");
        files = Example.set(files, Example.DM_INI_2, "LISTEN_IP", "192.168.56.102");

        assertThat(text(
                        Example.planned(files, Example.request().build()),
                        new FileId("10.0.2.103", "/home/data/dsc2_config/dm.ini")))
                .contains("LISTEN_IP=192.168.56.103");
    }

    static Stream<Arguments> refusals() {
        String tooLong = "X".repeat(17);
        return Stream.of(
                refusal("EXT-0103", "request.cssName", request -> request.cssName(tooLong)),
                refusal("EXT-0103", "request.asmName", request -> request.asmName(tooLong)),
                refusal("EXT-0103", "request.dbName", request -> request.dbName(tooLong)),
                refusal("DSC-0301", "request.malPort", request -> request.malPort(Port.of(9345))),
                refusal("DSC-0301", "request.asmMalPort", request -> request.asmMalPort(Port.of(9345))),
                refusal("DSC-0301", "request.dbPort", request -> request.dbPort(Port.of(9345))),
                refusal("DSC-0301", "request.asmPort", request -> request.asmPort(Port.of(9345))));
    }

    @ParameterizedTest
    @CsvSource({"256, false", "600, true"})
    void a_value_with_an_attribute_may_be_given_twice_only_if_it_is_the_same(String size, boolean refused) {
        PlanResult result = ExtendPlanner.plan(
                BASE, Example.request().putValues("log.size", size).build());

        assertThat(result instanceof PlanResult.Rejected).isEqualTo(refused);
        assertThat(result.findings().stream()
                        .filter(finding -> finding.ruleId().equals("EXT-0111"))
                        .map(finding -> finding.message().en()))
                .isEqualTo(
                        refused
                                ? List.of("The request gives log.size twice: 600, and 256 with request.logSize.")
                                : List.of());
    }

    private static Arguments refusal(String rule, String attribute, UnaryOperator<ExtendRequest.Builder> change) {
        return Arguments.arguments(rule, attribute, change);
    }

    /** The new dmcss gets port 9345. */
    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void a_finding_about_an_impossible_answer_cites_its_attribute(
            String rule, String attribute, UnaryOperator<ExtendRequest.Builder> change) {
        PlanResult result =
                ExtendPlanner.plan(BASE, change.apply(Example.request()).build());

        assertThat(((PlanResult.Rejected) result).findings())
                .filteredOn(finding -> finding.ruleId().equals(rule))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(places(finding)).contains(attribute))
                .allSatisfy(
                        finding -> assertThat(places(finding)).noneMatch(place -> place.startsWith("request.values")));
    }

    private static List<String> places(Finding finding) {
        return Stream.concat(Stream.of(finding.primary()), finding.related().stream())
                .map(Object::toString)
                .toList();
    }
}
