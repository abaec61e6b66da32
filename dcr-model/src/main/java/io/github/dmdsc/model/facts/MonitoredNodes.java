package io.github.dmdsc.model.facts;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.Member;
import io.github.dmdsc.model.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the node of an address in a dmcssm.ini that differs from the address in the DCR. A monitor in another network
 * reaches the nodes by such addresses.
 *
 * @param members the nodes whose CSS has a known address
 */
public record MonitoredNodes(List<Member> members) {
    public MonitoredNodes {
        members = List.copyOf(members);
    }

    /** Returns the monitored nodes of a cluster. */
    public static MonitoredNodes of(Cluster cluster) {
        return new MonitoredNodes(cluster.members().stream()
                .filter(member -> member.cssAddress().isPresent())
                .toList());
    }

    /**
     * Returns the node whose host has the given address, and whose CSS has the given port. Empty if no node has both,
     * or if the address is the one in the DCR.
     */
    public Optional<Member> byOtherAddress(CssAddress address) {
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

    /**
     * Returns whether a monitor reaches the nodes by addresses that no file gives: no node has one of the addresses,
     * the addresses are distinct, and their ports are exactly the ports of the CSS endpoints.
     *
     * @param addresses the addresses in the monitor's file
     */
    public boolean usesUnknownAddresses(List<CssAddress> addresses) {
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

    /**
     * For each node, the position of its address in the file of a monitor that reaches every node by an address other
     * than the one in the DCR. Empty for any other monitor.
     *
     * @param addresses the addresses in the monitor's file
     * @return positions from 0, in the order of {@link #members}
     */
    public List<Integer> positionsByOtherAddress(List<CssAddress> addresses) {
        boolean elsewhere = usesUnknownAddresses(addresses);
        List<Integer> lines = new ArrayList<>();
        for (Member member : members) {
            IntStream.range(0, addresses.size())
                    .filter(line -> !lines.contains(line))
                    .filter(line -> elsewhere
                            ? css(member).port().equals(addresses.get(line).port())
                            : byOtherAddress(addresses.get(line))
                                    .filter(member::equals)
                                    .isPresent())
                    .findFirst()
                    .ifPresent(lines::add);
        }
        return lines.size() == members.size() && lines.size() == addresses.size() ? lines : List.of();
    }

    private static CssAddress css(Member member) {
        return member.cssAddress().orElseThrow();
    }
}
