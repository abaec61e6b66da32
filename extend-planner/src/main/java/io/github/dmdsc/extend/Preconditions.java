package io.github.dmdsc.extend;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.check.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What must hold before anything is worked out, beside the rule book. */
final class Preconditions {
    private Preconditions() {}

    static List<Diagnostic> check(Cluster cluster, ExtendRequest request) {
        List<Diagnostic> findings = new ArrayList<>();
        Location dcr = Location.of(cluster.dcr().file());
        if (cluster.dcr().value().group(GroupType.ASM).isEmpty()) {
            findings.add(ExtendFindings.noAsmGroup(dcr));
        }
        int nodes = cluster.nodes().size();
        for (DcrGroup group : cluster.dcr().value().groups()) {
            if (group.endpoints().size() != nodes) {
                findings.add(
                        ExtendFindings.unequalGroups(group, group.endpoints().size(), nodes));
            }
        }
        if (nodes >= request.limits().maxEndpoints()) {
            findings.add(ExtendFindings.tooMany(dcr, request.limits().maxEndpoints()));
        }
        ArchiveInference.irregular(cluster)
                .forEach(file -> findings.add(ExtendFindings.remoteArchives(Location.of(file))));
        logFiles(request, findings);
        writable(request, findings);
        return findings;
    }

    private static void logFiles(ExtendRequest request, List<Diagnostic> findings) {
        List<String> files = request.logFiles();
        boolean onAsm = files.stream().allMatch(file -> file.startsWith("+") && file.indexOf(',') < 0);
        boolean distinct = new HashSet<>(files).size() == files.size();
        if (!files.isEmpty() && (files.size() < 2 || !onAsm || !distinct)) {
            findings.add(ExtendFindings.logFiles(String.join(", ", files), files.size()));
        }
    }

    /** Whether every text of the request can stand in an INI file and read back the same. */
    private static void writable(ExtendRequest request, List<Diagnostic> findings) {
        IniDocument any = IniDocument.empty(StandardCharsets.UTF_8, "\n");
        for (Map.Entry<String, String> value : Options.given(request).entrySet()) {
            any.problemWith(value.getValue())
                    .ifPresent(problem -> findings.add(ExtendFindings.notForTools(
                            Location.outside(Options.flag(value.getKey())),
                            value.getKey(),
                            value.getValue(),
                            problem.toString().toLowerCase(Locale.ROOT))));
        }
    }

    /** The node that an address belongs to, by its host, its endpoints and its MAL instances. */
    static Optional<Owner> owner(Cluster cluster, HostAddress address) {
        for (int i = 0; i < cluster.nodes().size(); i++) {
            ClusterNode node = cluster.nodes().get(i);
            int seqno = node.seqno().map(number -> number.number()).orElse(i);
            if (node.host().equalsIgnoreCase(address.text())) {
                return Optional.of(
                        new Owner(node, seqno, Location.of(node.dmdcr().file())));
            }
            for (GroupType type : GroupType.values()) {
                Optional<DcrEndpoint> endpoint = cluster.endpoint(type, seqno);
                if (endpoint.isPresent()
                        && endpoint.get().host().filter(address::equals).isPresent()) {
                    return Optional.of(
                            new Owner(node, seqno, endpoint.get().origin().at("DCR_EP_HOST")));
                }
            }
            Optional<String> asmName = cluster.endpoint(GroupType.ASM, seqno).flatMap(DcrEndpoint::name);
            for (MalInstance instance :
                    node.asmMal().map(mal -> mal.value().instances()).orElse(List.of())) {
                if (instance.name().isPresent()
                        && instance.name().equals(asmName)
                        && instance.host().filter(address::equals).isPresent()) {
                    return Optional.of(new Owner(node, seqno, instance.origin().at("MAL_HOST")));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * A node to which an address belongs.
     *
     * @param node which one
     * @param seqno its number
     * @param where the place that says so
     */
    record Owner(ClusterNode node, int seqno, Location where) {}
}
