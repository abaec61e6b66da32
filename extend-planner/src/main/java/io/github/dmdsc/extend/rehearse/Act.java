package io.github.dmdsc.extend.rehearse;

import java.util.List;
import java.util.Optional;

/** One thing that a step makes a tool or a person do. The model reads it from the command or the action of the step. */
sealed interface Act permits LookAct, ForwardAct, WayBackAct {
    /** Calls the method for this kind of act. */
    <R> R accept(Visitor<R> visitor);

    /** Calls the method for the sort of this act. */
    <R> R accept(Sorts<R> visitor);

    /** Returns the DCR disks that the act names. */
    default List<String> dcrDisks() {
        return List.of();
    }

    /** Returns the path of the DCR configuration that the act names; empty if it names none. */
    default Optional<String> dcrFile() {
        return Optional.empty();
    }

    /** One method for each kind of act, so that an implementation that misses a kind does not compile. */
    interface Visitor<R> extends LookAct.Visitor<R>, ForwardAct.Visitor<R>, WayBackAct.Visitor<R> {}

    /** One method for each sort of act. */
    interface Sorts<R> {
        R look(LookAct act);

        R forward(ForwardAct act);

        R wayBack(WayBackAct act);
    }
}
