package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.base.Names;
import java.util.List;
import java.util.Optional;

/**
 * The nodes that rules on instances look at. A DCR may have several DB groups, each a database of its own with its own
 * dmmal.ini; such a cluster is judged by its first one, and {@link SeveralDatabases} says so.
 */
final class FirstDatabase {
    private FirstDatabase() {}

    /** The nodes of a cluster but for those whose instance belongs, or may belong, to a later DB group. */
    static List<ClusterNode> nodes(Cluster cluster) {
        List<DcrGroup> groups = cluster.dcr().value().groups().stream()
                .filter(group -> group.isOfType(GroupType.DB))
                .toList();
        if (groups.size() < 2) {
            return cluster.nodes();
        }
        List<DcrGroup> later = groups.subList(1, groups.size());
        boolean unread = Unread.endpointNames(cluster.dcr().value(), later);
        return cluster.nodes().stream()
                .filter(node -> {
                    Optional<String> instance =
                            node.dmIni().flatMap(file -> file.value().instanceName());
                    boolean told = node.dmIni()
                            .filter(file -> file.value().origin().unreadable(DmIni.INSTANCE_NAME))
                            .isEmpty();
                    return (unread || !told)
                            ? has(groups.get(0), instance)
                            : later.stream().noneMatch(group -> has(group, instance));
                })
                .toList();
    }

    private static boolean has(DcrGroup group, Optional<String> instance) {
        return group.endpoints().stream().anyMatch(endpoint -> Names.same(endpoint.name(), instance));
    }
}
