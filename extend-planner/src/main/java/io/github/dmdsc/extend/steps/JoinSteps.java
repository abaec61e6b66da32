package io.github.dmdsc.extend.steps;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.Verification;
import io.github.dmdsc.extend.tools.Services;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.StoragePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps from the point of no return on. They make the new node a member of the running cluster. */
final class JoinSteps {
    /** The texts to look for in logs, from the manual (7.2, 15.3 and 9.2) and from the operations guide. */
    private static final List<String> PATTERNS =
            List.of("ERROR", "FATAL", "[!!!DSC INFO!!!]", "comm_self_link_check success");

    private final StepContext use;
    private final StepList list;
    private final CommonSteps common;

    JoinSteps(StepContext use, StepList list, CommonSteps common) {
        this.use = use;
        this.list = list;
        this.common = common;
    }

    void write() {
        extendDcr();
        extendNode();
        new StartSteps(use, list).write();
        updateMonitors();
        updateArchives();
        postflight();
    }

    private void extendDcr() {
        // The step that cannot be undone waits for both looks. Otherwise a person could take an earlier look for the
        // last one.
        list.together(() -> {
            list.add(common.export(
                    "dcr-still-base",
                    Phase.EXTEND_DCR,
                    "still_before",
                    use.dcrDisks().get(0),
                    Look.DcrConfiguration.STILL_BASE));
            list.add(use.show("cluster-still-ok", Phase.EXTEND_DCR, use.monitorFile(), Look.ExpectedState.STILL_OK));
        });
        list.add(use.step(
                        "extend-dcr",
                        Phase.EXTEND_DCR,
                        use.dcr.host(),
                        use.tools.command(),
                        RollbackClass.POINT_OF_NO_RETURN,
                        new Change.ExtendDcr(use.dcrDisks(), use.dcr))
                .gate(true));
        list.together(() -> {
            for (int i = 0; i < use.dcrDisks().size(); i++) {
                seeExtended(use.dcrDisks().get(i), "disk" + (i + 1));
            }
        });
    }

    /**
     * Adds an export and a check of one disk. The check is not enough, because a disk with the old configuration passes
     * it too.
     */
    private void seeExtended(String disk, String name) {
        list.add(common.export(
                "dcr-extended." + name, Phase.EXTEND_DCR, "after_" + name, disk, Look.DcrConfiguration.PLANNED));
        list.add(use.look(
                        "check-dcr." + name,
                        Phase.EXTEND_DCR,
                        use.dcr.host(),
                        use.tools.command(),
                        new Look.CheckDcr(disk))
                .verify(Verification.of(List.of("success"))));
    }

    private void extendNode() {
        FileId monitor = use.monitorFile();
        list.add(use.step(
                        "extend-node",
                        Phase.EXTEND_NODE,
                        monitor.host(),
                        Tool.DMCSSM,
                        RollbackClass.POINT_OF_NO_RETURN,
                        new Control.ExtendNode(monitor))
                .gate(true));
        list.add(use.show("show-extended", Phase.EXTEND_NODE, monitor, Look.ExpectedState.NEW_NODE_LISTED)
                .verify(Verification.of(List.of(
                        use.node.css().name().orElseThrow(),
                        use.node.asm().name().orElseThrow(),
                        use.node.db().name().orElseThrow()))));
        list.add(use.look("read-logs", Phase.EXTEND_NODE, use.first.host(), Tool.OPERATOR, logs()));
    }

    /**
     * Returns the task to read the logs that show the outcome of {@code extend node}: the logs of the processes of
     * every old node, and the log of the tool that wrote the disks.
     */
    private Task.ReadLogs logs() {
        Map<String, List<String>> files = new LinkedHashMap<>();
        for (int i = 0; i < use.node.seqno(); i++) {
            List<String> ofHost =
                    files.computeIfAbsent(use.cluster.nodes().get(i).host(), host -> new ArrayList<>());
            for (GroupType type : GroupType.values()) {
                use.cluster
                        .endpoint(type, i)
                        .flatMap(DcrEndpoint::name)
                        .map(JoinSteps::log)
                        .ifPresent(ofHost::add);
            }
        }
        files.computeIfAbsent(use.dcr.host(), host -> new ArrayList<>())
                .add(log(use.tools.command().program()));
        return new Task.ReadLogs(
                files.entrySet().stream()
                        .map(each -> new Task.ReadLogs.HostLogs(
                                each.getKey(), use.logDirectory(each.getKey()), each.getValue()))
                        .toList(),
                PATTERNS);
    }

    private static String log(String name) {
        return "dm_" + name + "_<yyyymm>.log";
    }

