package io.github.dmdsc.extend;

import io.github.dmdsc.ini.bind.ClusterWriter;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Numbering;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A valid cluster designed in Java.
 *
 * @param nodes 2 or more
 * @param oneMachine whether all nodes share one host
 * @param mirror the storage edition
 * @param firstNumber 0 or 1: where names begin to count
 * @param padded whether numbers in names have two digits
 * @param portStep by how much ports rise from node to node
 * @param archive whether archiving is on
 * @param monitors how many monitors there are
 */
record GeneratedCluster(
        int nodes,
        boolean oneMachine,
        boolean mirror,
        int firstNumber,
        boolean padded,
        int portStep,
        boolean archive,
        int monitors) {
    /** Clusters of 2 to 6 nodes. */
    static Arbitrary<GeneratedCluster> any() {
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        return Combinators.combine(
                        Arbitraries.integers().between(2, 6),
                        flags,
                        flags,
                        Arbitraries.integers().between(0, 1),
                        flags,
                        Arbitraries.integers().between(1, 7),
                        flags,
                        Arbitraries.integers().between(0, 2))
                .as(GeneratedCluster::new);
    }

    static String host(int node, boolean oneMachine) {
        return "10.1.0." + (oneMachine ? 1 : node + 1);
    }

    ClusterFiles files() {
        return ClusterWriter.create(cluster());
    }

    Cluster cluster() {
        Numbering numbering = firstNumber == 0 ? Numbering.FROM_ZERO : Numbering.FROM_ONE;
        return ClusterLayout.builder()
                .nodes(nodes)
                .oneMachine(oneMachine)
                .edition(mirror ? StorageEdition.MIRROR : StorageEdition.DMASM)
                .numbering(padded ? Numbering.PADDED : numbering)
                .portStep(portStep)
                .archives(archive ? Archives.LOCAL : Archives.NONE)
                .monitors(monitors)
                .dbRestart(Restart.COMMAND)
                .checkPorts(true)
                .build()
                .cluster();
    }

    /** The request for the node after {@code count} nodes. */
    ExtendRequest next(int count) {
        var request = ExtendRequest.forHost(host(count, oneMachine))
                .serviceHost(HostAddress.of("192.168.1." + (oneMachine ? 1 : count + 1)))
                .addLogFiles("+LOG/n" + count + "_1.log", "+LOG/n" + count + "_2.log")
                .logSize(Megabytes.of(128))
                .sameMachine(oneMachine);
        if (mirror) {
            request.addDcrvDisks("/dev/dcrv/d0", "/dev/dcrv/d1", "/dev/dcrv/d2");
        }
        if (monitors == 0) {
            request.monitor(new FileId("watch", "/data/dmcssm" + count + ".ini"));
        }
        return request.build();
    }
}
