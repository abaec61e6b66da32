package io.github.dmdsc.extend.values;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What of the first node's configuration directory does not go along to the new host. */
public final class ConfigCopy {
    private ConfigCopy() {}

    /**
     * The files that stay behind, relative to the directory: a dmarch.ini where archiving is off would be the other node's,
     * waiting to be switched on; DCR exports and monitors' files know the new node only where the plan writes them.
     */
    public static List<String> except(Cluster cluster, NewNode node) {
        FileId from = cluster.nodes().get(0).dbMal().orElseThrow().file();
        String below = from.directory() + "/";
        List<String> except = new ArrayList<>();
        if (node.dmArch().isEmpty()) {
            except.add("dmarch.ini");
        }
        Stream.of(
                        Stream.of(cluster.dcr().file()),
                        cluster.dcrCopies().stream(),
                        cluster.monitors().stream().map(monitor -> monitor.file()),
                        node.newMonitor().stream())
                .flatMap(files -> files)
                .filter(file -> file.host().equals(from.host()) && file.path().startsWith(below))
                .map(file -> file.path().substring(below.length()))
                .distinct()
                .sorted()
                .forEach(except::add);
        return List.copyOf(except);
    }
}
