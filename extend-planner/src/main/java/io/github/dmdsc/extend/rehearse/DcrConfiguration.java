package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.MalInstance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checks that a DCR configuration is the old one with one more node (R2, R9). */
final class DcrConfiguration {
    private static final Set<String> COUNTS = Set.of(DcrGroup.ENDPOINT_COUNT, DcrGroup.ENDPOINT_NUMBERS);

    private final PlanContext context;
    private final ModelState state;
    private final Dcr next;
    private final Addresses addresses;

    DcrConfiguration(PlanContext context, ModelState state, Dcr next) {
        this.context = context;
        this.state = state;
        this.next = next;
        this.addresses = context.addresses();
    }

    void demand(Judge judge) {
        judge.demand(
                Requirement.DCR_CONFIGURATION,
                next.globals().equals(context.old().globals()),
                "DCR_OGUID …");
        for (Kind kind : Kind.values()) {
            group(kind, judge);
        }
        rest(judge);
        keys(judge);
        ports(judge);
    }

    /**
     * Demands that the ASM servers on the new node's machine have different shared memory keys. An ASM server on
     * another machine may have the same key.
     */
    private void keys(Judge judge) {
        List<Ini.Part> servers = next.endpoints(Kind.ASM);
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < Math.min(servers.size(), context.nodes().size()); i++) {
            if (addresses.isNewHost(context.nodes().get(i).host())) {
                taken.add(servers.get(i).get(DcrEndpoint.SHM_KEY));
            }
        }
        for (Ini.Part server : servers.subList(Math.min(servers.size(), context.before()), servers.size())) {
            String key = server.get(DcrEndpoint.SHM_KEY);
            judge.demand(Requirement.DCR_CONFIGURATION, taken.add(key), key);
        }
    }

    private void group(Kind kind, Judge judge) {
        List<Ini.Part> before = context.old().endpoints(kind);
        List<Ini.Part> after = next.endpoints(kind);
        int count = after.size();
        Ini.Part head = next.group(kind).map(Dcr.Group::head).orElse(next.globals());
        String all = IntStream.range(0, count).mapToObj(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        judge.demandEqual(Requirement.ONE_NODE, before.size() + 1, count, kind);
        judge.demandEqual(
                Requirement.DCR_CONFIGURATION,
                String.valueOf(count),
                head.get(DcrGroup.ENDPOINT_COUNT),
                kind + " DCR_GRP_N_EP");
        judge.demandEqual(
                Requirement.DCR_CONFIGURATION,
                all,
                head.find(DcrGroup.ENDPOINT_NUMBERS)
                        .map(arr -> arr.replace(" ", ""))
                        .orElse(all),
                kind + " DCR_GRP_EP_ARR");
        judge.demand(
                Requirement.DCR_CONFIGURATION,
                after.stream().limit(before.size()).toList().equals(before),
                kind + " [" + head.get(DcrGroup.NAME) + "]");
        Set<String> names = new HashSet<>(next.names(kind));
        judge.demandEqual(Requirement.DCR_CONFIGURATION, count, names.size(), kind + " DCR_EP_NAME");
        judge.demand(
                Requirement.DCR_CONFIGURATION,
                names.contains(context.newName(kind)),
                kind + " " + context.newName(kind));
        for (int i = before.size(); i < count; i++) {
            added(kind, i, after.get(i), judge);
        }
    }

    /** Demands that only counts, arrays and new endpoints differ from the exported configuration. */
    private void rest(Judge judge) {
        List<Ini.Part> left = new ArrayList<>(next.sections());
        for (Kind kind : Kind.values()) {
            next.endpoints(kind).stream()
                    .skip(context.old().endpoints(kind).size())
                    .forEach(left::remove);
        }
        judge.demand(
                Requirement.DCR_CONFIGURATION,
                uncounted(left).equals(uncounted(context.old().sections())),
                context.dcrFile());
    }

    private static List<Ini.Part> uncounted(List<Ini.Part> sections) {
        return sections.stream()
                .map(part -> new Ini.Part(
                        part.name(),
                        part.entries().stream()
                                .filter(entry -> !part.name().equals("GRP") || !COUNTS.contains(entry.key()))
                                .toList()))
                .toList();
    }

    /**
     * Demands that a new endpoint has every parameter that all other endpoints have, its own number, and no address of
     * another machine.
     */
    private void added(Kind kind, int number, Ini.Part endpoint, Judge judge) {
        for (Ini.Entry entry : context.old().endpoints(kind).stream()
                .limit(1)
                .flatMap(first -> first.entries().stream())
                .toList()) {
            boolean everywhere = context.old().endpoints(kind).stream()
                    .noneMatch(part -> part.get(entry.key()).isEmpty());
            judge.demand(
                    Requirement.DCR_CONFIGURATION,
                    !everywhere || !endpoint.get(entry.key()).isEmpty(),
                    kind + " " + entry.key());
        }
        boolean addressed = context.old().endpoints(kind).stream()
                .anyMatch(part -> !part.get(DcrEndpoint.HOST).isEmpty());
        judge.demand(
                Requirement.DCR_CONFIGURATION,
                !addressed || !endpoint.get(DcrEndpoint.HOST).isEmpty(),
                kind + " DCR_EP_HOST");
        String own = Integer.toString(number);
        judge.demandEqual(
                Requirement.DCR_CONFIGURATION,
                own,
                endpoint.find(DcrEndpoint.SEQNO).orElse(own),
                kind + " DCR_EP_SEQNO");
        judge.demand(
                Requirement.DCR_CONFIGURATION,
                !addresses.isElsewhere(endpoint.get(DcrEndpoint.HOST)),
                kind + " DCR_EP_HOST = " + endpoint.get(DcrEndpoint.HOST));
        String virtual = endpoint.get(DcrEndpoint.VIP);
        boolean taken = context.old().endpoints(kind).stream()
                .anyMatch(old -> old.get(DcrEndpoint.VIP).equalsIgnoreCase(virtual));
        judge.demand(Requirement.DCR_CONFIGURATION, virtual.isEmpty() || !taken, kind + " DCR_VIP = " + virtual);
    }

    /** Demands that no other process on the new host uses a port of the new node. */
    private void ports(Judge judge) {
        NewNodeFiles fresh = new NewNodeFiles(context, state);
        Set<String> taken = new HashSet<>();
        List<PlanContext.Node> nodes = context.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).host().equals(context.newHost())) {
                taken.addAll(ports(i, nodes.get(i).dmdcr(), nodes.get(i).dmIni()));
            }
        }
        taken.addAll(partners());
        if (fresh.dmdcr().isPresent() && fresh.dmIni().isPresent()) {
            for (String port :
                    ports(context.before(), fresh.dmdcr().get(), fresh.dmIni().get())) {
                judge.demand(Requirement.DCR_CONFIGURATION, taken.add(port), context.newHost() + ":" + port);
            }
        }
    }

    private List<String> ports(int node, FileId dmdcr, FileId dmIni) {
        MalFiles mal = new MalFiles(context, state);
        List<String> ports = new ArrayList<>();
        Ini own = state.ini(dmdcr);
        for (Kind kind : List.of(Kind.CSS, Kind.ASM)) {
            ports.add(own.globals()
                    .find(kind == Kind.CSS ? Dmdcr.CSS_PORT : Dmdcr.ASM_PORT)
                    .orElseGet(() -> endpoint(kind, node).get(DcrEndpoint.PORT)));
        }
        ports.add(state.ini(dmIni).dbPort());
        ports.add(endpoint(Kind.DB, node).get(DcrEndpoint.CHECK_PORT));
        FileId asmMal = dmdcr.sibling(own.path(Dmdcr.MAL_PATH));
        FileId dbMal = state.files().inConfigPath(dmIni, "dmmal.ini");
        Stream.of(MalInstance.PORT, MalInstance.WATCHER_PORT, MalInstance.INSTANCE_WATCHER_PORT)
                .forEach(key -> {
                    mal.instance(asmMal, endpoint(Kind.ASM, node).get(DcrEndpoint.NAME))
                            .ifPresent(part -> ports.add(part.get(key)));
                    mal.instance(dbMal, endpoint(Kind.DB, node).get(DcrEndpoint.NAME))
                            .ifPresent(part -> ports.add(part.get(key)));
                });
        ports.removeIf(port -> port.isEmpty() || port.equals("0"));
        return ports;
    }

    /** Returns the ports on which partners listen on the new node's machine. */
    private Set<String> partners() {
        List<String> own =
                context.old().names(Kind.DB).stream().map(Values::capitals).toList();
        Set<String> ports = new HashSet<>();
        for (PlanContext.Node node : context.nodes()) {
            FileId mal = context.base().inConfigPath(node.dmIni(), "dmmal.ini");
            for (Ini.Part part : context.base().get(mal).ini().named()) {
                if (!own.contains(Values.capitals(part.get(MalInstance.NAME)))
                        && addresses.isNewHost(part.get(MalInstance.HOST))) {
                    Stream.of(
                                    MalInstance.PORT,
                                    MalInstance.SERVICE_PORT,
                                    MalInstance.WATCHER_PORT,
                                    MalInstance.INSTANCE_WATCHER_PORT)
                            .map(part::get)
                            .filter(port -> !port.isEmpty())
                            .forEach(ports::add);
                }
            }
        }
        return ports;
    }

    private Ini.Part endpoint(Kind kind, int number) {
        return next.endpoint(kind, number).orElseGet(() -> new Ini.Part("", List.of()));
    }
}
