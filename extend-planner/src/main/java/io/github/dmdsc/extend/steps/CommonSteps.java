package io.github.dmdsc.extend.steps;

import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.Verification;
import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of step that come up in several phases. */
final class CommonSteps {
    private final StepContext use;
    private final StepList list;
    private final List<FileChange> changes;

    CommonSteps(StepContext use, StepList list, List<FileChange> changes) {
        this.use = use;
        this.list = list;
        this.changes = changes;
    }

    void writeFile(Phase phase, FileId file, Action.Purpose purpose) {
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
                        new Action.WriteFile(file, hash, purpose, Optional.empty()))
                .verify(Verification.of(new FileHash(file, hash))));
    }

    void showAll(String id, Phase phase, Action.Sight sight) {
        boolean monitorThere =
                phase == Phase.POSTFLIGHT || use.node.newMonitor().isEmpty();
        list.add(
                monitorThere
                        ? use.show(id, phase, use.monitorFile(), sight)
                        : use.look(
                                id,
                                phase,
                                use.first.host(),
                                Tool.DISQL,
                                new Action.ViewInstances(use.firstPort(), sight)));
    }
}
