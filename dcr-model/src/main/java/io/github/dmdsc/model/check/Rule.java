package io.github.dmdsc.model.check;

import io.github.dmdsc.model.Cluster;
import java.util.function.Consumer;

/** One rule of DMDSC. A pure function: it never throws for a bad cluster, and the same cluster gives the same findings. */
public interface Rule {
    /** Its id, stable for ever and never used again, for example {@code DSC-0203}. */
    String id();

    /** Reports every place where the cluster breaks this rule. */
    void check(Cluster cluster, Limits limits, Consumer<Diagnostic> report);
}
