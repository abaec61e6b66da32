package io.github.dmdsc.extend.rehearse;

/** What can go wrong at one move of a run. */
public enum Mishap {
    /** It fails and changes nothing. */
    CLEAN_FAILURE,
    /** It does what it should, and nobody learns of it. */
    LOST_ACKNOWLEDGEMENT,
    /** It reaches one of several disks, processes or files, and fails. */
    PARTIAL_EFFECT,
    /** An instance of an old node fails, and everybody sees it. */
    INSTANCE_FAILS,
    /** Somebody edits a file of an old node. */
    FILE_CHANGED,
    /** Somebody puts the old bytes of a file back that the plan has written. */
    FILE_REVERTED,
    /** Somebody writes another configuration to the DCR disks. */
    DISK_CHANGED,
    /** The transfer ends early, and what sends it does not notice. */
    DROPPED_TRANSFER,
    /** The tool does nothing and says that all is well. */
    LYING_TOOL,
    /** The program is not there. */
    VANISHED_PROGRAM,
    /** The host does not answer. */
    UNREACHABLE
}
