package io.github.dmdsc.extend.steps;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.Verification;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The steps that several phases have in common. */
final class CommonSteps {
    private final StepContext use;
    private final StepList list;
    private final List<FileChange> changes;
    private final ClusterFiles base;

    CommonSteps(StepContext use, StepList list, List<FileChange> changes, ClusterFiles base) {
        this.use = use;
        this.list = list;
        this.changes = changes;
        this.base = base;
    }

    void writeFile(Phase phase, FileId file, Change.Purpose purpose) {
        String hash = changes.stream()
                .filter(each -> each.file().equals(file))
                .findFirst()
                .orElseThrow()
                .after();
        list.add(use.step(
                        "write." + phase.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + file,
                        phase,
                        file.host(),
                        Tool.SHELL,
                        phase == Phase.EDIT_DCR_CONFIG ? RollbackClass.RETRY_SAFE : RollbackClass.REVERSIBLE,
                        new Change.WriteFile(file, hash, purpose, Optional.empty()))
                .verify(Verification.of(new FileHash(file, hash))));
    }

    /**
     * Returns a step that exports the DCR to a file that does not exist yet. The name ends in {@code .txt}, so that
     * nobody takes the file for a configuration file.
     */
    Step.Builder export(String id, Phase phase, String name, String disk, Look.DcrConfiguration expected) {
        String start = use.dcr.directory() + "/dcr_node" + use.node.seqno() + "_" + name;
        FileId to = use.dcr.sibling(start + ".txt");
        for (int number = 2; base.contains(to); number++) {
            to = use.dcr.sibling(start + "_" + number + ".txt");
        }
        return use.look(id, phase, use.dcr.host(), use.tools.command(), new Look.ExportDcr(disk, to, expected));
    }

    void showAll(String id, Phase phase, Look.ExpectedState expected) {
        boolean monitorThere =
                phase == Phase.POSTFLIGHT || use.node.newMonitor().isEmpty();
        list.add(
                monitorThere
                        ? use.show(id, phase, use.monitorFile(), expected)
                        : use.look(
                                id,
                                phase,
                                use.first.host(),
                                Tool.DISQL,
                                new Look.ViewInstances(use.firstPort(), expected)));
    }
}
