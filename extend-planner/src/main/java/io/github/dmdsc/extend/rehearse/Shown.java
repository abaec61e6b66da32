package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.GroupType;
import java.util.List;

/**
 * The endpoints that a monitor shows.
 *
 * @param endpoints the endpoints of all groups, ordered by group and seqno
 */
public record Shown(List<Endpoint> endpoints) {
    public Shown {
        endpoints = List.copyOf(endpoints);
    }

    /**
     * An endpoint that a monitor shows.
     *
     * @param type the type of its group
     * @param name its name
     * @param well {@code true} if the endpoint is OK, active and OPEN; {@code false} if it is an ERROR node
     */
    public record Endpoint(GroupType type, String name, boolean well) {}
}
