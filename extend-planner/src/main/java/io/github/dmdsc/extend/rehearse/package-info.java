/**
 * An executable model of a DMDSC cluster. A rehearsal carries out a plan on it and checks each step before a person
 * runs the plan on the real cluster. The model is independent of the planner: it reads the files and the commands of a
 * plan with its own code, and does not use the planner, the lenses or the rules. A mistake of the planner is therefore
 * not repeated here.
 *
 * <p>The model knows the cluster's behaviour from the manual. It does not run Dameng's programs.
 *
 * <p>Every public type except a builder is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.extend.rehearse;

import org.jspecify.annotations.NullMarked;
