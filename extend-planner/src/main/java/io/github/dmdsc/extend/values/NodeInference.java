package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.HostPaths;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Names;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.PortOrNone;
import io.github.dmdsc.model.StartupCommand;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out every value of the new node. Needs a cluster in which every node has all of its files. */
public final class NodeInference {
    private static final int MIN_LOG_SIZE = 64;
    private static final int MAX_LOG_SIZE = 8192;
    private static final String LOG_SIZES = MIN_LOG_SIZE + "…" + MAX_LOG_SIZE;

    private final Cluster cluster;
    private final LogFiles logFiles;
    private final ExtendRequest request;
    private final Inference infer;
    private final int seqno;
    private final Assignment assignment = new Assignment();
    private final PartlySet partly;
    private final Adaptation adaptation;
    private final Set<String> passedOver = new TreeSet<>();
    private final SiblingValues siblings;
    private List<Question> questions = List.of();

    public NodeInference(Cluster cluster, LogFiles logFiles, ExtendRequest request) {
        this.logFiles = logFiles;
        this.cluster = cluster;
        this.request = request;
        this.infer = new Inference(request.strict(), ValueFamily.given(request));
        this.seqno = cluster.nodes().size();
        this.partly = new PartlySet(cluster.edition(), infer);
        this.adaptation = new Adaptation(infer, assignment, partly);
        this.siblings = new SiblingValues(cluster, request, infer, assignment, partly);
    }

    public Inference inference() {
        return infer;
    }

    /** What must be asked, with suggestions that can be taken as they stand. */
    public List<Question> questions() {
        return List.copyOf(questions);
    }

    /** The families of values that have been asked for beside a choice that makes nothing of them. */
    public Set<String> passedOver() {
        return Set.copyOf(passedOver);
    }

    /** The values that are out of range, whether given or inferred. */
    public List<Finding> refused() {
        return assignment.refused();
    }

    /** What the operator should know of the values. */
    public List<Finding> notes() {
        return partly.findings();
    }

