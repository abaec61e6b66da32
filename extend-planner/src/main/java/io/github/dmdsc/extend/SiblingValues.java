package io.github.dmdsc.extend;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.extend.infer.Evidence;
import io.github.dmdsc.extend.infer.Inference;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Located;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Names;
import io.github.dmdsc.model.Sourced;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the new endpoints and MAL instances: what is known of them, and the rest as their siblings have it. */
final class SiblingValues {
    private final Cluster cluster;
    private final ExtendRequest request;
    private final Inference infer;
    private final Assignment assignment;
    private final int seqno;

    SiblingValues(Cluster cluster, ExtendRequest request, Inference infer, Assignment assignment) {
        this.cluster = cluster;
        this.request = request;
        this.infer = infer;
        this.assignment = assignment;
        this.seqno = cluster.nodes().size();
    }

    /** The new endpoint of a group: named, placed and numbered, its other parameters as its siblings have them. */
    DcrEndpoint endpoint(String prefix, GroupType type, Optional<String> name, Map<String, String> known) {
        Samples<?> samples = new Samples<>(endpoints(type));
        Map<String, String> given = new LinkedHashMap<>(known);
        name.ifPresent(text -> given.put("DCR_EP_NAME", text));
        endpointHost(prefix, samples).ifPresent(host -> given.put("DCR_EP_HOST", host));
        given.put("DCR_EP_SEQNO", Integer.toString(seqno));
        Map<String, String> families = new HashMap<>(Map.of(
                "DCR_EP_NAME", prefix.equals("db") ? Options.DB_NAME : prefix + ".DCR_EP_NAME",
                "DCR_EP_PORT", prefix.equals("db") ? Options.DB_PORT : prefix + ".DCR_EP_PORT"));
        return fill(
                prefix,
                samples,
                given,
                families,
                Set.of("DCR_EP_PORT", "DCR_EP_SHM_KEY", "DCR_CHECK_PORT"),
                DcrEndpoint.class);
    }

    MalInstance malInstance(
            String prefix,
            Optional<Located<MalConfig>> mal,
            GroupType type,
            Optional<String> name,
            Optional<String> servicePort) {
        List<MalInstance> instances =
                mal.map(found -> inSeqnoOrder(found.value().instances(), type)).orElse(List.of());
        Samples<?> samples = new Samples<>(instances);
        Map<String, String> given = new LinkedHashMap<>();
        name.ifPresent(text -> given.put("MAL_INST_NAME", text));
        malHost(prefix, samples).ifPresent(host -> given.put("MAL_HOST", host));
        servicePort.ifPresent(port -> given.put("MAL_INST_PORT", port));
        if (samples.everywhere("MAL_INST_HOST")) {
            serviceHost(prefix, samples).ifPresent(host -> given.put("MAL_INST_HOST", host));
        }
        List<Evidence> sections = mal.map(found -> found.value().instances()).orElse(List.of()).stream()
                .map(instance -> new Evidence(instance.origin().self(), instance.section()))
                .toList();
        String sectionFamily = prefix + ".section";
        infer.ownText(sectionFamily, Options.flag(sectionFamily), sections)
                .ifPresent(section -> given.put("section", section));
        Map<String, String> families = new HashMap<>(Map.of("section", sectionFamily));
        if (type == GroupType.DB) {
            families.put("MAL_INST_PORT", Options.DB_PORT);
            families.put("MAL_INST_NAME", Options.DB_NAME);
        } else {
            families.put("MAL_INST_NAME", Options.ASM_NAME);
        }
        return fill(
                prefix,
                samples,
                given,
                families,
                Set.of("MAL_PORT", "MAL_INST_PORT", "MAL_DW_PORT", "MAL_INST_DW_PORT"),
                MalInstance.class);
    }

    /** Where the others write their zones, the new host has one too. */
    private Optional<String> malHost(String prefix, Samples<?> samples) {
        List<Evidence> seen = samples.of("MAL_HOST");
        boolean zones = seen.stream().anyMatch(each -> each.value().indexOf('%') > 0);
        if (!zones || Zones.of(request.host()).isPresent()) {
            return Optional.of(request.host().text());
        }
        return infer.request(prefix + ".MAL_HOST", "--host <address>%<zone>", seen, Optional.empty());
    }

