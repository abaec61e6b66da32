package io.github.dmdsc.extend.state;

import io.github.dmdsc.extend.state.VerdictReason.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges by the output of the tools other than dmcssm. */
final class EvidenceJudge {
    private EvidenceJudge() {}

    static Verdict instanceOk(ClusterState state, String name) {
        String subject = "V$DSC_EP_INFO " + name;
        if (state.instances().isEmpty()) {
            return VerdictReasons.open(Condition.LISTED, subject);
        }
        Placed<InstanceView> view = state.instances().get();
        List<Verdict> verdicts = new ArrayList<>();
        for (Placed<InstanceView.Instance> row : view.value().rows()) {
            if (row.value().name().equalsIgnoreCase(name)) {
                verdicts.add(VerdictReasons.proven(
                        Condition.LISTED, subject, row.at(), row.value().name()));
                verdicts.add(VerdictReasons.word(
                        Condition.OK, subject, row.at(), row.value().status(), Health.OK, Health.UNKNOWN));
            }
        }
        if (!verdicts.isEmpty()) {
            return Verdict.all(verdicts);
        }
        boolean whole = view.value().closed() && view.value().unread().isEmpty();
        return whole
                ? VerdictReasons.refuted(Condition.LISTED, subject, view.at(), "V$DSC_EP_INFO")
                : VerdictReasons.open(Condition.LISTED, subject, view.at(), "V$DSC_EP_INFO");
    }

    static Verdict dcrChecked(ClusterState state, String disk) {
        Optional<Placed<DcrCheck>> check = state.dcrChecks().stream()
                .filter(found -> found.value().disk().filter(disk::equals).isPresent())
                .findFirst();
        if (check.isEmpty()) {
            return VerdictReasons.open(Condition.DCR_CHECKED, disk);
        }
        Placed<DcrCheck> found = check.get();
        String shown = found.value().detail();
        return switch (found.value().outcome()) {
            case SUCCESS -> VerdictReasons.proven(Condition.DCR_CHECKED, disk, found.at(), shown);
            case FAILED -> VerdictReasons.refuted(Condition.DCR_CHECKED, disk, found.at(), shown);
            case UNKNOWN -> VerdictReasons.open(Condition.DCR_CHECKED, disk, found.at(), shown);
        };
    }

    static Verdict inControlFile(ClusterState state, String path) {
        if (state.controlFile().isEmpty()) {
            return VerdictReasons.open(Condition.IN_CONTROL_FILE, path);
        }
        Placed<ControlFile> file = state.controlFile().get();
        for (Placed<ControlFile.Entry> entry : file.value().files()) {
            if (entry.value().path().equalsIgnoreCase(path)) {
                return VerdictReasons.proven(
                        Condition.IN_CONTROL_FILE,
                        path,
                        entry.at(),
                        entry.value().path());
            }
        }
        // A text without a redo log file is incomplete, because dm.ctl always names some.
        Optional<Placed<ControlFile.Entry>> log = file.value().files().stream()
                .filter(entry -> entry.value()
                                .tablespace()
                                .filter("RLOG"::equalsIgnoreCase)
                                .isPresent()
                        || entry.value().path().endsWith(".log"))
                .reduce((earlier, later) -> later);
        return log.isPresent()
                ? VerdictReasons.refuted(
                        Condition.IN_CONTROL_FILE,
                        path,
                        log.get().at(),
                        log.get().value().path())
                : VerdictReasons.open(Condition.IN_CONTROL_FILE, path, file.at(), "-");
    }

    static Verdict onAsm(ClusterState state, String path) {
        int slash = path.lastIndexOf('/');
        String directory = path.substring(0, Math.max(slash, 0));
        String name = path.substring(slash + 1);
        Verdict verdict = VerdictReasons.open(Condition.ON_ASM, path);
        for (Placed<AsmListing> listing : state.listings()) {
            boolean here = listing.value()
                    .directory()
                    .filter(directory::equalsIgnoreCase)
                    .isPresent();
            for (Placed<String> entry : listing.value().entries()) {
                if (entry.value().equalsIgnoreCase(path)
                        || (here && entry.value().equalsIgnoreCase(name))) {
                    return VerdictReasons.proven(Condition.ON_ASM, path, entry.at(), entry.value());
                }
            }
            if (here) {
                verdict = listing.value().closed()
                        ? VerdictReasons.refuted(Condition.ON_ASM, path, listing.at(), directory)
                        : VerdictReasons.open(Condition.ON_ASM, path, listing.at(), directory);
            }
        }
        return verdict;
    }
}
