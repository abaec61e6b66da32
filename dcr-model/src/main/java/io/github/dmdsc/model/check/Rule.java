package io.github.dmdsc.model.check;

import io.github.dmdsc.model.Cluster;
import java.util.function.Consumer;

/** One rule of DMDSC. A pure function: it never throws for a bad cluster, and the same cluster gives the same findings. */
public interface Rule {
    /** Its id, stable for ever and never used again, for example {@code DSC-0203}. */
    String id();

    /**
     * Whether a finding of this rule may be waived. Never so for what {@code extend dcrdisk} and {@code extend node}
     * depend on: a wrong file there can force every instance down.
     */
    default boolean waivable() {
        return false;
    }

    /** Reports every place where the cluster breaks this rule. */
    void check(Cluster cluster, Limits limits, Consumer<Diagnostic> report);
}
