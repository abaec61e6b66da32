package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.Member;
import io.github.dmdsc.model.Port;
import java.util.List;
import java.util.Optional;

/**
 * Whose CSS an address of a monitor is, where it is not the one that the DCR gives.
 *
 * @param members the nodes whose CSS has a known address
 */
record MonitoredNodes(List<Member> members) {
    static MonitoredNodes of(Cluster cluster) {
        return new MonitoredNodes(cluster.members().stream()
                .filter(member -> member.cssAddress().isPresent())
                .toList());
    }

    /** The node that is reached by another address of its host, at the port of its CSS. */
    Optional<Member> byOtherAddress(CssAddress address) {
        boolean named = members.stream()
                .flatMap(member -> member.cssAddress().stream())
                .anyMatch(css -> css.withoutZone().equals(address.withoutZone()));
        return named
                ? Optional.empty()
                : members.stream()
                        .filter(member -> css(member).port().equals(address.port())
                                && member.addresses().stream().anyMatch(own -> own.is(address.host())))
                        .findFirst();
    }

    /** Whether all the addresses are unknown, and the ports are those of the CSS endpoints. */
    boolean isElsewhere(List<CssAddress> addresses) {
        boolean known = addresses.stream()
                .anyMatch(address -> members.stream()
                        .flatMap(member -> member.addresses().stream())
                        .anyMatch(own -> own.is(address.host())));
        List<Port> ports = addresses.stream().map(CssAddress::port).sorted().toList();
        List<Port> expected =
                members.stream().map(member -> css(member).port()).sorted().toList();
        boolean distinct =
                addresses.stream().map(CssAddress::withoutZone).distinct().count() == addresses.size();
        return !known && distinct && !addresses.isEmpty() && ports.equals(expected);
    }

    private static CssAddress css(Member member) {
        return member.cssAddress().orElseThrow();
    }
}
