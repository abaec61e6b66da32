package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import net.jqwik.api.Arbitrary;

/** Plans for clusters of every kind, for tests outside this package. */
public final class ExtendedPlans {
    private ExtendedPlans() {}

    /** The plan for one more node of any cluster. */
    public static Arbitrary<ExtendPlan> any() {
        return withFiles().map(Planned::plan);
    }

    /** The plan for one more node of any cluster, with the files that it was made from. */
    public static Arbitrary<Planned> withFiles() {
        return GeneratedCluster.any().map(ExtendedPlans::planned);
    }

    /** The plan for one more node of a cluster. */
    public static Planned of(ClusterLayout layout) {
        return planned(new GeneratedCluster(layout));
    }

    /** The plan of the manual's chapter. */
    public static Planned manual() {
        return new Planned(Example.manual().plan(), Example.files());
    }

    private static Planned planned(GeneratedCluster cluster) {
        ClusterFiles files = cluster.files();
        return new Planned(Example.planned(files, cluster.next(cluster.nodes())).plan(), files);
    }

    /**
     * A plan and what it was made from.
     *
     * @param plan the plan
     * @param files the files before
     */
    public record Planned(ExtendPlan plan, ClusterFiles files) {}
}
