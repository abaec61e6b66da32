package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.tools.Services;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.PortOrNone;
import io.github.dmdsc.model.StartupCommand;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.base.HostPaths;
import io.github.dmdsc.model.base.Names;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Infers every value of the new node. Needs a cluster in which every node has all its files. */
public final class NodeInference {
    private static final String ARCH_INI = "dm." + DmIni.ARCH_INI;

    /** The restart intervals in dmdcr.ini, by the startup command to which each belongs. */
    private static final Map<String, String> INTERVALS = Map.of(
            Dmdcr.ASM_STARTUP_COMMAND, Dmdcr.ASM_RESTART_INTERVAL, Dmdcr.DB_STARTUP_COMMAND, Dmdcr.DB_RESTART_INTERVAL);

    private final Cluster cluster;
    private final NewLogFiles newLogFiles;
    private final NodePlaces places;
    private final ExtendRequest request;
    private final Inference infer;
    private final int seqno;
    private final Assignment assignment = new Assignment();
    private final PartlySet partly;
    private final Adaptation adaptation;
    private final Set<String> passedOver = new TreeSet<>();
    private final SiblingValues siblings;
    private final List<Finding> conflicts = new ArrayList<>();
    private final List<Finding> taken = new ArrayList<>();
    private List<Question> questions = List.of();

    public NodeInference(Cluster cluster, LogFiles logFiles, ExtendRequest request) {
        this.cluster = cluster;
        this.request = request;
        this.infer = new Inference(request.strict(), ValueFamily.given(request));
        this.seqno = cluster.nodes().size();
        this.partly = new PartlySet(cluster.edition(), infer);
        this.adaptation = new Adaptation(infer, assignment, partly);
        this.siblings = new SiblingValues(cluster, request, infer, assignment, partly);
        this.newLogFiles = new NewLogFiles(logFiles, request, infer, assignment);
        this.places = new NodePlaces(cluster, request, infer, assignment);
    }

    public Inference inference() {
        return infer;
    }

    /** Returns the questions, with suggestions that do not conflict with each other. */
    public List<Question> questions() {
        return List.copyOf(questions);
    }

    /**
     * Returns the names of the values that were asked for together with a choice, and that the choice then does not
     * use.
     */
    public Set<String> passedOver() {
        return Set.copyOf(passedOver);
    }

    /**
     * Returns a finding for each value that is not allowed, whether given or inferred. If only names are refused,
     * because other nodes have them, there is a new node nevertheless, so that the rules find further mistakes.
     */
    public List<Finding> refused() {
        return Stream.concat(taken.stream(), assignment.refused().stream()).toList();
    }

    /**
     * Returns the port conflicts that only the request can resolve. Once no question is open, the rules report the same
     * conflicts.
     */
    public List<Finding> conflicts() {
        return List.copyOf(conflicts);
    }

    /** Returns the findings about values that only some nodes have. */
    public List<Finding> notes() {
        return partly.findings();
    }

