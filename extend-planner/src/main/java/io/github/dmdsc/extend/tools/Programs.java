package io.github.dmdsc.extend.tools;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.StartupCommand;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directories of Dameng's programs on each host. The startup commands of a node on the host give the directory;
 * without them, it is the same directory as on the new host.
 */
public final class Programs {
    private final Map<String, String> directories = new HashMap<>();
    private final String binDirectory;

    /**
     * The programs of a cluster and of a node that is added to it.
     *
     * @param binDirectory the directory of the new node's programs
     */
    public Programs(Cluster cluster, String binDirectory) {
        this.binDirectory = binDirectory;
        for (ClusterNode each : cluster.nodes()) {
            directory(each.dmdcr().value()).ifPresent(bin -> directories.putIfAbsent(each.host(), bin));
        }
    }

    /** The directory of the programs on a host. */
    String on(String host) {
        return directories.getOrDefault(host, binDirectory);
    }

    /** The directory of the new node's programs. */
    String ofNewNode() {
        return binDirectory;
    }

    /** The directory of the service installer for the new node, beside the directory of its programs. */
    String installer() {
        return home(binDirectory) + "/script/root";
    }

    /** The directory of the service installer for the monitors on a host. */
    String installer(String host) {
        return home(on(host)) + "/script/root";
    }

    /** The directory of the logs of the programs on a host, beside the directory of the programs. */
    public String logDirectory(String host) {
        return home(directories.getOrDefault(host, binDirectory)) + "/log";
    }

    private static String home(String bin) {
        return bin.endsWith("/bin") ? bin.substring(0, bin.length() - "/bin".length()) : bin + "/..";
    }

    private static Optional<String> directory(Dmdcr dmdcr) {
        return Stream.of(dmdcr.dbStartupCommand(), dmdcr.asmStartupCommand())
                .flatMap(Optional::stream)
                .flatMap(command -> StartupCommand.parse(command).binDirectory().stream())
                .findFirst();
    }
}
