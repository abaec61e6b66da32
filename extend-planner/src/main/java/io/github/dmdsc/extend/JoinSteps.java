package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Located;
import io.github.dmdsc.model.check.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The steps from the point of no return on: the running cluster takes the new node in. */
final class JoinSteps {
    private static final Messages MESSAGES = Messages.beside(JoinSteps.class);
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
        FileId monitor = use.monitorFile();
        list.add(
                        "cluster-still-ok",
                        Phase.EXTEND_DCR,
                        monitor.host(),
                        Tool.DMCSSM,
                        RollbackClass.READ_ONLY,
                        use.console(monitor, "show"))
                .manual(0);
        list.add(
                        "extend-dcr",
                        Phase.EXTEND_DCR,
                        use.dcr.host(),
                        use.tools.command(),
                        RollbackClass.POINT_OF_NO_RETURN,
                        use.script(
                                use.tools.command(), use.dcr.host(), use.tools.extend(use.dcrDisks(), use.dcr.path())))
                .with(Map.of("disks", String.join(", ", use.dcrDisks()), "file", use.dcr))
                .gated()
                .manual(7);
        for (int i = 0; i < use.dcrDisks().size(); i++) {
            list.add(
                            "check-dcr.disk" + (i + 1),
                            Phase.EXTEND_DCR,
                            use.dcr.host(),
                            use.tools.command(),
                            RollbackClass.READ_ONLY,
                            use.script(
                                    use.tools.command(),
                                    use.dcr.host(),
                                    use.tools.check(use.dcrDisks().get(i))))
                    .with(Map.of("disk", use.dcrDisks().get(i)))
                    .expect("success")
                    .manual(7);
        }
    }

    private void extendNode() {
        FileId monitor = use.monitorFile();
        list.add(
                        "extend-node",
                        Phase.EXTEND_NODE,
                        monitor.host(),
                        Tool.DMCSSM,
                        RollbackClass.POINT_OF_NO_RETURN,
                        use.console(monitor, "extend node"))
                .gated()
                .manual(8);
        list.add(
                        "show-extended",
                        Phase.EXTEND_NODE,
                        monitor.host(),
                        Tool.DMCSSM,
                        RollbackClass.READ_ONLY,
                        use.console(monitor, "show"))
                .with(use.names())
                .expect(
                        use.node.css().name().orElseThrow(),
                        use.node.asm().name().orElseThrow(),
                        use.node.db().name().orElseThrow())
                .manual(8);
        list.add(
                        "read-logs",
                        Phase.EXTEND_NODE,
                        use.first.host(),
                        Tool.OPERATOR,
                        RollbackClass.READ_ONLY,
                        StepContext.observe("read-logs"))
                .manual(8);
    }

    private void updateMonitors() {
        list.together(() -> {
            for (Located<Dmcssm> monitor : use.cluster.monitors()) {
                common.writeFile(Phase.UPDATE_MONITORS, monitor.file(), "write-monitor", 11);
            }
            use.node.newMonitor().ifPresent(file -> common.writeFile(Phase.UPDATE_MONITORS, file, "write-monitor", 11));
        });
        list.together(() -> {
            List<FileId> files = new ArrayList<>();
            use.cluster.monitors().forEach(monitor -> files.add(monitor.file()));
            use.node.newMonitor().ifPresent(files::add);
            for (int i = 0; i < files.size(); i++) {
                list.add(
                                "restart-monitor." + (i + 1),
                                Phase.UPDATE_MONITORS,
                                files.get(i).host(),
                                Tool.OPERATOR,
                                RollbackClass.RETRY_SAFE,
                                new Command.Observe(MESSAGES.text(
                                        "observe.restart-monitor",
                                        Map.of(
                                                "command",
                                                use.program(
                                                                Tool.DMCSSM,
                                                                files.get(i).host()) + " INI_PATH="
                                                        + files.get(i).path()))))
                        .with(use.names())
                        .manual(11);
            }
        });
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
                        "write-arch",
                        3)));
        list.add(
                        "archives-later",
                        Phase.UPDATE_ARCHIVES,
                        use.first.host(),
                        Tool.OPERATOR,
                        RollbackClass.READ_ONLY,
                        StepContext.observe("archives-later"))
                .with(use.names())
                .manual(3);
    }

    private void postflight() {
        common.showAll("all-ok", Phase.POSTFLIGHT);
        list.add(
                        "ep-info",
                        Phase.POSTFLIGHT,
                        use.first.host(),
                        Tool.DISQL,
                        RollbackClass.READ_ONLY,
                        use.sql(CommonSteps.EP_INFO))
                .with(use.names())
                .expect(use.node.db().name().orElseThrow())
                .manual(0);
        list.add(
                        "clients",
                        Phase.POSTFLIGHT,
                        use.node.host(),
                        Tool.OPERATOR,
                        RollbackClass.READ_ONLY,
                        StepContext.observe("clients"))
                .manual(0);
    }
}
