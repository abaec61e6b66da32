package io.github.dmdsc.model;

/** What an archive is for (DM8 Data Watch manual, "dmarch.ini"). A DMDSC cluster without a standby has the first two. */
public enum ArchiveType {
    /** The instance's own archive. */
    LOCAL,
    /** The archive of another instance of the cluster. */
    REMOTE,
    /** To a standby, before the primary writes its own log. */
    REALTIME,
    /** To a standby, after the primary has written its own log. */
    TIMELY,
    /** To a standby, by a timer. */
    ASYNC,
    /** To a standby that may be some way behind. */
    SYNC,
    /** Within a replica group of DMDPC. */
    RAFT,
    /** To a learner of a replica group of DMDPC. */
    LEARNER
}
