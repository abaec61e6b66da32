package io.github.dmdsc.model.check;

import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Port;

/**
 * A port on which a process of the cluster listens.
 *
 * @param machine the machine, by one of its addresses
 * @param port the port
 * @param process the process and what the port is for, for example {@code CSS CSS0}
 * @param where the place that says so
 */
public record Listener(String machine, Port port, String process, Location where) {}
