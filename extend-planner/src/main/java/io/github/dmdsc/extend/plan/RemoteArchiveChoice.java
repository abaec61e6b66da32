package io.github.dmdsc.extend.plan;

/** How the remote archives of the existing nodes change. Applies if the existing nodes have remote archives. */
public enum RemoteArchiveChoice {
    /**
     * Each existing node gets a {@code REMOTE} section for the new node in its dmarch.ini. An instance reads dmarch.ini
     * only when it starts. An existing node therefore keeps the archives of the new node only after its own next
     * restart.
     */
    ADD,
    /** The dmarch.ini files of the existing nodes do not change. Only the new node keeps its archives. */
    KEEP
}
