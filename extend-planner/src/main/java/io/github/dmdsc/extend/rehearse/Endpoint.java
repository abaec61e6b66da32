package io.github.dmdsc.extend.rehearse;

/**
 * A process of the cluster.
 *
 * @param kind the group of the process
 * @param name the name of its endpoint
 * @param host the host on which it runs
 * @param status its state
 */
record Endpoint(Kind kind, String name, String host, Status status) {
    /** The state of a process. A monitor shows both {@link #ERROR} and {@link #STOPPED} as ERROR. */
    enum Status {
        /** OK, OPEN and active. */
        WELL,
        /** Known to the other processes, but not working with them. */
        ERROR,
        /** Not running. */
        STOPPED
    }

    Endpoint with(Status next) {
        return new Endpoint(kind, name, host, next);
    }
}
