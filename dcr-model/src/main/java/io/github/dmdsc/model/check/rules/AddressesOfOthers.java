package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalInstance;
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

/** No address of a node is an address of a node on another host. */
final class AddressesOfOthers implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0235")
            .manual(Findings.DCR)
            .waivable()
            .causedBy(Findings.ENDPOINTS)
            .causedBy("CLU-0108", "DSC-0202", "DSC-0203", "DSC-0206", "DSC-0208", "DSC-0303");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        if (Unread.seqnos(cluster)) {
            return;
        }
        List<Claims> members = cluster.members().stream().map(Claims::of).toList();
        Set<Location> reported = new HashSet<>();
        for (Claims member : members) {
            for (Member.Address address : member.addressesInFiles()) {
                members.stream()
                        .filter(other -> other.isOnAnotherHost(member) && other.isOwner(address, member))
                        .findFirst()
                        .filter(other -> reported.add(address.where()))
                        .ifPresent(other -> report.accept(KIND.at(address.where())
                                .against(other.all(address).get(0).where())
                                .with("address", address.text())
                                .with("name", name(member.member()))
                                .with("other", name(other.member()))
                                .build()));
            }
        }
    }

    private static Optional<String> name(Member member) {
        return Stream.of(GroupType.DB, GroupType.ASM, GroupType.CSS)
                .flatMap(type -> member.endpoint(type).stream())
                .flatMap(endpoint -> endpoint.name().stream())
                .findFirst();
    }

    /**
     * The addresses of a member.
     *
     * @param addresses all its addresses
     * @param byUse its addresses in the DCR and in its own MAL files, in normal form, by the type of endpoint and the
     *     key
     */
    private record Claims(Member member, List<Member.Address> addresses, Map<String, String> byUse) {
        static Claims of(Member member) {
            Map<String, String> byUse = new HashMap<>();
            for (GroupType type : GroupType.values()) {
                put(byUse, type + " " + DcrEndpoint.HOST, member.endpoint(type).flatMap(DcrEndpoint::host));
            }
            put(byUse, "ASM " + MalInstance.HOST, member.asmMal().flatMap(MalInstance::host));
            put(byUse, "DB " + MalInstance.HOST, member.dbMal().flatMap(MalInstance::host));
            put(byUse, "DB " + MalInstance.SERVICE_HOST, member.dbMal().flatMap(MalInstance::serviceHost));
            return new Claims(member, member.addresses(), byUse);
        }

        private static void put(Map<String, String> byUse, String use, Optional<HostAddress> address) {
            address.ifPresent(found -> byUse.put(use, HostAddress.normalForm(found.text())));
        }

        /** Returns its addresses without the name of its host. CLU-0108 reports a wrong host name. */
        List<Member.Address> addressesInFiles() {
            Optional<Location> directory =
                    member.files().map(files -> Location.of(files.dmdcr().file()));
            return addresses.stream()
                    .filter(address -> !directory.equals(Optional.of(address.where())))
                    .toList();
        }

        List<Member.Address> all(Member.Address address) {
            String text = HostAddress.normalForm(address.text());
            return addresses.stream()
                    .filter(own -> HostAddress.normalForm(own.text()).equals(text))
                    .toList();
        }

        /**
         * Returns whether the members are on different hosts. Nodes of one machine have the same address for each use,
         * so one difference is enough.
         */
        boolean isOnAnotherHost(Claims other) {
            boolean sameDirectory = member.host().isPresent()
                    && member.host().equals(other.member().host());
            return !sameDirectory
                    && byUse.entrySet().stream().anyMatch(own -> {
                        String theirs = other.byUse().getOrDefault(own.getKey(), own.getValue());
                        return !theirs.equals(own.getValue());
                    });
        }

        /**
         * Returns whether an address of another member belongs to this one: it is in more places of this one, or in as
         * many places and this one has the lower seqno.
         */
        boolean isOwner(Member.Address address, Claims other) {
            int more = all(address).size() - other.all(address).size();
            return !all(address).isEmpty()
                    && (more > 0
                            || (more == 0 && member.number() < other.member().number()));
        }
    }
}
