package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.ExtendPlan;
import net.jqwik.api.Arbitrary;

/** Plans for clusters of every kind, for tests outside this package. */
public final class ExtendedPlans {
    private ExtendedPlans() {}

    /** The plan for one more node of any cluster. */
    public static Arbitrary<ExtendPlan> any() {
        return GeneratedCluster.any()
                .map(cluster -> Example.planned(cluster.files(), cluster.next(cluster.nodes()))
                        .plan());
    }
}
