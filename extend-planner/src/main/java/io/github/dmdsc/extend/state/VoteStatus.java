package io.github.dmdsc.extend.state;

/** Column {@code vtd_status} of dmcssm: the state in the cluster, as the vote disk holds it. */
enum VoteStatus {
    /** Starting. */
    STARTUP,
    /** Starting, second part. */
    STARTUP2,
    /** At work. */
    WORKING,
    /** About to go down. */
    TO_SHUTDOWN,
    /** Down. */
    SHUTDOWN,
    /** Crashed, or forced down. */
    SYSHALT,
    /** Stopped by itself. */
    STOP,
    /** A DCRV disk is being added. */
    ADD_DCRV,
    /** A DCRV disk is being removed. */
    DEL_DCRV,
    /** A word that this library does not know. */
    UNKNOWN
}
