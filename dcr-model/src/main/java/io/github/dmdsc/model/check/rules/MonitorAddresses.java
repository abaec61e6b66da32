package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Located;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Diagnostic;
import io.github.dmdsc.model.check.Limits;
import io.github.dmdsc.model.check.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Each monitor names every CSS once, and no other. */
public final class MonitorAddresses implements Rule {
    @Override
    public String id() {
        return "DSC-0210";
    }

    @Override
    public boolean waivable() {
        return true;
    }

    @Override
    public void check(Cluster cluster, Limits limits, Consumer<Diagnostic> report) {
        Set<String> expected = new TreeSet<>();
        List<DcrEndpoint> css = cluster.dcr()
                .value()
                .group(GroupType.CSS)
                .map(DcrGroup::endpoints)
                .orElse(List.of());
        for (int i = 0; i < css.size(); i++) {
            Optional<HostAddress> asm = cluster.endpoint(GroupType.ASM, i).flatMap(DcrEndpoint::host);
            Optional<HostAddress> host = css.get(i).host().or(() -> asm);
            Optional<CssAddress> address =
                    css.get(i).port().flatMap(port -> host.map(found -> new CssAddress(found, port)));
            if (address.isEmpty()) {
                return;
            }
            expected.add(address.get().toString());
        }
        if (expected.isEmpty()) {
            return;
        }
        for (Located<Dmcssm> monitor : cluster.monitors()) {
            Set<String> seen = new TreeSet<>();
            for (CssAddress address : monitor.value().cssAddresses()) {
                String text = address.toString();
                if (!seen.add(text)) {
                    report(cluster, monitor, "twice", text, report);
                } else if (!expected.contains(text)) {
                    report(cluster, monitor, "stale", text, report);
                }
            }
            expected.stream()
                    .filter(address -> !seen.contains(address))
                    .forEach(address -> report(cluster, monitor, "missing", address, report));
        }
    }

    private void report(
            Cluster cluster, Located<Dmcssm> monitor, String which, String address, Consumer<Diagnostic> report) {
        report.accept(Findings.error(id())
                .saying(which)
                .at(monitor.value().origin().at("CSSM_CSS_IP"))
                .against(cluster.dcr()
                        .value()
                        .group(GroupType.CSS)
                        .map(group -> group.origin().self())
                        .orElse(Location.of(cluster.dcr().file())))
                .with("address", address)
                .manual("DM8 DMDSC, dmcssm.ini")
                .build());
    }
}
