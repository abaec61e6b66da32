package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Question;
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
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks other than the one of the address in the request: each is one question that suggests a similar address. */
class OwnNetworksTest {
    private static final ClusterLayout USUAL = ClusterLayout.builder().build();
    private static final FileId MONITOR = new FileId("monitor0", "/data/dmcssm.ini");

    private static ExtendRequest next(ClusterLayout layout) {
        return new GeneratedCluster(layout).next(layout.nodes());
    }

    private static List<String> asked(ClusterFiles files, ExtendRequest request) {
        return Example.questions(files, request).stream()
                .map(question -> question.name() + " " + question.suggestion().orElse("-"))
                .toList();
    }

    static ClusterFiles edited(ClusterFiles base, String name, UnaryOperator<String> edit) {
        ClusterFiles files = base;
        for (FileId file : base.ids()) {
            if (file.name().equals(name)) {
                files = files.with(file, edit.apply(text(base, file)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static String text(ClusterFiles files, FileId file) {
        return new String(files.bytes(file), StandardCharsets.UTF_8);
    }

    @Test
    void a_service_address_as_host_leads_to_a_question_about_the_internal_one() {
        ExtendRequest request = ExtendRequest.forHost("192.168.56.103")
                .logFiles(List.of("+DMLOG/log/DSC2_log01.log", "+DMLOG/log/DSC2_log02.log"))
                .logSize(Megabytes.of(256))
                .build();

        assertThat(asked(Example.files(), request)).containsExactly("dmmal.MAL_HOST 10.0.2.103");
        assertThat(asked(Example.files(), request.withServiceHost(request.host())))
                .containsExactly("dmmal.MAL_HOST 10.0.2.103");

        PlanResult.Planned planned =
                Example.planned(Example.files(), request.withValues(Map.of("dmmal.MAL_HOST", "10.0.2.103")));
        assertThat(text(planned.target(), Example.MAL_1).replace(" ", ""))
                .contains("mal_host=10.0.2.103")
                .contains("mal_inst_host=192.168.56.103");
    }

    /** The request gives the service address, so its host is the internal address, in any network. */
    @Test
    void the_service_address_of_the_request_is_used_in_any_network() {
        ExtendRequest request = ExtendRequest.forHost("192.168.56.103")
                .serviceHost(HostAddress.of("10.77.1.1"))
                .logFiles(List.of("+DMLOG/log/DSC2_log01.log", "+DMLOG/log/DSC2_log02.log"))
                .logSize(Megabytes.of(256))
                .build();

        PlanResult.Planned planned = Example.planned(Example.files(), request);

        assertThat(text(planned.target(), Example.MAL_1).replace(" ", ""))
                .contains("mal_host=192.168.56.103")
                .contains("mal_inst_host=10.77.1.1");
        assertThat(planned.notes()).extracting(Finding::ruleId).doesNotContain("EXT-0202");
    }

    @Test
    void monitors_in_their_own_network_are_one_question() {
        ClusterLayout layout = USUAL.withMonitorNetwork(true).withMonitors(2);
        ClusterFiles files = new GeneratedCluster(layout).files();

        assertThat(asked(files, next(layout))).containsExactly("dmcssm0.CSSM_CSS_IP 172.16.16.3");

        PlanResult.Planned planned =
                Example.planned(files, next(layout).withValues(Map.of("dmcssm0.CSSM_CSS_IP", "172.16.16.77")));
        assertThat(List.of(MONITOR, new FileId("monitor1", "/data/dmcssm.ini")))
                .allSatisfy(monitor -> assertThat(text(planned.target(), monitor))
                        .contains("CSSM_CSS_IP = 172.16.16.77:11002")
                        .doesNotContain("10.1.0."));
    }

    @ParameterizedTest
    @CsvSource({"10.1.0.2,EXT-0115", "172.16.16.3:11002,EXT-0113", "127.0.0.1,EXT-0113"})
    void an_address_that_no_monitor_can_reach_is_refused(String address, String rule) {
        ClusterLayout layout = USUAL.withMonitorNetwork(true);
        PlanResult result = ExtendPlanner.plan(
                new GeneratedCluster(layout).files(), next(layout).withValues(Map.of("dmcssm0.CSSM_CSS_IP", address)));

        assertThat(((PlanResult.Rejected) result).findings())
                .filteredOn(Finding::isBlocking)
                .extracting(Finding::ruleId)
                .containsExactly(rule);
    }

    @Test
    void a_monitor_in_the_network_of_clients_gets_the_service_address() {
        ClusterFiles files = edited(
                new GeneratedCluster(USUAL).files(), "dmcssm.ini", text -> text.replace("10.1.0.", "192.168.1."));

        PlanResult.Planned planned = Example.planned(files, next(USUAL));

        assertThat(text(planned.target(), MONITOR)).contains("192.168.1.3:11002");
        // The file does not have the line of the new address yet.
        assertThat(planned.notes())
                .filteredOn(finding -> finding.ruleId().equals("DSC-0240"))
                .extracting(finding -> finding.parameters().get("address") + " "
                        + (finding.primary().line() > 0))
                .containsExactlyInAnyOrder(
                        "192.168.1.1:11000 true", "192.168.1.2:11001 true", "192.168.1.3:11002 false");
    }

    @Test
    void mal_in_its_own_network_is_one_question_for_both_systems() {
        ClusterLayout layout = USUAL.withMalNetwork(true);
        ClusterFiles files = new GeneratedCluster(layout).files();

        assertThat(asked(files, next(layout))).containsExactly("dmmal.MAL_HOST 172.16.8.3");

        PlanResult.Planned planned =
                Example.planned(files, next(layout).withValues(Map.of("dmmal.MAL_HOST", "172.16.8.3")));
        assertThat(List.of("/data/DSC1/dmasvrmal.ini", "/data/DSC1_conf/dmmal.ini"))
                .allSatisfy(path -> assertThat(text(planned.target(), new FileId("10.1.0.2", path)))
                        .contains("MAL_HOST = 172.16.8.3"));
        assertThat(planned.notes()).extracting(Finding::ruleId).doesNotContain("EXT-0207");
    }

    /** If the request gives the address in the network of MAL, the address in the network of the DCR is asked for. */
    @Test
    void the_host_of_the_request_is_in_the_network_of_similar_addresses() {
        ClusterLayout layout = USUAL.withMalNetwork(true);

        assertThat(asked(new GeneratedCluster(layout).files(), next(layout).withHost(HostAddress.of("172.16.8.3"))))
                .containsExactly("css.DCR_EP_HOST 10.1.0.3");
    }

    @Test
    void an_address_may_be_given_for_one_of_two_parameters_with_equal_addresses() {
        PlanResult.Planned planned = Example.planned(
                new GeneratedCluster(USUAL).files(), next(USUAL).withValues(Map.of("dmmal.MAL_HOST", "172.16.8.3")));

        assertThat(text(planned.target(), new FileId("10.1.0.2", "/data/DSC1_conf/dmmal.ini")))
                .contains("MAL_HOST = 172.16.8.3");
        assertThat(text(planned.target(), new FileId("10.1.0.2", "/data/DSC1/dmasvrmal.ini")))
                .contains("MAL_HOST = 10.1.0.3");
    }

    @Test
    void ports_of_a_partner_on_the_new_host_become_questions_with_free_ports() {
        ClusterLayout layout = USUAL.withPartners(1).withPartnersOnNextHost(true);
        ClusterFiles files = new GeneratedCluster(layout).files();
        ExtendRequest request = next(layout).withServiceHost(Optional.empty());

        assertThat(asked(files, request))
                .containsExactly("dmmal.MAL_INST_HOST 192.168.1.3", "dm.PORT_NUM 13003", "dmmal.MAL_PORT 15003");
        assertThat(Example.questions(files, request))
                .extracting(Question::why)
                .containsExactly(Question.Why.REQUEST, Question.Why.TAKEN, Question.Why.TAKEN);
    }

    /** The partner on the new host has another service address, for example a virtual one. */
    @Test
    void the_port_of_a_partner_is_in_use_on_all_addresses_of_its_machine() {
        ClusterLayout layout = USUAL.withPartners(1).withPartnersOnNextHost(true);
        ClusterFiles files = new GeneratedCluster(layout).files();
        ExtendRequest request =
                next(layout).withMalPort(Port.of(15003)).withServiceHost(HostAddress.of("192.168.1.77"));

        assertThat(asked(files, request)).containsExactly("dm.PORT_NUM 13003");
    }

    /**
     * The partner listens for clients on 192.168.9.1:5236. Another question would suggest another port on the wrong
     * machine.
     */
    @Test
    void an_answer_with_the_address_of_a_partner_is_refused() {
        ClusterLayout layout = USUAL.withPartners(1).withDbPort(5234);
        ClusterFiles files = new GeneratedCluster(layout).files();
        ExtendRequest answered = next(layout).withServiceHost(HostAddress.of("192.168.9.1"));

        PlanResult.Rejected result = (PlanResult.Rejected) ExtendPlanner.plan(files, answered);

        assertThat(result.findings())
                .filteredOn(Finding::isBlocking)
                .extracting(Finding::ruleId)
                .containsExactly("DSC-0301");
    }

    @Test
    void a_given_port_in_use_is_refused_while_questions_are_open() {
        ClusterLayout layout = USUAL.withPartners(1).withPartnersOnNextHost(true);
        ClusterFiles files = new GeneratedCluster(layout).files();
        ExtendRequest open = ExtendRequest.builder()
                .from(next(layout))
                .dbPort(Port.of(13002))
                .malPort(Port.of(15002))
                .serviceHost(Optional.empty())
                .build();

        PlanResult.Rejected result = (PlanResult.Rejected) ExtendPlanner.plan(files, open);

        assertThat(result.questions()).extracting(Question::name).containsExactly("dmmal.MAL_INST_HOST");
        assertThat(result.findings())
                .filteredOn(finding -> finding.ruleId().equals("EXT-0120"))
                .extracting(finding -> String.valueOf(finding.primary()))
                .containsExactly("request.dbPort", "request.malPort");
    }

    @Test
    void a_second_node_on_a_machine_has_its_address_in_each_network() {
        ClusterLayout layout = USUAL.withOneMachine(true);
        ExtendRequest request = next(layout).withServiceHost(Optional.empty());

        Example.planned(new GeneratedCluster(layout).files(), request);
        assertThat(asked(new GeneratedCluster(layout).files(), request.withStrict(true)))
                .contains("dmmal.MAL_INST_HOST 192.168.1.1");
    }
}
