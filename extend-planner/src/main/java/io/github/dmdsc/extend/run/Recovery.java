package io.github.dmdsc.extend.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import java.util.Optional;

/**
 * The ways on and back from a failed step, the way on first. There is at least one way, unless there are findings. A
 * finding reports a file that is neither as the plan found it nor as the plan writes it, or that belongs to another
 * cluster: every way would overwrite such a file. A finding also reports a file that was put back after a point of no
 * return: it is too late to write the file again.
 *
 * @param failed the failed step
 * @param ways the ways; none if there are findings
 * @param findings one finding for each such file
 */
public record Recovery(Step failed, List<Way> ways, List<Finding> findings) {
    public Recovery {
        ways = List.copyOf(ways);
        findings = List.copyOf(findings);
    }

    /** The kinds of way. */
    public enum Kind {
        /** The step has taken effect. Continue with the next step. */
        GO_ON,
        /** First find out whether the step took effect. The result decides at which step you continue. */
        LOOK,
        /** Do the step again. If a first attempt left something behind, the way removes it first. */
        RETRY,
        /**
         * Put back every file that the plan has changed so far. Afterwards the files of the cluster are as before the
         * extension.
         */
        UNDO,
        /**
         * Re-initialisation: stop the cluster, put the files back, initialise the DCR disks again, and start the old
         * nodes.
         */
        REINITIALISE
    }

    /** The cases in which a way applies. */
    public enum When {
        /** The step took effect. */
        DONE,
        /** It is unknown whether the step took effect. */
        UNKNOWN,
        /** The step took effect in part. */
        PARTLY_DONE,
        /** In every case: you can do the step again without harm. */
        HARMLESS,
        /** A first attempt of the step left something behind. The way removes it first. */
        LEFT_OVER,
        /** Only if you are certain that the step had no effect. */
        CERTAINLY_NOT_DONE,
        /** You give the extension up. */
        GIVEN_UP,
        /** A wrong configuration was written, or the cluster is unusable. */
        BEYOND_REPAIR
    }

    /**
     * A way on or a way back.
     *
     * @param kind the kind of way
     * @param when the case in which the way applies
     * @param steps the steps of the way, with their commands and files
     * @param resumeAt the id of the step at which the plan continues after this way; for a {@link Kind#LOOK}, if the
     *     look shows that the failed step took effect; empty if no step is left or the plan is given up
     * @param resumeIfNot the id of the step at which the plan continues if a {@link Kind#LOOK} shows that the failed
     *     step had no effect: the failed step itself; empty for every other way, and if the step is already known to
     *     have had some effect
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Way(Kind kind, When when, List<Step> steps, Optional<String> resumeAt, Optional<String> resumeIfNot) {
        public Way {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Works out the ways from a step that failed, or of which it is unknown whether it was done.
     *
     * @param plan the plan
     * @param failedStep the id of the step
     * @param observed the observations of the cluster
     * @throws IllegalArgumentException if the plan has no such step, or if the journal belongs to another plan
     */
    public static Recovery recover(ExtendPlan plan, String failedStep, Observed observed) {
        return Situation.of(plan, observed).recovery(failedStep);
    }
}
