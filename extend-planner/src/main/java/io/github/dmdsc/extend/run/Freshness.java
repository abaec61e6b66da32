package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Hashes;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterReader;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a plan was made from the files that a cluster has now. */
public sealed interface Freshness {
    /** Calls the method for this kind of result. */
    <R> R accept(Visitor<R> visitor);

    /** Every file is as it was. */
    record Fresh() implements Freshness {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fresh(this);
        }
    }

    /**
     * Files differ: plan again.
     *
     * @param files which, and how
     */
    record Stale(List<StaleFile> files) implements Freshness {
        public Stale {
            files = List.copyOf(files);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stale(this);
        }
    }

    /**
     * These are the files of another cluster.
     *
     * @param expected the plan's cluster
     * @param found the cluster of the files
     */
    record OtherCluster(ExtendPlan.Identity expected, ExtendPlan.Identity found) implements Freshness {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.otherCluster(this);
        }
    }

    /** Compares the files with those that the plan was made from. Files that the plan does not know count as changes. */
    static Freshness checkFresh(ExtendPlan plan, ClusterFiles files) {
        Optional<ExtendPlan.Identity> found = identity(files);
        if (found.isPresent() && !found.get().equals(plan.identity())) {
            return new OtherCluster(plan.identity(), found.get());
        }
        List<StaleFile> stale = new ArrayList<>();
        for (FileHash base : plan.base()) {
            Optional<byte[]> bytes = files.find(base.file());
            if (!bytes.map(Hashes::sha256).equals(Optional.of(base.sha256()))) {
                stale.add(StaleFile.of(plan, base.file(), Optional.of(base.sha256()), bytes));
            }
        }
        Set<FileId> known = plan.base().stream().map(FileHash::file).collect(Collectors.toSet());
        files.ids().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> stale.add(StaleFile.of(plan, id, Optional.empty(), files.find(id))));
        return stale.isEmpty() ? new Fresh() : new Stale(stale);
    }

    private static Optional<ExtendPlan.Identity> identity(ClusterFiles files) {
        return ClusterReader.read(files).cluster().flatMap(Freshness::identity);
    }

    private static Optional<ExtendPlan.Identity> identity(Cluster cluster) {
        Optional<Dmdcr> first =
                cluster.nodes().stream().map(node -> node.dmdcr().value()).findFirst();
        return cluster.dcr()
                .value()
                .oguid()
                .flatMap(oguid -> first.flatMap(Dmdcr::dcrPath)
                        .map(path -> new ExtendPlan.Identity(oguid.number(), path.text())));
    }

    /** One method for each kind of result. */
    interface Visitor<R> {
        /** For files that are as they were. */
        R fresh(Fresh result);

        /** For files that differ. */
        R stale(Stale result);

        /** For the files of another cluster. */
        R otherCluster(OtherCluster result);
    }
}
