package io.github.dmdsc.model;

import io.github.dmdsc.model.ListeningPort.Use;
import io.github.dmdsc.model.base.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A node of a cluster with everything that belongs to it: the endpoints of the DCR with its seqno, and its files. In a
 * cluster with defects, any of them may be missing. A node whose {@code DMDCR_SEQNO} cannot be read is no member,
 * because its seqno is unknown.
 *
 * <p>Each {@code withX} method changes one fact in every place that states it. It returns the member of the changed
 * cluster; {@link #cluster()} of the result is that cluster. An optional parameter that is absent stays absent.
 */
public final class Member {
    private final Cluster cluster;
    private final int number;
    private final Optional<ClusterNode> files;

    private Member(Cluster cluster, int number, Optional<ClusterNode> files) {
        this.cluster = cluster;
        this.number = number;
        this.files = files;
    }

    /**
     * Returns the members of a cluster, ordered by seqno. Members with the same seqno are in the order of
     * {@link Cluster#nodes()}.
     */
    static List<Member> of(Cluster cluster) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < cluster.nodes().size(); i++) {
            ClusterNode node = cluster.nodes().get(i);
            if (!node.dmdcr().value().origin().unreadable(Dmdcr.SEQNO)) {
                int number = node.seqno().map(Seqno::number).orElse(i);
                members.add(new Member(cluster, number, Optional.of(node)));
            }
        }
        List<Integer> known = members.stream().map(Member::number).toList();
        cluster.dcr().value().groups().stream()
                .flatMap(group -> IntStream.range(0, group.endpoints().size())
                        .filter(i -> !group.endpoints().get(i).origin().unreadable(DcrEndpoint.SEQNO))
                        .mapToObj(group::number))
                .distinct()
                .filter(number -> !known.contains(number))
                .forEach(number -> members.add(new Member(cluster, number, Optional.empty())));
        members.sort(Comparator.comparing(Member::number));
        return List.copyOf(members);
    }

    /** The cluster. */
    public Cluster cluster() {
        return cluster;
    }

    /**
     * The seqno: {@code DMDCR_SEQNO} of dmdcr.ini, or the position among the nodes if that is absent. For a member
     * without files, the seqno of its endpoints, see {@link DcrGroup#number}.
     */
    public int number() {
        return number;
    }

    /** The files of the node; empty if the DCR has its endpoints and no dmdcr.ini has its seqno. */
    public Optional<ClusterNode> files() {
        return files;
    }

    /** The host of the node's files; empty for a member without files. */
    public Optional<String> host() {
        return files.map(ClusterNode::host);
    }

    /** Returns its endpoint of a type; empty if it has none. */
    public Optional<DcrEndpoint> endpoint(GroupType type) {
        return cluster.endpoint(type, number);
    }

    /** Its CSS endpoint. */
    public Optional<DcrEndpoint> css() {
        return endpoint(GroupType.CSS);
    }

    /** Its ASM endpoint. */
    public Optional<DcrEndpoint> asm() {
        return endpoint(GroupType.ASM);
    }

    /** Its DB endpoint. */
    public Optional<DcrEndpoint> db() {
        return endpoint(GroupType.DB);
    }

    /** Its ASM server in its own dmasvrmal.ini, found by the name of its ASM endpoint. */
    public Optional<MalInstance> asmMal() {
        return instances(GroupType.ASM).findFirst();
    }

    /** Its instance in its own dmmal.ini, found by the name of its DB endpoint. */
    public Optional<MalInstance> dbMal() {
        return instances(GroupType.DB).findFirst();
    }

    /** Returns its section in a copy of dmmal.ini (DB) or dmasvrmal.ini (ASM), found by the name of its endpoint. */
    public Optional<MalInstance> instance(GroupType type, MalConfig mal) {
        return instances(type, mal).findFirst();
    }

    private Stream<MalInstance> instances(GroupType type) {
        return files.flatMap(node -> mal(node, type)).stream().flatMap(file -> instances(type, file.value()));
    }

    private Stream<MalInstance> instances(GroupType type, MalConfig mal) {
        Optional<String> name = endpoint(type).flatMap(DcrEndpoint::name);
        return mal.instances().stream().filter(instance -> Names.same(instance.name(), name));
    }

    private static Optional<ConfigFile<MalConfig>> mal(ClusterNode node, GroupType type) {
        return switch (type) {
            case CSS -> Optional.empty();
            case ASM -> node.asmMal();
            case DB -> node.dbMal();
        };
    }

    /**
     * Returns the port of its process of a type: {@code DMDCR_CSS_PORT}, {@code DMDCR_ASM_PORT} or {@code PORT_NUM} if
     * it is given, otherwise {@code DCR_EP_PORT}. Empty if the parameter that takes effect cannot be read.
     */
    public Optional<Port> port(GroupType type) {
        return stated(type).flatMap(Stated::port);
    }

    /**
     * The address at which monitors reach its dmcss: the address of its CSS endpoint, or that of its ASM endpoint if
     * the CSS endpoint has none, with {@link #port} of CSS. Empty if the address or the port is unknown.
     */
    public Optional<CssAddress> cssAddress() {
        Optional<HostAddress> host = css().filter(css -> !css.origin().unreadable(DcrEndpoint.HOST))
                .flatMap(css -> css.host().or(() -> asm().flatMap(DcrEndpoint::host)));
        return host.flatMap(address -> port(GroupType.CSS).map(port -> new CssAddress(address, port)));
    }

    /**
     * Every port on which its processes listen, each once. If several parameters give one port, only the one that takes
     * effect counts. Empty for a member without files, because overriding parameters would be in them.
     */
    public List<ListeningPort> ports() {
        List<ListeningPort> ports = new ArrayList<>();
        if (files.isEmpty()) {
            return ports;
        }
        for (GroupType type : GroupType.values()) {
            stated(type)
                    .flatMap(by -> ListeningPort.of(type, Use.SERVICE, by.port(), by.in(), by.key()))
                    .ifPresent(ports::add);
            endpoint(type)
                    .flatMap(found ->
                            ListeningPort.of(type, Use.CHECK, found.checkPort(), found, DcrEndpoint.CHECK_PORT))
                    .ifPresent(ports::add);
        }
        // MAL_INST_PORT only repeats the port for clients, so PORT_NUM is used.
        for (GroupType type : GroupType.values()) {
            instances(type)
                    .flatMap(instance -> ListeningPort.of(type, instance).stream())
                    .filter(port -> port.use() != Use.SERVICE)
                    .forEach(ports::add);
        }
        return List.copyOf(ports);
    }

    /**
     * Returns the parameter whose port takes effect; empty if there is none, or if the parameter that would override
     * the DCR cannot be read.
     */
    private Optional<Stated> stated(GroupType type) {
        Optional<Stated> dcr = endpoint(type).map(found -> new Stated(found, DcrEndpoint.PORT, found.port()));
        Optional<Stated> override = files.flatMap(node -> switch (type) {
            case CSS -> Optional.of(node.dmdcr().value()).map(of -> new Stated(of, Dmdcr.CSS_PORT, of.cssPort()));
            case ASM -> Optional.of(node.dmdcr().value()).map(of -> new Stated(of, Dmdcr.ASM_PORT, of.asmPort()));
            case DB ->
                node.dmIni()
                        .map(ConfigFile::value)
                        .map(of -> new Stated(of, DmIni.PORT, Optional.of(of.portInForce())));
        });
        if (override.filter(Stated::isUnread).isPresent()) {
            return Optional.empty();
        }
        Optional<Port> own = dcr.flatMap(Stated::port);
        boolean differs = override.flatMap(Stated::port)
                .filter(port -> !own.equals(Optional.of(port)))
                .isPresent();
        return differs || dcr.isEmpty() ? override : dcr;
    }

    /** A parameter that gives a port. */
    private record Stated(ParameterSet<?> in, String key, Optional<Port> port) {
        boolean isUnread() {
            return in.origin().unreadable(key);
        }
    }

    /**
     * An address of a member.
     *
     * @param text the address as the file writes it
     * @param where the place of the address
     */
    public record Address(String text, Location where) {
        public Address {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(where, "where");
        }

        private static Optional<Address> of(Optional<HostAddress> address, ParameterSet<?> in, String key) {
            return address.map(found -> new Address(found.text(), in.origin().at(key)));
        }

        /** Returns whether this address equals another one, without regard to IPv6 zone and letter case. */
        public boolean is(HostAddress other) {
            return HostAddress.normalForm(text).equals(HostAddress.normalForm(other.text()));
        }
    }

    /**
     * Its addresses: the name of its host, the addresses of its endpoints, and the internal and service addresses of
     * its sections in the MAL files. A virtual address belongs to no member.
     */
    public List<Address> addresses() {
        Stream<Address> own = files.stream()
                .map(node -> new Address(node.host(), Location.of(node.dmdcr().file())));
        return Stream.concat(own, addressesInFiles().stream()).toList();
    }

    /**
     * The addresses in the DCR and the MAL files, without the host of the node's files: these may have been collected
     * under a name that no file contains.
     */
    public List<Address> addressesInFiles() {
        Stream<Address> dcr = Stream.of(GroupType.values())
                .flatMap(type -> endpoint(type).stream())
                .flatMap(found -> Address.of(found.host(), found, DcrEndpoint.HOST).stream());
        Stream<Address> mal = Stream.of(GroupType.values())
                .flatMap(this::instances)
                .flatMap(found -> Stream.of(
                                Address.of(found.host(), found, MalInstance.HOST),
                                Address.of(found.serviceHost(), found, MalInstance.SERVICE_HOST))
                        .flatMap(Optional::stream));
        return Stream.concat(dcr, mal).toList();
    }

    /**
     * Returns the member with another CSS port: {@code DCR_EP_PORT}, {@code DMDCR_CSS_PORT} and every
     * {@code CSSM_CSS_IP}.
     *
     * @throws IllegalArgumentException if the number is no {@linkplain Port port}
     */
    public Member withCssPort(int port) {
        Port fresh = Port.of(port);
        MemberEdit edit = new MemberEdit(this);
        cssAddress().ifPresent(old -> edit.cssAddresses(old, at -> new CssAddress(at.host(), fresh)));
        return edit.endpoint(GroupType.CSS, css -> css.withPort(fresh))
                .dmdcr(of -> overrides(of, Dmdcr.CSS_PORT, of.cssPort()) ? of.withCssPort(fresh) : of)
                .done();
    }

    /**
     * Returns the member with another ASM port: {@code DCR_EP_PORT} and {@code DMDCR_ASM_PORT}.
     *
     * @throws IllegalArgumentException if the number is no {@linkplain Port port}
     */
    public Member withAsmPort(int port) {
        Port fresh = Port.of(port);
        return new MemberEdit(this)
                .endpoint(GroupType.ASM, asm -> asm.withPort(fresh))
                .dmdcr(of -> overrides(of, Dmdcr.ASM_PORT, of.asmPort()) ? of.withAsmPort(fresh) : of)
                .done();
    }

    private static boolean overrides(Dmdcr dmdcr, String key, Optional<Port> override) {
        return override.isPresent() || dmdcr.origin().unreadable(key);
    }

    /**
     * Returns the member with another port for clients: {@code PORT_NUM}, {@code DCR_EP_PORT} of its DB endpoint and
     * {@code MAL_INST_PORT} in every dmmal.ini.
     *
     * @throws IllegalArgumentException if the number is no {@linkplain Port port}
     */
    public Member withDbPort(int port) {
        Port fresh = Port.of(port);
        boolean inDmIni = files.flatMap(ClusterNode::dmIni).isPresent();
        return new MemberEdit(this)
                .dmIni(of -> of.withPort(fresh))
                .endpoint(GroupType.DB, db -> db.port().isPresent() || !inDmIni ? db.withPort(fresh) : db)
                .instances(
                        GroupType.DB,
                        mal -> mal.servicePort().flatMap(PortOrNone::port).isPresent()
                                ? mal.withServicePort(PortOrNone.of(fresh))
                                : mal)
                .done();
    }

    /**
     * Returns the member with another {@code DCR_CHECK_PORT} of its DB endpoint.
     *
     * @throws IllegalArgumentException if the number is no {@linkplain Port port}
     */
    public Member withCheckPort(int port) {
        return new MemberEdit(this)
                .endpoint(GroupType.DB, db -> db.withCheckPort(Port.of(port)))
                .done();
    }

    /**
     * Returns the member with another {@code MAL_PORT} of its instance, in every dmmal.ini.
     *
     * @throws IllegalArgumentException if the number is no {@linkplain Port port}
     */
    public Member withMalPort(int port) {
        return new MemberEdit(this)
                .instances(GroupType.DB, mal -> mal.withPort(Port.of(port)))
                .done();
    }

    /**
     * Returns the member with another {@code MAL_PORT} of its ASM server, in every dmasvrmal.ini.
     *
     * @throws IllegalArgumentException if the number is no {@linkplain Port port}
     */
    public Member withAsmMalPort(int port) {
        return new MemberEdit(this)
                .instances(GroupType.ASM, mal -> mal.withPort(Port.of(port)))
                .done();
    }

    /**
     * Returns the member with other ports of its watcher, {@code MAL_DW_PORT} and {@code MAL_INST_DW_PORT}, in every
     * dmmal.ini; 0 for none.
     *
     * @throws IllegalArgumentException if a number is neither 0 nor a {@linkplain Port port}
     */
    public Member withWatcherPorts(int watcher, int instance) {
        return new MemberEdit(this)
                .instances(
                        GroupType.DB,
                        mal -> mal.withWatcherPort(PortOrNone.of(watcher))
                                .withInstanceWatcherPort(PortOrNone.of(instance)))
                .done();
    }

    /**
     * Returns the member with another {@code DCR_EP_SHM_KEY}.
     *
     * @throws IllegalArgumentException if the number is no {@linkplain ShmKey key}
     */
    public Member withShmKey(int key) {
        return new MemberEdit(this)
                .endpoint(GroupType.ASM, asm -> asm.withShmKey(ShmKey.of(key)))
                .done();
    }

    /**
     * Returns the member with another name of its endpoint of a type: {@code DCR_EP_NAME}, and {@code MAL_INST_NAME} in
     * every copy of the MAL file. For a DB endpoint also {@code INSTANCE_NAME}, and {@code ARCH_DEST} of every REMOTE
     * archive that names it. Names of services and directories do not change.
     */
    public Member withName(GroupType type, String name) {
        Optional<String> old = endpoint(type).flatMap(DcrEndpoint::name);
        MemberEdit edit = new MemberEdit(this).instances(type, mal -> mal.withName(name));
        if (type == GroupType.DB) {
            edit.dmIni(of -> of.withInstanceName(name));
            edit.archives(archive -> archive.isOfType(ArchiveType.REMOTE) && Names.same(archive.destination(), old)
                    ? archive.withDestination(name)
                    : archive);
        }
        return edit.endpoint(type, endpoint -> endpoint.withName(name)).done();
    }

    /**
     * Returns the member with another internal address: {@code DCR_EP_HOST} of its endpoints, {@code MAL_HOST} and
     * {@code MAL_INST_HOST} of its sections in every copy of the MAL files, and every {@code CSSM_CSS_IP}. A parameter
     * changes only if its value is the present address of the member: that of its ASM endpoint, or that of its CSS
     * endpoint if the ASM endpoint has none. An address in another network does not change. The files stay in their
     * places. Each file keeps its IPv6 zone.
     *
     * @throws IllegalArgumentException if the text is no {@linkplain HostAddress address}
     */
    public Member withHost(String address) {
        HostAddress fresh = HostAddress.of(address);
        Optional<HostAddress> old = asm().flatMap(DcrEndpoint::host).or(() -> css().flatMap(DcrEndpoint::host));
        if (old.isEmpty()) {
            return this;
        }
        HostAddress now = old.get();
        UnaryOperator<HostAddress> moved = at -> at.withoutZone().equals(now.withoutZone()) ? fresh.inZoneOf(at) : at;
        MemberEdit edit = new MemberEdit(this);
        cssAddress().ifPresent(css -> edit.cssAddresses(css, at -> new CssAddress(moved.apply(at.host()), at.port())));
        for (GroupType type : GroupType.values()) {
            edit.instances(
                    type,
                    mal -> mal.withHost(mal.host().map(moved))
                            .withServiceHost(mal.serviceHost().map(moved)));
            edit.endpoint(type, endpoint -> endpoint.withHost(endpoint.host().map(moved)));
        }
        return edit.done();
    }

    @Override
    public String toString() {
        return "Member " + number + host().map(host -> " on " + host).orElse("");
    }
}
