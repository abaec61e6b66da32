package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The pool of a MAL system is larger than the buffer of one link. */
final class PoolSizes implements Rule {
    private static final FindingKind KIND = Findings.advice("DSC-0232").manual(Findings.MAL);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        for (ClusterNode node : cluster.nodes()) {
            Stream.of(node.asmMal(), node.dbMal())
                    .flatMap(file -> file.stream())
                    .forEach(file -> check(file.value(), report));
        }
    }

    private static void check(MalConfig mal, Consumer<Finding> report) {
        boolean small = mal.poolSize()
                .flatMap(pool -> mal.bufSize().filter(buffer -> buffer.toLong() >= pool.toLong()))
                .isPresent();
        if (small) {
            report.accept(KIND.at(mal.origin().at(MalConfig.POOL_SIZE))
                    .against(mal.origin().at(MalConfig.BUF_SIZE))
                    .with("pool", mal.poolSize())
                    .with("buffer", mal.bufSize())
                    .build());
        }
    }
}
