package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Member;
import io.github.dmdsc.model.Origin;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import io.github.dmdsc.model.facts.MonitoredNodes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Each monitor lists every CSS once, with the port on which it listens, and no other address. */
final class MonitorAddresses implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0210")
            .manual(Findings.MONITOR)
            .waivable()
            .causedBy(Findings.GROUPS)
            .causedBy("DSC-0108", "DSC-0206", "DSC-0234");

    private static final String KEY = Dmcssm.CSS_ADDRESSES;

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        Optional<DcrGroup> css = cluster.dcr().value().group(GroupType.CSS);
        boolean unread =
                Unread.any(css.map(DcrGroup::endpoints).orElse(List.of()), DcrEndpoint.SEQNO) || Unread.seqnos(cluster);
        if (unread) {
            return;
        }
        Map<CssAddress, Member> expected = new LinkedHashMap<>();
        for (Member member : cluster.members()) {
            Optional<CssAddress> address = member.cssAddress();
            if (member.css().isPresent() && address.isEmpty()) {
                return;
            }
            address.map(CssAddress::withoutZone).ifPresent(found -> expected.putIfAbsent(found, member));
        }
        if (expected.isEmpty()) {
            return;
        }
        Location said = css.map(group -> group.origin().self())
                .orElse(Location.of(cluster.dcr().file()));
        MonitoredNodes nodes = MonitoredNodes.of(cluster);
        for (ConfigFile<Dmcssm> monitor : cluster.monitors()) {
            if (!nodes.usesUnknownAddresses(monitor.value().cssAddresses())) {
                check(monitor.value(), expected, nodes, said, report);
            }
        }
    }

    private void check(
            Dmcssm monitor,
            Map<CssAddress, Member> expected,
            MonitoredNodes nodes,
            Location said,
            Consumer<Finding> report) {
        Origin origin = monitor.origin();
        Map<CssAddress, Integer> seen = new HashMap<>();
        for (int line = 0; line < monitor.cssAddresses().size(); line++) {
            int number = line;
            CssAddress address = monitor.cssAddresses().get(line);
            CssAddress compared = nodes.byOtherAddress(address)
                    .flatMap(Member::cssAddress)
                    .orElse(address)
                    .withoutZone();
            Integer first = seen.putIfAbsent(compared, number);
            if (first != null) {
                report.accept(finding("twice", origin.at(KEY, number), address)
                        .against(origin.at(KEY, first))
                        .build());
            } else if (!expected.containsKey(compared)) {
                Optional<Map.Entry<CssAddress, Member>> right = expected.entrySet().stream()
                        .filter(each -> inDcr(each.getKey(), each.getValue()).equals(Optional.of(compared)))
                        .findFirst();
                report.accept(right.map(each -> finding("overridden", origin.at(KEY, number), address)
                                .with("port", each.getKey().port())
                                .against(override(each.getValue()).orElse(said)))
                        .orElseGet(() -> finding("stale", origin.at(KEY, number), address)
                                .against(said))
                        .build());
                right.ifPresent(each -> seen.putIfAbsent(each.getKey(), number));
            }
        }
        expected.forEach((address, member) -> {
            if (!seen.containsKey(address) && !origin.unreadable(KEY)) {
                Optional<Location> override = override(member);
                report.accept(finding(override.isPresent() ? "unlisted" : "missing", origin.at(KEY), address)
                        .against(override.orElse(said))
                        .build());
            }
        });
    }

    /** Returns the address of a CSS endpoint with the port in the DCR. */
    private static Optional<CssAddress> inDcr(CssAddress address, Member member) {
        return member.css().flatMap(DcrEndpoint::port).map(port -> new CssAddress(address.host(), port));
    }

    /** Returns the place of the port that overrides the port in the DCR; empty if none does. */
    private static Optional<Location> override(Member member) {
        Optional<Dmdcr> dmdcr = member.files().map(files -> files.dmdcr().value());
        return dmdcr.filter(file -> file.cssPort().isPresent()
                        && !file.cssPort().equals(member.css().flatMap(DcrEndpoint::port)))
                .map(file -> file.origin().at(Dmdcr.CSS_PORT));
    }

    private FindingBuilder finding(String which, Location at, CssAddress address) {
        return KIND.variant(which).at(at).with("address", address);
    }
}
