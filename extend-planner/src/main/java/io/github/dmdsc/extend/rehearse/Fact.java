package io.github.dmdsc.extend.rehearse;

/** A fact that a person knows from a look or a task, and that no file and no process shows. */
enum Fact {
    CLUSTER_SEEN_WELL,
    EVERY_GROUP_SEEN_WELL,
    HOST_READY,
    PORTS_SEEN,
    DISKS_SEEN,
    DISKS_COMPARED,
    ON_A_KNOWN_HOST,
    /**
     * V$ASMGROUP was shown. The check of the values is a separate act; {@link #SIZES_SHOWN} is the same for V$RLOGFILE.
     */
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
    /** A monitor showed that nodes rejoin automatically and, in the mirror edition, that the DCRV disks are OK. */
    ASPECTS_SEEN_LAST,
    LOGS_READ,
    /**
     * A monitor has just shown endpoints, and a person has not checked them yet. The next two facts are the same for an
     * old and for the new instance.
     */
    ENDPOINTS_SHOWN,
    INSTANCES_SHOWN,
    INSTANCES_SHOWN_THERE,
    SHOWN_LAST,
    VIEWED_LAST,
    /** The same as {@link #VIEWED_LAST}, through the new instance. */
    VIEWED_LAST_THERE
}
