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

/** Networks beside the one of the address that a request is about: each is one question, with the address that is alike. */
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
    void a_node_that_is_given_by_its_address_for_clients_is_asked_for_the_internal_one() {
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

    /** The request says which address clients use, so its own is the internal one, in whatever network. */
    @Test
    void the_address_for_clients_of_the_request_is_written_whatever_the_other_one_looks_like() {
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
    void monitors_in_a_network_of_their_own_are_one_question_and_get_its_answer() {
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
    void an_address_that_no_monitor_can_reach_is_refused_where_it_is_given(String address, String rule) {
        ClusterLayout layout = USUAL.withMonitorNetwork(true);
        PlanResult result = ExtendPlanner.plan(
                new GeneratedCluster(layout).files(), next(layout).withValues(Map.of("dmcssm0.CSSM_CSS_IP", address)));

        assertThat(((PlanResult.Rejected) result).findings())
                .filteredOn(Finding::isBlocking)
                .extracting(Finding::ruleId)
                .containsExactly(rule);
    }

    @Test
    void a_monitor_in_the_network_of_clients_gets_the_address_for_clients() {
        ClusterFiles files = edited(
                new GeneratedCluster(USUAL).files(), "dmcssm.ini", text -> text.replace("10.1.0.", "192.168.1."));

        assertThat(text(Example.planned(files, next(USUAL)).target(), MONITOR)).contains("192.168.1.3:11002");
    }

    @Test
    void mal_in_a_network_of_its_own_is_one_question_for_both_systems() {
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

    /** Whoever gives the address in the network of MAL is asked for the one in that of the DCR. */
    @Test
    void the_address_of_the_request_is_in_the_network_of_its_like() {
        ClusterLayout layout = USUAL.withMalNetwork(true);

        assertThat(asked(new GeneratedCluster(layout).files(), next(layout).withHost(HostAddress.of("172.16.8.3"))))
                .containsExactly("css.DCR_EP_HOST 10.1.0.3");
    }

    @Test
    void an_address_may_be_given_where_the_others_have_one_for_two_parameters() {
        PlanResult.Planned planned = Example.planned(
                new GeneratedCluster(USUAL).files(), next(USUAL).withValues(Map.of("dmmal.MAL_HOST", "172.16.8.3")));

        assertThat(text(planned.target(), new FileId("10.1.0.2", "/data/DSC1_conf/dmmal.ini")))
                .contains("MAL_HOST = 172.16.8.3");
        assertThat(text(planned.target(), new FileId("10.1.0.2", "/data/DSC1/dmasvrmal.ini")))
                .contains("MAL_HOST = 10.1.0.3");
    }

    @Test
    void ports_that_a_partner_has_on_the_new_host_are_asked_for_with_free_ones() {
        ClusterLayout layout = USUAL.withPartners(1).withPartnersOnNextHost(true);
        ClusterFiles files = new GeneratedCluster(layout).files();
        ExtendRequest request = next(layout).withServiceHost(Optional.empty());

        assertThat(asked(files, request))
                .containsExactly("dmmal.MAL_INST_HOST 192.168.1.3", "dm.PORT_NUM 13003", "dmmal.MAL_PORT 15003");
        assertThat(Example.questions(files, request))
                .extracting(Question::why)
                .containsExactly(Question.Why.REQUEST, Question.Why.TAKEN, Question.Why.TAKEN);
    }

    /** The service address of the partner on the new host is another one, for example a virtual one. */
    @Test
    void the_port_for_clients_of_a_partner_is_taken_on_its_machine_whatever_its_service_address() {
        ClusterLayout layout = USUAL.withPartners(1).withPartnersOnNextHost(true);
        ClusterFiles files = new GeneratedCluster(layout).files();
        ExtendRequest request =
                next(layout).withMalPort(Port.of(15003)).withServiceHost(HostAddress.of("192.168.1.77"));

        assertThat(asked(files, request)).containsExactly("dm.PORT_NUM 13003");
    }

    /** The partner listens for clients on 192.168.9.1:5236. A further question would suggest another port on a wrong machine. */
    @Test
    void an_answer_that_is_the_address_of_a_partner_is_refused_and_asks_nothing_anew() {
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
    void a_given_port_that_is_taken_is_refused_while_something_else_is_asked() {
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
    void a_further_node_of_a_machine_has_its_address_in_each_network() {
        ClusterLayout layout = USUAL.withOneMachine(true);
        ExtendRequest request = next(layout).withServiceHost(Optional.empty());

        Example.planned(new GeneratedCluster(layout).files(), request);
        assertThat(asked(new GeneratedCluster(layout).files(), request.withStrict(true)))
                .contains("dmmal.MAL_INST_HOST 192.168.1.1");
    }
}
