package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Names;
import java.util.List;
import java.util.Optional;

/**
 * The nodes that rules on instances look at. A DCR may have several DB groups, each a database of its own with its own
 * dmmal.ini; such a cluster is judged by its first one, and {@link SeveralDatabases} says so.
 */
final class FirstDatabase {
    private FirstDatabase() {}

    /** The nodes of a cluster but for those whose instance belongs to a later DB group. */
    static List<ClusterNode> nodes(Cluster cluster) {
        List<Optional<String>> others = cluster.dcr().value().groups().stream()
                .filter(group -> group.type().filter(GroupType.DB::equals).isPresent())
                .skip(1)
                .map(DcrGroup::endpoints)
                .flatMap(List::stream)
                .map(endpoint -> endpoint.name())
                .toList();
        return cluster.nodes().stream()
                .filter(node -> others.stream()
                        .noneMatch(other -> Names.same(
                                other, node.dmIni().flatMap(file -> file.value().instanceName()))))
                .toList();
    }
}
