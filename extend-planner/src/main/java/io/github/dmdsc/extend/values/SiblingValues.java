package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.facts.MonitoredNodes;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes the new endpoints and MAL instances. Their values are those that are known; the others follow from the
 * endpoints and instances of the other nodes.
 */
final class SiblingValues {
    /** The model of the file that has a section of each model. */
    private static final Map<Class<?>, Class<?>> FILES =
            Map.of(MalInstance.class, MalConfig.class, DcrEndpoint.class, DmdcrCfg.class);

    private final Cluster cluster;
    private final Inference infer;
    private final Assignment assignment;
    private final PartlySet partly;
    private final int seqno;
    private final Networks networks;

    SiblingValues(Cluster cluster, ExtendRequest request, Inference infer, Assignment assignment, PartlySet partly) {
        this.partly = partly;
        this.cluster = cluster;
        this.infer = infer;
        this.assignment = assignment;
        this.seqno = cluster.nodes().size();
        Samples<?> instances = new Samples<>(cluster.nodes().get(0).dbMal().stream()
                .flatMap(mal -> inSeqnoOrder(mal.value(), GroupType.DB).stream())
                .toList());
        this.networks = new Networks(
                cluster,
                request,
                infer,
                instances.of(MalInstance.HOST),
                instances.of(MalInstance.SERVICE_HOST),
                Stream.of(GroupType.ASM, GroupType.CSS)
                        .map(type -> new Samples<>(endpoints(type)).of(DcrEndpoint.HOST))
                        .toList());
    }

    /** Returns the new endpoint of a group. Parameters that are not known follow from the other endpoints. */
    DcrEndpoint endpoint(String prefix, GroupType type, Map<String, Given> own) {
        Samples<?> samples = new Samples<>(endpoints(type));
        Map<String, Given> known = new LinkedHashMap<>(own);
        // If any other endpoint has an address, one without an address is a mistake that the new endpoint does not
        // repeat.
        List<Evidence> hosts = samples.of(DcrEndpoint.HOST);
        if (!hosts.isEmpty()) {
            known.put(DcrEndpoint.HOST, endpointHost(prefix, samples));
        }
        known.put(DcrEndpoint.SEQNO, Given.seqno(seqno));
        return fill(
                prefix,
                samples,
                known,
                Set.of(DcrEndpoint.PORT, DcrEndpoint.SHM_KEY, DcrEndpoint.CHECK_PORT),
                DcrEndpoint.class);
    }

