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
    SPACE_SEEN,
    LOG_SIZES_SEEN,
    DCR_EXPORTED,
    BASE_SEEN,
    BASE_SEEN_LAST,
    LOG_FILES_IN_CONTROL_FILE,
    LOG_FILES_ON_ASM,
    NODE_EXTENDED,
    NEW_NODE_SHOWN,
    /** The monitor shows that nodes rejoin by themselves, and that the disks are well. */
    ASPECTS_SEEN_LAST,
    LOGS_READ,
    SHOWN_LAST,
    VIEWED_LAST,
    /** The same, through the new instance. */
    VIEWED_LAST_THERE
}
