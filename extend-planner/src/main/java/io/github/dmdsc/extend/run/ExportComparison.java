package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.ini.diff.ClusterDiff;
import io.github.dmdsc.model.FileId;

/**
 * The comparison of an export of a DCR disk with the two configurations of a plan: the one that the plan was made from,
 * and the one that the plan writes. The check of a tool cannot replace it: a disk that still holds the old
 * configuration passes the check.
 *
 * @param fromBase the differences between the configuration that the plan was made from and the export
 * @param fromPlanned the differences between the configuration that the plan writes and the export; the new endpoint
 *     may be listed as failed in the export
 */
public record ExportComparison(ClusterDiff fromBase, ClusterDiff fromPlanned) {
    /**
     * Compares an export by its values; comments and the order of keys do not matter. The export may be copied from a
     * terminal: prompts around it and control sequences do not count.
     *
     * @param plan the plan
     * @param export the bytes of the file that {@code export dcrdisk} or {@code export dcrvdisk} wrote
     * @throws IllegalArgumentException if the plan writes no DCR disk
     */
    public static ExportComparison of(ExtendPlan plan, byte[] export) {
        return of(plan, configuration(plan).file(), export);
    }

    /**
     * As {@link #of(ExtendPlan, byte[])}, with the name of the export for its places in the result.
     *
     * @param plan the plan
     * @param exported the name of the export; its host may be empty
     * @param export the bytes of the file that {@code export dcrdisk} or {@code export dcrvdisk} wrote
     * @throws IllegalArgumentException if the plan writes no DCR disk
     */
    public static ExportComparison of(ExtendPlan plan, FileId exported, byte[] export) {
        FileChange change = configuration(plan);
        byte[] content = ExportText.content(export);
        byte[] base = change.contentBefore().map(FileContent::bytes).orElse(new byte[0]);
        return new ExportComparison(
                ClusterDiff.ofExport(change.file(), base, exported, content),
                ClusterDiff.ofExport(
                        change.file(),
                        change.content().bytes(),
                        exported,
                        content,
                        plan.newNode().seqno()));
    }

    private static FileChange configuration(ExtendPlan plan) {
        return plan.actions(Change.ExtendDcr.class)
                .findFirst()
                .flatMap(extend -> plan.change(extend.from()))
                .orElseThrow(() -> new IllegalArgumentException("the plan writes no DCR disk"));
    }

    /** Returns whether the disk holds the configuration that the plan was made from. */
    public boolean holdsBase() {
        return isEmpty(fromBase);
    }

    /** Returns whether the disk holds the configuration that the plan writes. */
    public boolean holdsPlanned() {
        return isEmpty(fromPlanned);
    }

    /**
     * Returns whether it is unknown what the disk holds: no value differs from one of the configurations, but the
     * export has lines that cannot be read.
     */
    boolean isUnclear() {
        return isUnclear(fromBase) || isUnclear(fromPlanned);
    }

    private static boolean isUnclear(ClusterDiff diff) {
        return diff.isEmpty() && !diff.afterFindings().isEmpty();
    }

    /** Returns the number of values that differ from the configuration that the disk must hold. */
    int differences(Look.DcrConfiguration expected) {
        ClusterDiff diff = expected == Look.DcrConfiguration.PLANNED ? fromPlanned : fromBase;
        return diff.changes().size() + diff.afterFindings().size();
    }

    private static boolean isEmpty(ClusterDiff diff) {
        return diff.isEmpty() && diff.afterFindings().isEmpty();
    }
}
