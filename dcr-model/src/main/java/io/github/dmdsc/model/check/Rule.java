package io.github.dmdsc.model.check;

import io.github.dmdsc.model.Cluster;
import java.util.function.Consumer;

/** One rule of DMDSC. A pure function: it never throws for a bad cluster, and equal clusters give equal findings. */
public interface Rule {
    /**
     * The kind of its findings. Findings may be waived unless {@code extend dcrdisk} and {@code extend node} depend on
     * the rule, because a wrong file can then stop every instance.
     */
    FindingKind kind();

    /** The id of the kind of its findings. */
    default String id() {
        return kind().id();
    }

    /**
     * Reports every place at which the cluster breaks this rule.
     *
     * @param cluster the cluster
     * @param limits the limits of the manual's edition
     * @param report receives each finding
     */
    void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report);
}
