package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Makes plans for clusters of every kind, also for tests in other packages. */
public final class ExtendedPlans {
    private ExtendedPlans() {}

    /** Returns plans for one more node of any cluster. */
    public static Arbitrary<ExtendPlan> any() {
        return withFiles().map(Planned::plan);
    }

    /** Returns plans for one more node of any cluster, with the files that each was made from. */
    public static Arbitrary<Planned> withFiles() {
        return Combinators.combine(GeneratedCluster.any(), Arbitraries.of(true, false))
                .as(ExtendedPlans::planned);
    }

    /** Returns the plan for one more node of a cluster. */
    public static Planned of(ClusterLayout layout) {
        return planned(new GeneratedCluster(layout), false);
    }

    /** Returns the plan for one more node of a cluster whose files were edited. */
    public static Planned of(ClusterLayout layout, UnaryOperator<ClusterFiles> edit) {
        return of(layout, edit, UnaryOperator.identity());
    }

    /** Returns the plan for one more node of a cluster whose files and whose request were edited. */
    public static Planned of(ClusterLayout layout, UnaryOperator<ClusterFiles> edit, UnaryOperator<ExtendRequest> ask) {
        GeneratedCluster cluster = new GeneratedCluster(layout);
        ClusterFiles files = edit.apply(cluster.files());
        ExtendRequest request = ask.apply(cluster.next(cluster.nodes()));
        return new Planned(Example.planned(files, request).plan(), files);
    }

    /** Returns the complete result of the planner for one more node of a cluster. */
    public static PlanResult.Planned result(ClusterLayout layout) {
        GeneratedCluster cluster = new GeneratedCluster(layout);
        return Example.planned(cluster.files(), cluster.next(layout.nodes()));
    }

    /** Returns the plan of the manual's chapter. */
    public static Planned manual() {
        return new Planned(Example.manual().plan(), Example.files());
    }

    private static Planned planned(GeneratedCluster cluster, boolean services) {
        ClusterFiles files = cluster.files();
        ExtendRequest request = cluster.next(cluster.nodes()).withServices(services);
        return new Planned(Example.planned(files, request).plan(), files);
    }

    /**
     * A plan and the files that it was made from.
     *
     * @param plan the plan
     * @param files the files before the extension
     */
    public record Planned(ExtendPlan plan, ClusterFiles files) {}
}
