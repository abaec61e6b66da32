package io.github.dmdsc.extend.steps;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.values.NewNode;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ListeningPort;
import java.util.List;
import java.util.Optional;

/** Writes the steps of chapter 14 of the manual for one cluster and one new node. */
public final class StepWriter {
    private StepWriter() {}

    public static List<Step> write(
            Cluster cluster,
            NewNode node,
            List<ListeningPort> ports,
            List<FileChange> changes,
            ClusterFiles base,
            Change.CopyDirectory copying,
            List<String> logs,
            Optional<byte[]> stagedMonitor) {
        StepContext context = new StepContext(cluster, node);
        StepList list = new StepList();
        CommonSteps common = new CommonSteps(context, list, changes, base);
        PreparationSteps preparation = new PreparationSteps(context, list, common, changes, copying, logs);
        preparation.preflight(ports);
        new MonitorSteps(context, list, stagedMonitor).write();
        preparation.write();
        new JoinSteps(context, list, common).write();
        return list.steps();
    }
}
