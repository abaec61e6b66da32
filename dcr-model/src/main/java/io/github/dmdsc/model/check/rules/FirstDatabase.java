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
 * Selects the nodes that the rules about instances check. A DCR may have several DB groups. Each is a database of its
 * own with its own dmmal.ini. These rules check only the first database, and {@link SeveralDatabases} reports that.
 */
final class FirstDatabase {
    private FirstDatabase() {}

    /**
     * Returns the nodes of a cluster without those whose instance belongs, or may belong, to a DB group after the
     * first.
     */
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
