package io.github.dmdsc.extend.steps;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.Verification;
import io.github.dmdsc.extend.values.NewNode;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.LocalPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The steps that lead back if the point of no return was passed with a wrong file: stop every instance, ASM server and
 * dmcss, initialise the DCR disks with the old configuration, and start the old nodes. The data of the database does
 * not change.
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
        stopGroup(GroupType.DB);
        stop(GroupType.DB);
        stopGroup(GroupType.ASM);
        stop(GroupType.ASM);
        stop(GroupType.CSS);
        list.together(() -> changes.forEach(this::restore));
        list.add(use.step(
                        "reinit.init-dcr",
                        Phase.REINITIALISE,
                        use.dcr.host(),
                        use.tools.command(),
                        RollbackClass.POINT_OF_NO_RETURN,
                        new Change.InitialiseDcr(
                                use.dcrDisks(),
                                use.dcr,
                                use.cluster.dcr().value().voteDiskPath().map(LocalPath::text)))
                .gate(true));
        list.add(use.step(
                "reinit.start",
                Phase.REINITIALISE,
                use.dcr.host(),
                Tool.OPERATOR,
                RollbackClass.RETRY_SAFE,
                new Task.StartOldNodes(
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
                            new Change.WriteFile(
                                    change.file(), before.sha256(), Change.Purpose.PUT_BACK, Optional.of(content)))
                    .verify(Verification.of(before)));
        });
    }

    private void stopGroup(GroupType process) {
        String group =
                use.cluster.dcr().value().group(process).flatMap(DcrGroup::name).orElseThrow();
        list.add(use.step(
                "reinit.stop-group." + process.name().toLowerCase(Locale.ROOT),
                Phase.REINITIALISE,
                use.monitorFile().host(),
                Tool.DMCSSM,
                RollbackClass.RETRY_SAFE,
                new Control.StopGroup(use.monitorFile(), process, group)));
    }

    /**
     * Adds one step for each host. If several nodes share a host, the person who looks there sees the processes of all
     * of them.
     */
    private void stop(GroupType process) {
        Map<String, Optional<String>> services = new LinkedHashMap<>();
        BiConsumer<String, Dmdcr> node = (host, dmdcr) -> services.merge(
                host, StepContext.service(dmdcr, process), (one, other) -> one.equals(other) ? one : Optional.empty());
        use.cluster
                .nodes()
                .forEach(each -> node.accept(each.host(), each.dmdcr().value()));
        node.accept(use.node.host(), use.node.dmdcr());
        String program = Tool.server(process, use.cluster.edition()).program();
        services.forEach((host, service) -> list.add(use.step(
                "reinit.stop." + program + "." + host,
                Phase.REINITIALISE,
                host,
                Tool.OPERATOR,
                RollbackClass.RETRY_SAFE,
                new Task.StopProcess(process, service))));
    }
}
