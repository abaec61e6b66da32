package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.ini.files.ClusterFiles;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives the ways out of a fault. The rehearsal tries them; it knows none itself. {@link
 * io.github.dmdsc.extend.run.Proof} rehearses with the ways of {@link io.github.dmdsc.extend.run.Recovery}.
 */
@FunctionalInterface
public interface Rescue {
    /**
     * The ways out of a situation, the mildest first.
     *
     * @param situation the knowledge of the operator
     * @return the ways; empty if there is none
     */
    List<Way> ways(Situation situation);

    /**
     * The knowledge of an operator after a fault.
     *
     * @param plan the plan
     * @param failedStep the id of the failed step; empty if the operator only continues after a pause
     * @param files the present files
     * @param shown the output of a monitor for all groups; empty if there is no monitor
     * @param done the ids of the steps that are known to be done
     * @param beyondRepair whether the extension has failed: an instance has failed, or a look has shown that a step
     *     that must not be repeated is half done
     * @param looked whether the steps of an earlier {@link Way#look()} were carried out, so that the effect of the
     *     failed step is known
     */
    record Situation(
            ExtendPlan plan,
            Optional<String> failedStep,
            ClusterFiles files,
            Optional<Shown> shown,
            Set<String> done,
            boolean beyondRepair,
            boolean looked) {
        public Situation {
            done = Set.copyOf(done);
        }
    }

    /**
     * A way out.
     *
     * @param to the ending that the way leads to
     * @param steps all steps of the way
     * @param look whether the steps only find out whether the failed step took effect; the rescue is then asked again
     *     with {@link Situation#looked()} set
     */
    record Way(Ending to, List<Step> steps, boolean look) {
        public Way {
            steps = List.copyOf(steps);
        }

        /** A way that leads to its ending without a further question. */
        public Way(Ending to, List<Step> steps) {
            this(to, steps, false);
        }
    }
}
