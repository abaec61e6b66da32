package io.github.dmdsc.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A port on which a process of a member listens.
 *
 * @param process the group of the process
 * @param use what the port is for
 * @param port the port
 * @param where the place that gives the port; of several the one that counts
 */
public record ListeningPort(GroupType process, Use use, Port port, Location where) {
    /** What a port is for. */
    public enum Use {
        /** The port of the process itself. */
        SERVICE,
        /** DCR_CHECK_PORT. */
        CHECK,
        /** MAL_PORT. */
        MAL,
        /** MAL_DW_PORT. */
        WATCHER,
        /** MAL_INST_DW_PORT. */
        FOR_WATCHERS
    }

    public ListeningPort {
        Objects.requireNonNull(process, "process");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(port, "port");
        Objects.requireNonNull(where, "where");
    }

    /** The ports that a section of a MAL file gives. */
    public static List<ListeningPort> of(GroupType process, MalInstance instance) {
        return Stream.of(
                        of(process, Use.MAL, instance.port(), instance, MalInstance.PORT),
                        of(
                                process,
                                Use.SERVICE,
                                instance.servicePort().flatMap(PortOrNone::port),
                                instance,
                                MalInstance.SERVICE_PORT),
                        of(
                                process,
                                Use.WATCHER,
                                instance.watcherPort().flatMap(PortOrNone::port),
                                instance,
                                MalInstance.WATCHER_PORT),
                        of(
                                process,
                                Use.FOR_WATCHERS,
                                instance.instanceWatcherPort().flatMap(PortOrNone::port),
                                instance,
                                MalInstance.INSTANCE_WATCHER_PORT))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The port that a parameter gives, if it gives one. */
    static Optional<ListeningPort> of(GroupType process, Use use, Optional<Port> port, ParameterSet<?> in, String key) {
        return port.map(
                number -> new ListeningPort(process, use, number, in.origin().at(key)));
    }
}
