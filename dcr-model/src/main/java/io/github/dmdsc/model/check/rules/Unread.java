package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.ParameterSet;
import java.util.Collection;
import java.util.List;

/**
 * Finds parameters that cannot be read, and mandatory parameters that are missing. A rule must not compare such a
 * parameter: the reader, {@link MandatoryParameters} or {@link NodeParameters} reports it already.
 */
final class Unread {
    private Unread() {}

    /** Returns whether the parameter cannot be read in one of the values. */
    static boolean any(Collection<? extends ParameterSet<?>> values, String key) {
        return values.stream().anyMatch(value -> value.origin().unreadable(key));
    }

    /** Returns whether the seqno of a node cannot be read. */
    static boolean seqnos(Cluster cluster) {
        return cluster.nodes().stream()
                .anyMatch(node -> node.dmdcr().value().origin().unreadable(Dmdcr.SEQNO));
    }

    /** Returns whether the type of a group is unknown. */
    static boolean types(DmdcrCfg dcr) {
        return dcr.groups().stream().anyMatch(group -> group.type().isEmpty());
    }

    /** Returns whether the endpoints of a group are unknown, because it has no name: their sections have its name. */
    static boolean endpoints(DcrGroup group) {
        return group.name().isEmpty();
    }

    /** Returns whether the given groups may have endpoints, or names of endpoints, that were not read. */
    static boolean endpointNames(DmdcrCfg dcr, List<DcrGroup> groups) {
        return types(dcr)
                || dcr.groups().stream().anyMatch(Unread::endpoints)
                || groups.stream()
                        .flatMap(group -> group.endpoints().stream())
                        .anyMatch(endpoint -> endpoint.name().isEmpty());
    }
}
