package io.github.dmdsc.extend.plan;

/**
 * The phases of an extension, in the order of the plan (DM8 DMDSC manual, chapter 14; "step" is the number in that
 * chapter).
 */
public enum Phase {
    /** Check that every endpoint of the cluster is OK, and that the new host is ready. */
    PREFLIGHT,
    /**
     * Set up a monitor if the cluster has none. Only a monitor shows every group, and step 8 needs the console of a
     * monitor.
     */
    SET_UP_MONITOR,
    /** Export the DCR configuration (step 1). */
    EXPORT_DCR,
    /** Add redo log files for the new node (step 2). */
    ADD_LOG_FILES,
    /** Copy the configuration directory of an existing node to the new host, and adapt the copy (step 3). */
    COPY_CONFIG,
    /** Write the new host's dmdcr.ini (step 4). */
    WRITE_DMDCR,
    /** Add the new instance to every dmasvrmal.ini and dmmal.ini (step 5). */
    UPDATE_MAL,
    /** Add the new endpoints to the exported DCR configuration (step 6). */
    EDIT_DCR_CONFIG,
    /** Write the DCR disks (step 7). */
    EXTEND_DCR,
    /** Make the running processes re-read DCR and MAL (step 8). */
    EXTEND_NODE,
    /** Start dmcss and the ASM server on the new host (step 9). */
    START_CSS_ASM,
    /** Start the new instance (step 10). */
    START_DB,
    /** Add the new CSS to every monitor (step 11). */
    UPDATE_MONITORS,
    /**
     * Add the remote archive of the new node to the existing nodes. An instance reads its dmarch.ini at its next start.
     */
    UPDATE_ARCHIVES,
    /** Check that every endpoint is OK, including those of the new node. */
    POSTFLIGHT,
    /**
     * Stop the cluster and initialise the DCR disks again. Needed only if the extension fails after the point of no
     * return.
     */
    REINITIALISE
}
