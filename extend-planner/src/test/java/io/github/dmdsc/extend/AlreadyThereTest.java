package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.values.ValueFamily;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.ShmKey;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Severity;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests for a node that the cluster already has: the second node of the example. */
class AlreadyThereTest {
    private static final ClusterFiles BASE = Example.files();

    private static Finding only(PlanResult result) {
        List<Finding> findings = result instanceof PlanResult.Rejected rejected
                ? rejected.findings()
                : ((PlanResult.AlreadyExtended) result).notes();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    static Stream<Arguments> differences() {
        return Stream.of(
                difference("css.DCR_EP_NAME", "CSS1", "X", request -> request.cssName("X")),
                difference("css.DCR_EP_PORT", "9343", "9999", request -> request.cssPort(Port.of(9999))),
                difference("asm.DCR_EP_NAME", "ASM1", "X", request -> request.asmName("X")),
                difference("asm.DCR_EP_PORT", "9351", "9999", request -> request.asmPort(Port.of(9999))),
                difference("asm.DCR_EP_SHM_KEY", "93361", "9", request -> request.shmKey(ShmKey.of(9))),
                difference("asm.DCR_EP_SHM_SIZE", "20", "30", request -> request.shmSize(Megabytes.of(30))),
                difference("dm.INSTANCE_NAME", "DSC1", "X", request -> request.dbName("X")),
                difference("dm.PORT_NUM", "5236", "9999", request -> request.dbPort(Port.of(9999))),
                difference("dm.CONFIG_PATH", "/home/data/dsc1_config", "/x", request -> request.configPath("/x")),
                difference("dmmal.MAL_PORT", "9341", "9999", request -> request.malPort(Port.of(9999))),
                difference(
                        "dmmal.MAL_INST_HOST",
                        "192.168.56.102",
                        "h",
                        request -> request.serviceHost(HostAddress.of("h"))),
                difference("dmasvrmal.MAL_PORT", "7237", "9999", request -> request.asmMalPort(Port.of(9999))));
    }

    private static Arguments difference(
            String family, String has, String asked, UnaryOperator<ExtendRequest.Builder> change) {
        return arguments(family, has, asked, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differences")
    void each_different_value_is_reported_with_its_attribute(
            String family, String has, String asked, UnaryOperator<ExtendRequest.Builder> change) {
        Finding finding = only(ExtendPlanner.plan(
                BASE, change.apply(ExtendRequest.forHost("10.0.2.102")).build()));

        assertThat(finding.ruleId()).isEqualTo("EXT-0101");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message().en())
                .isEqualTo("10.0.2.102 is already a node (10.0.2.102:/home/data/dmdcr.ini) with " + family + " = " + has
                        + "; you asked for " + asked + ".");
        assertThat(finding.primary().path()).isEqualTo("/home/data/dmdcr.ini");
        assertThat(finding.related())
                .singleElement()
                .hasToString(ValueFamily.input(family).toString());
    }

    /** If the node counted as a new one, every name and address would conflict with itself. */
    @Test
    void a_complete_request_reports_only_the_differences() {
        ExtendRequest all = Example.manualRequest()
                .host(HostAddress.of("10.0.2.102"))
                .serviceHost(HostAddress.of("192.168.56.102"))
                .build();

        assertThat(((PlanResult.Rejected) ExtendPlanner.plan(BASE, all)).findings())
                .isNotEmpty()
                .allMatch(finding -> finding.ruleId().equals("EXT-0101"));
    }

    @Test
    void equal_values_and_values_without_a_parameter_are_no_differences() {
        ExtendRequest request = ExtendRequest.forHost("10.0.2.102")
                .cssPort(Port.of(9343))
                .dbName("DSC1")
                .logSize(Megabytes.of(64))
                .build();

        Finding note = only(ExtendPlanner.plan(BASE, request));
        assertThat(note.ruleId()).isEqualTo("EXT-0102");
        assertThat(note.severity()).isEqualTo(Severity.INFO);
        assertThat(note.message().en()).startsWith("In these files 10.0.2.102 is already a node (10.0.2.102:/home");
    }

    /** The files are kept under host names; the addresses are in the files. */
    @ParameterizedTest
    @CsvSource({
        "node2, /home/data/dmdcr.ini, 0",
        "NODE2, /home/data/dmdcr.ini, 0",
        "10.0.2.102, /home/data/dmdcr_cfg_bak.ini, 18",
        "192.168.56.102, /home/data/dsc1_config/dmmal.ini, 15",
    })
    void the_note_cites_the_place_that_has_the_address(String address, String path, int line) {
        ClusterFiles named = ClusterFiles.empty();
        for (FileId file : BASE.ids()) {
            String host = file.host().replace("10.0.2.101", "node1").replace("10.0.2.102", "node2");
            named = named.with(new FileId(host, file.path()), BASE.bytes(file));
        }
        Finding note =
                only(ExtendPlanner.plan(named, ExtendRequest.forHost(address).build()));

        assertThat(note.ruleId()).isEqualTo("EXT-0102");
        assertThat(note.primary().path()).isEqualTo(path);
        assertThat(note.primary().line()).isEqualTo(line);
        assertThat(note.message().en()).contains("node2:/home/data/dmdcr.ini");
    }

    /** Only the file in this row has the second node's address. */
    @ParameterizedTest
    @CsvSource({
        "10.0.7.1, dmdcr_cfg_bak.ini, 2, DCR_EP_HOST",
        "10.0.7.2, dmdcr_cfg_bak.ini, 5, DCR_EP_HOST",
        "10.0.7.3, dmasvrmal.ini, 2, MAL_HOST",
        "10.0.7.4, dmmal.ini, 2, MAL_HOST",
        "10.0.7.5, dmmal.ini, 2, MAL_INST_HOST",
    })
    void every_address_of_a_node_identifies_it(String address, String file, int section, String key) {
        ClusterFiles files = BASE;
        for (FileId each : BASE.ids()) {
            if (each.name().equals(file)) {
                int at = file.startsWith("dmdcr") && section == 2 ? 3 : file.startsWith("dmdcr") ? 6 : section;
                files = Example.set(files, each, at, key, address);
            }
        }
        PlanResult result = ExtendPlanner.plan(
                files, ExtendRequest.forHost(address).dbPort(Port.of(9999)).build());

        assertThat(((PlanResult.Rejected) result).findings())
                .filteredOn(finding -> finding.ruleId().equals("EXT-0101"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.primary().path()).endsWith("/" + file);
                    assertThat(finding.message().en()).contains("10.0.2.102:/home/data/dmdcr.ini");
                });
    }

    @Test
    void the_zone_of_an_address_does_not_matter() {
        GeneratedCluster cluster =
                new GeneratedCluster(ClusterLayout.builder().ipv6(true).build());

        assertThat(ExtendPlanner.plan(
                        cluster.files(),
                        ExtendRequest.forHost("fe80::1:2%other").build()))
                .isInstanceOf(PlanResult.AlreadyExtended.class);
        assertThat(ExtendPlanner.plan(
                        cluster.files(), ExtendRequest.forHost("FE80::1:2").build()))
                .isInstanceOf(PlanResult.AlreadyExtended.class);
    }
}
