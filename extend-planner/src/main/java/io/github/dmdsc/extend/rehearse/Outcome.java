package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.check.Text;

/** What comes of a step. */
sealed interface Outcome {
    /** The state after it. */
    record Next(World state) implements Outcome {}

    /** The cluster, or the manual, does not let it happen. */
    record Rejected(Rule rule, Text why) implements Outcome {}
}