    /** The new node, or empty where something must be asked or was refused. */
    public Optional<NewNode> infer() {
        Given cssName = name(ValueFamily.CSS_NAME, GroupType.CSS);
        Given asmName = name(ValueFamily.ASM_NAME, GroupType.ASM);
        Given dbName = name(ValueFamily.DB_NAME, GroupType.DB);
        Samples<DmIni> dmInis = new Samples<>(dmInis());
        Given dbPort = new Given(ValueFamily.DB_PORT, infer.number(ValueFamily.DB_PORT, portsInForce()));
        DcrEndpoint css = siblings.endpoint("css", GroupType.CSS, Map.of(DcrEndpoint.NAME, cssName));
        DcrEndpoint asm = siblings.endpoint("asm", GroupType.ASM, Map.of(DcrEndpoint.NAME, asmName));
        DcrEndpoint db =
                siblings.endpoint("db", GroupType.DB, Map.of(DcrEndpoint.NAME, dbName, DcrEndpoint.PORT, dbPort));
        ClusterNode first = cluster.nodes().get(0);
        MalInstance asmMal = siblings.malInstance(
                "dmasvrmal",
                first.asmMal().orElseThrow().value(),
                GroupType.ASM,
                Map.of(
                        MalInstance.NAME,
                        asmName,
                        MalInstance.SERVICE_PORT,
                        new Given(ValueFamily.ASM_PORT, asm.port().map(Port::toString))));
        MalInstance dbMal = siblings.malInstance(
                "dmmal",
                first.dbMal().orElseThrow().value(),
                GroupType.DB,
                Map.of(MalInstance.NAME, dbName, MalInstance.SERVICE_PORT, dbPort));

        Optional<String> written = configPath(dmInis.of(DmIni.CONFIG_PATH), dbName);
        Optional<String> configPath = written.map(HostPaths::normal);
        Substitution substitution = substitution(
                configPath,
                dbName.value(),
                dbMal,
                Map.of(ValueFamily.CSS_NAME, cssName, ValueFamily.ASM_NAME, asmName));
        DmIni dmIni = dmIni(dmInis, substitution, dbPort);
        Dmdcr dmdcr = dmdcr(substitution);
        Optional<String> dmdcrPath = path("dmdcr.path", substitution, dmdcrPaths());
        dmdcrPath
                .filter(path -> !path.toLowerCase(Locale.ROOT).endsWith(".ini"))
                .ifPresent(path -> assignment.refuse("dmdcr.path", "path", path, "….ini"));
        Optional<String> dmIniPath = dmIniPath(configPath, substitution);
        ArchiveInference archives = new ArchiveInference(cluster, infer, adaptation, substitution);
        Optional<DmArch> dmArch = archives.newNode();
        Map<Integer, DmArchive> remoteArchives = archives.onTheOthers(dbName.value());
        passedOver.addAll(archives.passedOver());

        List<String> newLogFiles = newLogFiles(substitution);
        Optional<String> logSize = logSize();
        Optional<String> bin = binDirectory();
        bin.filter(path -> !isAbsolute(path))
                .ifPresent(path -> assignment.refuse(ValueFamily.BIN_DIRECTORY, "path", path, absolute()));
        configPath
                .filter(path -> !isAbsolute(path))
                .ifPresent(path -> assignment.refuse(ValueFamily.CONFIG_PATH, DmIni.CONFIG_PATH, path, absolute()));
        List<String> disks = dcrvDisks();
        Optional<FileId> monitor = monitor();
        Map<FileId, HostAddress> monitorHosts = siblings.monitors();

        ask(css, asm, db, asmMal, dbMal, dmdcr, dmIni);
        if (!questions.isEmpty() || !refused().isEmpty()) {
            return Optional.empty();
        }
        String host = host();
        return Optional.of(ImmutableNewNode.builder()
                .seqno(seqno)
                .host(host)
                .css(css)
                .asm(asm)
                .db(db)
                .asmMal(asmMal)
                .dbMal(dbMal)
                .dmdcrFile(new FileId(host, dmdcrPath.orElseThrow()))
                .dmdcr(dmdcr)
                .asmMalFile(new FileId(
                        host, HostPaths.normal(dmdcr.malPath().orElseThrow().text())))
                .dmIniFile(new FileId(host, dmIniPath.orElseThrow()))
                .dmIni(dmIni)
                .configPath(configPath.orElseThrow())
                .dmArch(dmArch)
                .remoteArchives(remoteArchives)
                .logFiles(newLogFiles)
                .logSize(Integer.parseInt(logSize.orElseThrow()))
                .binDirectory(bin.orElseThrow())
                .services(request.services())
                .dcrvDisks(disks)
                .newMonitor(monitor)
                .monitorHosts(monitorHosts)
                .build());
    }

    /** Asks for what is still open: inferred ports that others have, too. */
    private void ask(
            DcrEndpoint css,
            DcrEndpoint asm,
            DcrEndpoint db,
            MalInstance asmMal,
            MalInstance dbMal,
            Dmdcr dmdcr,
            DmIni dmIni) {
        List<HostAddress> addresses = Stream.of(
                        Optional.of(request.host()),
                        css.host(),
                        asm.host(),
                        asmMal.host(),
                        likely(dbMal.host(), Networks.MAL_HOST),
                        likely(dbMal.serviceHost(), ValueFamily.SERVICE_HOST))
                .flatMap(Optional::stream)
                .toList();
        List<FreePorts.Own> ports = Stream.of(
                        FreePorts.Own.of(dmdcr.cssPort(), dmdcr, Dmdcr.CSS_PORT)
                                .or(() -> FreePorts.Own.of(css.port(), css, DcrEndpoint.PORT)),
                        FreePorts.Own.of(dmdcr.asmPort(), dmdcr, Dmdcr.ASM_PORT)
                                .or(() -> FreePorts.Own.of(asm.port(), asm, DcrEndpoint.PORT)),
                        Optional.of(new FreePorts.Own(ValueFamily.DB_PORT, dmIni.portInForce())),
                        FreePorts.Own.of(db.checkPort(), db, DcrEndpoint.CHECK_PORT),
                        FreePorts.Own.of(asmMal.port(), asmMal, MalInstance.PORT),
                        FreePorts.Own.of(dbMal.port(), dbMal, MalInstance.PORT),
                        FreePorts.Own.of(
                                dbMal.watcherPort().flatMap(PortOrNone::port), dbMal, MalInstance.WATCHER_PORT),
                        FreePorts.Own.of(
                                dbMal.instanceWatcherPort().flatMap(PortOrNone::port),
                                dbMal,
                                MalInstance.INSTANCE_WATCHER_PORT))
                .flatMap(Optional::stream)
                .toList();
        FreePorts free = new FreePorts(cluster, addresses);
        free.settle(ports, infer);
        questions = free.among(infer.questions());
    }

