package io.github.dmdsc.extend.state;

import io.github.dmdsc.extend.state.VerdictReason.Condition;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Judges by V$ASMGROUP and V$RLOGFILE whether new redo log files have enough space. */
final class SpaceJudge {
    /** The least number of redo log files of a new node (DM8 DMDSC manual, chapter 14, step 2). */
    private static final int FEWEST_FILES = 2;

    private SpaceJudge() {}

    static Verdict space(ClusterState state, String group, long megabytes, boolean archives) {
        String subject = "+" + group;
        if (state.diskGroups().isEmpty()) {
            return VerdictReasons.open(Condition.SPACE, subject);
        }
        Placed<QueryResult<DiskGroup>> view = state.diskGroups().get();
        Optional<Placed<DiskGroup>> row = row(view.value(), group);
        if (row.isEmpty()) {
            return view.value().complete()
                    ? VerdictReasons.refuted(Condition.LISTED, subject, view.at(), "V$ASMGROUP")
                    : VerdictReasons.open(Condition.LISTED, subject, view.at(), "V$ASMGROUP");
        }
        Optional<Long> free = row.get().value().free();
        String shown = free.map(size -> "FREE_MB = " + size).orElse("-");
        if (free.filter(size -> size < megabytes).isPresent()) {
            return VerdictReasons.refuted(Condition.SPACE, subject, row.get().at(), shown);
        }
        int copies = row.get()
                .value()
                .redundancy()
                .map(Reported::meaning)
                .orElse(Redundancy.UNKNOWN)
                .copies();
        return !archives && free.filter(size -> size / copies > megabytes).isPresent()
                ? VerdictReasons.proven(Condition.SPACE, subject, row.get().at(), shown)
                : VerdictReasons.open(Condition.SPACE, subject, row.get().at(), shown);
    }

    static Verdict alike(ClusterState state, long megabytes, List<String> groups) {
        if (state.logFiles().isEmpty()) {
            return VerdictReasons.open(Condition.LOG_FILE_ALIKE, "V$RLOGFILE");
        }
        Placed<QueryResult<LogFile>> view = state.logFiles().get();
        List<Verdict> verdicts = new ArrayList<>();
        for (Placed<LogFile> row : view.value().rows()) {
            LogFile file = row.value();
            String shown = file.megabytes().map(size -> size + " MB").orElse("-");
            boolean there = file.diskGroup()
                    .filter(group -> groups.stream().anyMatch(group::equalsIgnoreCase))
                    .isPresent();
            boolean same =
                    there && file.megabytes().filter(size -> size == megabytes).isPresent();
            if (file.megabytes().isEmpty()) {
                verdicts.add(VerdictReasons.open(Condition.LOG_FILE_ALIKE, file.path(), row.at(), shown));
            } else {
                verdicts.add(
                        same
                                ? VerdictReasons.proven(Condition.LOG_FILE_ALIKE, file.path(), row.at(), shown)
                                : VerdictReasons.refuted(Condition.LOG_FILE_ALIKE, file.path(), row.at(), shown));
            }
        }
        if (!view.value().complete()) {
            verdicts.add(VerdictReasons.open(Condition.LOG_FILE_ALIKE, "V$RLOGFILE", view.at(), "-"));
        }
        return Verdict.all(verdicts);
    }

    static List<Finding> findings(ClusterState state) {
        if (state.logFiles().isEmpty() || state.diskGroups().isEmpty()) {
            return List.of();
        }
        Map<String, Placed<LogFile>> largest = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Placed<LogFile> file : state.logFiles().get().value().rows()) {
            file.value()
                    .diskGroup()
                    .filter(group -> file.value().megabytes().isPresent())
                    .ifPresent(group -> largest.merge(group, file, SpaceJudge::larger));
        }
        List<Finding> findings = new ArrayList<>();
        largest.forEach((group, file) -> {
            Optional<Placed<DiskGroup>> row = row(state.diskGroups().get().value(), group);
            Optional<Long> free = row.flatMap(shown -> shown.value().free());
            long size = file.value().megabytes().orElseThrow();
            if (row.isPresent() && free.isPresent() && free.get() / FEWEST_FILES < size) {
                findings.add(
                        StateFindings.littleSpace(row.get().at(), file.at(), group, free.get(), size, FEWEST_FILES));
            }
        });
        return findings.stream().sorted(Finding.ORDER).toList();
    }

    private static Placed<LogFile> larger(Placed<LogFile> one, Placed<LogFile> other) {
        return other.value().megabytes().orElseThrow() > one.value().megabytes().orElseThrow() ? other : one;
    }

    private static Optional<Placed<DiskGroup>> row(QueryResult<DiskGroup> view, String group) {
        return view.rows().stream()
                .filter(row -> row.value().name().equalsIgnoreCase(group))
                .findFirst();
    }
}
