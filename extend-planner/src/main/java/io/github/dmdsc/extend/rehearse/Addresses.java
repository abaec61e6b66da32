package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.MalInstance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The addresses of each machine, as far as the old files give them (R8, R9). */
final class Addresses {
    private static final List<String> IN_MAL = List.of(MalInstance.HOST, MalInstance.SERVICE_HOST);

    private final PlanContext context;
    private final Set<String> others = new HashSet<>();
    private final Set<String> ours = new HashSet<>();
    private final List<Set<String>> nodes = new ArrayList<>();

    Addresses(PlanContext context) {
        this.context = context;
        ours.add(Values.address(context.newHost()));
        for (int i = 0; i < context.nodes().size(); i++) {
            PlanContext.Node node = context.nodes().get(i);
            Set<String> own = of(i, node);
            own.add(Values.address(node.host()));
            nodes.add(own);
            if (own.contains(Values.address(context.newHost()))) {
                ours.addAll(own);
            } else {
                others.addAll(own);
            }
        }
    }

    /**
     * Whether an address is known to belong to the new node's machine. The plan may call that machine by another
     * address.
     */
    boolean isNewHost(String address) {
        return ours.contains(Values.address(address));
    }

    /** Whether the request gives an address to the new node, and no other machine is known by it. */
    boolean isGiven(String address) {
        ExtendRequest request = context.plan().request();
        return !isElsewhere(address)
                && Stream.concat(
                                request.values().values().stream(),
                                request.serviceHost().stream().map(String::valueOf))
                        .map(Values::address)
                        .anyMatch(Values.address(address)::equals);
    }

    /** Returns the addresses of an old node. */
    Set<String> of(int number) {
        return Set.copyOf(nodes.get(number));
    }

    /** Returns the addresses that the request gives to the new node. */
    Set<String> ofNewNode() {
        ExtendRequest request = context.plan().request();
        Set<String> own = new HashSet<>(Set.of(Values.address(context.newHost())));
        request.serviceHost().map(String::valueOf).map(Values::address).ifPresent(own::add);
        Optional.ofNullable(request.values().get("dmmal." + MalInstance.HOST))
                .ifPresent(address -> own.add(Values.address(address)));
        return own;
    }

    /** Returns the seqnos of the old nodes that are known by an address. */
    List<Integer> nodesAt(String address) {
        return IntStream.range(0, nodes.size())
                .filter(number -> nodes.get(number).contains(Values.address(address)))
                .boxed()
                .toList();
    }

    /** Whether an address is known to belong to a machine other than the new node's. */
    boolean isElsewhere(String address) {
        return others.contains(Values.address(address));
    }

    /** Whether a text holds an address of a machine other than the new node's. */
    boolean isMentionedIn(String text) {
        return others.stream().anyMatch(Values.capitals(text)::contains);
    }

    private Set<String> of(int number, PlanContext.Node node) {
        Set<String> own = new HashSet<>();
        FileId asmMal =
                node.dmdcr().sibling(context.base().get(node.dmdcr()).ini().path(Dmdcr.MAL_PATH));
        FileId dbMal = context.base().inConfigPath(node.dmIni(), "dmmal.ini");
        for (Kind kind : Kind.values()) {
            Optional<Ini.Part> found = context.old().endpoint(kind, number);
            if (found.isPresent()) {
                Ini.Part endpoint = found.get();
                own.add(Values.address(endpoint.get(DcrEndpoint.HOST)));
                for (Ini.Part part : context.base()
                        .get(kind == Kind.DB ? dbMal : asmMal)
                        .ini()
                        .named()) {
                    if (part.get(MalInstance.NAME).equalsIgnoreCase(endpoint.get(DcrEndpoint.NAME))) {
                        IN_MAL.forEach(key -> own.add(Values.address(part.get(key))));
                    }
                }
            }
        }
        own.remove("");
        return own;
    }
}
