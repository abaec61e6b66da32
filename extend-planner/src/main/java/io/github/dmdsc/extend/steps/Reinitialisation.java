package io.github.dmdsc.extend.steps;

import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.Verification;
import io.github.dmdsc.extend.values.NewNode;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.GroupType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is left where the point of no return was passed with a wrong file: stop every instance, ASM server and dmcss,
 * initialise the DCR disk with the old configuration, start again. The data of the database is not touched.
 */
public final class Reinitialisation {
    private final StepContext use;
    private final List<FileChange> changes;
    private final StepList list = new StepList();

    public Reinitialisation(Cluster cluster, NewNode node, List<FileChange> changes) {
        this.use = new StepContext(cluster, node);
        this.changes = changes;
    }

    public List<Step> steps() {
        List<String> hosts = new ArrayList<>(use.hosts());
        if (!hosts.contains(use.node.host())) {
            hosts.add(use.node.host());
        }
        stop(hosts, GroupType.DB);
        stop(hosts, GroupType.ASM);
        stop(hosts, GroupType.CSS);
        list.together(() -> changes.forEach(this::restore));
        list.add(use.step(
                        "reinit.init-dcr",
                        Phase.REINITIALISE,
                        use.dcr.host(),
                        use.tools.command(),
                        RollbackClass.POINT_OF_NO_RETURN,
                        new Action.InitialiseDcr(use.dcrDisks(), use.dcr))
                .gate(true));
        list.add(use.step(
                "reinit.start",
                Phase.REINITIALISE,
                use.dcr.host(),
                Tool.OPERATOR,
                RollbackClass.RETRY_SAFE,
                new Action.StartOldNodes(
                        use.hosts(),
                        use.cluster.monitors().stream().map(ConfigFile::file).toList())));
        return list.steps();
    }

    private void restore(FileChange change) {
        change.contentBefore().ifPresent(content -> {
            FileHash before = new FileHash(change.file(), change.before().orElseThrow());
            list.add(use.step(
                            "reinit.restore." + change.file(),
                            Phase.REINITIALISE,
                            change.file().host(),
                            Tool.SHELL,
                            RollbackClass.RETRY_SAFE,
                            new Action.WriteFile(
                                    change.file(), before.sha256(), Action.Purpose.PUT_BACK, Optional.of(content)))
                    .verify(Verification.of(before)));
        });
    }

    private void stop(List<String> hosts, GroupType process) {
        String program = Tool.server(process, use.cluster.edition()).program();
        for (String host : hosts) {
            list.add(use.step(
                    "reinit.stop." + program + "." + host,
                    Phase.REINITIALISE,
                    host,
                    Tool.OPERATOR,
                    RollbackClass.RETRY_SAFE,
                    new Action.StopProcess(process)));
        }
    }
}
