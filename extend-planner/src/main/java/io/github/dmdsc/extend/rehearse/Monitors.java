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
 * Which CSS a monitor's file names.
 *
 * @param setting the cluster before
 * @param world the cluster as it is
 */
record Monitors(Setting setting, World world) {
    /** Demands that the file presents the OGUID and names exactly the CSS endpoints of a DCR, where they listen. */
    void demand(Judge judge, Requirement rule, FileId file, StoredFile content, Dcr dcr) {
        judge.demandEqual(rule, wanted(dcr), named(content, dcr), file + " CSSM_CSS_IP");
        judge.demandEqual(rule, oguid(dcr), content.ini().global(Dmcssm.OGUID), file + " CSSM_OGUID");
    }

    /** Whether the file presents the OGUID and names exactly the CSS endpoints of a DCR, where they listen. */
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

    /** A monitor in another network may reach a CSS at another address of its host: it stands for that CSS's own. */
    private List<String> named(StoredFile file, Dcr dcr) {
        List<String> named = named(file);
        if (named.equals(wanted(dcr))) {
            return named;
        }
        Addresses addresses = setting.addresses();
        return isElsewhere(named, addresses, dcr)
                ? wanted(dcr)
                : named.stream()
                        .map(socket -> own(socket, addresses, dcr))
                        .sorted()
                        .toList();
    }

    /**
     * A monitor may know the CSS by addresses that no other file holds. Then their ports tell which CSS they are, and the
     * plan adds an address that the operator gave, or the one of a node on the same machine.
     */
    private boolean isElsewhere(List<String> named, Addresses addresses, Dcr dcr) {
        List<String> before = setting.base().configurations().stream()
                .map(setting.base()::get)
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
                        .noneMatch(address -> addresses.newHost(address)
                                || !addresses.nodesAt(address).isEmpty())
                && named.stream()
                        .filter(socket -> !before.contains(socket))
                        .map(Monitors::address)
                        .allMatch(
                                address -> addresses.given(address) || isOfItsMachine(address, before, addresses, dcr));
    }

    /** Whether the monitor knows a node of the new node's machine by that address. */
    private boolean isOfItsMachine(String address, List<String> before, Addresses addresses, Dcr dcr) {
        List<Ini.Part> css = dcr.endpoints(Kind.CSS);
        return addresses.nodesAt(setting.newHost()).stream()
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
        boolean ours = addresses.newHost(address) || addresses.given(address);
        return Stream.concat(
                        addresses.nodesAt(address).stream(),
                        Stream.of(setting.before()).filter(number -> ours))
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

    /** An endpoint of CSS may leave its address to that of ASM on its node. */
    private static String host(Dcr dcr, int seqno) {
        return Stream.of(Kind.CSS, Kind.ASM)
                .flatMap(kind -> dcr.endpoints(kind).stream().skip(seqno).limit(1))
                .map(endpoint -> endpoint.get(DcrEndpoint.HOST))
                .filter(host -> !host.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** A host's own dmdcr.ini goes before the DCR. */
    private String port(int seqno, Ini.Part endpoint) {
        Optional<FileId> dmdcr = seqno < setting.nodes().size()
                ? Optional.of(setting.nodes().get(seqno).dmdcr())
                : new NewNodeFiles(setting, world).dmdcr();
        return dmdcr.flatMap(file -> world.ini(file).globals().find(Dmdcr.CSS_PORT))
                .orElseGet(() -> endpoint.get(DcrEndpoint.PORT));
    }
}
