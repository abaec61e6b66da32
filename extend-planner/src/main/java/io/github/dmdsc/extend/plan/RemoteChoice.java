package io.github.dmdsc.extend.plan;

/** What becomes of the REMOTE archives of the nodes that are there, where nodes send each other their archives. */
public enum RemoteChoice {
    /**
     * Each of them gains a REMOTE section for the new node. An instance reads its dmarch.ini when it starts: what the new
     * node archives reaches it only after its next restart.
     */
    ADD,
    /** Their files stay as they are: nobody but the new node itself keeps what it archives. */
    KEEP
}
