package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmdcr;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.Seqno;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeSeqnosTest extends RuleLaws {
    NodeSeqnosTest() {
        super(new NodeSeqnos());
    }

    @Test
    void the_same_number_twice() {
        assertThat(found(dmdcr(
                        cluster(),
                        1,
                        x -> Dmdcr.builder().from(x).seqno(Seqno.of(0)).build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_SEQNO and 10.1.0.1:/data/DSC0/dmdcr.ini DMDCR_SEQNO: DMDCR_SEQNO = 0 is already used by another host.");
    }

    @Test
    void no_number() {
        assertThat(found(dmdcr(
                        cluster(),
                        1,
                        x -> Dmdcr.builder().from(x).seqno(Optional.empty()).build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_SEQNO: DMDCR_SEQNO is missing, so the seqno of this node is unknown.");
    }

    @Test
    void a_number_without_endpoint() {
        assertThat(found(dmdcr(
                        cluster(),
                        1,
                        x -> Dmdcr.builder().from(x).seqno(Seqno.of(2)).build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_SEQNO and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_CSS: DMDCR_SEQNO = 2 is not within 0 to 1, so the DCR has no such node.");
    }

    @Test
    void no_css_group() {
        assertThat(found(dcr(
                        cluster(),
                        x -> DmdcrCfg.builder()
                                .from(x)
                                .groups(x.groups().subList(1, 3))
                                .build())))
                .isEmpty();
    }
}
