package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The kinds of step that come up in several phases. */
final class CommonSteps {
    static final String EP_INFO = "select ep_name, ep_seqno, ep_mode, ep_status from v$dsc_ep_info order by ep_seqno;";

    private final StepContext use;
    private final StepList list;
    private final List<FileChange> changes;

    CommonSteps(StepContext use, StepList list, List<FileChange> changes) {
        this.use = use;
        this.list = list;
        this.changes = changes;
    }

    void writeFile(Phase phase, FileId file, String texts, int manualStep) {
        String hash = changes.stream()
                .filter(each -> each.file().equals(file))
                .findFirst()
                .orElseThrow()
                .after();
        RollbackClass rollbackClass =
                phase == Phase.EDIT_DCR_CONFIG ? RollbackClass.RETRY_SAFE : RollbackClass.REVERSIBLE;
        list.add(
                        "write." + phase.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + file,
                        phase,
                        file.host(),
                        Tool.SHELL,
                        rollbackClass,
                        new Command.WriteFile(file, hash, false, FileContent.of(new byte[0])))
                .texts(texts)
                .with(Map.of("file", file))
                .hashes(new FileHash(file, hash))
                .manual(manualStep);
    }

    void showAll(String id, Phase phase) {
        boolean monitorThere =
                phase == Phase.POSTFLIGHT || use.node.newMonitor().isEmpty();
        if (monitorThere) {
            FileId monitor = use.monitorFile();
            list.add(id, phase, monitor.host(), Tool.DMCSSM, RollbackClass.READ_ONLY, use.console(monitor, "show"))
                    .manual(0);
        } else {
            list.add(id, phase, use.first.host(), Tool.DISQL, RollbackClass.READ_ONLY, use.sql(EP_INFO))
                    .manual(0);
        }
    }
}
