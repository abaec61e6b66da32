package io.github.dmdsc.model;

import io.github.dmdsc.model.ListeningPort.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One node of a cluster: the endpoints of the DCR that have its number, and its files. In a cluster with defects any of
 * them may be missing. A node whose {@code DMDCR_SEQNO} cannot be read is no member: nobody knows its number.
 *
 * <p>Each {@code withX} method changes one fact in every place that states it, and returns the member of the changed
 * cluster; {@link #cluster()} gives that one. A place that may leave the parameter out, and does, still leaves it out.
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

    /** The members of a cluster by number; of those with one number the order of {@link Cluster#nodes()} is kept. */
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
     * Its number: {@code DMDCR_SEQNO} of its dmdcr.ini, its position among the nodes where that is absent. Of a member
     * without files the number of its endpoints, see {@link DcrGroup#number}.
     */
    public int number() {
        return number;
    }

    /** Its files; empty where the DCR has its endpoints, and no dmdcr.ini has its number. */
    public Optional<ClusterNode> files() {
        return files;
    }

    /** The host on which its files lie. */
    public Optional<String> host() {
        return files.map(ClusterNode::host);
    }

    /** Its endpoint of a type. */
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

    /** Its ASM server in its own dmasvrmal.ini, by the name of its endpoint. */
    public Optional<MalInstance> asmMal() {
        return instances(GroupType.ASM).findFirst();
    }

    /** Its instance in its own dmmal.ini, by the name of its endpoint. */
    public Optional<MalInstance> dbMal() {
        return instances(GroupType.DB).findFirst();
    }

    /** Its instance in any copy of dmmal.ini (DB) or dmasvrmal.ini (ASM), by the name of its endpoint. */
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
     * The port of its process of a type: {@code DMDCR_CSS_PORT}, {@code DMDCR_ASM_PORT} or {@code PORT_NUM} where it is
     * given, else {@code DCR_EP_PORT}. Empty where the parameter that counts cannot be read.
     */
    public Optional<Port> port(GroupType type) {
        return stated(type).flatMap(Stated::port);
    }

    /**
     * Where monitors reach its dmcss: at the address of its CSS endpoint, of its ASM endpoint where that has none, and at
     * {@link #port} of CSS. Empty where one of the two is unknown.
     */
    public Optional<CssAddress> cssAddress() {
        Optional<HostAddress> host = css().filter(css -> !css.origin().unreadable(DcrEndpoint.HOST))
                .flatMap(css -> css.host().or(() -> asm().flatMap(DcrEndpoint::host)));
        return host.flatMap(address -> port(GroupType.CSS).map(port -> new CssAddress(address, port)));
    }

    /**
     * Every port on which its processes listen, each once: where a parameter overrides another, only the one that counts.
     * Empty for a member without files, whose overrides nobody knows.
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
        // The port for clients is PORT_NUM; MAL_INST_PORT repeats it.
        for (GroupType type : GroupType.values()) {
            instances(type)
                    .flatMap(instance -> ListeningPort.of(type, instance).stream())
                    .filter(port -> port.use() != Use.SERVICE)
                    .forEach(ports::add);
        }
        return List.copyOf(ports);
    }

    /** The parameter that decides a port. */
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
     * @param text the address as its place gives it
     * @param where the place
     */
    public record Address(String text, Location where) {
        public Address {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(where, "where");
        }

        private static Optional<Address> of(Optional<HostAddress> address, ParameterSet<?> in, String key) {
            return address.map(found -> new Address(found.text(), in.origin().at(key)));
        }

        /** Whether this is an address, IPv6 zone and letter case aside. */
        public boolean is(HostAddress other) {
            return HostAddress.shared(text).equals(HostAddress.shared(other.text()));
        }
    }

    /**
     * Its addresses: that of its host, of its endpoints, and of its MAL instances on the internal and on the service
     * network. A virtual address belongs to no member.
     */
    public List<Address> addresses() {
        Stream<Address> own = files.stream()
                .map(node -> new Address(node.host(), Location.of(node.dmdcr().file())));
        Stream<Address> dcr = Stream.of(GroupType.values())
                .flatMap(type -> endpoint(type).stream())
                .flatMap(found -> Address.of(found.host(), found, DcrEndpoint.HOST).stream());
        Stream<Address> mal = Stream.of(GroupType.values())
                .flatMap(this::instances)
                .flatMap(found -> Stream.of(
                                Address.of(found.host(), found, MalInstance.HOST),
                                Address.of(found.serviceHost(), found, MalInstance.SERVICE_HOST))
                        .flatMap(Optional::stream));
        return Stream.of(own, dcr, mal).flatMap(each -> each).toList();
    }

    /**
     * The member with another CSS port: {@code DCR_EP_PORT}, {@code DMDCR_CSS_PORT} and every {@code CSSM_CSS_IP}.
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
     * The member with another ASM port: {@code DCR_EP_PORT} and {@code DMDCR_ASM_PORT}.
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
     * The member with another port for clients: {@code PORT_NUM}, {@code DCR_EP_PORT} of its DB endpoint and {@code
     * MAL_INST_PORT} in every dmmal.ini.
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
     * The member with another {@code DCR_CHECK_PORT} of its DB endpoint.
     *
     * @throws IllegalArgumentException if the number is no {@linkplain Port port}
     */
    public Member withCheckPort(int port) {
        return new MemberEdit(this)
                .endpoint(GroupType.DB, db -> db.withCheckPort(Port.of(port)))
                .done();
    }

    /**
     * The member with another {@code MAL_PORT} of its instance, in every dmmal.ini.
     *
     * @throws IllegalArgumentException if the number is no {@linkplain Port port}
     */
    public Member withMalPort(int port) {
        return new MemberEdit(this)
                .instances(GroupType.DB, mal -> mal.withPort(Port.of(port)))
                .done();
    }

    /**
     * The member with another {@code MAL_PORT} of its ASM server, in every dmasvrmal.ini.
     *
     * @throws IllegalArgumentException if the number is no {@linkplain Port port}
     */
    public Member withAsmMalPort(int port) {
        return new MemberEdit(this)
                .instances(GroupType.ASM, mal -> mal.withPort(Port.of(port)))
                .done();
    }

    /**
     * The member with other ports of its watcher, {@code MAL_DW_PORT} and {@code MAL_INST_DW_PORT}, in every dmmal.ini; 0
     * for none.
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
     * The member with another {@code DCR_EP_SHM_KEY}.
     *
     * @throws IllegalArgumentException if the number is no {@linkplain ShmKey key}
     */
    public Member withShmKey(int key) {
        return new MemberEdit(this)
                .endpoint(GroupType.ASM, asm -> asm.withShmKey(ShmKey.of(key)))
                .done();
    }

    /**
     * The member with another name of its endpoint of a type: {@code DCR_EP_NAME}, {@code MAL_INST_NAME} in every copy of
     * the MAL file, and for the instance {@code INSTANCE_NAME} and the {@code ARCH_DEST} of every REMOTE archive that
     * names it. Names of services and directories stay.
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
     * The member with another internal address: {@code DCR_EP_HOST} of its endpoints, {@code MAL_HOST} and {@code
     * MAL_INST_HOST} of its instances in every copy of the MAL files, and every {@code CSSM_CSS_IP}, each where it is the
     * address that the member has now: that of its ASM endpoint, else that of its CSS endpoint. An address in another
     * network stays. The files stay where they lie. An IPv6 zone stays as each file has it.
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
