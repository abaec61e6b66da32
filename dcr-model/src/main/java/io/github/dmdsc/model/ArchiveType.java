package io.github.dmdsc.model;

/**
 * The types of archive (DM8 Data Watch manual, "dmarch.ini"). A DMDSC cluster without a standby has only {@link #LOCAL}
 * and {@link #REMOTE}.
 */
public enum ArchiveType {
    /** The instance's own archive. */
    LOCAL,
    /** The local archive of another instance of the cluster, on shared storage. */
    REMOTE,
    /** Sends the log to a standby before the primary writes its own log. */
    REALTIME,
    /** Sends the log to a standby after the primary has written its own log. */
    TIMELY,
    /** Sends the log to a standby at the times of a timer. */
    ASYNC,
    /** Sends the log to a standby that may be behind the primary. */
    SYNC,
    /** Sends the log within a replica group of DMDPC. */
    RAFT,
    /** Sends the log to a learner of a replica group of DMDPC. */
    LEARNER
}
