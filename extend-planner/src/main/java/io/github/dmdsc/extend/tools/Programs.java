package io.github.dmdsc.extend.tools;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.StartupCommand;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where Dameng's programs lie on each host: as the start commands of a node there say, else as on the new host. */
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

    /** The directory of the installer of the new node's services: it lies beside that of its programs. */
    String installer() {
        return home(binDirectory) + "/script/root";
    }

    /** The same for the services of monitors on a host. */
    String installer(String host) {
        return home(on(host)) + "/script/root";
    }

    /** The directory in which the programs of a host write their logs: it lies beside them. */
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
