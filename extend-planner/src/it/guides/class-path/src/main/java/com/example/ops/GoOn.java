package com.example.ops;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.extend.run.Observed;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.ini.files.ClusterFiles;
import java.util.List;
import java.util.Set;

/** Goes on with a plan that was begun. */
final class GoOn {
    private GoOn() {}

    static List<String> remaining(String planJson, ClusterFiles now, Set<String> done) {
        ExtendPlan plan = PlanJson.read(planJson, "plan.json").value().orElseThrow();
        Status status = Status.of(plan, Observed.of(now).withDone(done));
        if (!status.fits()) {
            throw new IllegalArgumentException("the plan does not fit these files: " + status.findings());
        }
        return status.remaining().stream().map(Step::id).toList();
    }

    static Recovery waysFrom(ExtendPlan plan, String failedStep, ClusterFiles now) {
        return Recovery.recover(plan, failedStep, Observed.of(now));
    }
}
