package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Decision;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Waiver;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Parameters that only some nodes have: the new node has the value of most nodes, and every difference that matters is
 * reported.
 */
class PartlySetTest {
    private static ClusterLayout nodes(int count) {
        return ClusterLayout.builder().nodes(count).build();
    }

    /** Adds a line to the file of each named node. */
    private static ClusterFiles with(int count, String file, String line, String nodes) {
        ClusterFiles files = new GeneratedCluster(nodes(count)).files();
        for (String node : nodes.split(" ", -1)) {
            FileId id = id(Integer.parseInt(node), file);
            String text = new String(files.bytes(id), StandardCharsets.UTF_8) + line + "\n";
            files = files.with(id, text.getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    private static FileId id(int node, String file) {
        return new FileId("10.1.0." + (node + 1), "/data/DSC" + node + file);
    }

    @ParameterizedTest
    @CsvSource({
        // A port of one node is never copied.
        "2, /dmdcr.ini, DMDCR_CSS_PORT = 11500, 1, false, 1",
        // The first of two nodes decides.
        "2, /dmdcr.ini, DMDCR_IPC_CONTROL = 1, 0, true, 1",
        "2, /dmdcr.ini, DMDCR_IPC_CONTROL = 1, 1, false, 1",
        "2, _conf/dm.ini, BUFFER = 500, 1, false, 1",
        "2, _conf/dm.ini, BUFFER = 500, 0, true, 1",
        // Two of three nodes decide.
        "3, /dmdcr.ini, DMDCR_LINK_CHECK_IP = 10.1.0.254, 1 2, true, 1",
        "3, _conf/dm.ini, BUFFER = 500, 1 2, true, 1",
        "3, /dmdcr.ini, DMDCR_IPC_CONTROL = 1, 0, false, 1",
        // The value is the default, which the other nodes have without a line.
        "2, /dmdcr.ini, DMDCR_MESSAGE_CHECK = 1, 0, true, 0",
        "3, /dmdcr.ini, DMDCR_MESSAGE_CHECK = 1, 1 2, true, 0",
        // All nodes have the value.
        "2, /dmdcr.ini, DMDCR_IPC_CONTROL = 1, 0 1, true, 0",
    })
    void most_nodes_decide_and_the_first_node_breaks_a_tie(
            int count, String file, String line, String nodes, boolean gets, int notes) {
        ClusterFiles files = with(count, file, line, nodes);
        if (line.startsWith("DMDCR_CSS_PORT")) {
            files = OwnNetworksTest.edited(files, "dmcssm.ini", text -> text.replace(":11001", ":11500"));
        }
        PlanResult.Planned planned = Example.planned(files, new GeneratedCluster(nodes(count)).next(count));

        assertThat(new String(planned.target().bytes(id(count, file)), StandardCharsets.UTF_8).contains(line))
                .isEqualTo(gets);
        assertThat(planned.notes())
                .filteredOn(finding -> finding.ruleId().equals("EXT-0208"))
                .hasSize(notes)
                .allSatisfy(finding -> {
                    assertThat(finding.related()).hasSize(1);
                    assertThat(finding.message().en()).contains(line.split(" ", -1)[0]);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2; /dmdcr.ini; DMDCR_AUTO_OPEN_CHECK = 90; 0; because the first node and half of all nodes have them",
                "2; /dmdcr.ini; DMDCR_AUTO_OPEN_CHECK = 90; 1; because the first node and half of all nodes lack them",
                "3; /dmdcr.ini; DMDCR_AUTO_OPEN_CHECK = 90; 1 2; because most nodes have them",
                "3; /dmdcr.ini; DMDCR_AUTO_OPEN_CHECK = 90; 0; because most nodes lack them",
                "2; /dmdcr.ini; DMDCR_ASM_PORT = 12500; 1; because each belongs to a single node",
            })
    void the_report_has_the_one_reason(int count, String file, String line, String nodes, String reason) {
        PlanResult.Planned planned =
                Example.planned(with(count, file, line, nodes), new GeneratedCluster(nodes(count)).next(count));

        assertThat(planned.notes())
                .filteredOn(finding -> finding.ruleId().equals("EXT-0208"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().en()).endsWith(reason + "."));
    }

    @Test
    void one_line_that_a_node_lacks_is_reported_once() {
        ClusterLayout layout = nodes(2).withArchives(ClusterLayout.Archives.SHARED);
        FileId file = id(0, "_conf/dmarch.ini");
        ClusterFiles files = new GeneratedCluster(layout).files();
        String text = new String(files.bytes(file), StandardCharsets.UTF_8) + "ARCH_SPACE_LIMIT = 51200\n";

        PlanResult.Planned planned = Example.planned(
                files.with(file, text.getBytes(StandardCharsets.UTF_8)), new GeneratedCluster(layout).next(2));

        assertThat(planned.notes())
                .filteredOn(finding -> finding.ruleId().equals("EXT-0208"))
                .singleElement()
                .extracting(finding -> finding.parameters().get("keys"))
                .isEqualTo(List.of(
                        "dmarch.ARCHIVE_REMOTE1.ARCH_SPACE_LIMIT",
                        "dmarch.ARCHIVE_REMOTE2.ARCH_SPACE_LIMIT",
                        "dmarch0.ARCHIVE_REMOTE2.ARCH_SPACE_LIMIT",
                        "dmarch1.ARCHIVE_REMOTE2.ARCH_SPACE_LIMIT"));
    }

    /** A global parameter behind the last section is read as a parameter of that section. All nodes have it. */
    @ParameterizedTest
    @CsvSource({"2, 1", "3, 0 1"})
    void a_global_parameter_behind_a_section_of_a_mal_file_is_no_difference(int count, String sections) {
        ClusterFiles files = OwnNetworksTest.edited(new GeneratedCluster(nodes(count)).files(), "dmmal.ini", text -> {
            String edited = text;
            for (String section : sections.split(" ", -1)) {
                edited = edited.replaceFirst(
                        "(MAL_INST_NAME\\s*=\\s*DSC" + section + "\n)", "$1MAL_CHECK_INTERVAL = 61\n");
            }
            return edited;
        });
        PlanResult.Planned planned = Example.planned(files, new GeneratedCluster(nodes(count)).next(count));

        assertThat(planned.notes()).extracting(Finding::ruleId).doesNotContain("EXT-0208");
        assertThat(new String(planned.target().bytes(id(0, "_conf/dmmal.ini")), StandardCharsets.UTF_8)
                        .split("MAL_CHECK_INTERVAL = 61", -1))
                .hasSize(sections.split(" ", -1).length + 1);
    }

    @Test
    void a_value_of_most_nodes_that_the_first_lacks_is_a_decision() {
        ClusterFiles files = with(3, "/dmdcr.ini", "DMDCR_LINK_CHECK_IP = 10.1.0.254", "1 2");

        assertThat(Example.decision(
                                Example.planned(files, new GeneratedCluster(nodes(3)).next(3)),
                                "dmdcr.DMDCR_LINK_CHECK_IP")
                        .how())
                .isEqualTo(Decision.How.MAJORITY);
    }

    @Test
    void a_value_in_the_request_takes_precedence() {
        ClusterFiles files = with(2, "/dmdcr.ini", "DMDCR_IPC_CONTROL = 1", "1");
        PlanResult.Planned planned = Example.planned(
                files, new GeneratedCluster(nodes(2)).next(2).withValues(Map.of("dmdcr.DMDCR_IPC_CONTROL", "2")));

        assertThat(new String(planned.target().bytes(id(2, "/dmdcr.ini")), StandardCharsets.UTF_8))
                .contains("DMDCR_IPC_CONTROL = 2");
    }

    @ParameterizedTest
    @CsvSource({"'', PORT_NUM = , false", "5300, PORT_NUM = 5300, true"})
    void without_port_num_the_instances_listen_on_5236(String asked, String line, boolean said) {
        ClusterFiles files = new GeneratedCluster(nodes(2)).files();
        files = OwnNetworksTest.edited(files, "dm.ini", text -> text.replaceAll("PORT_NUM.*\n", ""));
        files = OwnNetworksTest.edited(
                files, "dmmal.ini", text -> text.replaceAll("MAL_INST_PORT = .*", "MAL_INST_PORT = 5236"));
        files = OwnNetworksTest.edited(
                files, "dmdcr_cfg_bak.ini", text -> text.replaceAll("DCR_EP_PORT = 1300.", "DCR_EP_PORT = 5236"));
        var request = new GeneratedCluster(nodes(2)).next(2);
        PlanResult.Planned planned =
                Example.planned(files, asked.isEmpty() ? request : request.withValues(Map.of("dm.PORT_NUM", asked)));

        assertThat(new String(planned.target().bytes(id(2, "_conf/dm.ini")), StandardCharsets.UTF_8).contains(line))
                .isEqualTo(said);
        assertThat(new String(planned.target().bytes(id(0, "_conf/dmmal.ini")), StandardCharsets.UTF_8))
                .contains("MAL_INST_PORT = " + (asked.isEmpty() ? "5236" : asked));
    }

    @ParameterizedTest
    @CsvSource({"1, ", "2, "})
    void a_port_that_is_0_on_all_nodes_stays_0(int count) {
        ClusterFiles files = OwnNetworksTest.edited(
                new GeneratedCluster(nodes(count)).files(),
                "dmmal.ini",
                text -> text.replaceAll("MAL_INST_PORT = .*", "MAL_INST_PORT = 0"));
        var request = new GeneratedCluster(nodes(count)).next(count);
        if (count == 1) {
            assertThat(Example.questions(files, request))
                    .extracting(question -> question.name())
                    .doesNotContain("dmmal.MAL_INST_PORT");
            return;
        }
        assertThat(new String(
                        Example.planned(files, request).target().bytes(id(0, "_conf/dmmal.ini")),
                        StandardCharsets.UTF_8))
                .doesNotContainPattern("MAL_INST_PORT = [1-9]");
    }

    /** The second waiver covers a finding in the extended cluster only. The third waiver covers none. */
    @Test
    void a_waiver_is_unused_if_it_covers_nothing_before_and_after() {
        ClusterLayout layout = nodes(2).withMonitorNetwork(true);
        ClusterFiles files = OwnNetworksTest.edited(
                new GeneratedCluster(layout).files(),
                "dmasvrmal.ini",
                text -> text.replaceAll("MAL_PORT = 1600(.)", "$0\nMAL_INST_PORT = 1200$1"));
        Waiver before = new Waiver("DSC-0240", "monitor0:/data/dmcssm.ini", "we know that network");
        Waiver after = new Waiver("DSC-0230", "request.values dmasvrmal.MAL_INST_PORT", "the port comes later");
        Waiver never = new Waiver("DSC-0205", "elsewhere:/dm.ini", "a slip");
        var request = new GeneratedCluster(layout)
                .next(2)
                .withValues(Map.of("dmcssm0.CSSM_CSS_IP", "172.16.16.3", "dmasvrmal.MAL_INST_PORT", "12900"))
                .withWaivers(List.of(before, after, never));

        assertThat(Example.planned(files, request).notes())
                .filteredOn(finding -> finding.ruleId().equals("WAI-0102"))
                .extracting(Finding::primary)
                .extracting(Object::toString)
                .containsExactly("elsewhere:/dm.ini");
    }
}
