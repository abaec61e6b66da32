package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.check.Finding;
import java.util.List;

/** What is left of a plan that was begun. */
public sealed interface Replan {
    /** Calls the method for this kind of result. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Steps are left.
     *
     * @param steps the plan's own steps that are not known to be done, in their order
     * @param uncertain those of them that must not be done twice, and of which nothing tells whether they were done, or
     *     not all of what they make is there: look first, as their {@link Step#recovery()} says
     * @param begun whether anything shows that the plan was begun; while nothing does, no step is uncertain, though
     *     nothing shows the contrary either
     * @param findings what does not fit together of that which is known
     */
    record Remaining(List<Step> steps, List<Step> uncertain, boolean begun, List<Finding> findings) implements Replan {
        public Remaining {
            steps = List.copyOf(steps);
            uncertain = List.copyOf(uncertain);
            findings = List.copyOf(findings);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.remaining(this);
        }
    }

    /** Nothing is left. */
    record AlreadyExtended() implements Replan {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alreadyExtended(this);
        }
    }

    /**
     * The plan no longer fits: files have changed under way, or are another cluster's.
     *
     * @param findings every such file
     */
    record Refused(List<Finding> findings) implements Replan {
        public Refused {
            findings = List.copyOf(findings);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.refused(this);
        }
    }

    /**
     * Works out the remaining steps. Files are known by their hashes, so a half-added node is known as itself. What
     * changes nothing, or may be done again, counts as done where a later step that waits for it is done; a step that
     * must not be done twice counts as done only where something shows it, or the journal has it and nothing shows the
     * contrary. What was seen of a step that is not done was seen too early, and is to be seen again.
     */
    static Replan replan(ExtendPlan plan, Observed observed) {
        return new Replanner(plan, observed).replan();
    }

    /** One method for each kind of result. */
    interface Visitor<R> {
        /** For steps that are left. */
        R remaining(Remaining result);

        /** For a plan of which nothing is left. */
        R alreadyExtended(AlreadyExtended result);

        /** For a plan that no longer fits. */
        R refused(Refused result);
    }
}
