package io.github.dmdsc.model.check;

import io.github.dmdsc.model.Cluster;
import java.util.function.Consumer;

/** One rule of DMDSC. A pure function: it never throws for a bad cluster, and the same cluster gives the same findings. */
public interface Rule {
    /**
     * What it finds. A finding may be waived unless {@code extend dcrdisk} and {@code extend node} depend on it: a wrong
     * file there can force every instance down.
     */
    FindingKind kind();

    /** The id of what it finds. */
    default String id() {
        return kind().id();
    }

    /** Reports every place where the cluster breaks this rule. */
    void check(Cluster cluster, EditionLimits limits, Consumer<Finding> report);
}