    private Optional<HostAddress> likely(Optional<HostAddress> known, String family) {
        return known.or(() -> infer.likely(family).flatMap(Preconditions::address));
    }

    /** What the new node's files are kept under: on a machine that has a node, the name of that one's. */
    private String host() {
        return Optional.of(request)
                .filter(ExtendRequest::sameMachine)
                .flatMap(asked -> Owner.of(cluster, asked.host()))
                .map(owner -> owner.node().host())
                .orElseGet(() -> request.host().withoutZone().text());
    }

    /** Whether a path is absolute on the hosts of this cluster: all run Linux, or all Windows. */
    private boolean isAbsolute(String path) {
        return onWindows() ? path.matches("[A-Za-z]:[/\\\\].*") : path.startsWith("/");
    }

    private String absolute() {
        return onWindows() ? "X:\\…" : "/…";
    }

    private boolean onWindows() {
        return Preconditions.onWindows(cluster);
    }

    /** On hosts of their own all nodes may have the same directory, and a further one then has it too. */
    private Optional<String> configPath(List<Evidence> seen, Given dbName) {
        List<String> texts = seen.stream().map(Evidence::value).toList();
        boolean equal = texts.size() > 1 && texts.stream().distinct().count() == 1;
        Optional<String> named = namedLike(seen);
        boolean follows = texts.size() > 1
                && !request.strict()
                && !infer.isExplicit(ValueFamily.CONFIG_PATH)
                && Inference.next(texts).isEmpty();
        if (follows && named.isPresent()) {
            return dbName.value().map(name -> infer.derived(ValueFamily.CONFIG_PATH, named.get(), seen));
        }
        return equal && !request.sameMachine()
                ? infer.text(ValueFamily.CONFIG_PATH, seen)
                : infer.ownText(ValueFamily.CONFIG_PATH, seen, named);
    }

    /** The text that has the new instance's name where the others have their own. */
    private Optional<String> namedLike(List<Evidence> seen) {
        List<Map<String, String>> known = new ArrayList<>();
        for (DmIni dmIni : dmInis()) {
            Map<String, String> names = new LinkedHashMap<>();
            dmIni.instanceName().ifPresent(name -> Substitution.name(names, name));
            known.add(names);
        }
        Map<String, String> fresh = new LinkedHashMap<>();
        infer.likely(ValueFamily.DB_NAME).ifPresent(name -> Substitution.name(fresh, name));
        return new Substitution(known, fresh)
                .follow(seen.stream().map(Evidence::value).toList());
    }

    /** Continued from those of the others, where a file tells of them. */
    private List<String> newLogFiles(Substitution names) {
        Optional<List<String>> next = logFiles.next(names);
        if (next.isPresent() && !request.strict()) {
            String text = infer.derived(ValueFamily.LOG_FILES, String.join(",", next.get()), logFiles.seen());
            return request.logFiles().isEmpty() ? List.of(text.split(",", -1)) : request.logFiles();
        }
        Optional<String> suggestion = next.map(files -> String.join(",", files))
                .or(() -> infer.likely(ValueFamily.DB_NAME).flatMap(logFiles::suggestion));
        infer.request(ValueFamily.LOG_FILES, logFiles.seen(), suggestion);
        return request.logFiles();
    }

