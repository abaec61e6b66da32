package io.github.dmdsc.extend.rehearse;

/** The endings of a plan after a fault. All except {@link #STRANDED} are good endings. */
public enum Ending {
    /** The cluster is extended. */
    RESUMED,
    /**
     * Every file, every DCR disk and every process is as before the extension. Redo log files that the plan added stay.
     */
    ROLLED_BACK_CLEAN,
    /** Re-initialisation: the cluster was stopped, and the DCR disks were initialised with the old configuration. */
    REINITIALISED_AS_DOCUMENTED,
    /** No other ending: no way out was offered, or a way that was offered does not lead to its ending. */
    STRANDED
}
