package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.StartupCommand;
import io.github.dmdsc.model.base.HostPaths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Infers the startup commands of the new node. A command names the directory of the programs, dm.ini and dmdcr.ini. If
 * the commands of the nodes are equal except for these and the names of the nodes, the new command has the new node's.
 *
 * @param cluster the cluster without the new node
 * @param infer decides on values
 * @param substitution the names of the nodes
 * @param fresh the directory of the new node's programs and the paths of its files, as far as they are known
 */
record StartCommands(Cluster cluster, Inference infer, Substitution substitution, Map<String, String> fresh) {
    /** The key for the path of dm.ini. */
    static final String DM_INI = "dm.path";

    private static final Set<String> PLACES = Set.of(ValueFamily.BIN_DIRECTORY, NodePlaces.DMDCR_PATH, DM_INI);

    /**
     * Returns the startup command of the new node, if it does not follow from the names of the nodes alone.
     *
     * @param family the family of the command
     * @param seen the startup commands of the other nodes
     * @return the command, or no value if it will follow from a value that is asked for; empty if a node has no
     *     command, or if the new one does not follow from the others
     */
    Optional<Given> moved(String family, List<Evidence> seen) {
        List<String> commands = seen.stream().map(Evidence::value).toList();
        if (commands.size() != cluster.nodes().size()) {
            return Optional.empty();
        }
        Substitution places = withPlaces(commands);
        if (places.waits(commands) || places.asGlued().waits(commands)) {
            return Optional.of(new Given(family, Optional.empty()));
        }
        return follow(places, commands)
                .filter(command -> !follow(substitution, commands).equals(Optional.of(command)))
                .map(command -> Given.of(family, infer.derived(family, command, seen)));
    }

    private static Optional<String> follow(Substitution names, List<String> commands) {
        if (names.keeps(commands)) {
            return Optional.of(commands.get(0));
        }
        return names.follow(commands).or(() -> names.asGlued().follow(commands));
    }

    /** Returns the names of the nodes with the directory and the paths that each node's own command contains. */
    private Substitution withPlaces(List<String> commands) {
        List<Map<String, String>> known = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            // A path is replaced before the names and directories that it contains.
            Map<String, String> ofNode = places(cluster.nodes().get(i), StartupCommand.parse(commands.get(i)));
            ofNode.putAll(substitution.known().get(i));
            known.add(ofNode);
        }
        Map<String, String> all = new LinkedHashMap<>(fresh);
        all.putAll(substitution.fresh());
        Set<String> awaited = new TreeSet<>(PLACES);
        awaited.removeAll(fresh.keySet());
        awaited.addAll(substitution.awaited());
        return new Substitution(known, all, awaited);
    }

    private static Map<String, String> places(ClusterNode node, StartupCommand command) {
        Map<String, String> places = new LinkedHashMap<>();
        command.dmIni()
                .filter(path -> node.dmIni().stream()
                        .anyMatch(dmIni -> isPath(path, dmIni.file().path())))
                .ifPresent(path -> places.put(DM_INI, path));
        command.dcrIni()
                .filter(path -> isPath(path, node.dmdcr().file().path()))
                .ifPresent(path -> places.put(NodePlaces.DMDCR_PATH, path));
        command.binDirectory().ifPresent(directory -> places.put(ValueFamily.BIN_DIRECTORY, directory));
        return places;
    }

    private static boolean isPath(String written, String path) {
        return HostPaths.same(HostPaths.normal(written), path);
    }
}
