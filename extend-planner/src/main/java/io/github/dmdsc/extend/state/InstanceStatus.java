package io.github.dmdsc.extend.state;

/** Column {@code inst_status} (older: {@code sys_status}) of dmcssm: the state of the process itself. */
enum InstanceStatus {
    /** A database is being created. */
    INSTALL,
    /** It is starting. */
    STARTUP,
    /** It is starting; redo is done. */
    AFTER_REDO,
    /** The database is mounted. */
    MOUNT,
    /** It serves clients. */
    OPEN,
    /** It is suspended. */
    SUSPEND,
    /** It is down. */
    SHUTDOWN,
    /** It handles the failure of a node. */
    CRASH_RECV,
    /** CSS or the monitor is too old to show the status. */
    INVALID_EP_STATUS,
    /** A word that dmdsc does not know. */
    UNKNOWN
}
