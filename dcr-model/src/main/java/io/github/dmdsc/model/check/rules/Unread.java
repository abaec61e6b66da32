package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.ParameterSet;
import java.util.Collection;
import java.util.List;

/**
 * What stands in the files and cannot be read, or has to stand there and does not, which {@link MandatoryParameters} and
 * {@link NodeParameters} report: a rule that compares it must not say that it is wrong.
 */
final class Unread {
    private Unread() {}

    /** Whether one of the values has the parameter with an unreadable value. */
    static boolean any(Collection<? extends ParameterSet<?>> values, String key) {
        return values.stream().anyMatch(value -> value.origin().unreadable(key));
    }

    /** Whether nobody can tell the number of some node. */
    static boolean numbers(Cluster cluster) {
        return cluster.nodes().stream()
                .anyMatch(node -> node.dmdcr().value().origin().unreadable(Dmdcr.SEQNO));
    }

    /** Whether nobody can tell the type of some group. */
    static boolean types(DmdcrCfg dcr) {
        return dcr.groups().stream().anyMatch(group -> group.type().isEmpty());
    }

    /** Whether nobody can tell which endpoints a group has: their sections bear its name. */
    static boolean endpoints(DcrGroup group) {
        return group.name().isEmpty();
    }

    /** Whether groups of some type may have endpoints, or names of endpoints, that were not read. */
    static boolean endpointNames(DmdcrCfg dcr, List<DcrGroup> groups) {
        return types(dcr)
                || dcr.groups().stream().anyMatch(Unread::endpoints)
                || groups.stream()
                        .flatMap(group -> group.endpoints().stream())
                        .anyMatch(endpoint -> endpoint.name().isEmpty());
    }
}
