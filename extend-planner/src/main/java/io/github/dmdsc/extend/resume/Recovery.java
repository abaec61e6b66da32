package io.github.dmdsc.extend.resume;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.check.Text;
import java.util.List;
import java.util.Optional;

/**
 * The ways on or back from a step that failed, the mildest first. There is always one.
 *
 * @param failed the step
 * @param ways the ways
 */
public record Recovery(Step failed, List<Way> ways) {
    public Recovery {
        ways = List.copyOf(ways);
    }

    /** What a way does. */
    public enum Kind {
        /** What the step makes is there already: go on with the next one. */
        GO_ON,
        /** Find out whether the step took effect, before anything else. */
        LOOK,
        /** Do the step again. */
        RETRY,
        /** Put every file back that the plan has changed so far; the cluster is as it was. */
        UNDO,
        /** Stop everything, put the files back, initialise the DCR disks anew, start the old nodes. */
        REINITIALISE
    }

    /**
     * One way.
     *
     * @param kind what it does
     * @param when in which case to take it
     * @param steps what is done, with the exact commands and files
     * @param resumeAt the step of the plan to go on with afterwards; absent where the plan is given up
     */
    public record Way(Kind kind, Text when, List<Step> steps, Optional<String> resumeAt) {
        public Way {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Works out the ways from a step that failed, or of which nobody knows whether it was done.
     *
     * @throws IllegalArgumentException if the plan has no such step
     */
    public static Recovery recover(ExtendPlan plan, String failedStep, Observed observed) {
        return new Recoverer(plan, observed).recover(failedStep);
    }
}
