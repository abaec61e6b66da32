package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.StartupCommand;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where Dameng's programs lie on each host: as the start commands of a node there say, else as on the new host. */
final class Programs {
    private final Map<String, String> directories = new HashMap<>();
    private final String otherwise;

    Programs(Cluster cluster, NewNode node) {
        this.otherwise = node.binDirectory();
        for (ClusterNode each : cluster.nodes()) {
            directory(each.dmdcr().value()).ifPresent(bin -> directories.putIfAbsent(each.host(), bin));
        }
    }

    /** The path of a program on a host. */
    String on(String host, Tool tool) {
        return directories.getOrDefault(host, otherwise) + "/" + tool.program();
    }

    private static Optional<String> directory(Dmdcr dmdcr) {
        return Stream.of(dmdcr.dbStartupCommand(), dmdcr.asmStartupCommand())
                .flatMap(Optional::stream)
                .flatMap(command -> StartupCommand.parse(command).binDirectory().stream())
                .findFirst();
    }
}
