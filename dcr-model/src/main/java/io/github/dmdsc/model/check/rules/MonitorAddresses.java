package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Origin;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.Seqno;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Limits;
import io.github.dmdsc.model.check.Rule;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Each monitor names every CSS once, at the port on which it listens, and no other. */
public final class MonitorAddresses implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0210").manual(Findings.MONITOR).waivable();

    private static final String KEY = Dmcssm.CSS_ADDRESSES;

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, Limits limits, Consumer<Finding> report) {
        Optional<DcrGroup> css = cluster.dcr().value().group(GroupType.CSS);
        Set<CssAddress> expected = new LinkedHashSet<>();
        List<DcrEndpoint> endpoints = css.map(DcrGroup::endpoints).orElse(List.of());
        for (int i = 0; i < endpoints.size(); i++) {
            Optional<CssAddress> address = address(cluster, endpoints.get(i), i);
            if (address.isEmpty()) {
                return;
            }
            expected.add(address.get());
        }
        if (expected.isEmpty()) {
            return;
        }
        Location said = css.map(group -> group.origin().self())
                .orElse(Location.of(cluster.dcr().file()));
        for (ConfigFile<Dmcssm> monitor : cluster.monitors()) {
            check(monitor.value(), expected, said, report);
        }
    }

    private void check(Dmcssm monitor, Set<CssAddress> expected, Location said, Consumer<Finding> report) {
        Origin origin = monitor.origin();
        Map<CssAddress, Integer> seen = new HashMap<>();
        int number = 0;
        for (CssAddress address : monitor.cssAddresses()) {
            CssAddress compared = withoutZone(address.host(), address.port());
            Integer first = seen.putIfAbsent(compared, number);
            if (first != null) {
                report.accept(finding("twice", origin.at(KEY, number), address)
                        .against(origin.at(KEY, first))
                        .build());
            } else if (!expected.contains(compared)) {
                report.accept(finding("stale", origin.at(KEY, number), address)
                        .against(said)
                        .build());
            }
            number++;
        }
        for (CssAddress address : expected) {
            if (!seen.containsKey(address) && !origin.unreadable(KEY)) {
                report.accept(finding("missing", origin.at(KEY), address)
                        .against(said)
                        .build());
            }
        }
    }

    /**
     * Where a CSS is reached, as far as that can be read: its dmdcr.ini overrides the port of the DCR, its ASM server's
     * address stands in.
     */
    private static Optional<CssAddress> address(Cluster cluster, DcrEndpoint css, int position) {
        int number = css.seqno().map(Seqno::number).orElse(position);
        boolean unread = css.origin().unreadable(DcrEndpoint.SEQNO)
                || css.origin().unreadable(DcrEndpoint.HOST)
                || cluster.nodes().stream()
                        .map(node -> node.dmdcr().value().origin())
                        .anyMatch(dmdcr -> dmdcr.unreadable(Dmdcr.SEQNO) || dmdcr.unreadable(Dmdcr.CSS_PORT));
        if (unread) {
            return Optional.empty();
        }
        Optional<HostAddress> asm = cluster.endpoint(GroupType.ASM, number).flatMap(DcrEndpoint::host);
        Optional<Port> port = cluster.nodes().stream()
                .filter(node ->
                        node.seqno().filter(seqno -> seqno.number() == number).isPresent())
                .flatMap(node -> node.dmdcr().value().cssPort().stream())
                .findFirst()
                .or(css::port);
        return css.host().or(() -> asm).flatMap(host -> port.map(found -> withoutZone(host, found)));
    }

    /** As it is compared: a zone is the name that one host has for its network, and each host has its own. */
    private static CssAddress withoutZone(HostAddress host, Port port) {
        return new CssAddress(host.withoutZone(), port);
    }

    private FindingBuilder finding(String which, Location at, CssAddress address) {
        return KIND.saying(which).at(at).with("address", address);
    }
}
