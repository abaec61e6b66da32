package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.MalInstance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the networks of a cluster. If every node has the same address in two parameters, the parameters belong to one
 * network, and the new node has one address there. The address in the request belongs to one of these networks; each
 * other network is one question.
 */
final class Networks {
    static final String MAL_HOST = "dmmal.MAL_HOST";

    private static final java.util.regex.Pattern PREFIX = java.util.regex.Pattern.compile("([0-9A-Fa-f.:]*[.:])[^.:]+");

    private final Cluster cluster;
    private final ExtendRequest request;
    private final Inference infer;
    private final List<String> internal;
    private final Map<List<String>, String> families = new LinkedHashMap<>();

    /**
     * @param mal the MAL_HOST of each instance, by seqno
     * @param service the MAL_INST_HOST of each instance, by seqno
     * @param endpoints the DCR_EP_HOST of each endpoint of a group, by seqno, group by group
     */
    Networks(
            Cluster cluster,
            ExtendRequest request,
            Inference infer,
            List<Evidence> mal,
            List<Evidence> service,
            List<List<Evidence>> endpoints) {
        this.cluster = cluster;
        this.request = request;
        this.infer = infer;
        this.internal = internal(
                Stream.concat(Stream.of(mal), endpoints.stream())
                        .map(Networks::plain)
                        .toList(),
                plain(service));
        families.put(internal, ValueFamily.HOST);
        families.putIfAbsent(plain(mal), MAL_HOST);
        if (service.size() == cluster.nodes().size()) {
            families.putIfAbsent(plain(service), ValueFamily.SERVICE_HOST);
        }
    }

    /**
     * Finds the addresses of the old nodes in the network of the address in the request. These are the addresses with
     * the same beginning; else those that name the hosts of the files; else MAL_HOST. Unless the request gives another
     * service address, its address may also be in the network for clients.
     */
    private List<String> internal(List<List<String>> malFirst, List<String> service) {
        Optional<String> prefix = prefix(host());
        Optional<String> given = Optional.ofNullable(ValueFamily.given(request).get(ValueFamily.SERVICE_HOST));
        boolean maybeOfClients = given.isEmpty() || given.get().equals(host());
        List<List<String>> alike = Stream.concat(
                        malFirst.stream(), Stream.of(service).filter(any -> maybeOfClients))
                .distinct()
                .filter(hosts -> hosts.size() == cluster.nodes().size())
                .filter(hosts -> prefix.isPresent()
                        && hosts.stream().map(Networks::prefix).allMatch(prefix::equals))
                .toList();
        List<String> kept = cluster.nodes().stream().map(ClusterNode::host).toList();
        return alike.size() == 1 ? alike.get(0) : malFirst.contains(kept) ? kept : malFirst.get(0);
    }

    /** Returns the address of each old node in the network of the address in the request. */
    List<String> internal() {
        return internal;
    }

    /**
     * Returns the new node's address in a parameter. A zone belongs to the host that reads a file, so the address has
     * one only if addresses of the other nodes have one there.
     *
     * @param seen the addresses of the nodes that have the parameter
     * @param nodes the positions of these nodes
     */
    Given address(String family, List<Evidence> seen, List<Integer> nodes) {
        String shared = known(plain(seen), nodes, family);
        // An address that the request gives for this parameter takes precedence over that of its network.
        boolean given = isGiven(family);
        String network = given ? family : shared;
        Given address = network.equals(ValueFamily.HOST)
                ? Given.host(request)
                : new Given(
                        network,
                        ofMachine(seen, nodes)
                                .filter(there -> !request.strict())
                                .map(there -> infer.derived(network, there, seen))
                                .or(() -> infer.request(network, seen, suggestion(seen, nodes))));
        return given || isZoned(seen)
                ? address
                : new Given(network, address.value().map(Networks::plain));
    }

    private static boolean isZoned(List<Evidence> addresses) {
        return addresses.stream().anyMatch(each -> each.value().indexOf('%') > 0);
    }

