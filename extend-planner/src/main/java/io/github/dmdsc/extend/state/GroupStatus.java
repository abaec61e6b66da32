package io.github.dmdsc.extend.state;

/** The status of a group, {@code sta} in dmcssm. */
enum GroupStatus {
    /** A control node is being chosen. */
    STARTUP,
    /** The group is open. */
    OPEN,
    /** The control node is starting. */
    CONTROL_NODE_STARTUP,
    /** The other nodes are starting. */
    NORMAL_NODE_STARTUP,
    /** The nodes are opening. */
    EP_OPEN,
    /** The failure of a node is handled. */
    PROCESS_CRASH,
    /** A node is rejoining. */
    PROCESS_RECOVER,
    /** The group is forced down. */
    SYS_HALT,
    /** The group is going down. */
    SHUTDOWN,
    /** The network is checked. */
    LINK_CHECK,
    /** One node is going down. */
    STOP,
    /** The tool reports the status as invalid. */
    INVALID_GRP_STATUS,
    /** A word that dmdsc does not know. */
    UNKNOWN
}
