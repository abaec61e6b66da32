package io.github.dmdsc.extend.steps;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.Verification;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.model.FileId;
import java.util.Optional;

/** The steps that set up a monitor before the first change if the cluster has none. */
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
        list.add(use.step(
                        "set-up-monitor",
                        Phase.SET_UP_MONITOR,
                        file.host(),
                        Tool.SHELL,
                        RollbackClass.REVERSIBLE,
                        new Change.WriteFile(
                                file, hash, Change.Purpose.SET_UP_MONITOR, Optional.of(FileContent.of(staged))))
                .verify(Verification.of(new FileHash(file, hash))));
        list.add(use.show("cluster-ok.monitor", Phase.SET_UP_MONITOR, file, Look.ExpectedState.OK_IN_NEW_MONITOR));
    }
}
