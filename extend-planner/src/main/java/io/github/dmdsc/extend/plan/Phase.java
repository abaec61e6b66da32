package io.github.dmdsc.extend.plan;

/** The parts of an extension, in their order (DM8 DMDSC manual, chapter 14 on adding a node). */
public enum Phase {
    /** Prove that the cluster is well and the new host is ready. */
    PREFLIGHT,
    /** Set up a monitor, where there is none: only a monitor shows every group, and step 8 needs its console. */
    SET_UP_MONITOR,
    /** Export the DCR configuration (step 1). */
    EXPORT_DCR,
    /** Add redo log files for the new node (step 2). */
    ADD_LOG_FILES,
    /** Copy a node's configuration directory to the new host and adapt it (step 3). */
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
    /** Let the nodes that were there archive what the new one sends, from their next start on. */
    UPDATE_ARCHIVES,
    /** Prove that the cluster is well with its new node. */
    POSTFLIGHT,
    /** Stop everything and initialise the DCR disks anew: only where the point of no return was passed in vain. */
    REINITIALISE
}
