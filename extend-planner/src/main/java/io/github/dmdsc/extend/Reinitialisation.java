package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is left where the point of no return was passed with a wrong file: stop every instance, ASM server and dmcss,
 * initialise the DCR disk with the old configuration, start again. The data of the database is not touched.
 */
final class Reinitialisation {
    private static final Messages MESSAGES = Messages.beside(Reinitialisation.class);
    private static final String DCR_PASSWORD = "${DMDSC_DCR_PASSWORD}";

    private final Cluster cluster;
    private final NewNode node;
    private final List<FileChange> changes;
    private final ToolProfile tools;
    private final StepList list = new StepList();

    Reinitialisation(Cluster cluster, NewNode node, List<FileChange> changes) {
        this.cluster = cluster;
        this.node = node;
        this.changes = changes;
        this.tools = ToolProfile.of(cluster.edition());
    }

    List<Step> steps() {
        List<String> hosts = new ArrayList<>();
        cluster.nodes().stream().map(ClusterNode::host).distinct().forEach(hosts::add);
        if (!hosts.contains(node.host())) {
            hosts.add(node.host());
        }
        stop(hosts, Tool.DMSERVER);
        stop(hosts, tools.server());
        stop(hosts, Tool.DMCSS);
        FileId dcr = cluster.dcr().file();
        list.together(() -> changes.forEach(this::restore));
        List<String> disks = node.dcrvDisks().isEmpty()
                ? List.of(cluster.nodes()
                        .get(0)
                        .dmdcr()
                        .value()
                        .dcrPath()
                        .orElseThrow()
                        .text())
                : node.dcrvDisks();
        list.add(
                        "reinit.init-dcr",
                        Phase.EXTEND_DCR,
                        dcr.host(),
                        tools.command(),
                        RollbackClass.POINT_OF_NO_RETURN,
                        new Command.ToolScript(
                                List.of(new Programs(cluster, node).on(dcr.host(), tools.command()), "RET_FLAG=1"),
                                List.of(tools.initialise(disks, dcr.path(), DCR_PASSWORD))))
                .texts("reinit-init-dcr")
                .with(Map.of("disks", String.join(", ", disks)))
                .gated()
                .manual(11);
        observe("reinit.start", dcr.host(), "start-again", Map.of());
        return list.steps();
    }

    private void restore(FileChange change) {
        change.contentBefore().ifPresent(content -> {
            FileHash before = new FileHash(change.file(), change.before().orElseThrow());
            list.add(
                            "reinit.restore." + change.file(),
                            Phase.EXTEND_DCR,
                            change.file().host(),
                            Tool.SHELL,
                            RollbackClass.RETRY_SAFE,
                            new Command.WriteFile(change.file(), before.sha256(), true, content))
                    .texts("reinit-restore")
                    .with(Map.of("file", change.file()))
                    .hashes(before)
                    .manual(11);
        });
    }

    private void stop(List<String> hosts, Tool process) {
        for (String host : hosts) {
            list.add(
                            "reinit.stop." + process.program() + "." + host,
                            Phase.EXTEND_DCR,
                            host,
                            Tool.OPERATOR,
                            RollbackClass.RETRY_SAFE,
                            new Command.Observe(
                                    MESSAGES.text("observe.stop", Map.of("process", process.program(), "host", host))))
                    .texts("reinit-stop")
                    .with(Map.of("process", process.program(), "host", host))
                    .manual(11);
        }
    }

    private void observe(String id, String host, String what, Map<String, ?> parameters) {
        list.add(
                        id,
                        Phase.EXTEND_DCR,
                        host,
                        Tool.OPERATOR,
                        RollbackClass.RETRY_SAFE,
                        new Command.Observe(MESSAGES.text("observe." + what, parameters)))
                .texts("reinit-" + what)
                .with(parameters)
                .manual(11);
    }
}
