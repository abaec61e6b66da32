package io.github.dmdsc.extend.rehearse;

/** What comes of a step. */
sealed interface Outcome {
    /** The state after it. */
    record Next(World state) implements Outcome {}

    /** The cluster, or the manual, does not let it happen. */
    record Rejected(Violation why) implements Outcome {
        Requirement requirement() {
            return why.requirement();
        }
    }
}
