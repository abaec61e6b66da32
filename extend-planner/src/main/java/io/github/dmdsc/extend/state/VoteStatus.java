package io.github.dmdsc.extend.state;

/** Column {@code vtd_status} of dmcssm: the state of the endpoint in the cluster, as on the vote disk. */
enum VoteStatus {
    /** Starting. */
    STARTUP,
    /** Starting, second part. */
    STARTUP2,
    /** Working. */
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
    /** A word that dmdsc does not know. */
    UNKNOWN
}