    /** Size of a redo log file: dminit takes up to 8192 MB, older editions up to 2048 (SQL manual, ALTER DATABASE). */
    private static boolean isLogSize(String text) {
        return text.matches("[1-9][0-9]{0,4}")
                && Integer.parseInt(text) >= MIN_LOG_SIZE
                && Integer.parseInt(text) <= MAX_LOG_SIZE;
    }

    /** That of the others, where a file tells it and all have the same. */
    private Optional<String> logSize() {
        List<Evidence> seen = logFiles.sizes();
        boolean equal = seen.stream().map(Evidence::value).distinct().count() == 1;
        Optional<String> size = equal
                ? infer.text(ValueFamily.LOG_SIZE, seen)
                : infer.request(ValueFamily.LOG_SIZE, seen, Optional.empty());
        size.filter(text -> !isLogSize(text))
                .ifPresent(text -> assignment.refuse(ValueFamily.LOG_SIZE, "size", text, LOG_SIZES));
        return size;
    }

    private Given name(String family, GroupType type) {
        List<Evidence> seen = new Samples<>(siblings.endpoints(type)).of(DcrEndpoint.NAME);
        return new Given(family, infer.ownName(family, seen, name -> isFree(name, type)));
    }

    /** Partners of DBLinks have names in dmmal.ini too. */
    private boolean isFree(String name, GroupType type) {
        boolean fits = ParameterTable.of(DcrEndpoint.class)
                .find(DcrEndpoint.NAME)
                .flatMap(parameter -> parameter.read(name))
                .isPresent();
        return fits
                && Stream.of(GroupType.values())
                        .flatMap(each -> siblings.endpoints(each).stream())
                        .noneMatch(endpoint -> Names.same(endpoint.name(), Optional.of(name)))
                && (type != GroupType.DB
                        || cluster.nodes().stream()
                                .flatMap(node -> node.dbMal().stream())
                                .flatMap(mal -> mal.value().instances().stream())
                                .noneMatch(instance -> Names.same(instance.name(), Optional.of(name))));
    }

    /** The new dm.ini: the first node's, with every parameter in which the nodes differ worked out anew. */
    private DmIni dmIni(Samples<DmIni> dmInis, Substitution substitution, Given dbPort) {
        // The default need not be said where nobody says it.
        boolean said = !dmInis.texts(DmIni.PORT).isEmpty()
                || dbPort.value()
                        .equals(portsInForce().stream().map(Evidence::value).findFirst());
        return adaptation.adapt("dm", dmInis, said ? Map.of() : Map.of(DmIni.PORT, dbPort), substitution, DmIni.class);
    }

    private List<Evidence> portsInForce() {
        return dmInis().stream()
                .map(dmIni -> new Evidence(
                        dmIni.origin().at(DmIni.PORT), dmIni.portInForce().toString()))
                .toList();
    }

    private Dmdcr dmdcr(Substitution substitution) {
        List<Dmdcr> all =
                cluster.nodes().stream().map(node -> node.dmdcr().value()).toList();
        Map<String, Given> known = new LinkedHashMap<>(Map.of(Dmdcr.SEQNO, Given.seqno(seqno)));
        // These go before the DCR's: the port that is asked for would be none on which anybody listens.
        Samples<Dmdcr> samples = new Samples<>(all);
        request.cssPort()
                .filter(port -> !samples.texts(Dmdcr.CSS_PORT).isEmpty())
                .ifPresent(port -> known.put(Dmdcr.CSS_PORT, Given.of(ValueFamily.CSS_PORT, port.toString())));
        request.asmPort()
                .filter(port -> !samples.texts(Dmdcr.ASM_PORT).isEmpty())
                .ifPresent(port -> known.put(Dmdcr.ASM_PORT, Given.of(ValueFamily.ASM_PORT, port.toString())));
        return adaptation.adapt("dmdcr", samples, known, substitution, Dmdcr.class);
    }

