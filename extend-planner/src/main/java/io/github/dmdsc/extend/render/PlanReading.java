package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What a text was read as.
 *
 * @param plan the plan, if it is one
 * @param findings why it is none
 */
public record PlanReading(Optional<ExtendPlan> plan, List<Finding> findings) {
    public PlanReading {
        findings = List.copyOf(findings);
    }

    static PlanReading refused(Finding finding) {
        return new PlanReading(Optional.empty(), List.of(finding));
    }
}
