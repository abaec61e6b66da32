package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmdcr;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.Seqno;
import io.github.dmdsc.model.fixtures.Unreadable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissingNodesTest extends RuleLaws {
    MissingNodesTest() {
        super(new MissingNodes());
    }

    @Test
    void the_files_of_the_last_node_are_not_there() {
        assertThat(found(without(cluster(3), 2)))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #3: Node 2 (CSS2) is in the DCR, but its dmdcr.ini is not among the files, so none of its files was checked.");
    }

    @Test
    void no_files_at_all() {
        assertThat(found(Cluster.builder().from(cluster()).nodes(List.of()).build()))
                .hasSize(2);
    }

    @Test
    void a_wrong_number_is_another_rules_affair() {
        assertThat(found(dmdcr(
                        cluster(),
                        1,
                        x -> Dmdcr.builder().from(x).seqno(Seqno.of(0)).build())))
                .isEmpty();
    }

    @Test
    void no_css_group() {
        assertThat(found(dcr(
                        without(cluster(), 1),
                        x -> DmdcrCfg.builder()
                                .from(x)
                                .groups(x.groups().subList(1, 3))
                                .build())))
                .isEmpty();
    }

    @Test
    void a_number_that_cannot_be_read_may_be_that_of_the_missing_node() {
        assertThat(found(dmdcr(
                        without(cluster(3), 2),
                        1,
                        x -> x.withSeqno(Optional.empty()).withOrigin(new Unreadable("DMDCR_SEQNO")))))
                .isEmpty();
    }

    private static Cluster without(Cluster cluster, int from) {
        return Cluster.builder()
                .from(cluster)
                .nodes(cluster.nodes().subList(0, from))
                .build();
    }
}
