package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The findings about a text that should be a plan. */
final class PlanFindings {
    private static final Messages MESSAGES = Messages.beside(PlanFindings.class);

    private static final FindingKind NO_JSON = FindingKind.of(MESSAGES, "EXT-0303", Severity.ERROR);
    private static final FindingKind VERSION = FindingKind.of(MESSAGES, "EXT-0304", Severity.ERROR);
    private static final FindingKind NO_PLAN = FindingKind.of(MESSAGES, "EXT-0305", Severity.ERROR);
    private static final FindingKind CHANGED = FindingKind.of(MESSAGES, "EXT-0306", Severity.ERROR);
    private static final FindingKind REPEATED_STEP = FindingKind.of(MESSAGES, "EXT-0307", Severity.ERROR);
    private static final FindingKind DEPENDENCY_NOT_BEFORE = FindingKind.of(MESSAGES, "EXT-0308", Severity.ERROR);
    private static final FindingKind DUPLICATE_MEMBER = FindingKind.of(MESSAGES, "EXT-0311", Severity.ERROR);

    private PlanFindings() {}

    static Finding noJson(Location at) {
        return NO_JSON.at(at).build();
    }

    static Finding duplicateMember(Location at, String member) {
        return DUPLICATE_MEMBER.at(at).with("member", member).build();
    }

    static Finding noVersion(Location at, String found) {
        return VERSION.at(at)
                .variant("noNumber")
                .with("found", found)
                .with("read", ExtendPlan.FORMAT_VERSION)
                .build();
    }

    static Finding version(Location at, String found) {
        return VERSION.at(at)
                .with("found", found)
                .with("read", ExtendPlan.FORMAT_VERSION)
                .build();
    }

    static Finding noPlan(Location at, String member) {
        return NO_PLAN.at(at).with("member", member).build();
    }

    static Finding changed(Location at, String said, String found) {
        return CHANGED.at(at).with("said", said).with("found", found).build();
    }

    /**
     * Returns the findings about the order of the steps: repeated ids, and steps that depend on a step that does not
     * come before them.
     */
    static List<Finding> order(ExtendPlan plan, Location at) {
        List<Finding> findings = new ArrayList<>();
        for (List<Step> steps : List.of(plan.steps(), plan.reinitialise())) {
            Set<String> before = new HashSet<>();
            for (Step step : steps) {
                for (String other : step.dependsOn()) {
                    if (!before.contains(other)) {
                        findings.add(DEPENDENCY_NOT_BEFORE
                                .at(at)
                                .with("step", step.id())
                                .with("other", other)
                                .build());
                    }
                }
                if (!before.add(step.id())) {
                    findings.add(REPEATED_STEP.at(at).with("step", step.id()).build());
                }
            }
        }
        return List.copyOf(findings);
    }
}
