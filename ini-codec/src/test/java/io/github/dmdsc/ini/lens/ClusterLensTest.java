package io.github.dmdsc.ini.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.LocalPath;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.fixtures.ClusterArbitraries;
import io.github.dmdsc.model.fixtures.ClusterEdits;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.Defect;
import io.github.dmdsc.model.fixtures.Defects;
import io.github.dmdsc.model.fixtures.FileStyle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ClusterLensTest {
    private static final Cluster CLUSTER = ClusterLayout.builder().build().cluster();
    private static final ClusterFiles FILES = ClusterEditing.written(
            ClusterEdits.dmdcr(CLUSTER, 1, dmdcr -> dmdcr.withCssPort(Port.of(11_001))),
            new FileStyle(true, true, "\t= ", "  ", true, false));
    private static final FileId DMDCR = CLUSTER.nodes().get(1).dmdcr().file();

    @Test
    void a_port_of_a_member_changes_everywhere_it_stands() {
        Cluster cluster = ClusterLens.get(FILES).cluster().orElseThrow();

        ClusterEdit edit = ClusterLens.put(cluster.withMember(1, member -> member.withCssPort(17_000)), FILES);

        assertThat(edit.touched())
                .extracting(
                        Touched::key, touched -> touched.after().orElseThrow().value())
                .containsExactlyInAnyOrder(
                        tuple("DCR_EP_PORT", "17000"),
                        tuple("DMDCR_CSS_PORT", "17000"),
                        tuple("CSSM_CSS_IP", "10.1.0.2:17000"));
    }

    @Test
    void one_parameter_of_one_file_is_set() {
        ClusterFiles files = FILES.edit(DMDCR, document -> document.set("DMDCR_CSS_PORT", "17001"))
                .edit(DMDCR, document -> document.set("DMDCR_MESSAGE_CHECK", "0"));

        assertThat(files.document(DMDCR)
                        .global()
                        .first("dmdcr_css_port")
                        .orElseThrow()
                        .value())
                .isEqualTo("17001");
        assertThat(ClusterLens.get(files).cluster().orElseThrow().member(1).port(GroupType.CSS))
                .contains(Port.of(17_001));
    }

    @Test
    void a_touched_line_is_named_by_file_section_and_key() {
        Cluster renamed = CLUSTER.withMember(1, member -> member.withName(GroupType.ASM, "FRESH"));

        assertThat(ClusterLens.put(renamed, ClusterLens.create(CLUSTER)).touched())
                .extracting(
                        Touched::file,
                        Touched::section,
                        Touched::key,
                        touched -> touched.before().orElseThrow().value())
                .containsExactlyInAnyOrder(
                        tuple(CLUSTER.dcr().file(), "GRP_ASM", "DCR_EP_NAME", "ASM1"),
                        tuple(asmMal(0), "MAL_INST1", "MAL_INST_NAME", "ASM1"),
                        tuple(asmMal(1), "MAL_INST1", "MAL_INST_NAME", "ASM1"));
    }

    private static FileId asmMal(int node) {
        return CLUSTER.nodes().get(node).asmMal().orElseThrow().file();
    }

    @Test
    void the_files_of_a_new_member_start_from_those_of_the_first() {
        Cluster three = ClusterLayout.builder().nodes(3).build().cluster();
        ClusterNode third = three.nodes().get(2);

        ClusterEdit edit = ClusterLens.put(three, FILES);

        assertThat(edit.findings()).isEmpty();
        assertThat(new String(edit.files().bytes(third.dmdcr().file()), StandardCharsets.UTF_8))
                .contains("dmdcr_seqno\t= 2\t#DMDCR_SEQNO\r\n");
        assertThat(edit.touched())
                .filteredOn(touched -> touched.file().equals(third.dmdcr().file()))
                .extracting(Touched::key)
                .contains("DMDCR_SEQNO", "DMDCR_MAL_PATH")
                .doesNotContain("DMDCR_PATH");
    }

    @Test
    void two_nodes_may_share_a_file() {
        Cluster one = ClusterLayout.builder().oneMachine(true).build().cluster();
        ConfigFile<?> file = one.nodes().get(0).asmMal().orElseThrow();
        Cluster shared = ClusterEdits.dmdcr(
                        one,
                        1,
                        dmdcr -> dmdcr.withMalPath(LocalPath.of(file.file().path())))
                .withMember(1, member -> member.withAsmMalPort(17_000));
        Cluster sharing = ClusterEdits.node(
                shared, 1, node -> node.withAsmMal(shared.nodes().get(0).asmMal()));

        ClusterEdit edit = ClusterLens.put(sharing, ClusterLens.create(one));

        assertThat(edit.findings()).isEmpty();
        assertThat(ClusterLens.get(edit.files()).cluster()).contains(sharing);
    }

    @Test
    void files_that_belong_to_no_cluster_stay_and_those_of_a_monitor_that_goes_are_removed() {
        FileId other = new FileId("10.1.0.1", "/data/readme.txt");
        FileId monitor = CLUSTER.monitors().get(0).file();

        ClusterFiles files = ClusterLens.put(CLUSTER.withMonitors(List.of()), FILES.with(other, new byte[] {1}))
                .files();

        assertThat(files.ids()).contains(other).doesNotContain(monitor);
    }

    @Test
    void permissions_stay_and_are_those_of_the_template_in_a_new_file() {
        ClusterFiles files = FILES.withMode(DMDCR, 0640)
                .withMode(CLUSTER.nodes().get(0).dmdcr().file(), 0600);
        Cluster three = ClusterLayout.builder().nodes(3).build().cluster();

        ClusterFiles written = ClusterLens.put(three, files).files();

        assertThat(written.mode(DMDCR)).contains(0640);
        assertThat(written.mode(three.nodes().get(2).dmdcr().file())).contains(0600);
    }

    @Test
    void what_files_cannot_express_is_a_finding_at_the_file() {
        FileId elsewhere = DMDCR.sibling("/elsewhere/dmmal.ini");
        Cluster misplaced = ClusterEdits.node(
                CLUSTER, 1, node -> node.withDbMal(node.dbMal().map(mal -> new ConfigFile<>(elsewhere, mal.value()))));
        Cluster clashing = ClusterEdits.node(
                CLUSTER,
                0,
                node -> node.withDmdcr(new ConfigFile<>(DMDCR, node.dmdcr().value())));
        Cluster reserved = ClusterEdits.group(CLUSTER, GroupType.DB, group -> group.withName("GRP"));
        Cluster broken = CLUSTER.withMember(1, member -> member.withName(GroupType.CSS, "A\nB"));

        assertThat(findings(misplaced)).containsExactly(tuple("CLU-0121", elsewhere.path()));
        assertThat(findings(clashing)).containsExactly(tuple("CLU-0120", DMDCR.path()));
        assertThat(findings(reserved))
                .containsExactly(tuple("CLU-0121", CLUSTER.dcr().file().path()));
        assertThat(findings(broken))
                .containsExactly(tuple("INI-0116", CLUSTER.dcr().file().path()));
    }

    private static List<Tuple> findings(Cluster cluster) {
        return ClusterLens.put(cluster, FILES).findings().stream()
                .map(finding -> tuple(finding.ruleId(), finding.primary().path()))
                .toList();
    }

    @Property(tries = 50)
    void no_cluster_is_too_odd_to_be_put(@ForAll("defects") Defect defect, @ForAll("layouts") ClusterLayout layout) {
        Cluster cluster = layout.cluster();
        ClusterFiles files = ClusterLens.create(cluster);
        Cluster odd = (defect.fits(cluster) ? defect.in(cluster) : cluster).withDcrvDisks(List.of());

        ClusterEdit edit = ClusterLens.put(odd, files);
        ClusterEdit fromNothing = ClusterLens.put(odd, ClusterFiles.of(Map.of()));

        if (edit.findings().isEmpty()) {
            assertThat(ClusterLens.get(edit.files(), odd.dcr().file()).cluster())
                    .contains(odd);
        }
        assertThat(edit.findings()).extracting(Finding::ruleId).allMatch(id -> id.matches("(CLU-012|INI-01).*"));
        assertThat(fromNothing.findings().isEmpty()).isEqualTo(edit.findings().isEmpty());
    }

    @Provide
    Arbitrary<Defect> defects() {
        return Arbitraries.of(Defects.all());
    }

    @Provide
    Arbitrary<ClusterLayout> layouts() {
        return ClusterArbitraries.layouts(2, 3);
    }
}
