package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.ini.files.ClusterFiles;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whoever knows the ways on or back from a step that failed. The rehearsal tries them; it knows none itself. */
@FunctionalInterface
public interface Rescue {
    /** The ways out of a situation, the mildest first. */
    List<Way> ways(Situation situation);

    /**
     * What an operator knows.
     *
     * @param plan the plan
     * @param failedStep the step that failed; absent where the operator only comes back
     * @param files the files as they are now
     * @param shown what the monitor shows of all groups, where there is a monitor
     * @param done the steps that are known to be done
     * @param beyondRepair whether an instance failed, or something that must not be repeated was seen to be half done:
     *     then the extension has failed
     * @param looked whether somebody has looked what became of the step that failed, as an earlier answer said
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
     * @param to what it leads to
     * @param steps everything that is done on it
     * @param look whether these steps only look what became of the step that failed; then the way goes on from what was
     *     seen, and the rescue is asked once more
     */
    record Way(Ending to, List<Step> steps, boolean look) {
        public Way {
            steps = List.copyOf(steps);
        }

        /** A way that is known to its end. */
        public Way(Ending to, List<Step> steps) {
            this(to, steps, false);
        }
    }
}
