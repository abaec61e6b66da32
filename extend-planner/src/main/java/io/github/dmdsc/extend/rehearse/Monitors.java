package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares the CSS endpoints that a monitor's file names with those of a DCR.
 *
 * @param context the fixed facts of the rehearsal
 * @param state the state of the cluster
 */
record Monitors(PlanContext context, ModelState state) {
    /**
     * Demands that a file has the OGUID of a DCR and names exactly its CSS endpoints, with their addresses and ports.
     */
    void demand(Judge judge, Requirement rule, FileId file, StoredFile content, Dcr dcr) {
        judge.demandEqual(rule, wanted(dcr), named(content, dcr), file + " CSSM_CSS_IP");
        judge.demandEqual(rule, oguid(dcr), content.ini().global(Dmcssm.OGUID), file + " CSSM_OGUID");
    }

    /** Whether a file has the OGUID of a DCR and names exactly its CSS endpoints, with their addresses and ports. */
    boolean names(StoredFile file, Dcr dcr) {
        return named(file, dcr).equals(wanted(dcr))
                && file.ini().global(Dmcssm.OGUID).equals(oguid(dcr));
    }

    private static String oguid(Dcr dcr) {
        return dcr.globals().get(DmdcrCfg.OGUID);
    }

    private static List<String> named(StoredFile file) {
        return file.ini().globals().entries().stream()
                .filter(entry -> entry.key().equals(Dmcssm.CSS_ADDRESSES)
                        && !entry.value().isEmpty())
                .map(entry -> Values.socket(entry.value()))
                .sorted()
                .toList();
    }

    /**
     * Returns the addresses and ports that a file names. A monitor in another network may reach a CSS at another
     * address of its host. Such an address is replaced by that of the CSS endpoint.
     */
    private List<String> named(StoredFile file, Dcr dcr) {
        List<String> named = named(file);
        if (named.equals(wanted(dcr))) {
            return named;
        }
        Addresses addresses = context.addresses();
        return isElsewhere(named, addresses, dcr)
                ? wanted(dcr)
                : named.stream()
                        .map(socket -> own(socket, addresses, dcr))
                        .sorted()
                        .toList();
    }

    /**
     * Whether the monitor knows all CSS by addresses that no other file holds. Then the ports identify them, and the
     * address that the plan adds must be one that the request gives, or that of a node on the same machine.
     */
    private boolean isElsewhere(List<String> named, Addresses addresses, Dcr dcr) {
        List<String> before = context.base().configurations().stream()
                .map(context.base()::get)
                .filter(old -> old.sort() == FileSort.MONITOR)
                .map(Monitors::named)
                .filter(named::containsAll)
                .findFirst()
                .orElse(List.of());
        return !before.isEmpty()
                && ports(named).equals(ports(wanted(dcr)))
                && Set.copyOf(named).size() == named.size()
                && named.stream()
                        .map(Monitors::address)
                        .noneMatch(address -> addresses.isNewHost(address)
                                || !addresses.nodesAt(address).isEmpty())
                && named.stream()
                        .filter(socket -> !before.contains(socket))
                        .map(Monitors::address)
                        .allMatch(address ->
                                addresses.isGiven(address) || isOfItsMachine(address, before, addresses, dcr));
    }

    /** Whether the monitor knows a node on the new node's machine by this address. */
    private boolean isOfItsMachine(String address, List<String> before, Addresses addresses, Dcr dcr) {
        List<Ini.Part> css = dcr.endpoints(Kind.CSS);
        return addresses.nodesAt(context.newHost()).stream()
                .anyMatch(number -> before.contains(Values.socket(address, port(number, css.get(number)))));
    }

    private static List<String> ports(List<String> sockets) {
        return sockets.stream()
                .map(socket -> socket.substring(socket.lastIndexOf(' ')))
                .sorted()
                .toList();
    }

    private static String address(String socket) {
        return socket.substring(0, socket.lastIndexOf(' '));
    }

    private String own(String socket, Addresses addresses, Dcr dcr) {
        List<Ini.Part> css = dcr.endpoints(Kind.CSS);
        String address = address(socket);
        boolean ours = addresses.isNewHost(address) || addresses.isGiven(address);
        return Stream.concat(
                        addresses.nodesAt(address).stream(),
                        Stream.of(context.before()).filter(number -> ours))
                .filter(number -> number < css.size())
                .filter(number ->
                        Values.socket(address, port(number, css.get(number))).equals(socket))
                .map(number -> Values.socket(host(dcr, number), port(number, css.get(number))))
                .findFirst()
                .orElse(socket);
    }

    private List<String> wanted(Dcr dcr) {
        List<Ini.Part> css = dcr.endpoints(Kind.CSS);
        return IntStream.range(0, css.size())
                .mapToObj(seqno -> Values.socket(host(dcr, seqno), port(seqno, css.get(seqno))))
                .sorted()
                .toList();
    }

    /** Returns the address of a CSS endpoint, or that of the ASM endpoint of its node if it has none. */
    private static String host(Dcr dcr, int seqno) {
        return Stream.of(Kind.CSS, Kind.ASM)
                .flatMap(kind -> dcr.endpoints(kind).stream().skip(seqno).limit(1))
                .map(endpoint -> endpoint.get(DcrEndpoint.HOST))
                .filter(host -> !host.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Returns the port of a CSS endpoint. A port in the node's dmdcr.ini takes precedence over the DCR. */
    private String port(int seqno, Ini.Part endpoint) {
        Optional<FileId> dmdcr = seqno < context.nodes().size()
                ? Optional.of(context.nodes().get(seqno).dmdcr())
                : new NewNodeFiles(context, state).dmdcr();
        return dmdcr.flatMap(file -> state.ini(file).globals().find(Dmdcr.CSS_PORT))
                .orElseGet(() -> endpoint.get(DcrEndpoint.PORT));
    }
}
