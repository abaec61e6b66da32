package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import java.util.List;
import java.util.Optional;

/**
 * How far a plan is: a view of its journal, and of the files as far as somebody looked at them.
 *
 * @param done the steps that are done, in their order
 * @param open the steps that were begun, and of which nothing says what became of them; a run asks
 * @param left the steps that are left, in their order, the open ones among them
 * @param next the step that comes next; absent where none is left
 * @param ways the ways on and back from where the plan is, the mildest first; none before anything was begun
 */
public record Status(List<Step> done, List<Step> open, List<Step> left, Optional<Step> next, List<Recovery.Way> ways) {
    public Status {
        done = List.copyOf(done);
        open = List.copyOf(open);
        left = List.copyOf(left);
        ways = List.copyOf(ways);
    }

    static Status of(ExtendPlan plan, Progress progress, List<Recovery.Way> ways) {
        return new Status(
                plan.steps().stream().filter(progress::done).toList(),
                plan.steps().stream().filter(progress::open).toList(),
                plan.steps().stream().filter(step -> !progress.done(step)).toList(),
                progress.next(),
                ways);
    }
}
