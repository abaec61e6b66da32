package io.github.dmdsc.extend.rehearse;

/**
 * A process of the cluster.
 *
 * @param kind its group
 * @param name its endpoint
 * @param host where it runs
 * @param status how it is
 */
record Endpoint(Kind kind, String name, String host, Status status) {
    /** How a process is: the monitor shows the last two alike, as ERROR. */
    enum Status {
        /** OK, OPEN and active. */
        WELL,
        /** Known to the others, not with them. */
        ERROR,
        /** Not running. */
        STOPPED
    }

    Endpoint with(Status next) {
        return new Endpoint(kind, name, host, next);
    }
}
