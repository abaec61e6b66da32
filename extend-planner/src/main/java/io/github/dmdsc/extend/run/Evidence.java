package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Step;

/** What is known of the steps of a plan, one by one. */
interface Evidence {
    /** Whether a step was done. */
    StepEvidence.Known of(Step step);

    /** Whether a copy has left something behind, which is in the way of the next. */
    boolean leftOver(Step step);
}
