package io.github.dmdsc.extend.state;

/** Column {@code is_ok} of dmcssm, {@code EP_STATUS} of V$DSC_EP_INFO. */
enum Health {
    /** A member of the cluster. */
    OK,
    /** Kept out of the cluster for now: failed, or new and not yet started. */
    ERROR,
    /** A word that this library does not know. */
    UNKNOWN
}
