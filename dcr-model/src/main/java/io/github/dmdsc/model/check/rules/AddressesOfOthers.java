package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Member;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** No address of a node is the address of the CSS or ASM server of a node on another host. */
final class AddressesOfOthers implements Rule {
    private static final FindingKind KIND = Findings.warning("DSC-0235").waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        if (Unread.numbers(cluster)) {
            return;
        }
        List<Member> members = cluster.members();
        Map<Member, Set<String>> hosts = new HashMap<>();
        members.forEach(member -> hosts.put(member, hosts(member)));
        Set<String> reported = new HashSet<>();
        for (Member member : members) {
            for (Member.Address address : member.addresses()) {
                String shared = HostAddress.normalForm(address.text());
                boolean own = hosts.getOrDefault(member, Set.of()).contains(shared)
                        || member.host().filter(address.text()::equals).isPresent();
                if (own) {
                    continue;
                }
                members.stream()
                        .filter(other -> other.number() != member.number()
                                && hosts.getOrDefault(other, Set.of()).contains(shared))
                        .findFirst()
                        .filter(other -> reported.add(address.where().toString()))
                        .ifPresent(other -> report.accept(KIND.at(address.where())
                                .with("address", address.text())
                                .with("name", name(member))
                                .with("other", name(other))
                                .build()));
            }
        }
    }

    private static Set<String> hosts(Member member) {
        Set<String> hosts = new HashSet<>();
        Stream.of(member.css(), member.asm())
                .flatMap(endpoint -> endpoint.flatMap(DcrEndpoint::host).stream())
                .forEach(host -> hosts.add(HostAddress.normalForm(host.text())));
        return hosts;
    }

    private static Optional<String> name(Member member) {
        return Stream.of(GroupType.DB, GroupType.ASM, GroupType.CSS)
                .flatMap(type -> member.endpoint(type).stream())
                .flatMap(endpoint -> endpoint.name().stream())
                .findFirst();
    }
}
