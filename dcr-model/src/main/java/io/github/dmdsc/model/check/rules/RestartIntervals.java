package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.Seconds;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.Optional;
import java.util.function.Consumer;

/** A startup command and a restart interval are set together. An interval of 0 needs no command. */
final class RestartIntervals implements Rule {
    private static final FindingKind KIND =
            Findings.warning("DSC-0403").manual(Findings.DMDCR).waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        for (ClusterNode node : cluster.nodes()) {
            Dmdcr dmdcr = node.dmdcr().value();
            check(
                    dmdcr,
                    dmdcr.asmStartupCommand(),
                    Dmdcr.ASM_STARTUP_COMMAND,
                    dmdcr.asmRestartInterval(),
                    Dmdcr.ASM_RESTART_INTERVAL,
                    report);
            check(
                    dmdcr,
                    dmdcr.dbStartupCommand(),
                    Dmdcr.DB_STARTUP_COMMAND,
                    dmdcr.dbRestartInterval(),
                    Dmdcr.DB_RESTART_INTERVAL,
                    report);
        }
    }

    private void check(
            Dmdcr dmdcr,
            Optional<String> command,
            String commandKey,
            Optional<Seconds> interval,
            String intervalKey,
            Consumer<Finding> report) {
        if (command.isPresent() && interval.isEmpty()) {
            report(dmdcr, commandKey, intervalKey, report);
        } else if (command.isEmpty()
                && interval.filter(time -> time.count() > 0).isPresent()) {
            report(dmdcr, intervalKey, commandKey, report);
        }
    }

    private void report(Dmdcr dmdcr, String key, String missing, Consumer<Finding> report) {
        if (dmdcr.origin().unreadable(missing)) {
            return;
        }
        report.accept(KIND.at(dmdcr.origin().at(key))
                .with("key", key)
                .with("missing", missing)
                .build());
    }
}
