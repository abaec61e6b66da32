package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Input;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Severity;
import java.util.Optional;

/** The findings about a plan that was begun, from EXT-0301. */
final class ResumeFindings {
    static final Messages MESSAGES = Messages.beside(ResumeFindings.class);

    private static final FindingKind CHANGED = FindingKind.of(MESSAGES, "EXT-0301", Severity.ERROR);
    private static final FindingKind CONTRADICTED = FindingKind.of(MESSAGES, "EXT-0309", Severity.WARNING);
    private static final FindingKind PARTIAL = FindingKind.of(MESSAGES, "EXT-0310", Severity.WARNING);
    private static final FindingKind OTHER_CLUSTER = FindingKind.of(MESSAGES, "EXT-0302", Severity.ERROR);

    private ResumeFindings() {}

    static Finding changed(FileId file, Optional<String> before, Optional<String> now, Optional<String> planned) {
        FindingBuilder finding = CHANGED.at(Location.of(file))
                .with("file", file)
                .with("before", before)
                .with("now", now)
                .with("planned", planned);
        if (now.isEmpty()) {
            finding.variant("missing");
        } else if (before.isEmpty() && planned.isEmpty()) {
            finding.variant("extra");
        }
        return finding.build();
    }

    static Finding contradicted(ExtendPlan plan, Step step) {
        return doubt(CONTRADICTED, plan, step).build();
    }

    static Finding partial(ExtendPlan plan, Step step) {
        return doubt(PARTIAL, plan, step)
                .with("ways", new Input("recovery", step.id()))
                .build();
    }

    private static FindingBuilder doubt(FindingKind kind, ExtendPlan plan, Step step) {
        return kind.at(Location.outside("plan " + plan.planId())).with("step", step.id());
    }

    static Finding otherCluster(ExtendPlan plan, ExtendPlan.Identity found) {
        return OTHER_CLUSTER
                .at(Location.outside("plan " + plan.planId()))
                .with("oguid", plan.identity().oguid())
                .with("disk", plan.identity().dcrPath())
                .with("foundOguid", found.oguid())
                .with("foundDisk", found.dcrPath())
                .build();
    }
}
