package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.RemoteArchiveChoice;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterArbitraries;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import net.jqwik.api.Arbitrary;

/**
 * A valid cluster that is designed in Java, with the answers of a person who knows it to the planner's questions.
 *
 * @param layout the layout of the cluster
 */
public record GeneratedCluster(ClusterLayout layout) {
    /** Returns clusters of 2 to 6 nodes with any combination of properties. */
    static Arbitrary<GeneratedCluster> any() {
        return ClusterArbitraries.fieldLayouts(2, 6).map(GeneratedCluster::new);
    }

    int nodes() {
        return layout.nodes();
    }

    boolean oneMachine() {
        return layout.oneMachine();
    }

    int monitors() {
        return layout.monitors();
    }

    public ClusterFiles files() {
        return ClusterLens.create(cluster());
    }

    Cluster cluster() {
        return layout.cluster();
    }

    /** Returns the same cluster with a monitor. */
    GeneratedCluster withMonitor() {
        return new GeneratedCluster(layout.withMonitors(Math.max(1, layout.monitors())));
    }

    /** Returns a request for the next node after {@code count} nodes. */
    public ExtendRequest next(int count) {
        // The values that do not follow from the other nodes are those of a layout with one more node.
        int machine = layout.oneMachine() ? 1 : count + 1;
        String zone = "%ens" + machine;
        var request = ExtendRequest.forHost(layout.host(count) + (layout.ipv6() ? zone : ""))
                .serviceHost(HostAddress.of(layout.ipv6() ? "fd00::2:" + machine : "192.168.1." + machine))
                .addLogFiles("+LOG/n" + count + "_1.log", "+LOG/n" + count + "_2.log")
                .logSize(Megabytes.of(128))
                .binDirectory(layout.binDirectory().text())
                .sameMachine(layout.oneMachine());
        if (layout.virtualAddresses()) {
            request.putValues("db.DCR_VIP", layout.ipv6() ? "fd00::3:" + (count + 1) : "192.168.1." + (101 + count));
        }
        if (layout.archives() == Archives.LOCAL_AND_REMOTE) {
            request.remoteArchives(RemoteArchiveChoice.ADD);
        }
        if (layout.edition() == StorageEdition.MIRROR) {
            request.addDcrvDisks("/dev/dcrv/d0", "/dev/dcrv/d1", "/dev/dcrv/d2");
        }
        if (layout.monitors() == 0) {
            request.monitor(new FileId("watch", "/data/dmcssm" + count + ".ini"));
        }
        return request.build();
    }
}
