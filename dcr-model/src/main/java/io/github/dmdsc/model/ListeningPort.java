package io.github.dmdsc.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A port on which a process of a member listens (DM8 DMDSC manual, "dmdcr_cfg.ini" and "dmmal.ini").
 *
 * @param process the kind of process
 * @param use the use of the port
 * @param port the port
 * @param where the place of the parameter that gives the port; if several do, the one that takes effect
 */
public record ListeningPort(GroupType process, Use use, Port port, Location where) {
    /** The uses of a port. */
    public enum Use {
        /** The port of the process itself. */
        SERVICE,
        /** {@code DCR_CHECK_PORT}: a further port of the DB endpoint. */
        CHECK,
        /** {@code MAL_PORT}: the port in the MAL system. */
        MAL,
        /** {@code MAL_DW_PORT}: the port of the watcher for other watchers and monitors. */
        WATCHER,
        /** {@code MAL_INST_DW_PORT}: the port of the instance for its watcher. */
        INSTANCE_FOR_WATCHER
    }

    public ListeningPort {
        Objects.requireNonNull(process, "process");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(port, "port");
        Objects.requireNonNull(where, "where");
    }

    /** Returns the ports that a section of a MAL file gives. */
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
                                Use.INSTANCE_FOR_WATCHER,
                                instance.instanceWatcherPort().flatMap(PortOrNone::port),
                                instance,
                                MalInstance.INSTANCE_WATCHER_PORT))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the port that a parameter gives, if it gives one. */
    static Optional<ListeningPort> of(GroupType process, Use use, Optional<Port> port, ParameterSet<?> in, String key) {
        return port.map(
                number -> new ListeningPort(process, use, number, in.origin().at(key)));
    }
}
