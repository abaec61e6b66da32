package io.github.dmdsc.extend.rehearse;

/** What can go wrong at a step. */
public enum Fault {
    /** The step fails and changes nothing. */
    CLEAN_FAILURE,
    /** The step does what it should, and nobody learns of it. */
    LOST_ACKNOWLEDGEMENT,
    /** The step reaches one of several disks, processes or files. */
    PARTIAL_EFFECT,
    /** The operator stops before the step and comes back later. */
    STOPPED_AND_RESUMED,
    /** An instance of an old node fails before the step, and is started again by dmcss. */
    INSTANCE_FAILS,
    /** Somebody edits a file of an old node before the step. */
    FILE_CHANGED
}
