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

    /** Adds the steps of {@code these}. They do not wait for each other, and the next step waits for all of them. */
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

    /** Adds a step that waits for the step, or all steps of {@link #together}, that were added last. */
    void add(Step.Builder step) {
        Step added = step.dependsOn(barrier).build();
        steps.add(added);
        barrier = List.of(added.id());
    }
}
