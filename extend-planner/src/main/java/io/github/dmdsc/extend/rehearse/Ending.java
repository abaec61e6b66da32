package io.github.dmdsc.extend.rehearse;

/** How a plan ends in whose way a fault was put. */
public enum Ending {
    /** The cluster is extended. */
    RESUMED,
    /** The cluster is as it was: every file, every disk, every process. */
    ROLLED_BACK_CLEAN,
    /** Everything was stopped and the DCR disks were initialised with the old configuration. */
    REINITIALISED_AS_DOCUMENTED,
    /** None of these. */
    STRANDED
}
