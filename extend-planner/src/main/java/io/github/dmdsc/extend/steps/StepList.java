package io.github.dmdsc.extend.steps;

import io.github.dmdsc.extend.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** Collects steps in their order. Not thread-safe. */
final class StepList {
    private final List<Step> steps = new ArrayList<>();
    /** The steps that the next one waits for. */
    private List<String> barrier = List.of();

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The steps added from now on wait for all that {@code these} add, not for each other. */
    void together(Runnable these) {
        List<String> before = barrier;
        List<String> added = new ArrayList<>();
        int from = steps.size();
        these.run();
        for (int i = from; i < steps.size(); i++) {
            Step step = steps.get(i);
            steps.set(i, Step.builder().from(step).dependsOn(before).build());
            added.add(step.id());
        }
        barrier = added.isEmpty() ? before : List.copyOf(added);
    }

    /** Adds a step that waits for what was added last. */
    void add(Step.Builder step) {
        Step added = step.dependsOn(barrier).build();
        steps.add(added);
        barrier = List.of(added.id());
    }
}
