package com.example.layouts;

import static io.github.dmdsc.model.fixtures.DmdscAssertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.fixtures.ClusterArbitraries;
import io.github.dmdsc.model.fixtures.Defects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every cluster, and for every cluster with one defect. */
class EveryClusterTest {
    @Property(tries = 20)
    void our_check_accepts_every_valid_cluster(@ForAll("clusters") Cluster cluster) {
        assertThat(cluster).within(ManualLimits.OLDER).hasNoErrors();
    }

    @Property(tries = 20)
    void our_check_finds_a_key_that_is_used_twice(@ForAll("spoilt") Cluster cluster) {
        assertThat(cluster).breaks("DSC-0302");
    }

    @Provide
    Arbitrary<Cluster> clusters() {
        return ClusterArbitraries.clusters();
    }

    @Provide
    Arbitrary<Cluster> spoilt() {
        return ClusterArbitraries.clustersWith(Defects.of("DSC-0302").get(0));
    }
}