    /** In CONFIG_PATH, where every node has it there; else wherever the others' places lead. */
    private Optional<String> dmIniPath(Optional<String> configPath, Substitution substitution) {
        boolean usual = cluster.nodes().stream()
                .flatMap(node -> node.dmIni().stream())
                .allMatch(dmIni -> dmIni.value()
                        .configPath()
                        .filter(path -> HostPaths.same(
                                HostPaths.normal(path.text()) + "/dm.ini",
                                dmIni.file().path()))
                        .isPresent());
        Optional<String> place = configPath.map(directory -> directory + "/dm.ini");
        Optional<String> path = usual
                ? place.map(expected -> infer.derived("dm.path", expected, dmIniPaths()))
                : path("dm.path", substitution, dmIniPaths());
        path.filter(given -> usual
                        ? place.filter(expected -> !HostPaths.same(HostPaths.normal(given), expected))
                                .isPresent()
                        : !isAbsolute(given))
                .ifPresent(
                        given -> assignment.refuse("dm.path", "path", given, usual ? place.orElseThrow() : absolute()));
        return path;
    }

    private Optional<String> path(String family, Substitution substitution, List<Evidence> seen) {
        List<String> texts = seen.stream().map(Evidence::value).toList();
        boolean kept = substitution.keeps(texts);
        if (substitution.waits(texts)) {
            return Optional.empty();
        }
        return substitution
                .apply(infer, family, seen)
                .or(() -> kept ? infer.text(family, seen) : infer.ownText(family, seen));
    }

    private Substitution substitution(
            Optional<String> configPath, Optional<String> dbName, MalInstance dbMal, Map<String, Given> servers) {
        List<MalInstance> instances = siblings.inSeqnoOrder(
                cluster.nodes().get(0).dbMal().orElseThrow().value(), GroupType.DB);
        List<DmIni> dmInis = dmInis();
        boolean addresses =
                areOwn(instances, dmInis.size()) && siblings.internal().size() >= dmInis.size();
        List<Map<String, String>> known = new ArrayList<>();
        for (int i = 0; i < dmInis.size(); i++) {
            DmIni dmIni = dmInis.get(i);
            Map<String, String> ofNode = new LinkedHashMap<>();
            dmIni.configPath().ifPresent(path -> ofNode.put(DmIni.CONFIG_PATH, HostPaths.normal(path.text())));
            dmIni.instanceName().ifPresent(name -> Substitution.name(ofNode, name));
            if (addresses) {
                address(ofNode, MalInstance.HOST, instances.get(i).host());
                address(ofNode, MalInstance.SERVICE_HOST, instances.get(i).serviceHost());
                ofNode.put(ValueFamily.HOST, siblings.internal().get(i));
            }
            cluster.endpoint(GroupType.CSS, i)
                    .flatMap(DcrEndpoint::name)
                    .ifPresent(name -> ofNode.put(ValueFamily.CSS_NAME, name));
            cluster.endpoint(GroupType.ASM, i)
                    .flatMap(DcrEndpoint::name)
                    .ifPresent(name -> ofNode.put(ValueFamily.ASM_NAME, name));
            known.add(ofNode);
        }
        Map<String, String> fresh = new LinkedHashMap<>();
        servers.forEach((family, name) -> name.value().ifPresent(text -> fresh.put(family, text)));
        configPath.ifPresent(path -> fresh.put(DmIni.CONFIG_PATH, path));
        dbName.ifPresent(name -> Substitution.name(fresh, name));
        Set<String> awaited = new TreeSet<>(Set.of(DmIni.CONFIG_PATH));
        awaited.addAll(Substitution.NAMES);
        awaited.addAll(servers.keySet());
        // Of a single node nobody knows whether an address stands for the node or for something else: that is asked.
        if (dmInis.size() > 1) {
            address(fresh, MalInstance.HOST, dbMal.host());
            address(fresh, MalInstance.SERVICE_HOST, dbMal.serviceHost());
            address(fresh, ValueFamily.HOST, Optional.of(request.host()));
            awaited.addAll(Set.of(MalInstance.HOST, MalInstance.SERVICE_HOST));
        }
        awaited.removeAll(fresh.keySet());
        return new Substitution(known, fresh, awaited);
    }

