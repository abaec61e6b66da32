package io.github.dmdsc.extend.rehearse;

/** What somebody has seen or done, where no file and no process tells. */
enum Fact {
    CLUSTER_SEEN_WELL,
    EVERY_GROUP_SEEN_WELL,
    HOST_READY,
    PORTS_SEEN,
    DISKS_SEEN,
    DISKS_COMPARED,
    ON_A_KNOWN_HOST,
    /** V$ASMGROUP and V$RLOGFILE were shown; whether anybody saw in them what counts is a look of its own. */
    GROUPS_SHOWN,
    SIZES_SHOWN,
    DCR_EXPORTED,
    BASE_SEEN,
    BASE_SEEN_LAST,
    CONTROL_FILE_SHOWN,
    LOG_FILES_IN_CONTROL_FILE,
    ASM_SHOWN,
    LOG_FILES_ON_ASM,
    NODE_EXTENDED,
    NEW_NODE_SHOWN,
    /** The monitor shows that nodes rejoin by themselves, and that the disks are well. */
    ASPECTS_SEEN_LAST,
    LOGS_READ,
    /** A monitor, an old instance, the new one have just shown endpoints, at which nobody has looked yet. */
    ENDPOINTS_SHOWN,
    INSTANCES_SHOWN,
    INSTANCES_SHOWN_THERE,
    SHOWN_LAST,
    VIEWED_LAST,
    /** The same, through the new instance. */
    VIEWED_LAST_THERE
}