    /** Returns the new node; empty if a question is open or a value was refused. */
    public Optional<NewNode> infer() {
        Given cssName = name(ValueFamily.CSS_NAME, GroupType.CSS);
        Given asmName = name(ValueFamily.ASM_NAME, GroupType.ASM);
        Given dbName = name(ValueFamily.DB_NAME, GroupType.DB);
        Samples<DmIni> dmInis = new Samples<>(siblings.dmInis());
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

        NodeTexts names = new NodeTexts(cluster, request, siblings);
        Optional<String> written = places.configPath(
                dmInis.of(DmIni.CONFIG_PATH),
                dbName,
                names.of(Optional.empty(), infer.likely(ValueFamily.DB_NAME), dbMal, Map.of()));
        Optional<String> configPath = written.map(HostPaths::normal);
        Substitution substitution = names.of(
                configPath,
                dbName.value(),
                dbMal,
                Map.of(ValueFamily.CSS_NAME, cssName, ValueFamily.ASM_NAME, asmName));
        DmIni dmIni = dmIni(dmInis, substitution, dbPort);
        Optional<String> dmdcrPath = places.dmdcr(substitution);
        Optional<String> dmIniPath = places.dmIni(configPath, substitution);
        Optional<String> bin = binDirectory(substitution);
        Map<String, String> fresh = new LinkedHashMap<>();
        dmIniPath.ifPresent(path -> fresh.put(StartCommands.DM_INI, path));
        dmdcrPath.ifPresent(path -> fresh.put(NodePlaces.DMDCR_PATH, path));
        bin.ifPresent(path -> fresh.put(ValueFamily.BIN_DIRECTORY, path));
        Dmdcr dmdcr = dmdcr(substitution, new StartCommands(cluster, infer, substitution, fresh));
        ArchiveInference archives = archives(dmIni, substitution);
        Optional<DmArch> dmArch = archives.newNode();
        Map<Integer, DmArchive> remoteArchives = archives.onTheOthers(dbName.value());
        passedOver.addAll(archives.passedOver());

        List<String> logFiles = newLogFiles.files(substitution);
        Optional<String> logSize = newLogFiles.size();
        bin.filter(path -> !places.isDirectory(path))
                .ifPresent(path -> assignment.refuse(ValueFamily.BIN_DIRECTORY, "path", path, places.absolute()));
        configPath
                .filter(path -> !places.isDirectory(path))
                .ifPresent(
                        path -> assignment.refuse(ValueFamily.CONFIG_PATH, DmIni.CONFIG_PATH, path, places.absolute()));
        List<String> disks = dcrvDisks();
        Optional<FileId> monitor = monitor();
        Map<FileId, HostAddress> monitorHosts = siblings.monitors();

        ask(css, asm, db, asmMal, dbMal, dmdcr, dmIni);
        if (!questions.isEmpty() || !assignment.refused().isEmpty()) {
            return Optional.empty();
        }
        String host = places.host();
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
                .logFiles(logFiles)
                .logSize(Integer.parseInt(logSize.orElseThrow()))
                .binDirectory(bin.orElseThrow())
                .services(request.services())
                .dcrvDisks(disks)
                .newMonitor(monitor)
                .monitorServices(monitorServices(monitor))
                .monitorHosts(monitorHosts)
                .build());
    }

    /**
     * Returns the archives. The new node archives if its dm.ini says so, even if only some of the other nodes archive.
     * While this is asked for, the values of the archives are asked for too.
     */
    private ArchiveInference archives(DmIni dmIni, Substitution substitution) {
        boolean asked = infer.isAsked(ARCH_INI);
        boolean on = dmIni.archIni().filter(Integer.valueOf(1)::equals).isPresent();
        ArchiveInference archives = new ArchiveInference(cluster, infer, adaptation, asked || on, substitution);
        if (!asked) {
            archives.incomplete().forEach(assignment::refuseArchives);
        }
        boolean any = cluster.nodes().stream().anyMatch(node -> node.dmArch().isPresent());
        if (!any && on && infer.isExplicit(ARCH_INI)) {
            assignment.refuseArchiving(dmIni.archIni().orElseThrow());
        }
        if (any && !on && infer.isExplicit(ARCH_INI)) {
            ValueFamily.given(request).keySet().stream()
                    .filter(family -> family.startsWith("dmarch") || family.equals(ValueFamily.REMOTE_ARCHIVES))
                    .forEach(passedOver::add);
        }
        return archives;
    }

    /** Asks for every value that is still open, and for each inferred port that is taken. */
    private void ask(
            DcrEndpoint css,
            DcrEndpoint asm,
            DcrEndpoint db,
            MalInstance asmMal,
            MalInstance dbMal,
            Dmdcr dmdcr,
            DmIni dmIni) {
        List<HostAddress> given = Preconditions.givenAddresses(cluster, request);
        List<HostAddress> inferred = Stream.of(
                        css.host(),
                        asm.host(),
                        asmMal.host(),
                        likely(dbMal.host(), Networks.MAL_HOST),
                        likely(dbMal.serviceHost(), ValueFamily.SERVICE_HOST))
                .flatMap(Optional::stream)
                .filter(address -> !given.contains(address))
                // The address of another node is refused elsewhere, so the ports of that node do not matter.
                .filter(address ->
                        Preconditions.otherOwner(cluster, request, address).isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        inferred.add(request.host());
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
        FreePorts free = new FreePorts(cluster, inferred, given);
        free.settle(ports, infer);
        conflicts.addAll(free.conflicts(ports, infer));
        questions = free.among(infer.questions());
    }

    private Optional<HostAddress> likely(Optional<HostAddress> known, String family) {
        return known.or(() -> infer.likely(family).flatMap(Preconditions::address));
    }

    private Given name(String family, GroupType type) {
        List<Evidence> seen = new Samples<>(siblings.endpoints(type)).of(DcrEndpoint.NAME);
        Optional<String> name = infer.ownName(family, seen, text -> isFree(text, type));
        name.filter(text -> infer.isExplicit(family))
                .flatMap(text -> owner(text, type))
                .ifPresent(
                        owner -> taken.add(ExtendFindings.taken(family, DcrEndpoint.NAME, name.orElseThrow(), owner)));
        return new Given(family, name);
    }

    /** Returns the place of an endpoint of a type, or of an instance in dmmal.ini, that has a name. */
    private Optional<Location> owner(String name, GroupType type) {
        return Stream.concat(
                        endpoints(name, type).map(endpoint -> endpoint.origin().at(DcrEndpoint.NAME)),
                        instances(name, type).map(instance -> instance.origin().at(MalInstance.NAME)))
                .findFirst();
    }

    private Stream<DcrEndpoint> endpoints(String name, GroupType type) {
        return siblings.endpoints(type).stream().filter(endpoint -> Names.same(endpoint.name(), Optional.of(name)));
    }

    /** Returns the instances in dmmal.ini that have a name; none if the name is not that of a DB endpoint. */
    private Stream<MalInstance> instances(String name, GroupType type) {
        return cluster.nodes().stream()
                .filter(node -> type == GroupType.DB)
                .flatMap(node -> node.dbMal().stream())
                .flatMap(mal -> mal.value().instances().stream())
                .filter(instance -> Names.same(instance.name(), Optional.of(name)));
    }

    /** Whether no endpoint has this name. Instances of partners have names in dmmal.ini too. */
    private boolean isFree(String name, GroupType type) {
        boolean fits = ParameterTable.of(DcrEndpoint.class)
                .find(DcrEndpoint.NAME)
                .flatMap(parameter -> parameter.read(name))
                .isPresent();
        return fits
                && Stream.of(GroupType.values())
                        .flatMap(each -> endpoints(name, each))
                        .findAny()
                        .isEmpty()
                && instances(name, type).findAny().isEmpty();
    }

    /** Returns the new dm.ini: the first node's, with a new value for every parameter in which the nodes differ. */
    private DmIni dmIni(Samples<DmIni> dmInis, Substitution substitution, Given dbPort) {
        // If no node sets the port, the new node need not set the default either.
        boolean said = !dmInis.texts(DmIni.PORT).isEmpty()
                || dbPort.value()
                        .equals(portsInForce().stream().map(Evidence::value).findFirst());
        return adaptation.adapt("dm", dmInis, said ? Map.of() : Map.of(DmIni.PORT, dbPort), substitution, DmIni.class);
    }

    private List<Evidence> portsInForce() {
        return siblings.dmInis().stream()
                .map(dmIni -> new Evidence(
                        dmIni.origin().at(DmIni.PORT), dmIni.portInForce().toString()))
                .toList();
    }

    private Dmdcr dmdcr(Substitution substitution, StartCommands commands) {
        List<Dmdcr> all =
                cluster.nodes().stream().map(node -> node.dmdcr().value()).toList();
        Map<String, Given> known = new LinkedHashMap<>(Map.of(Dmdcr.SEQNO, Given.seqno(seqno)));
        // The ports in dmdcr.ini take precedence over those in the DCR. Without this, nothing would listen on the port
        // that the request gives.
        Samples<Dmdcr> samples = new Samples<>(all);
        request.cssPort()
                .filter(port -> !samples.texts(Dmdcr.CSS_PORT).isEmpty())
                .ifPresent(port -> known.put(Dmdcr.CSS_PORT, Given.of(ValueFamily.CSS_PORT, port.toString())));
        request.asmPort()
                .filter(port -> !samples.texts(Dmdcr.ASM_PORT).isEmpty())
                .ifPresent(port -> known.put(Dmdcr.ASM_PORT, Given.of(ValueFamily.ASM_PORT, port.toString())));
        for (String key : List.of(Dmdcr.ASM_STARTUP_COMMAND, Dmdcr.DB_STARTUP_COMMAND)) {
            Optional.of("dmdcr." + key)
                    .filter(family -> !infer.isExplicit(family))
                    .flatMap(family -> commands.moved(family, samples.of(key)))
                    .ifPresent(command -> known.put(key, command));
        }
        INTERVALS.forEach((command, interval) -> {
            boolean none = Optional.ofNullable(ValueFamily.given(request).get("dmdcr." + command))
                    .filter(String::isEmpty)
                    .isPresent();
            // Without a command, dmcss restarts nothing, whatever the interval is.
            if (none
                    && !infer.isExplicit("dmdcr." + interval)
                    && !samples.texts(interval).isEmpty()) {
                known.put(interval, Given.of("dmdcr." + command, "0"));
            }
        });
        return adaptation.adapt("dmdcr", samples, known, substitution, Dmdcr.class);
    }

    /**
     * Infers the directory of the new node's programs: the one of all nodes; otherwise the one that follows from those
     * in the nodes' commands.
     */
    private Optional<String> binDirectory(Substitution substitution) {
        List<Evidence> all = new ArrayList<>();
        List<Evidence> ofNodes = new ArrayList<>();
        for (ClusterNode node : cluster.nodes()) {
            List<Evidence> seen = directories(node.dmdcr().value());
            all.addAll(seen);
            if (Spelling.of(seen).stream().distinct().count() == 1) {
                ofNodes.add(seen.get(0));
            }
        }
        List<String> directories = Spelling.of(all).stream().distinct().toList();
        if (directories.size() == 1) {
            return Optional.of(infer.derived(ValueFamily.BIN_DIRECTORY, directories.get(0), all));
        }
        if (ofNodes.size() < cluster.nodes().size()) {
            return infer.request(
                    ValueFamily.BIN_DIRECTORY, all, directories.stream().findFirst());
        }
        boolean waits = substitution.waits(Spelling.of(ofNodes)) && !infer.isExplicit(ValueFamily.BIN_DIRECTORY);
        return waits
                ? Optional.empty()
                : substitution
                        .apply(infer, ValueFamily.BIN_DIRECTORY, ofNodes)
                        .or(() -> infer.ownText(ValueFamily.BIN_DIRECTORY, ofNodes, Optional.of(directories.get(0))));
    }

    /** Returns the directories of the programs that a node's commands name. */
    private static List<Evidence> directories(Dmdcr dmdcr) {
        List<Evidence> seen = new ArrayList<>();
        directory(dmdcr, Dmdcr.DB_STARTUP_COMMAND, dmdcr.dbStartupCommand()).ifPresent(seen::add);
        directory(dmdcr, Dmdcr.ASM_STARTUP_COMMAND, dmdcr.asmStartupCommand()).ifPresent(seen::add);
        return seen;
    }

    private static Optional<Evidence> directory(Dmdcr dmdcr, String key, Optional<String> command) {
        return command.map(StartupCommand::parse)
                .flatMap(StartupCommand::binDirectory)
                .map(directory -> new Evidence(dmdcr.origin().at(key), directory));
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

    /**
     * Returns the services of the monitors that the request lists. If the new node's processes are services, the new
     * monitor has a service with the usual name.
     */
    private Map<FileId, String> monitorServices(Optional<FileId> fresh) {
        Map<FileId, String> services = new LinkedHashMap<>();
        fresh.filter(file -> request.services()).ifPresent(file -> services.put(file, Services.ofMonitor()));
        request.monitorServices().forEach(each -> services.put(each.file(), each.service()));
        return services;
    }

    private Optional<FileId> monitor() {
        if (!cluster.monitors().isEmpty()) {
            return Optional.empty();
        }
        // A monitor should be on a host without a node, and no file names such a host.
        infer.request(ValueFamily.MONITOR, List.of(), Optional.empty());
        return request.monitor();
    }
}
