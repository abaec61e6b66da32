package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Diagnostic;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Severity;

/** What can be wrong with a text that should be a plan. */
final class PlanFindings {
    private static final Messages MESSAGES = Messages.beside(PlanFindings.class);

    private PlanFindings() {}

    static Diagnostic noJson(Location at) {
        return error("EXT-0303").at(at).build();
    }

    static Diagnostic version(Location at, String found) {
        return error("EXT-0304")
                .at(at)
                .with("found", found)
                .with("read", ExtendPlan.FORMAT_VERSION)
                .build();
    }

    static Diagnostic noPlan(Location at, String member) {
        return error("EXT-0305").at(at).with("member", member).build();
    }

    static Diagnostic changed(Location at, String said, String found) {
        return error("EXT-0306").at(at).with("said", said).with("found", found).build();
    }

    private static Finding error(String id) {
        return Diagnostic.finding(MESSAGES, id, Severity.ERROR);
    }
}
