package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import java.util.Optional;

/**
 * How far a plan is. A file counts as written where it has the planned hash, so a half-added node is known as itself. A
 * step that changes nothing, or may be done again, counts as done where a later step that waits for it is done. A step
 * that must not be done twice counts as done only where something shows it, or the journal has it and nothing shows the
 * contrary. A look at a step that is not done came too early, and is to be taken again; so are the last looks before a
 * point of no return.
 *
 * @param done the steps that are done, in their order
 * @param left the steps that are left, in their order, the open ones among them; none where the plan is carried out
 * @param open the steps of {@code left} that were begun, or that must not be done twice and of which nothing tells
 *     whether they were done: look first, as {@link Step#recovery()} says
 * @param next the step that comes next; absent where none is left, or the plan does not fit the files
 * @param begun whether anything shows that a change of the plan was made; while nothing does, no step is open, though
 *     nothing shows the contrary either
 * @param ways the ways on and back from where the plan is, the mildest first; none before anything was changed
 * @param from the step that the ways lead on and back from
 * @param findings what does not fit together; with an error among them the plan does not fit the files: files have
 *     changed under way, or are another cluster's, and no way is shown
 */
public record Status(
        List<Step> done,
        List<Step> left,
        List<Step> open,
        Optional<Step> next,
        boolean begun,
        List<Recovery.Way> ways,
        Optional<Step> from,
        List<Finding> findings) {
    public Status {
        done = List.copyOf(done);
        left = List.copyOf(left);
        open = List.copyOf(open);
        ways = List.copyOf(ways);
        findings = List.copyOf(findings);
    }

    /**
     * Works out how far a plan is.
     *
     * @throws IllegalArgumentException if the journal is another plan's, or names a step that the plan does not have
     */
    public static Status of(ExtendPlan plan, Observed observed) {
        return Situation.of(plan, observed).status();
    }

    /** Whether the plan fits the files that were seen. */
    public boolean fits() {
        return findings.stream().noneMatch(Finding::isBlocking);
    }
}