    /** Whether each node's addresses are its own: on one machine they tell nothing. */
    private static boolean areOwn(List<MalInstance> instances, int nodes) {
        Set<Optional<HostAddress>> hosts =
                instances.stream().map(MalInstance::host).collect(Collectors.toSet());
        return hosts.size() == nodes;
    }

    private static void address(Map<String, String> names, String key, Optional<HostAddress> address) {
        address.ifPresent(host -> names.put(key, host.withoutZone().text()));
    }

    private Optional<String> binDirectory() {
        List<Evidence> seen = new ArrayList<>();
        Set<String> directories = new TreeSet<>();
        for (ClusterNode node : cluster.nodes()) {
            Dmdcr dmdcr = node.dmdcr().value();
            collect(seen, directories, dmdcr, Dmdcr.DB_STARTUP_COMMAND, dmdcr.dbStartupCommand());
            collect(seen, directories, dmdcr, Dmdcr.ASM_STARTUP_COMMAND, dmdcr.asmStartupCommand());
        }
        if (directories.size() == 1) {
            return Optional.of(infer.derived(
                    ValueFamily.BIN_DIRECTORY, directories.iterator().next(), seen));
        }
        return infer.request(
                ValueFamily.BIN_DIRECTORY, seen, directories.stream().findFirst());
    }

    private static void collect(
            List<Evidence> seen, Set<String> directories, Dmdcr dmdcr, String key, Optional<String> command) {
        command.map(StartupCommand::parse).flatMap(StartupCommand::binDirectory).ifPresent(directory -> {
            directories.add(directory);
            seen.add(new Evidence(dmdcr.origin().at(key), directory));
        });
    }

    private List<String> dcrvDisks() {
        if (cluster.edition() != StorageEdition.MIRROR) {
            return List.of();
        }
        List<Evidence> directory = cluster.dcr().value().diskLoadPath().stream()
                .map(path -> new Evidence(cluster.dcr().value().origin().at(DmdcrCfg.DISK_LOAD_PATH), path.text()))
                .toList();
        infer.request(ValueFamily.DCRV_DISKS, directory, Optional.empty());
        List<String> disks = request.dcrvDisks();
        disks.stream()
                .filter(path -> path.isEmpty() || path.startsWith("+"))
                .forEach(path -> assignment.refuse(ValueFamily.DCRV_DISKS, "path", path, "/…"));
        return disks;
    }

    private Optional<FileId> monitor() {
        if (!cluster.monitors().isEmpty()) {
            return Optional.empty();
        }
        // It should be on a host without a node, and no file tells of one.
        infer.request(ValueFamily.MONITOR, List.of(), Optional.empty());
        return request.monitor();
    }

    private List<DmIni> dmInis() {
        return cluster.nodes().stream()
                .flatMap(node -> node.dmIni().stream())
                .map(ConfigFile::value)
                .toList();
    }

    private List<Evidence> dmdcrPaths() {
        return cluster.nodes().stream()
                .map(node -> new Evidence(
                        Location.of(node.dmdcr().file()), node.dmdcr().file().path()))
                .toList();
    }

    private List<Evidence> dmIniPaths() {
        return cluster.nodes().stream()
                .flatMap(node -> node.dmIni().stream())
                .map(found ->
                        new Evidence(Location.of(found.file()), found.file().path()))
                .toList();
    }
}
