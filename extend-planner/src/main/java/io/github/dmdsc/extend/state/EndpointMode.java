package io.github.dmdsc.extend.state;

/** Column {@code mode} of dmcssm, {@code EP_MODE} of V$DSC_EP_INFO. */
enum EndpointMode {
    /** The control node of its group. */
    CONTROL,
    /** Any other node. */
    NORMAL,
    /** A word that dmdsc does not know. */
    UNKNOWN
}