    /** Returns the address that the nodes on the new node's machine have in a network, if they agree on one. */
    private Optional<String> ofMachine(List<Evidence> seen, List<Integer> nodes) {
        if (!request.sameMachine()) {
            return Optional.empty();
        }
        List<String> own = in(internal, nodes);
        List<String> there = IntStream.range(0, Math.min(own.size(), seen.size()))
                .filter(i -> own.get(i).equals(host()))
                .mapToObj(i -> seen.get(i).value())
                .distinct()
                .toList();
        return there.size() == 1 ? Optional.of(there.get(0)) : Optional.empty();
    }

    private boolean isGiven(String family) {
        return ValueFamily.given(request).containsKey(family);
    }

    private String known(List<String> hosts, List<Integer> nodes, String family) {
        return families.entrySet().stream()
                .filter(network -> in(network.getKey(), nodes).equals(hosts))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> {
                    families.put(hosts, family);
                    return family;
                });
    }

    /** Returns the addresses of some of the nodes. */
    private static List<String> in(List<String> network, List<Integer> nodes) {
        return nodes.stream()
                .filter(node -> node < network.size())
                .map(network::get)
                .toList();
    }

    /** Returns the new node's address in a MAL file. If the addresses of the others have IPv6 zones, it has one too. */
    Given malHost(String family, Samples<?> samples) {
        List<Evidence> seen = samples.of(MalInstance.HOST);
        List<Integer> nodes = samples.having(MalInstance.HOST);
        List<String> hosts = plain(seen);
        List<String> own = in(internal, nodes);
        boolean apart = own.size() == hosts.size()
                && !hosts.isEmpty()
                && IntStream.range(0, hosts.size()).noneMatch(i -> hosts.get(i).equals(own.get(i)));
        if (apart || isGiven(family)) {
            return address(family, seen, nodes);
        }
        return !isZoned(seen) || Zones.of(request.host()).isPresent()
                ? Given.host(request)
                : new Given(MAL_HOST, infer.zoned(MAL_HOST, seen));
    }

    /**
     * Suggests an address, if the addresses of the old nodes end in the same way as those in the network of the
     * request.
     */
    private Optional<String> suggestion(List<Evidence> seen, List<Integer> nodes) {
        List<String> own = in(internal, nodes);
        List<String> hosts = seen.stream().map(Evidence::value).toList();
        String zoned = String.join("", hosts);
        Optional<String> begin = prefix(host());
        if (own.size() != hosts.size() || hosts.isEmpty() || zoned.contains("%")) {
            return Optional.empty();
        }
        if (own.contains(host())) {
            return ofMachine(seen, nodes);
        }
        List<Optional<String>> ends =
                own.stream().map(address -> end(address, begin)).toList();
        List<Optional<String>> begins = IntStream.range(0, hosts.size())
                .mapToObj(i -> ends.get(i).flatMap(end -> begin(hosts.get(i), end)))
                .distinct()
                .toList();
        return Optional.of(begins)
                .filter(all -> all.size() == 1 && hosts.size() > 1)
                .flatMap(all -> all.get(0))
                .flatMap(start -> end(host(), begin).map(start::concat))
                .filter(this::isFree);
    }

    private static Optional<String> end(String address, Optional<String> begin) {
        return begin.filter(address::startsWith).map(start -> address.substring(start.length()));
    }

    private static Optional<String> begin(String address, String end) {
        return prefix(address).filter(start -> address.equals(start + end));
    }

    private boolean isFree(String text) {
        HostAddress address = HostAddress.of(text);
        return address.isUsableFromOtherHosts() && Owner.of(cluster, address).isEmpty();
    }

    private String host() {
        return request.host().withoutZone().text();
    }

    /** Returns an address up to its last separator; empty for a host name, which does not show a network. */
    private static Optional<String> prefix(String address) {
        return Optional.of(PREFIX.matcher(address))
                .filter(java.util.regex.Matcher::matches)
                .map(found -> found.group(1));
    }

    private static List<String> plain(Collection<Evidence> addresses) {
        List<String> plain = new ArrayList<>();
        addresses.forEach(address -> plain.add(plain(address.value())));
        return plain;
    }

    /** Returns an address without its IPv6 zone. */
    private static String plain(String address) {
        return address.replaceFirst("%.*", "");
    }
}
