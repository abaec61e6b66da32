package io.github.dmdsc.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dmdsc.model.fixtures.ClusterEdits;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeViewTest {
    private static final Cluster CLUSTER =
            ClusterLayout.builder().nodes(3).build().cluster();

    @Test
    void a_node_leads_to_everything_that_bears_its_number_and_back() {
        NodeView node = CLUSTER.node(1);

        assertThat(node.css().name()).contains("CSS1");
        assertThat(node.asm().shmKey()).contains(ShmKey.of(70_001));
        assertThat(node.db().seqno()).contains(Seqno.of(1));
        assertThat(node.asmMal().name()).contains("ASM1");
        assertThat(node.dbMal().servicePort()).contains(Port.of(13_001));
        assertThat(node.host()).isEqualTo("10.1.0.2");
        assertThat(node.files()).isSameAs(CLUSTER.nodes().get(1));
        assertThat(node.cluster()).isSameAs(CLUSTER);
    }

    @Test
    void the_number_counts_and_not_the_position() {
        Cluster shuffled = Cluster.builder()
                .from(CLUSTER)
                .nodes(List.of(
                        CLUSTER.nodes().get(2),
                        CLUSTER.nodes().get(0),
                        CLUSTER.nodes().get(1)))
                .build();

        assertThat(shuffled.node(1)).extracting(NodeView::host).isEqualTo("10.1.0.2");
    }

    @Test
    void what_is_not_there_is_named() {
        Cluster bare = Cluster.builder()
                .from(CLUSTER)
                .dcr(new ConfigFile<>(CLUSTER.dcr().file(), DmdcrCfg.builder().build()))
                .build();
        Cluster nameless = ClusterEdits.malInstance(
                CLUSTER,
                GroupType.DB,
                1,
                instance -> MalInstance.builder()
                        .from(instance)
                        .name(Optional.empty())
                        .build());
        Cluster unnamed = ClusterEdits.endpoint(
                nameless,
                GroupType.DB,
                1,
                endpoint -> DcrEndpoint.builder()
                        .from(endpoint)
                        .name(Optional.empty())
                        .build());

        assertThatThrownBy(() -> CLUSTER.node(3))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no dmdcr.ini has DMDCR_SEQNO = 3");
        assertThatThrownBy(() -> bare.node(1).asm())
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("the DCR has no ASM endpoint 1");
        assertThatThrownBy(() -> nameless.node(1).dbMal()).hasMessage("no MAL instance is called DSC1");
        assertThatThrownBy(() -> unnamed.node(1).dbMal()).hasMessage("no MAL instance is called ?");
    }
}
