package io.github.dmdsc.extend.values;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Member;
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
