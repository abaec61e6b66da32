package io.github.dmdsc.extend.values;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Member;
import java.util.Optional;

/**
 * The node that has an address: as its host, in its endpoints, or in its MAL instances as internal or service address.
 * The zone of an address is not compared, because each host has its own zones.
 *
 * @param node the node
 * @param seqno the seqno of the node
 * @param where the place of the address
 */
public record Owner(ClusterNode node, int seqno, Location where) {
    /** Returns the node that has an address; empty if none has. */
    public static Optional<Owner> of(Cluster cluster, HostAddress address) {
        for (Member member : cluster.members()) {
            for (Member.Address stated : member.addresses()) {
                if (member.files().isPresent()
                        && HostAddress.normalForm(stated.text()).equals(HostAddress.normalForm(address.text()))) {
                    return Optional.of(new Owner(member.files().get(), member.number(), stated.where()));
                }
            }
        }
        return Optional.empty();
    }
}
