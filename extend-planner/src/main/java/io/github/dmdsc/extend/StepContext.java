package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Located;
import io.github.dmdsc.model.check.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every step of one plan is made from: the cluster, the new node, the programs and how they are called. */
final class StepContext {
    private static final Messages MESSAGES = Messages.beside(StepContext.class);
    /** What stands for the password of the database administrator: the shell reads it from the environment. */
    private static final String DATABASE_PASSWORD = "${DMDSC_SYSDBA_PASSWORD}";

    final Cluster cluster;
    final NewNode node;
    final ToolProfile tools;
    private final Programs programs;
    final ClusterNode first;
    final FileId dcr;

    StepContext(Cluster cluster, NewNode node) {
        this.cluster = cluster;
        this.node = node;
        this.tools = ToolProfile.of(cluster.edition());
        this.programs = new Programs(cluster, node);
        this.first = cluster.nodes().get(0);
        this.dcr = cluster.dcr().file();
    }

    List<Integer> ports() {
        Map<Integer, String> ports = new LinkedHashMap<>();
        node.dmdcr().cssPort().or(() -> node.css().port()).ifPresent(port -> ports.put(port.number(), ""));
        node.dmdcr().asmPort().or(() -> node.asm().port()).ifPresent(port -> ports.put(port.number(), ""));
        node.dmIni().port().ifPresent(port -> ports.put(port.number(), ""));
        node.db().checkPort().ifPresent(port -> ports.put(port.number(), ""));
        node.asmMal().port().ifPresent(port -> ports.put(port.number(), ""));
        node.dbMal().port().ifPresent(port -> ports.put(port.number(), ""));
        node.dbMal().watcherPort().ifPresent(port -> ports.put(port.number(), ""));
        node.dbMal().instanceWatcherPort().ifPresent(port -> ports.put(port.number(), ""));
        return List.copyOf(ports.keySet());
    }

    Map<String, String> names() {
        return Map.of(
                "css", node.css().name().orElseThrow(),
                "asm", node.asm().name().orElseThrow(),
                "db", node.db().name().orElseThrow(),
                "host", node.host());
    }

    FileId monitorFile() {
        return node.newMonitor().orElseGet(() -> {
            List<FileId> monitors =
                    cluster.monitors().stream().map(Located::file).toList();
            // A monitor on a host of its own goes on where a host of the cluster does not.
            return monitors.stream()
                    .filter(file -> cluster.nodes().stream()
                            .noneMatch(each -> each.host().equalsIgnoreCase(file.host())))
                    .findFirst()
                    .orElseGet(() -> monitors.get(0));
        });
    }

    List<String> dcrDisks() {
        return node.dcrvDisks().isEmpty()
                ? List.of(first.dmdcr().value().dcrPath().orElseThrow().text())
                : node.dcrvDisks();
    }

    /** The disks that the new host needs besides those of the data: DCR or DCRV, and vote. */
    List<String> sharedDisks() {
        List<String> disks = new ArrayList<>(dcrDisks());
        cluster.dcr().value().voteDiskPath().ifPresent(disk -> disks.add(disk.text()));
        return disks;
    }

    /** Where the shared disks lie: each edition has a parameter of its own for it. */
    List<String> diskDirectories() {
        return cluster.dcr()
                .value()
                .diskLoadPath()
                .or(() -> node.asm().asmLoadPath())
                .orElseThrow()
                .paths();
    }

    /** A program of the new node. */
    String program(Tool tool) {
        return node.binDirectory() + "/" + tool.program();
    }

    String program(Tool tool, String host) {
        return programs.on(host, tool);
    }

    /** A statement in the first node's instance, sent from its own host. */
    Command sql(String statement) {
        String port = first.dmIni().orElseThrow().value().port().orElseThrow().toString();
        String login = "SYSDBA/" + DATABASE_PASSWORD + "@localhost:" + port;
        return new Command.Sql(List.of(program(Tool.DISQL, first.host()), "/nolog"), login, statement);
    }

    Command script(Tool tool, String host, String... lines) {
        return new Command.ToolScript(List.of(program(tool, host), "RET_FLAG=1"), List.of(lines));
    }

    Command console(FileId monitor, String line) {
        return new Command.Console(
                List.of(program(Tool.DMCSSM, monitor.host()), "INI_PATH=" + monitor.path()), List.of(line, "exit"));
    }

    static Command argv(String... argv) {
        return new Command.Argv(List.of(argv), false);
    }

    static Command observe(String what) {
        return observe(what, Map.of());
    }

    static Command observe(String what, Map<String, ?> parameters) {
        return new Command.Observe(MESSAGES.text("observe." + what, parameters));
    }

    static String dcrIni(FileId dmdcr, String key) {
        return key + "=" + dmdcr.path();
    }
}
