package io.github.dmdsc.extend.values;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Names;
import io.github.dmdsc.model.ParameterSet;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** The new endpoint of a group: placed and numbered, its other parameters as its siblings have them. */
    DcrEndpoint endpoint(String prefix, GroupType type, Map<String, Known> own) {
        Samples<?> samples = new Samples<>(endpoints(type));
        Map<String, Known> known = new LinkedHashMap<>(own);
        if (samples.everywhere(DcrEndpoint.HOST)) {
            known.put(DcrEndpoint.HOST, endpointHost(prefix, samples));
        }
        known.put(DcrEndpoint.SEQNO, Known.seqno(seqno));
        return fill(
                prefix,
                samples,
                known,
                Set.of(DcrEndpoint.PORT, DcrEndpoint.SHM_KEY, DcrEndpoint.CHECK_PORT),
                DcrEndpoint.class);
    }

    /** The new instance of a MAL file: named and placed, its other parameters as its siblings have them. */
    MalInstance malInstance(String prefix, ConfigFile<MalConfig> mal, GroupType type, Map<String, Known> own) {
        List<MalInstance> instances = mal.value().instances();
        Samples<?> samples = new Samples<>(inSeqnoOrder(instances, type));
        Map<String, Known> known = new LinkedHashMap<>(own);
        known.put(MalInstance.HOST, malHost(prefix, samples));
        if (samples.everywhere(MalInstance.SERVICE_HOST)) {
            known.put(MalInstance.SERVICE_HOST, serviceHost(prefix, samples));
        }
        // Sections may stand in any order, and are numbered by no node's number.
        List<Evidence> sections = instances.stream()
                .sorted(Comparator.comparing(
                                (MalInstance instance) -> instance.section().length())
                        .thenComparing(MalInstance::section))
                .map(instance -> new Evidence(instance.origin().self(), instance.section()))
                .toList();
        String family = prefix + ".section";
        // A section has to have some name; while it is asked for, this one goes into no file.
        known.put(
                "section",
                Known.of(
                        family,
                        infer.ownText(family, Options.flag(family), sections).orElse("?")));
        return fill(
                prefix,
                samples,
                known,
                Set.of(
                        MalInstance.PORT,
                        MalInstance.SERVICE_PORT,
                        MalInstance.WATCHER_PORT,
                        MalInstance.INSTANCE_WATCHER_PORT),
                MalInstance.class);
    }

    /** Where the others write their zones, the new host has one too. */
    private Known malHost(String prefix, Samples<?> samples) {
        List<Evidence> seen = samples.of(MalInstance.HOST);
        boolean zones = seen.stream().anyMatch(each -> each.value().indexOf('%') > 0);
        if (!zones || Zones.of(request.host()).isPresent()) {
            return Known.host(request);
        }
        String family = prefix + ".MAL_HOST";
        return new Known(family, infer.request(family, "--host <address>%<zone>", seen, Optional.empty()));
    }

    /** The internal address or that for clients, as the siblings have it. */
    private Known endpointHost(String prefix, Samples<?> samples) {
        List<Evidence> seen = samples.of(DcrEndpoint.HOST);
        List<String> hosts = plain(seen);
        if (hosts.equals(mal(MalInstance.HOST))) {
            return Known.host(request);
        }
        String family = hosts.equals(mal(MalInstance.SERVICE_HOST)) ? Options.SERVICE_HOST : prefix + ".DCR_EP_HOST";
        return new Known(family, infer.request(family, Options.flag(family), seen, Optional.empty()));
    }

    private List<String> mal(String key) {
        return cluster.nodes().get(0).dbMal().stream()
                .flatMap(found ->
                        plain(new Samples<>(inSeqnoOrder(found.value().instances(), GroupType.DB)).of(key)).stream())
                .toList();
    }

    private static List<String> plain(List<Evidence> addresses) {
        return addresses.stream()
                .map(address -> address.value().replaceFirst("%.*", ""))
                .toList();
    }

    /** The address for clients: the internal one where that holds for every node, else only the request can tell. */
    private Known serviceHost(String prefix, Samples<?> samples) {
        String family = prefix + ".MAL_INST_HOST";
        List<Evidence> service = samples.of(MalInstance.SERVICE_HOST);
        return samples.texts(MalInstance.SERVICE_HOST).equals(samples.texts(MalInstance.HOST))
                ? Known.of(family, infer.derived(family, request.host().text(), service))
                : new Known(family, infer.request(family, Options.flag(family), service, Optional.empty()));
    }

    /** Makes a value from what is known, and for every other parameter that all siblings have, from theirs. */
    private <T extends ParameterSet<T>> T fill(
            String prefix, Samples<?> samples, Map<String, Known> known, Set<String> ownNumbers, Class<T> type) {
        ObjectNode node = Samples.MAPPER.createObjectNode();
        // An instance has a section even where no sibling is left to look at.
        Optional.ofNullable(known.get("section"))
                .flatMap(Known::value)
                .ifPresent(section -> node.put("section", section));
        node.setAll(samples.repeated());
        Map<String, String> families = new HashMap<>();
        for (String key : samples.keys()) {
            Known own = known.get(key);
            String family = own != null ? own.family() : prefix + "." + key;
            families.put(key, family);
            if (samples.everywhere(key)) {
                Optional<String> value =
                        own != null ? own.value() : sibling(family, key, samples.of(key), ownNumbers.contains(key));
                value.ifPresent(text -> assignment.put(node, family, key, text, samples.numeric(key), type));
            }
        }
        return Samples.MAPPER.convertValue(node, type).withOrigin(new RequestOrigin(families));
    }

    private Optional<String> sibling(String family, String key, List<Evidence> seen, boolean ownNumber) {
        if (key.equals(DcrEndpoint.VIP)) {
            return infer.request(family, Options.flag(family), seen, Optional.empty());
        }
        return ownNumber
                ? infer.number(family, Options.flag(family), seen)
                : infer.text(family, Options.flag(family), seen);
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
