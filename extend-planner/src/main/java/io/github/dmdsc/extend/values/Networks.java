package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.model.MalInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which addresses of a node are one: parameters in which every node has the same address as in another one belong to one
 * network, and the new node has one address there. The internal network is that of the instances' MAL_HOST; its address
 * is the one that the request is about.
 */
final class Networks {
    static final String INTERNAL = "dmmal.MAL_HOST";

    private final ExtendRequest request;
    private final Inference infer;
    private final List<String> internal;
    private final Map<List<String>, String> families = new LinkedHashMap<>();

    /**
     * @param internal the internal address of each node, by seqno
     * @param service the address of each node for clients, by seqno
     */
    Networks(ExtendRequest request, Inference infer, List<Evidence> internal, List<Evidence> service) {
        this.request = request;
        this.infer = infer;
        this.internal = plain(internal);
        families.put(this.internal, ValueFamily.HOST);
        if (service.size() == internal.size()) {
            families.putIfAbsent(plain(service), ValueFamily.SERVICE_HOST);
        }
    }

    /**
     * The new node's address in a parameter.
     *
     * @param seen the addresses of the nodes that have it
     * @param nodes which nodes these are
     */
    Given address(String family, List<Evidence> seen, List<Integer> nodes) {
        String network = known(plain(seen), nodes, family);
        if (network.equals(ValueFamily.HOST)) {
            return Given.host(request);
        }
        // An address that the request gives for this parameter goes before that of its network.
        String asked = request.values().containsKey(family) ? family : network;
        return new Given(asked, infer.request(asked, seen, Optional.empty()));
    }

    private String known(List<String> hosts, List<Integer> nodes, String family) {
        return families.entrySet().stream()
                .filter(network -> nodes.stream()
                                .allMatch(node -> node < network.getKey().size())
                        && nodes.stream().map(network.getKey()::get).toList().equals(hosts))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> {
                    families.put(hosts, family);
                    return family;
                });
    }

    /** The new node's address in a MAL file: where the others write their zones, it has one too. */
    Given malHost(String family, Samples<?> samples) {
        List<Evidence> seen = samples.of(MalInstance.HOST);
        List<Integer> nodes = samples.having(MalInstance.HOST);
        List<String> hosts = plain(seen);
        boolean apart = !nodes.isEmpty()
                && IntStream.range(0, nodes.size())
                        .noneMatch(i ->
                                nodes.get(i) < internal.size() && hosts.get(i).equals(internal.get(nodes.get(i))));
        if (apart) {
            return address(family, seen, nodes);
        }
        boolean zones = seen.stream().anyMatch(each -> each.value().indexOf('%') > 0);
        if (!zones || Zones.of(request.host()).isPresent()) {
            return Given.host(request);
        }
        String asked = request.values().containsKey(family) ? family : INTERNAL;
        return new Given(asked, infer.zoned(asked, seen));
    }

    private static List<String> plain(List<Evidence> addresses) {
        List<String> plain = new ArrayList<>();
        addresses.forEach(address -> plain.add(address.value().replaceFirst("%.*", "")));
        return plain;
    }
}
