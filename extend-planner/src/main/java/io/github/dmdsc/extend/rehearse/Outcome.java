package io.github.dmdsc.extend.rehearse;

/** The outcome of a step. */
sealed interface Outcome {
    /** The state after the step. */
    record Next(ModelState state) implements Outcome {}

    /** The refusal of the step, because the cluster or the manual does not allow it. */
    record Rejected(Violation why) implements Outcome {
        Requirement requirement() {
            return why.requirement();
        }
    }
}