    private void updateMonitors() {
        List<FileId> files = new ArrayList<>();
        use.cluster.monitors().forEach(monitor -> files.add(monitor.file()));
        use.node.newMonitor().ifPresent(files::add);
        list.together(
                () -> files.forEach(file -> common.writeFile(Phase.UPDATE_MONITORS, file, Change.Purpose.ADD_CSS)));
        use.node.newMonitor().ifPresent(this::registerMonitor);
        list.together(() -> {
            for (int i = 0; i < files.size(); i++) {
                Optional<String> service = use.monitorService(files.get(i));
                list.add(use.step(
                        "restart-monitor." + (i + 1),
                        Phase.UPDATE_MONITORS,
                        files.get(i).host(),
                        service.isPresent() ? Tool.SHELL : Tool.OPERATOR,
                        RollbackClass.RETRY_SAFE,
                        new Control.RestartMonitor(files.get(i), service)));
            }
        });
    }

    /**
     * Adds the registration of the new monitor's service. The service of a monitor that existed before is registered
     * already.
     */
    private void registerMonitor(FileId file) {
        use.monitorService(file)
                .map(service -> use.step(
                        "register-monitor",
                        Phase.UPDATE_MONITORS,
                        file.host(),
                        Services.isUsualForMonitor(service) ? Tool.SHELL : Tool.OPERATOR,
                        RollbackClass.RETRY_SAFE,
                        new Control.RegisterMonitor(service, file)))
                .ifPresent(list::add);
    }

    private void updateArchives() {
        if (use.node.remoteArchives().isEmpty()) {
            return;
        }
        list.together(() -> use.node
                .remoteArchives()
                .keySet()
                .forEach(seqno -> common.writeFile(
                        Phase.UPDATE_ARCHIVES,
                        use.cluster.nodes().get(seqno).dmArch().orElseThrow().file(),
                        Change.Purpose.ADD_REMOTE_ARCHIVE)));
        list.add(use.look(
                "archives-later",
                Phase.UPDATE_ARCHIVES,
                use.first.host(),
                Tool.OPERATOR,
                new Task.AgreeOnRestarts(
                        use.hosts(),
                        use.node.remoteArchives().entrySet().stream()
                                .map(each -> new Task.AgreeOnRestarts.AddedArchive(
                                        use.cluster.nodes().get(each.getKey()).host(),
                                        each.getValue().destination().orElse(""),
                                        each.getValue().incomingPath().map(StoragePath::text)))
                                .toList())));
    }

    private void postflight() {
        common.showAll("all-ok", Phase.POSTFLIGHT, Look.ExpectedState.OK_WITH_NEW_NODE);
        list.add(use.look(
                        "ep-info",
                        Phase.POSTFLIGHT,
                        use.first.host(),
                        Tool.DISQL,
                        new Look.ViewInstances(use.firstPort(), Look.ExpectedState.OK_WITH_NEW_NODE))
                .verify(Verification.of(List.of(use.node.db().name().orElseThrow()))));
        lookThroughNewInstance();
        list.add(use.look(
                "look-after",
                Phase.POSTFLIGHT,
                use.node.host(),
                Tool.OPERATOR,
                new Task.LookAfter(List.of(Task.AfterItem.values()))));
        String address = use.node
                .db()
                .vip()
                .or(() -> use.node.dbMal().serviceHost())
                .map(HostAddress::text)
                .orElse(use.node.host());
        int port = use.node.dmIni().portInForce().number();
        list.add(use.look(
                "clients", Phase.POSTFLIGHT, use.node.host(), Tool.OPERATOR, new Task.TellClients(address, port)));
        ConfigFile<MalConfig> mal = use.first.dbMal().orElseThrow();
        List<Task.TellPartners.Partner> partners = mal.value().instances().stream()
                .filter(use.cluster::isPartner)
                .map(partner -> new Task.TellPartners.Partner(
                        partner.name().orElseThrow(),
                        partner.host().map(HostAddress::text).orElse("")))
                .toList();
        if (!partners.isEmpty()) {
            list.add(use.look(
                    "partners",
                    Phase.POSTFLIGHT,
                    use.node.host(),
                    Tool.OPERATOR,
                    new Task.TellPartners(partners, mal.file(), use.node.dbMal().section())));
        }
    }

    /**
     * Adds the looks at the new instance: its state, redo log files, archives and disk groups. No other instance shows
     * these.
     */
    private void lookThroughNewInstance() {
        int port = use.node.dmIni().portInForce().number();
        list.add(use.look(
                        "ep-info.new",
                        Phase.POSTFLIGHT,
                        use.node.host(),
                        Tool.DISQL,
                        new Look.ViewInstances(port, Look.ExpectedState.OK_WITH_NEW_NODE))
                .verify(Verification.of(List.of(use.node.db().name().orElseThrow()))));
        view("log-files.new", port, Look.View.LOG_FILES);
        if (use.node.dmArch().isPresent()) {
            view("archives.new", port, Look.View.ARCHIVES);
        }
        view("disk-groups.new", port, Look.View.DISK_GROUPS);
    }

    private void view(String id, int port, Look.View view) {
        list.add(use.look(id, Phase.POSTFLIGHT, use.node.host(), Tool.DISQL, new Look.QueryView(port, view)));
    }
}
