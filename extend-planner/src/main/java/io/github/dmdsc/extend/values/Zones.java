package io.github.dmdsc.extend.values;

import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sets the IPv6 zones of link-local addresses. A zone belongs to the host that reads the address, so files with the
 * same content differ in their zones.
 */
public final class Zones {
    private Zones() {}

    /** Returns the zone of an address, if it has one. */
    public static Optional<String> of(HostAddress address) {
        int percent = address.text().indexOf('%');
        return address.isIpv6() && percent > 0 ? Optional.of(address.text().substring(percent + 1)) : Optional.empty();
    }

    /** Returns the zone of the internal addresses in a file, if all of them have the same one. */
    public static Optional<String> of(MalConfig mal) {
        return common(mal.instances().stream()
                .flatMap(instance -> instance.host().stream())
                .toList());
    }

    private static Optional<String> common(List<HostAddress> addresses) {
        Set<String> zones =
                addresses.stream().flatMap(address -> of(address).stream()).collect(Collectors.toSet());
        return zones.size() == 1 ? Optional.of(zones.iterator().next()) : Optional.empty();
    }

    /** Returns the instance as a host with this zone writes it. */
    public static MalInstance in(Optional<String> zone, MalInstance instance) {
        return instance.withHost(instance.host().map(host -> in(zone, host)));
    }

    /** Returns the file as a host with this zone writes it. */
    public static MalConfig in(Optional<String> zone, MalConfig mal) {
        return mal.withInstances(
                mal.instances().stream().map(instance -> in(zone, instance)).toList());
    }

    /**
     * Returns the address with the zone that the other addresses have. An address without a zone gets it if every other
     * address has it.
     */
    public static CssAddress among(List<CssAddress> others, CssAddress address) {
        List<HostAddress> hosts = others.stream().map(CssAddress::host).toList();
        boolean everywhere = address.host().isIpv6() && hosts.stream().allMatch(host -> of(host).isPresent());
        Optional<String> zone = common(hosts);
        HostAddress host = zone.filter(any -> everywhere)
                .map(common -> with(common, address.host()))
                .orElseGet(() -> in(zone, address.host()));
        return new CssAddress(host, address.port());
    }

    private static HostAddress in(Optional<String> zone, HostAddress address) {
        return zone.isPresent() && of(address).isPresent() ? with(zone.get(), address) : address;
    }

    private static HostAddress with(String zone, HostAddress address) {
        return HostAddress.of(address.withoutZone().text() + "%" + zone);
    }
}
