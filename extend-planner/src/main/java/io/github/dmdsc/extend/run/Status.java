package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import java.util.Optional;

/**
 * The progress of a plan. It follows these rules:
 *
 * <ul>
 *   <li>A step that writes a file counts as done if the file has the planned hash.
 *   <li>A step that changes nothing, or that may be done again, counts as done if a later step that depends on it is
 *       done.
 *   <li>A step that must not be done twice counts as done only if files or outputs show it, or if the journal has it
 *       and nothing contradicts it.
 *   <li>A look at a step that is not done yet does not count and must be repeated. The same holds for the last looks
 *       before a point of no return.
 * </ul>
 *
 * @param done the steps that are done, in the order of the plan
 * @param remaining the steps that are left, in the order of the plan, including the uncertain ones; none if the plan
 *     is carried out
 * @param uncertain the steps of {@code remaining} that were begun, that copied only a part of a directory, or that must
 *     not be done twice and of which it is unknown whether they were done; check them first, see {@link Recovery}
 * @param next the step that comes next; empty if none is left, or if the plan does not fit the files
 * @param begun whether the journal, the files or the outputs show that the plan has changed something; if not, no step
 *     is uncertain
 * @param ways the ways on and back from {@code from}, the way on first; none if nothing was changed yet
 * @param from the step from which the ways lead; empty if there are no ways
 * @param findings the contradictions; an ERROR means that the plan does not fit the files, because files were changed,
 *     belong to another cluster, or were put back after a point of no return, and then there are no ways
 */
public record Status(
        List<Step> done,
        List<Step> remaining,
        List<Step> uncertain,
        Optional<Step> next,
        boolean begun,
        List<Recovery.Way> ways,
        Optional<Step> from,
        List<Finding> findings) {
    public Status {
        done = List.copyOf(done);
        remaining = List.copyOf(remaining);
        uncertain = List.copyOf(uncertain);
        ways = List.copyOf(ways);
        findings = List.copyOf(findings);
    }

    /**
     * Works out the progress of a plan.
     *
     * @param plan the plan
     * @param observed the observations of the cluster
     * @throws IllegalArgumentException if the journal belongs to another plan, or names a step that the plan does not
     *     have
     */
    public static Status of(ExtendPlan plan, Observed observed) {
        return Situation.of(plan, observed).status();
    }

    /** Returns whether the plan fits the observed files: no finding is an ERROR. */
    public boolean fits() {
        return findings.stream().noneMatch(Finding::isBlocking);
    }
}
