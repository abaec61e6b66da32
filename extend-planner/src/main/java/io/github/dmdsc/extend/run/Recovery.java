package io.github.dmdsc.extend.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import java.util.Optional;

/**
 * The ways on or back from a step that failed, the mildest first. There is always one, unless files are neither as the
 * plan found them nor as it makes them, or are another cluster's: every way would write over them.
 *
 * @param failed the step
 * @param ways the ways; none if there are findings
 * @param findings every such file
 */
public record Recovery(Step failed, List<Way> ways, List<Finding> findings) {
    public Recovery {
        ways = List.copyOf(ways);
        findings = List.copyOf(findings);
    }

    /** What a way does. */
    public enum Kind {
        /** What the step makes is there already: go on with the next one. */
        GO_ON,
        /** Find out whether the step took effect, before anything else; only then is it known where to go on. */
        LOOK,
        /** Do the step again. */
        RETRY,
        /** Put every file back that the plan has changed so far; the cluster is as it was. */
        UNDO,
        /** Stop everything, put the files back, initialise the DCR disks anew, start the old nodes. */
        REINITIALISE
    }

    /** In which case a way is to be taken. */
    public enum When {
        /** What the step makes is there. */
        DONE,
        /** Nothing shows whether the step took effect. */
        UNKNOWN,
        /** The step took effect in part. */
        PARTLY_DONE,
        /** Always: doing the step again does no harm. */
        HARMLESS,
        /** A first attempt left something behind, which is removed first. */
        LEFT_OVER,
        /** Only where it is certain that the step had no effect. */
        CERTAINLY_NOT_DONE,
        /** The extension is given up. */
        GIVEN_UP,
        /** A wrong configuration was written, or the cluster cannot go on. */
        BEYOND_REPAIR
    }

    /**
     * One way.
     *
     * @param kind what it does
     * @param when in which case to take it
     * @param steps what is done, with the exact commands and files
     * @param resumeAt the step of the plan to go on with afterwards, behind a look if it shows that the failed step took
     *     effect; absent where none is left, or the plan is given up
     * @param resumeIfNot the step to go on with behind a look that shows that the failed step had no effect at all: that
     *     step; absent for every other way, and where something shows already that it had some effect
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Way(Kind kind, When when, List<Step> steps, Optional<String> resumeAt, Optional<String> resumeIfNot) {
        public Way {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Works out the ways from a step that failed, or of which nobody knows whether it was done.
     *
     * @throws IllegalArgumentException if the plan has no such step, or the journal is another plan's
     */
    public static Recovery recover(ExtendPlan plan, String failedStep, Observed observed) {
        return Situation.of(plan, observed).recovery(failedStep);
    }
}
