package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.render.html.HtmlPrinter;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests the cluster before and after the extension: as values, as a flow chart and as a drawing. */
class TopologyTest {
    private static final Path DRAWING =
            Path.of("src", "test", "resources", "io", "github", "dmdsc", "extend", "render", "six-nodes.html");
    private static final ExtendPlan MANUAL = Example.manual().plan();

    private static List<String> shown(List<Topology.Node> nodes) {
        return nodes.stream()
                .map(node -> node.seqno() + " " + node.host() + " "
                        + node.endpoints().stream()
                                .map(each -> each.type() + "=" + each.name()
                                        + each.port().map(port -> ":" + port).orElse(""))
                                .toList()
                        + (node.fresh() ? " new" : ""))
                .toList();
    }

    @Test
    void the_new_node_is_last_and_has_the_ports_that_the_plan_writes() {
        Topology topology = Topology.of(MANUAL);

        assertThat(shown(topology.nodes()))
                .containsExactly(
                        "0 10.0.2.101 [CSS=CSS0:9341, ASM=ASM0:9349, DB=DSC0:5236]",
                        "1 10.0.2.102 [CSS=CSS1:9343, ASM=ASM1:9351, DB=DSC1:5236]",
                        "2 10.0.2.103 [CSS=CSS2:9500, ASM=ASM2:9501, DB=DSC2:5236] new");
        assertThat(shown(topology.before()))
                .containsExactlyElementsOf(shown(topology.nodes().subList(0, 2)));
        assertThat(topology.disks())
                .containsExactly(new Topology.Disk("dcr", "/dev/raw/raw1"), new Topology.Disk("vote", "/dev/raw/raw2"));
    }

    @Test
    void the_effective_port_is_shown() {
        ClusterFiles files = Example.files();
        for (FileId dmdcr : List.of(Example.DMDCR_1, Example.DMDCR_2)) {
            String port = dmdcr.equals(Example.DMDCR_1) ? "9401" : "9402";
            files = Example.set(files, dmdcr, "DMDCR_CSS_PORT", port);
            String old = dmdcr.equals(Example.DMDCR_1) ? "101:9341" : "102:9343";
            String monitor = new String(files.bytes(Example.MONITOR), StandardCharsets.UTF_8);
            files = files.with(
                    Example.MONITOR,
                    monitor.replace(old, old.substring(0, 4) + port).getBytes(StandardCharsets.UTF_8));
        }
        ExtendPlan plan = Example.planned(files, Example.request().build()).plan();

        assertThat(Topology.of(plan).nodes())
                .extracting(node -> node.endpoints().get(0).port().orElseThrow().number())
                .containsExactly(9401, 9402, 9403);
    }

    /** A plan from another program may have no such step. */
    @Test
    void without_the_dcr_configuration_there_is_no_vote_disk() {
        ExtendPlan without = ExtendPlan.builder()
                .from(MANUAL)
                .steps(MANUAL.steps().stream()
                        .filter(step -> step.phase() != Phase.EDIT_DCR_CONFIG)
                        .toList())
                .build();

        assertThat(Topology.of(without).disks()).containsExactly(new Topology.Disk("dcr", "/dev/raw/raw1"));
    }

    @Test
    void marks_of_mermaid_are_written_as_character_codes() {
        Topology.Node node = new Topology.Node(
                1, "a\"b<c>&#节1", List.of(new Topology.Endpoint(GroupType.DB, "D;S", Optional.empty())), false);

        assertThat(Mermaid.of(List.of(node), List.of(new Topology.Disk("dcr", "/d_e-f:g.h i|"))))
                .isEqualTo("""
                        flowchart LR
                          disks[("dcr /d_e-f:g.h i#124;")]
                          n1["a#34;b#60;c#62;#38;#35;节1<br/>DB D#59;S"]
                          n1 --- disks
                          classDef fresh stroke-dasharray: 5 5
                        """);
    }

    /**
     * Five nodes and the sixth, in two rows, with wide names. Open the file in a browser to see the drawing. {@code
     * -Dgolden.rewrite=true} rewrites the file.
     */
    @Test
    void six_nodes_are_drawn_in_two_rows() throws IOException {
        ExtendPlan plan =
                ExtendedPlans.of(ClusterLayout.builder().nodes(5).build()).plan();
        String drawing = HtmlPrinter.page(HtmlTopology.of(Topology.of(plan), new Labels(Locale.CHINESE)));
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(DRAWING, drawing);
        }

        assertThat(drawing).isEqualTo(Files.readString(DRAWING));
    }
}
