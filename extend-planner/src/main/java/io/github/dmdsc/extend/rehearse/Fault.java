package io.github.dmdsc.extend.rehearse;

/** The faults that a rehearsal puts at a step. */
public enum Fault {
    /** The step fails and changes nothing. */
    CLEAN_FAILURE,
    /** The step takes effect, but its result is not reported. */
    LOST_ACKNOWLEDGEMENT,
    /** The step takes effect on only one of several disks, processes or files. */
    PARTIAL_EFFECT,
    /** A person stops the plan before the step and continues later. */
    STOPPED_AND_RESUMED,
    /** An instance of an old node fails before the step, and dmcss restarts it. */
    INSTANCE_FAILS,
    /** A file of an old node is changed before the step. */
    FILE_CHANGED
}
