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
    private final Adaptation adaptation;
    private final Set<String> passedOver = new TreeSet<>();
    private final SiblingValues siblings;

    public NodeInference(Cluster cluster, LogFiles logFiles, ExtendRequest request) {
        this.logFiles = logFiles;
        this.cluster = cluster;
        this.request = request;
        this.infer = new Inference(request.strict(), ValueFamily.given(request));
        this.seqno = cluster.nodes().size();
        this.adaptation = new Adaptation(infer, assignment);
        this.siblings = new SiblingValues(cluster, request, infer, assignment);
    }

    public Inference inference() {
        return infer;
    }

    /** What must be asked, with suggestions that can be taken as they stand. */
    public List<Question> questions() {
        return new FreePorts(cluster, request.host(), infer.decisions()).among(infer.questions());
    }

    /** The families of values that have been asked for beside a choice that makes nothing of them. */
    public Set<String> passedOver() {
        return Set.copyOf(passedOver);
    }

    /** The values that are out of range, whether given or inferred. */
    public List<Finding> refused() {
        return assignment.refused();
    }

    /** The new node, or empty where something must be asked or was refused. */
    public Optional<NewNode> infer() {
        Given cssName = name(ValueFamily.CSS_NAME, GroupType.CSS);
        Given asmName = name(ValueFamily.ASM_NAME, GroupType.ASM);
        Given dbName = name(ValueFamily.DB_NAME, GroupType.DB);
        Samples<DmIni> dmInis = new Samples<>(dmInis());
        Given dbPort = new Given(ValueFamily.DB_PORT, infer.number(ValueFamily.DB_PORT, dmInis.of(DmIni.PORT)));
        DcrEndpoint css = siblings.endpoint("css", GroupType.CSS, Map.of(DcrEndpoint.NAME, cssName));
        DcrEndpoint asm = siblings.endpoint("asm", GroupType.ASM, Map.of(DcrEndpoint.NAME, asmName));
        DcrEndpoint db =
                siblings.endpoint("db", GroupType.DB, Map.of(DcrEndpoint.NAME, dbName, DcrEndpoint.PORT, dbPort));
        ClusterNode first = cluster.nodes().get(0);
        MalInstance asmMal = siblings.malInstance(
                "dmasvrmal", first.asmMal().orElseThrow().value(), GroupType.ASM, Map.of(MalInstance.NAME, asmName));
        MalInstance dbMal = siblings.malInstance(
                "dmmal",
                first.dbMal().orElseThrow().value(),
                GroupType.DB,
                Map.of(MalInstance.NAME, dbName, MalInstance.SERVICE_PORT, dbPort));

        Optional<String> written = configPath(dmInis.of(DmIni.CONFIG_PATH));
        Optional<String> configPath = written.map(HostPaths::normal);
        Substitution substitution = substitution(configPath, dbName.value(), dbMal.serviceHost());
        DmIni dmIni = adaptation.adapt("dm", dmInis, Map.of(), substitution, DmIni.class);
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

        List<String> newLogFiles = newLogFiles(dbName.value(), substitution);
        Optional<String> logSize = logSize();
        Optional<String> bin = binDirectory();
        bin.filter(path -> !isAbsolute(path))
                .ifPresent(path -> assignment.refuse(ValueFamily.BIN_DIRECTORY, "path", path, absolute()));
        configPath
                .filter(path -> !isAbsolute(path))
                .ifPresent(path -> assignment.refuse(ValueFamily.CONFIG_PATH, DmIni.CONFIG_PATH, path, absolute()));
        List<String> disks = dcrvDisks();
        Optional<FileId> monitor = monitor();

        if (!infer.questions().isEmpty() || !refused().isEmpty()) {
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
                .build());
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
    private Optional<String> configPath(List<Evidence> seen) {
        return request.sameMachine()
                ? infer.ownText(ValueFamily.CONFIG_PATH, seen)
                : infer.placedText(ValueFamily.CONFIG_PATH, seen);
    }

    /** Continued from those of the others, where a file tells of them. */
    private List<String> newLogFiles(Optional<String> dbName, Substitution names) {
        Optional<List<String>> next = logFiles.next(names);
        if (next.isPresent() && !request.strict()) {
            String text = infer.derived(ValueFamily.LOG_FILES, String.join(",", next.get()), logFiles.seen());
            return request.logFiles().isEmpty() ? List.of(text.split(",", -1)) : request.logFiles();
        }
        Optional<String> suggestion =
                next.map(files -> String.join(",", files)).or(() -> dbName.flatMap(logFiles::suggestion));
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
                && (type != GroupType.DB
                        || cluster.nodes().stream()
                                .flatMap(node -> node.dbMal().stream())
                                .flatMap(mal -> mal.value().instances().stream())
                                .noneMatch(instance -> Names.same(instance.name(), Optional.of(name))));
    }

    private Dmdcr dmdcr(Substitution substitution) {
        List<Dmdcr> all =
                cluster.nodes().stream().map(node -> node.dmdcr().value()).toList();
        Map<String, Given> known = new LinkedHashMap<>(Map.of(Dmdcr.SEQNO, Given.seqno(seqno)));
        // These go before the DCR's: the port that is asked for would be none on which anybody listens.
        request.cssPort().ifPresent(port -> known.put(Dmdcr.CSS_PORT, Given.of(ValueFamily.CSS_PORT, port.toString())));
        request.asmPort().ifPresent(port -> known.put(Dmdcr.ASM_PORT, Given.of(ValueFamily.ASM_PORT, port.toString())));
        return adaptation.adapt("dmdcr", new Samples<>(all), known, substitution, Dmdcr.class);
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
        Optional<String> path = path("dm.path", substitution, dmIniPaths());
        Optional<String> place = configPath.map(directory -> directory + "/dm.ini");
        path.filter(given -> usual
                        ? place.filter(expected -> !HostPaths.same(HostPaths.normal(given), expected))
                                .isPresent()
                        : !isAbsolute(given))
                .ifPresent(
                        given -> assignment.refuse("dm.path", "path", given, usual ? place.orElseThrow() : absolute()));
        return path;
    }

    private Optional<String> path(String family, Substitution substitution, List<Evidence> seen) {
        boolean kept = substitution.keeps(seen.stream().map(Evidence::value).toList());
        return substitution
                .apply(infer, family, seen)
                .or(() -> kept ? infer.text(family, seen) : infer.ownText(family, seen));
    }

    private Substitution substitution(
            Optional<String> configPath, Optional<String> dbName, Optional<HostAddress> serviceHost) {
        List<MalInstance> instances = siblings.inSeqnoOrder(
                cluster.nodes().get(0).dbMal().orElseThrow().value(), GroupType.DB);
        List<DmIni> dmInis = dmInis();
        boolean addresses = areOwn(instances, dmInis.size());
        List<Map<String, String>> known = new ArrayList<>();
        for (int i = 0; i < dmInis.size(); i++) {
            DmIni dmIni = dmInis.get(i);
            Map<String, String> ofNode = new LinkedHashMap<>();
            dmIni.configPath().ifPresent(path -> ofNode.put(DmIni.CONFIG_PATH, HostPaths.normal(path.text())));
            dmIni.instanceName().ifPresent(name -> Substitution.name(ofNode, name));
            if (addresses) {
                address(ofNode, MalInstance.HOST, instances.get(i).host());
                address(ofNode, MalInstance.SERVICE_HOST, instances.get(i).serviceHost());
            }
            known.add(ofNode);
        }
        Map<String, String> fresh = new LinkedHashMap<>();
        configPath.ifPresent(path -> fresh.put(DmIni.CONFIG_PATH, path));
        dbName.ifPresent(name -> Substitution.name(fresh, name));
        Set<String> awaited = new TreeSet<>(Set.of(DmIni.CONFIG_PATH));
        awaited.addAll(Substitution.NAMES);
        // Of a single node nobody knows whether an address stands for the node or for something else: that is asked.
        if (dmInis.size() > 1) {
            address(fresh, MalInstance.HOST, Optional.of(request.host()));
            address(fresh, MalInstance.SERVICE_HOST, serviceHost);
            awaited.add(MalInstance.SERVICE_HOST);
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
        FileId first = cluster.nodes().get(0).dmdcr().file();
        String suggestion = first.host() + ":" + first.directory() + "/dmcssm.ini";
        infer.request(ValueFamily.MONITOR, List.of(), Optional.of(suggestion));
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
