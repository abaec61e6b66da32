package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks whether each host directory belongs to the cluster, and to the node whose seqno is in its files. */
final class HostFindings {
    private HostFindings() {}

    static void check(
            ClusterFiles files,
            Optional<DmdcrCfg> dcr,
            List<ClusterNode> nodes,
            List<ConfigFile<Dmcssm>> monitors,
            List<Finding> findings) {
        Set<String> known = new TreeSet<>();
        nodes.forEach(node -> known.add(node.host()));
        monitors.forEach(monitor -> known.add(monitor.file().host()));
        for (FileId id : files.ids()) {
            if (known.add(id.host())) {
                findings.add(ClusterFindings.strayHost(id));
            }
        }
        dcr.ifPresent(configuration -> nodes.forEach(node -> checkAddress(configuration, node, findings)));
    }

    /** Reports a host directory that has the address of one node as its name, but the files of another node. */
    private static void checkAddress(DmdcrCfg dcr, ClusterNode node, List<Finding> findings) {
        if (node.seqno().isEmpty()) {
            return;
        }
        int seqno = node.seqno().get().number();
        Optional<Location> elsewhere = Optional.empty();
        for (DcrGroup group : dcr.groups()) {
            List<DcrEndpoint> endpoints = group.endpoints();
            for (int i = 0; i < endpoints.size(); i++) {
                DcrEndpoint endpoint = endpoints.get(i);
                if (endpoint.host()
                        .map(HostAddress::text)
                        .filter(node.host()::equals)
                        .isPresent()) {
                    if (group.number(i) == seqno) {
                        return;
                    }
                    elsewhere = Optional.of(endpoint.origin().at(DcrEndpoint.HOST));
                }
            }
        }
        elsewhere.ifPresent(location -> findings.add(ClusterFindings.wrongHost(node, seqno, location)));
    }
}
