package io.github.dmdsc.extend.state;

/** Column {@code is_ok} of dmcssm, {@code EP_STATUS} of V$DSC_EP_INFO. */
enum Health {
    /** A member of the cluster. */
    OK,
    /** Not a member of the cluster at present: it has failed, or it is new and has not started yet. */
    ERROR,
    /** A word that dmdsc does not know. */
    UNKNOWN
}
