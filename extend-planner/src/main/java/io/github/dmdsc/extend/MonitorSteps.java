package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Hashes;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.FileId;
import java.util.Map;
import java.util.Optional;

/** The steps that set up a monitor where there is none, before anything else changes. */
final class MonitorSteps {
    private final StepContext use;
    private final StepList list;
    private final Optional<byte[]> stagedMonitor;

    MonitorSteps(StepContext use, StepList list, Optional<byte[]> stagedMonitor) {
        this.use = use;
        this.list = list;
        this.stagedMonitor = stagedMonitor;
    }

    void write() {
        if (use.node.newMonitor().isEmpty()) {
            return;
        }
        FileId file = use.node.newMonitor().get();
        byte[] staged = stagedMonitor.orElseThrow();
        String hash = Hashes.sha256(staged);
        list.add(
                        "set-up-monitor",
                        Phase.SET_UP_MONITOR,
                        file.host(),
                        Tool.SHELL,
                        RollbackClass.REVERSIBLE,
                        new Command.WriteFile(file, hash, true, FileContent.of(staged)))
                .with(Map.of("file", file))
                .hashes(new FileHash(file, hash))
                .manual(11);
        list.add(
                        "cluster-ok.monitor",
                        Phase.SET_UP_MONITOR,
                        file.host(),
                        Tool.DMCSSM,
                        RollbackClass.READ_ONLY,
                        use.console(file, "show"))
                .texts("cluster-ok-in-monitor")
                .manual(0);
    }
}
