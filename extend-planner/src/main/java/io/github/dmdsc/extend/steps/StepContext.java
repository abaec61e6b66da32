package io.github.dmdsc.extend.steps;

import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.tools.Listeners;
import io.github.dmdsc.extend.tools.Programs;
import io.github.dmdsc.extend.tools.ToolCommands;
import io.github.dmdsc.extend.tools.ToolProfile;
import io.github.dmdsc.extend.values.NewNode;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.StartupCommand;
import io.github.dmdsc.model.StorageEdition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The facts that all steps of one plan share: the cluster, the new node, and the programs with their commands. */
final class StepContext {
    final Cluster cluster;
    final NewNode node;
    final ToolProfile tools;
    private final ToolCommands words;
    private final Programs programs;
    final ClusterNode first;
    final FileId dcr;
    private final boolean onWindows;

    StepContext(Cluster cluster, NewNode node) {
        this.cluster = cluster;
        this.node = node;
        this.tools = ToolProfile.of(cluster.edition());
        this.programs = new Programs(cluster, node.binDirectory());
        this.words = new ToolCommands(cluster.edition(), programs, new Listeners(cluster, node.host(), node.dmIni()));
        this.first = cluster.nodes().get(0);
        this.dcr = cluster.dcr().file();
        this.onWindows = !dcr.path().startsWith("/");
    }

    String binDirectory() {
        return node.binDirectory();
    }

    /** Returns the directory in which Dameng's programs on a host write their logs. */
    String logDirectory(String host) {
        return programs.logDirectory(host);
    }

    FileId monitorFile() {
        return node.newMonitor().orElseGet(() -> {
            List<FileId> monitors =
                    cluster.monitors().stream().map(ConfigFile::file).toList();
            // Prefer a monitor on a host without a node: it keeps running when a host of the cluster fails.
            return monitors.stream()
                    .filter(file -> cluster.nodes().stream()
                            .noneMatch(each -> each.host().equalsIgnoreCase(file.host())))
                    .findFirst()
                    .orElseGet(() -> monitors.get(0));
        });
    }

    /** Returns the service that runs a monitor; empty if a person runs it in a console. */
    Optional<String> monitorService(FileId file) {
        return Optional.ofNullable(node.monitorServices().get(file));
    }

    List<String> dcrDisks() {
        return node.dcrvDisks().isEmpty()
                ? List.of(first.dmdcr().value().dcrPath().orElseThrow().text())
                : node.dcrvDisks();
    }

    /** Returns the DCR or DCRV disks and the vote disk. The new host needs them in addition to the disks with data. */
    List<String> sharedDisks() {
        List<String> disks = new ArrayList<>(dcrDisks());
        cluster.dcr().value().voteDiskPath().ifPresent(disk -> disks.add(disk.text()));
        return disks;
    }

    /** Returns the directories of the shared disks. Each edition has its own parameter for them. */
    List<String> diskDirectories() {
        return cluster.dcr()
                .value()
                .diskLoadPath()
                .or(() -> node.asm().asmLoadPath())
                .orElseThrow()
                .paths();
    }

    /** Returns the port of the first node's instance, which runs the queries and statements of the plan. */
    int firstPort() {
        return first.dmIni().orElseThrow().value().portInForce().number();
    }

    List<String> hosts() {
        return cluster.nodes().stream().map(ClusterNode::host).distinct().toList();
    }

    /** Returns the service that dmcss starts for a process; empty if dmcss starts a program or nothing. */
    static Optional<String> service(Dmdcr dmdcr, GroupType process) {
        return dmdcr.startCommand(process)
                .flatMap(StartupCommand::service)
                .map(name -> name.endsWith(".service") ? name.substring(0, name.length() - ".service".length()) : name);
    }

    /** Returns a step with the command for its action. */
    Step.Builder step(String id, Phase phase, String host, Tool tool, RollbackClass rollbackClass, Action action) {
        return Step.builder()
                .id(id)
                .phase(phase)
                .host(host)
                .tool(tool)
                .rollbackClass(rollbackClass)
                .action(action)
                // The manual does not describe how to call the tools on Windows, so a person carries out the step
                // without a command.
                .command(onWindows ? Optional.empty() : words.of(action, host));
    }

    /** Returns a step that changes nothing. */
    Step.Builder look(String id, Phase phase, String host, Tool tool, Action action) {
        return step(id, phase, host, tool, RollbackClass.READ_ONLY, action);
    }

    /** Returns a step that shows all groups in a monitor. */
    Step.Builder show(String id, Phase phase, FileId monitor, Look.ExpectedState expected) {
        return look(id, phase, monitor.host(), Tool.DMCSSM, new Look.ShowCluster(monitor, expected, aspects(expected)));
    }

    /**
     * Returns the further conditions to look at. After the point of no return there are none, because it is too late to
     * correct them.
     */
    private List<Look.Aspect> aspects(Look.ExpectedState expected) {
        return switch (expected) {
            case NEW_NODE_LISTED, OK_WITH_NEW_NODE -> List.of();
            case OK_BEFORE, OK_IN_NEW_MONITOR, STILL_OK ->
                cluster.edition() == StorageEdition.MIRROR
                        ? List.of(Look.Aspect.values())
                        : List.of(Look.Aspect.AUTO_CHECK);
        };
    }
}
