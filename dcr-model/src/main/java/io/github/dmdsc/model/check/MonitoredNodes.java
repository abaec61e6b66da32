package io.github.dmdsc.model.check;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.Member;
import io.github.dmdsc.model.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whose CSS an address of a monitor is, where it is not the one that the DCR gives.
 *
 * @param members the nodes whose CSS has a known address
 */
public record MonitoredNodes(List<Member> members) {
    public MonitoredNodes {
        members = List.copyOf(members);
    }

    /** The monitored nodes of a cluster. */
    public static MonitoredNodes of(Cluster cluster) {
        return new MonitoredNodes(cluster.members().stream()
                .filter(member -> member.cssAddress().isPresent())
                .toList());
    }

    /** The node that is reached by another address of its host, at the port of its CSS. */
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

    /** Whether all the addresses are unknown, and the ports are those of the CSS endpoints. */
    public boolean isElsewhere(List<CssAddress> addresses) {
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
     * For each node the position of its address among those of a monitor that reaches every node at another one than the
     * DCR gives; empty for any other monitor.
     */
    public List<Integer> linesElsewhere(List<CssAddress> addresses) {
        boolean elsewhere = isElsewhere(addresses);
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
