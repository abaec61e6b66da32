package com.example.ops;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.extend.run.Freshness;
import io.github.dmdsc.extend.run.Observed;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.run.Replan;
import io.github.dmdsc.ini.files.ClusterFiles;
import java.util.List;
import java.util.Set;

/** Goes on with a plan that was begun. */
final class GoOn {
    private GoOn() {}

    static List<String> remaining(String planJson, ClusterFiles now, Set<String> journal) {
        ExtendPlan plan = PlanJson.read(planJson, "plan.json").value().orElseThrow();
        if (Freshness.checkFresh(plan, now) instanceof Freshness.OtherCluster) {
            throw new IllegalArgumentException("these files are of another cluster");
        }
        Replan replan = Replan.replan(plan, Observed.of(now).withDone(journal));
        return replan instanceof Replan.Remaining left
                ? left.steps().stream().map(Step::id).toList()
                : List.of();
    }

    static Recovery waysFrom(ExtendPlan plan, String failedStep, ClusterFiles now) {
        return Recovery.recover(plan, failedStep, Observed.of(now));
    }
}
