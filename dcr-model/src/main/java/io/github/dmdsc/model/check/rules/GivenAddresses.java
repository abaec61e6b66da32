package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.ParameterSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the addresses in the files of a cluster. */
final class GivenAddresses {
    private GivenAddresses() {}

    /** Receives the addresses. */
    interface Visitor {
        /** Receives one address, with its key and its place. */
        void visit(HostAddress address, String key, Location place);
    }

    /** Calls the visitor for every address in the files of a cluster. */
    static void forEach(Cluster cluster, Visitor visitor) {
        for (DcrGroup group : cluster.dcr().value().groups()) {
            for (DcrEndpoint endpoint : group.endpoints()) {
                visit(endpoint.host(), endpoint, DcrEndpoint.HOST, visitor);
                visit(endpoint.vip(), endpoint, DcrEndpoint.VIP, visitor);
            }
        }
        for (ClusterNode node : cluster.nodes()) {
            visit(node.dmdcr().value().linkCheckIp(), node.dmdcr().value(), Dmdcr.LINK_CHECK_IP, visitor);
            Stream.of(node.asmMal(), node.dbMal())
                    .flatMap(Optional::stream)
                    .forEach(file -> mal(file.value(), visitor));
        }
        for (ConfigFile<Dmcssm> monitor : cluster.monitors()) {
            List<CssAddress> addresses = monitor.value().cssAddresses();
            for (int i = 0; i < addresses.size(); i++) {
                visitor.visit(
                        addresses.get(i).host(),
                        Dmcssm.CSS_ADDRESSES,
                        monitor.value().origin().at(Dmcssm.CSS_ADDRESSES, i));
            }
        }
    }

    private static void mal(MalConfig mal, Visitor visitor) {
        visit(mal.checkIp(), mal, MalConfig.CHECK_IP, visitor);
        for (MalInstance instance : mal.instances()) {
            visit(instance.host(), instance, MalInstance.HOST, visitor);
            visit(instance.serviceHost(), instance, MalInstance.SERVICE_HOST, visitor);
        }
    }

    private static void visit(Optional<HostAddress> address, ParameterSet<?> in, String key, Visitor visitor) {
        address.ifPresent(found -> visitor.visit(found, key, in.origin().at(key)));
    }
}
