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
     * Returns the startup command of the new node, if every node's command names the directory of the programs or one
     * of the files.
     *
     * @param family the family of the command
     * @param seen the startup commands of the other nodes
     * @return the command, or no value if it will follow from a value that is asked for; empty if a node has no
     *     command, if the new one does not follow from the others, or if all nodes have it
     */
    Optional<Given> moved(String family, List<Evidence> seen) {
        List<String> commands = Spelling.of(seen);
        if (commands.size() != cluster.nodes().size()) {
            return Optional.empty();
        }
        List<Map<String, String>> places = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            places.add(places(cluster.nodes().get(i), StartupCommand.parse(commands.get(i))));
        }
        if (places.stream().anyMatch(Map::isEmpty)) {
            return Optional.empty();
        }
        Substitution names = withPlaces(places);
        if (names.waits(commands) || names.asGlued().waits(commands)) {
            return Optional.of(new Given(family, Optional.empty()));
        }
        return names.follow(commands)
                .or(() -> names.asGlued().follow(commands))
                .filter(command -> !commands.stream().allMatch(command::equals))
                .map(command -> Given.of(family, infer.derived(family, command, seen)));
    }

    /** Returns the names of the nodes with the directory and the paths that each node's own command contains. */
    private Substitution withPlaces(List<Map<String, String>> places) {
        List<Map<String, String>> known = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            // A path is replaced before the names and directories that it contains.
            Map<String, String> ofNode = new LinkedHashMap<>(places.get(i));
            ofNode.putAll(substitution.known().get(i));
            known.add(ofNode);
        }
        Map<String, String> all = new LinkedHashMap<>();
        fresh.forEach((place, path) ->
                all.put(place, spelled(path, places.get(0).getOrDefault(place, path))));
        all.putAll(substitution.fresh());
        Set<String> awaited = new TreeSet<>(PLACES);
        awaited.removeAll(fresh.keySet());
        awaited.addAll(substitution.awaited());
        return new Substitution(known, all, awaited);
    }

    /** Returns a path as the first node's command writes it: as it is there if it is the same, and with its separators. */
    private static String spelled(String path, String ofFirst) {
        if (isPath(ofFirst, HostPaths.normal(path))) {
            return ofFirst;
        }
        return ofFirst.contains("\\") ? path.replace('/', '\\') : path;
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
