package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.GroupType;
import java.util.List;

/**
 * What a monitor shows of every group, as values.
 *
 * @param endpoints every endpoint that it lists, by group and number
 */
public record Shown(List<Endpoint> endpoints) {
    public Shown {
        endpoints = List.copyOf(endpoints);
    }

    /**
     * An endpoint that a monitor lists.
     *
     * @param type its group
     * @param name its name
     * @param well whether it is OK, active and open; else it is an ERROR node
     */
    public record Endpoint(GroupType type, String name, boolean well) {}
}