    /** The internal address or that for clients, as the siblings have it. */
    private Optional<String> endpointHost(String prefix, Samples<?> samples) {
        List<Evidence> seen = samples.of("DCR_EP_HOST");
        List<String> hosts = plain(seen);
        if (hosts.isEmpty() || hosts.equals(mal("MAL_HOST")) || hosts.equals(hosts())) {
            return Optional.of(request.host().text());
        }
        if (hosts.equals(mal("MAL_INST_HOST"))) {
            return infer.request(Options.SERVICE_HOST, Options.flag(Options.SERVICE_HOST), seen, Optional.empty());
        }
        String family = prefix + ".DCR_EP_HOST";
        return infer.request(family, Options.flag(family), seen, Optional.empty());
    }

    private List<String> mal(String key) {
        return cluster.nodes().get(0).dbMal().stream()
                .flatMap(found ->
                        plain(new Samples<>(inSeqnoOrder(found.value().instances(), GroupType.DB)).of(key)).stream())
                .toList();
    }

    private List<String> hosts() {
        return cluster.nodes().stream().map(ClusterNode::host).toList();
    }

    private static List<String> plain(List<Evidence> addresses) {
        return addresses.stream()
                .map(address -> address.value().replaceFirst("%.*", ""))
                .toList();
    }

    /** The address for clients: the internal one where that holds for every node, else only the request can tell. */
    private Optional<String> serviceHost(String prefix, Samples<?> samples) {
        String family = prefix + ".MAL_INST_HOST";
        List<Evidence> service = samples.of("MAL_INST_HOST");
        List<String> internal =
                samples.of("MAL_HOST").stream().map(Evidence::value).toList();
        if (service.stream().map(Evidence::value).toList().equals(internal)) {
            return Optional.of(infer.derived(family, request.host().text(), service));
        }
        return infer.request(family, Options.flag(family), service, Optional.empty());
    }

    /** Makes a value from what is given, and for every other parameter that all siblings have, from theirs. */
    private <T extends Sourced<T>> T fill(
            String prefix,
            Samples<?> samples,
            Map<String, String> given,
            Map<String, String> families,
            Set<String> ownNumbers,
            Class<T> type) {
        ObjectNode node = Samples.MAPPER.createObjectNode();
        Map<String, String> all = new HashMap<>(families);
        for (String key : samples.keys()) {
            String family = families.getOrDefault(key, prefix + "." + key);
            all.put(key, family);
            if (!samples.everywhere(key)) {
                continue;
            }
            Optional<String> value = Optional.ofNullable(given.get(key));
            if (value.isEmpty() && key.equals("DCR_VIP")) {
                value = infer.request(family, Options.flag(family), samples.of(key), Optional.empty());
            } else if (value.isEmpty()) {
                value = ownNumbers.contains(key) && samples.numeric(key)
                        ? infer.number(family, Options.flag(family), samples.of(key))
                        : infer.text(family, Options.flag(family), samples.of(key));
            }
            value.ifPresent(text -> assignment.put(node, family, key, text, samples.numeric(key), type));
        }
        if (given.containsKey("section")) {
            node.put("section", given.get("section"));
        } else if (type == MalInstance.class) {
            node.put("section", "?");
        }
        return Samples.MAPPER.convertValue(node, type).withOrigin(new RequestOrigin(all));
    }

    /** MAL files may list instances in any order; values continue in the order of the nodes. */
    List<MalInstance> inSeqnoOrder(List<MalInstance> instances, GroupType type) {
        List<MalInstance> ordered = new ArrayList<>();
        for (DcrEndpoint endpoint : endpoints(type)) {
            instances.stream()
                    .filter(instance -> Names.same(instance.name(), endpoint.name()))
                    .findFirst()
                    .ifPresent(ordered::add);
        }
        return ordered;
    }

    List<DcrEndpoint> endpoints(GroupType type) {
        List<DcrEndpoint> endpoints = new ArrayList<>();
        for (int i = 0; i < seqno; i++) {
            cluster.endpoint(type, i).ifPresent(endpoints::add);
        }
        return endpoints;
    }
}