    /** Returns the new instance of a MAL file. Parameters that are not known follow from the other instances. */
    MalInstance malInstance(String prefix, MalConfig mal, GroupType type, Map<String, Given> own) {
        Samples<?> samples = new Samples<>(inSeqnoOrder(mal, type));
        Map<String, Given> known = new LinkedHashMap<>(own);
        Given host = networks.malHost(prefix + ".MAL_HOST", samples);
        known.put(MalInstance.HOST, host);
        if (samples.everywhere(MalInstance.SERVICE_HOST)) {
            known.put(MalInstance.SERVICE_HOST, serviceHost(prefix, samples, host));
        }
        boolean given = infer.isExplicit(prefix + "." + MalInstance.SERVICE_PORT);
        if (given || !repeatsPort(samples, type)) {
            known.remove(MalInstance.SERVICE_PORT);
        }
        // A section must have a name. While the name is asked for, this one is written to no file.
        String section = section(prefix + ".section", mal, type).orElse("?");
        known.put(Samples.SECTION, Given.of(prefix + ".section", section));
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

    /**
     * Infers the name of a section. Sections may have any order, and their numbers are not seqnos. The names of
     * partners' sections are in use, but do not count for the pattern.
     */
    private Optional<String> section(String family, MalConfig mal, GroupType type) {
        List<Evidence> own = inSeqnoOrder(mal, type).stream()
                .sorted(Comparator.comparing(
                                (MalInstance instance) -> instance.section().length())
                        .thenComparing(MalInstance::section))
                .map(instance -> new Evidence(instance.origin().self(), instance.section()))
                .toList();
        Optional<String> section =
                infer.freeText(family, own, text -> owner(mal, text).isPresent());
        section.flatMap(text -> owner(mal, text))
                .ifPresent(owner -> assignment.refuseTaken(
                        family,
                        Samples.SECTION,
                        section.orElseThrow(),
                        owner.origin().self()));
        return section;
    }

    private static Optional<MalInstance> owner(MalConfig mal, String section) {
        return mal.instances().stream()
                .filter(instance -> instance.section().equalsIgnoreCase(section))
                .findFirst();
    }

    /** Returns an endpoint's address. Endpoints without an address do not count for the network. */
    private Given endpointHost(String prefix, Samples<?> samples) {
        return networks.address(
                prefix + ".DCR_EP_HOST", samples.of(DcrEndpoint.HOST), samples.having(DcrEndpoint.HOST));
    }

    /**
     * Returns the service address: the internal address if the two are equal on every node; otherwise the address in
     * its network.
     */
    private Given serviceHost(String prefix, Samples<?> samples, Given host) {
        String family = prefix + ".MAL_INST_HOST";
        List<Evidence> service = samples.of(MalInstance.SERVICE_HOST);
        return samples.texts(MalInstance.SERVICE_HOST).equals(samples.texts(MalInstance.HOST))
                ? new Given(family, host.value().map(address -> infer.derived(family, address, service)))
                : networks.address(family, service, samples.having(MalInstance.SERVICE_HOST));
    }

    /** Makes a value from the known parameters; every other parameter that all siblings have follows from theirs. */
    private <T extends ParameterSet<T>> T fill(
            String prefix, Samples<?> samples, Map<String, Given> known, Set<String> ownNumbers, Class<T> type) {
        Map<String, List<String>> texts = new LinkedHashMap<>(samples.repeated());
        // An instance has a section, even if no sibling exists.
        Optional.ofNullable(known.get(Samples.SECTION))
                .flatMap(Given::value)
                .ifPresent(section -> texts.put(Samples.SECTION, List.of(section)));
        Map<String, String> families = new HashMap<>();
        for (String key : samples.keys()) {
            Given own = known.get(key);
            String family = own != null ? own.family() : prefix + "." + key;
            families.put(key, family);
            if (own == null && PartlySet.concerns(samples, key) && !infer.isExplicit(family)) {
                if (isOfFile(key, type)) {
                    continue;
                }
                partly.value(prefix, key, samples, type, false)
                        .ifPresent(text -> assignment.put(texts, family, key, text, type));
            } else if (samples.everywhere(key)
                    || infer.isExplicit(family)
                    || (own != null && key.equals(DcrEndpoint.HOST))) {
                Optional<String> value =
                        own != null ? own.value() : sibling(family, key, samples.of(key), ownNumbers.contains(key));
                value.ifPresent(text -> assignment.put(texts, family, key, text, type));
            }
        }
        return assignment.make(type, texts, families);
    }

    /** Whether a parameter of a section belongs to the whole file: it may stand behind the section it is read with. */
    private static boolean isOfFile(String key, Class<?> type) {
        return Optional.ofNullable(FILES.get(type))
                .flatMap(file -> ParameterTable.any(file).find(key))
                .isPresent();
    }

    private Optional<String> sibling(String family, String key, List<Evidence> seen, boolean ownNumber) {
        if (key.equals(DcrEndpoint.VIP)) {
            return infer.request(family, seen, Optional.empty());
        }
        if (key.equals(DcrEndpoint.SHM_KEY)) {
            return infer.ownNumber(family, seen, freeKey(seen));
        }
        if (ownNumber && !isUnset(seen)) {
            return infer.number(family, seen);
        }
        return key.equals(DcrEndpoint.ASM_LOAD_PATH) ? infer.text(family, seen) : shared(family, key, seen);
    }

    /**
     * Infers a value that is neither name nor port nor key nor directory: the same value if all nodes agree. Otherwise
     * it is a question, even if the values rise from node to node.
     */
    private Optional<String> shared(String family, String key, List<Evidence> seen) {
        List<String> texts = Spelling.of(seen);
        if (texts.stream().distinct().count() == 1) {
            return infer.text(family, seen);
        }
        if (key.equals(DcrEndpoint.SHM_SIZE)) {
            // Each ASM server manages all disks, so the largest size is enough for the new one.
            return infer.request(family, seen, texts.stream().max(Comparator.comparing(Integer::valueOf)));
        }
        return infer.request(
                family, seen, Adaptation.isSetting(key, seen) ? Optional.of(texts.get(0)) : Inference.next(texts));
    }

    /** Whether MAL_INST_PORT repeats the port of the instance or ASM server, as it should. */
    private boolean repeatsPort(Samples<?> samples, GroupType type) {
        List<String> ports = samples.texts(MalInstance.SERVICE_PORT);
        return type == GroupType.DB
                ? !isUnset(samples.of(MalInstance.SERVICE_PORT))
                : ports.equals(new Samples<>(endpoints(type)).texts(DcrEndpoint.PORT));
    }

    /** Whether every node has port 0, which means no port. */
    private static boolean isUnset(List<Evidence> ports) {
        return !ports.isEmpty() && ports.stream().allMatch(port -> port.value().equals("0"));
    }

    /** Returns the address of each old node in the network of the address in the request. */
    List<String> internal() {
        return networks.internal();
    }

    /**
     * Returns the address of the new dmcss for each monitor that reaches the other nodes at addresses that are not in
     * the DCR.
     */
    Map<FileId, HostAddress> monitors() {
        Map<FileId, HostAddress> hosts = new LinkedHashMap<>();
        MonitoredNodes nodes = MonitoredNodes.of(cluster);
        for (int i = 0; i < cluster.monitors().size(); i++) {
            ConfigFile<Dmcssm> file = cluster.monitors().get(i);
            List<Integer> lines = nodes.positionsByOtherAddress(file.value().cssAddresses());
            if (!lines.isEmpty()) {
                List<Evidence> seen = lines.stream()
                        .map(line -> new Evidence(
                                file.value().origin().at(Dmcssm.CSS_ADDRESSES, line),
                                file.value().cssAddresses().get(line).host().text()))
                        .toList();
                String family = "dmcssm" + i + "." + Dmcssm.CSS_ADDRESSES;
                networks.address(family, seen, IntStream.range(0, seqno).boxed().toList())
                        .value()
                        .flatMap(Preconditions::address)
                        .ifPresent(host -> hosts.put(file.file(), host));
            }
        }
        return hosts;
    }

    /** Returns a key that no ASM server of the cluster has. */
    private static String freeKey(List<Evidence> seen) {
        Set<Integer> taken =
                seen.stream().map(key -> Integer.parseInt(key.value())).collect(Collectors.toSet());
        int key = Collections.max(taken);
        while (taken.contains(key)) {
            key = key == Integer.MAX_VALUE ? 1 : key + 1;
        }
        return Integer.toString(key);
    }

    /** Returns the instances in the order of the nodes. MAL files may list them in any order. */
    List<MalInstance> inSeqnoOrder(MalConfig mal, GroupType type) {
        return cluster.members().stream()
                .flatMap(member -> member.instance(type, mal).stream())
                .toList();
    }

    /** Returns the dm.ini of each node. */
    List<DmIni> dmInis() {
        return cluster.nodes().stream()
                .flatMap(node -> node.dmIni().stream())
                .map(ConfigFile::value)
                .toList();
    }

    List<DcrEndpoint> endpoints(GroupType type) {
        return cluster.members().stream()
                .flatMap(member -> member.endpoint(type).stream())
                .toList();
    }
}
