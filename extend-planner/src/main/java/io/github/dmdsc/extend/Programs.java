package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.StartupCommand;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where Dameng's programs lie on each host: as the start commands of a node there say, else as on the new host.
 *
 * @param cluster the nodes that are there
 * @param node the new one
 */
record Programs(Cluster cluster, NewNode node) {
    /** The path of a program on a host. */
    String on(String host, Tool tool) {
        String bin = cluster.nodes().stream()
                .filter(each -> each.host().equals(host))
                .flatMap(each -> directory(each.dmdcr().value()).stream())
                .findFirst()
                .orElseGet(node::binDirectory);
        return bin + "/" + tool.program();
    }

    private static Optional<String> directory(Dmdcr dmdcr) {
        return Stream.of(dmdcr.dbStartupCommand(), dmdcr.asmStartupCommand())
                .flatMap(Optional::stream)
                .flatMap(command -> StartupCommand.parse(command).binDirectory().stream())
                .findFirst();
    }
}
