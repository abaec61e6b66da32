package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Seqno;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DbSeqnosTest extends RuleLaws {
    DbSeqnosTest() {
        super(new DbSeqnos());
    }

    @Test
    void the_same_number_twice() {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> DcrEndpoint.builder().from(x).seqno(Seqno.of(0)).build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #2 DCR_EP_SEQNO and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #1 DCR_EP_SEQNO: DCR_EP_SEQNO 0 is used twice.");
    }

    @Test
    void a_number_behind_the_last() {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> DcrEndpoint.builder().from(x).seqno(Seqno.of(2)).build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #2 DCR_EP_SEQNO: DCR_EP_SEQNO 2 is not within 0 to 1.");
    }

    @Test
    void a_number_may_be_absent() {
        assertThat(found(endpoint(
                        endpoint(
                                cluster(),
                                GroupType.DB,
                                1,
                                x -> DcrEndpoint.builder()
                                        .from(x)
                                        .seqno(Optional.empty())
                                        .build()),
                        GroupType.DB,
                        0,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .seqno(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void the_position_of_another_as_number() {
        assertThat(found(endpoint(
                        endpoint(
                                cluster(),
                                GroupType.DB,
                                1,
                                x -> DcrEndpoint.builder()
                                        .from(x)
                                        .seqno(Optional.empty())
                                        .build()),
                        GroupType.DB,
                        0,
                        x -> DcrEndpoint.builder().from(x).seqno(Seqno.of(1)).build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #2 DCR_EP_SEQNO and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #1 DCR_EP_SEQNO: DCR_EP_SEQNO 1 is used twice.");
    }

    @Test
    void numbers_of_other_types_do_not_count() {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.ASM,
                        1,
                        x -> DcrEndpoint.builder().from(x).seqno(Seqno.of(7)).build())))
                .isEmpty();
    }
}
