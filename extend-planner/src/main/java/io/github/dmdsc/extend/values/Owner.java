package io.github.dmdsc.extend.values;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A node to which an address belongs: by its host, its endpoints, or its MAL instances on the internal and on the
 * service network. The zone of an address is the affair of the host that reads it.
 *
 * @param node which one
 * @param seqno its number
 * @param where the place that says so
 */
public record Owner(ClusterNode node, int seqno, Location where) {
    /** The node that has the address, if any has. */
    public static Optional<Owner> of(Cluster cluster, HostAddress address) {
        for (int i = 0; i < cluster.nodes().size(); i++) {
            ClusterNode node = cluster.nodes().get(i);
            if (node.dmdcr().value().origin().unreadable(Dmdcr.SEQNO)) {
                continue;
            }
            int seqno = node.seqno().map(number -> number.number()).orElse(i);
            for (Place place : places(cluster, node, seqno)) {
                if (place.address().equalsIgnoreCase(address.withoutZone().text())) {
                    return Optional.of(new Owner(node, seqno, place.where()));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Place> places(Cluster cluster, ClusterNode node, int seqno) {
        List<Place> places = new ArrayList<>();
        places.add(new Place(node.host(), Location.of(node.dmdcr().file())));
        for (GroupType type : GroupType.values()) {
            cluster.endpoint(type, seqno)
                    .ifPresent(endpoint -> endpoint.host()
                            .ifPresent(host ->
                                    places.add(Place.of(host, endpoint.origin().at(DcrEndpoint.HOST)))));
        }
        Optional<String> asm = cluster.endpoint(GroupType.ASM, seqno).flatMap(DcrEndpoint::name);
        Optional<String> db = cluster.endpoint(GroupType.DB, seqno).flatMap(DcrEndpoint::name);
        Membership.instance(node.asmMal(), asm).ifPresent(found -> addTo(places, found));
        Membership.instance(node.dbMal(), db).ifPresent(found -> addTo(places, found));
        return places;
    }

    private static void addTo(List<Place> places, MalInstance instance) {
        instance.host()
                .ifPresent(host -> places.add(Place.of(host, instance.origin().at(MalInstance.HOST))));
        instance.serviceHost()
                .ifPresent(host -> places.add(Place.of(host, instance.origin().at(MalInstance.SERVICE_HOST))));
    }

    /** An address, and where it stands. */
    private record Place(String address, Location where) {
        private static Place of(HostAddress address, Location where) {
            return new Place(address.withoutZone().text(), where);
        }
    }
}
