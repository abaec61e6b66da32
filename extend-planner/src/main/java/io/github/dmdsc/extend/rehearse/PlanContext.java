package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.DmInitInstance;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.MalConfig;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The facts that stay the same during a rehearsal: the plan with the meaning of its steps, and the files, nodes and DCR
 * disks before the extension.
 */
final class PlanContext {
    private final ExtendPlan plan;
    private final HostFiles base;
    private final FileId dcrFile;
    private final Dcr old;
    private final List<Node> nodes;
    private final List<String> disks;

    /** The contents of the files, each kept once. */
    private final StoredFile.Pool pool;

    /**
     * The meaning of each step, by the identity of the step. It is read only once, although the steps are carried out
     * in several orders.
     */
    private final Map<Step, Meaning> meanings;

    private final Supplier<Addresses> addresses = new Lazy<>(() -> new Addresses(this));
    private final Supplier<Set<String>> ownParameters = new Lazy<>(() -> CopiedDmIni.own(this));
    private final Supplier<List<FileId>> watched = new Lazy<>(this::readOrCopied);

    private PlanContext(
            ExtendPlan plan,
            HostFiles base,
            StoredFile.Pool pool,
            FileId dcrFile,
            Map<Step, Meaning> meanings,
            Set<String> disksInCommands) {
        this.plan = plan;
        this.base = base;
        this.pool = pool;
        this.dcrFile = dcrFile;
        this.old = base.get(dcrFile).dcr();
        this.nodes = nodes(base, old);
        this.disks = disks(base, old, nodes, disksInCommands);
        this.meanings = meanings;
        steps(plan).forEach(step -> meanings.computeIfAbsent(step, this::read));
    }

    private static Stream<Step> steps(ExtendPlan plan) {
        return Stream.concat(plan.steps().stream(), plan.reinitialise().stream());
    }

    /**
     * A node, given by its files.
     *
     * @param dmdcr the dmdcr.ini of the node
     * @param dmIni the dm.ini of the node
     */
    record Node(FileId dmdcr, FileId dmIni) {
        String host() {
            return dmdcr.host();
        }
    }

    /**
     * Reads the facts from the files and the commands; empty if the files hold no DCR configuration that a command of
     * the plan names.
     */
    static Optional<PlanContext> of(ExtendPlan plan, ClusterFiles files) {
        StoredFile.Pool pool = new StoredFile.Pool();
        HostFiles base = HostFiles.of(files, pool);
        IdentityHashMap<Step, Meaning> meanings = new IdentityHashMap<>();
        Set<String> disks = new LinkedHashSet<>();
        List<FileId> named = new ArrayList<>();
        for (Step step : steps(plan).toList()) {
            // A statement in the SQL shell names neither a disk nor a file. It is read when the old nodes are known.
            if (step.command().filter(ToolCommand.Sql.class::isInstance).isPresent()) {
                continue;
            }
            Meaning meaning = Meaning.of(step, plan, port -> Ini.LOCAL);
            meanings.put(step, meaning);
            for (Act act : meaning.performed()) {
                disks.addAll(act.dcrDisks());
                act.dcrFile().ifPresent(path -> named.add(new FileId(step.host(), path)));
            }
        }
        return named.stream()
                .filter(base::contains)
                .findFirst()
                .map(dcrFile -> new PlanContext(plan, base, pool, dcrFile, meanings, disks));
    }

    ExtendPlan plan() {
        return plan;
    }

    /** The files before the extension. */
    HostFiles base() {
        return base;
    }

    /** The file with the DCR configuration that the DCR disks held before the extension. */
    FileId dcrFile() {
        return dcrFile;
    }

    /** The DCR configuration in {@link #dcrFile()}. */
    Dcr old() {
        return old;
    }

    /** The nodes before the extension. */
    List<Node> nodes() {
        return nodes;
    }

    /** The DCR disk that the first node's file names, or the DCRV disks that the commands of the plan name. */
    List<String> disks() {
        return disks;
    }

    Meaning meaning(Step step) {
        Meaning known = meanings.get(step);
        return known == null ? read(step) : known;
    }

    private Meaning read(Step step) {
        return Meaning.of(step, plan, port -> listener(step.host(), port));
    }

    /** Returns the address at which the instance with a port on a host listens. */
    private String listener(String host, String port) {
        Stream<StoredFile> old = nodes.stream()
                .map(Node::dmIni)
                .filter(file -> file.host().equals(host))
                .map(base::get);
        Stream<StoredFile> fresh = plan.files().stream()
                .filter(change -> change.file().host().equals(host))
                .map(change -> stored(change.file(), change.content()))
                .filter(file -> file.sort() == FileSort.DM_INI);
        return Stream.concat(old, fresh)
                .map(StoredFile::ini)
                .filter(ini -> ini.dbPort().equals(port))
                .findFirst()
                .map(Ini::dbAddress)
                .orElse(Ini.LOCAL);
    }

    Addresses addresses() {
        return addresses.get();
    }

    Set<String> ownParameters() {
        return ownParameters.get();
    }

    /**
     * The files that no person may edit while the plan is carried out: the configuration files, and the files that the
     * plan copies. Logs and traces are not among them, because processes write to them all the time.
     */
    List<FileId> watched() {
        return watched.get();
    }

    private List<FileId> readOrCopied() {
        Set<FileId> copied = plan.steps().stream()
                .flatMap(step -> meaning(step).performed().stream())
                .filter(ForwardAct.Copy.class::isInstance)
                .flatMap(act -> FileWrites.copied((ForwardAct.Copy) act, base).values().stream())
                .collect(Collectors.toSet());
        Set<FileId> read = Set.copyOf(base.configurations());
        return base.ids().stream()
                .filter(file -> read.contains(file) || copied.contains(file))
                .toList();
    }

    /**
     * Returns the DCR disks. The files of the nodes name the one DCR disk, but of the DCRV disks they name only the
     * directory.
     */
    private static List<String> disks(HostFiles files, Dcr old, List<Node> nodes, Set<String> inCommands) {
        return mirror(old) || nodes.isEmpty()
                ? List.copyOf(inCommands)
                : List.of(files.get(nodes.get(0).dmdcr()).ini().global(Dmdcr.DCR_PATH));
    }

    private static List<Node> nodes(HostFiles files, Dcr dcr) {
        List<Node> nodes = new ArrayList<>();
        for (int number = 0; number < dcr.endpoints(Kind.DB).size(); number++) {
            Optional<String> name = dcr.endpoint(Kind.DB, number).map(endpoint -> endpoint.get(DcrEndpoint.NAME));
            for (FileId file : dmdcrs(files, String.valueOf(number))) {
                name.flatMap(db -> instance(files, file, db)).ifPresent(dmIni -> nodes.add(new Node(file, dmIni)));
            }
        }
        return List.copyOf(nodes);
    }

    /**
     * Returns the dmdcr.ini files with a seqno. If one of them is called dmdcr.ini, the others in its directory are
     * backups of it.
     */
    private static List<FileId> dmdcrs(HostFiles files, String seqno) {
        List<FileId> all = files.configurations().stream()
                .filter(file -> files.get(file).ini().global(Dmdcr.SEQNO).equals(seqno))
                .toList();
        return all.stream()
                .filter(file ->
                        file.name().equals("dmdcr.ini") || !all.contains(file.sibling(file.directory() + "/dmdcr.ini")))
                .filter(file -> isStarted(files, file, all) && !isBelow(file, all))
                .toList();
    }

    /**
     * Whether the startup commands allow this file. If several files on one host have the same seqno, the commands may
     * name the one that counts.
     */
    private static boolean isStarted(HostFiles files, FileId file, List<FileId> all) {
        List<FileId> named = all.stream()
                .filter(each -> each.host().equals(file.host()))
                .flatMap(each -> Stream.of(Kind.ASM, Kind.DB)
                        .flatMap(kind -> StartCommand.of(files.get(each).ini(), kind).dmdcrs().stream())
                        .map(each::sibling))
                .filter(all::contains)
                .toList();
        return named.isEmpty() || named.contains(file);
    }

    /** Whether a file with the same seqno lies in a directory above this one. Then this file is a backup. */
    private static boolean isBelow(FileId file, List<FileId> all) {
        return all.stream()
                .anyMatch(each -> each.host().equals(file.host())
                        && !each.directory().equals(file.directory())
                        && file.directory().startsWith(each.directory() + "/"));
    }

    /**
     * Returns the dm.ini with which dmcss starts an instance. If no command names it, a file with the name dm.ini is
     * preferred, and then a file whose CONFIG_PATH is its own directory.
     */
    private static Optional<FileId> instance(HostFiles files, FileId dmdcr, String name) {
        List<String> started = StartCommand.of(files.get(dmdcr).ini(), Kind.DB).dmInis();
        Comparator<FileId> byCommand = Comparator.comparing(file -> !started.contains(file.path()));
        return files.ids().stream()
                .filter(file -> file.host().equals(dmdcr.host())
                        && files.get(file).sort() == FileSort.DM_INI
                        && files.get(file).ini().global(DmIni.INSTANCE_NAME).equalsIgnoreCase(name))
                .min(byCommand
                        .thenComparing(file -> !file.name().equals("dm.ini"))
                        .thenComparing(file ->
                                !files.get(file).ini().path(DmIni.CONFIG_PATH).equals(file.directory())));
    }

    /** Whether this is a cluster of the mirror edition. Only that edition has a directory of DCRV disks. */
    boolean mirror() {
        return mirror(old);
    }

    private static boolean mirror(Dcr old) {
        return old.globals().find(DmdcrCfg.DISK_LOAD_PATH).isPresent();
    }

    /** Returns the file of the monitor in which {@code extend node} is typed. */
    Optional<FileId> console() {
        return plan.steps().stream()
                .flatMap(step -> meaning(step).performed().stream())
                .filter(ForwardAct.ExtendNode.class::isInstance)
                .map(ForwardAct.ExtendNode.class::cast)
                .map(ForwardAct.ExtendNode::monitor)
                .findFirst();
    }

    /**
     * Returns the redo log files of the old nodes, in capitals. Only a dminit.ini lists them; without one, the set is
     * empty.
     */
    Set<String> oldLogFiles() {
        Set<String> paths = new HashSet<>();
        for (FileId file : base.configurations()) {
            if (file.name().equalsIgnoreCase("dminit.ini")) {
                base.get(file).ini().sections().stream()
                        .flatMap(part -> part.entries().stream())
                        .filter(entry -> entry.key().equals(DmInitInstance.LOG_PATHS))
                        .forEach(entry -> paths.add(Values.capitals(entry.value())));
            }
        }
        return paths;
    }

    /**
     * Returns the conditions that must hold on the new host. Capabilities are needed only if a program checks the
     * network link. A host that runs a node has the system, the disks and the user, and must not be restarted.
     */
    Set<Task.HostItem> hostItems() {
        boolean links = nodes.stream()
                .flatMap(node -> Stream.of(
                        node.dmdcr(),
                        node.dmdcr().sibling(base.get(node.dmdcr()).ini().path(Dmdcr.MAL_PATH)),
                        node.dmIni().sibling(node.dmIni().directory() + "/dmmal.ini")))
                .map(file -> base.get(file).ini().globals())
                .anyMatch(globals -> Stream.of(Dmdcr.LINK_CHECK_IP, MalConfig.CHECK_IP)
                        .anyMatch(key -> globals.find(key).isPresent()));
        EnumSet<Task.HostItem> items = EnumSet.allOf(Task.HostItem.class);
        if (!links) {
            items.remove(Task.HostItem.CAPABILITIES);
        }
        if (nodes.stream().anyMatch(node -> node.host().equalsIgnoreCase(newHost()))) {
            items.removeAll(EnumSet.of(
                    Task.HostItem.SAME_SYSTEM,
                    Task.HostItem.SAME_TIME,
                    Task.HostItem.SHARED_DISKS,
                    Task.HostItem.DISKS_AT_BOOT,
                    Task.HostItem.USER_AND_GROUP));
        }
        return items;
    }

    /** Returns the conditions of the CSS group that a monitor must show before the DCR is extended. */
    List<Look.Aspect> aspects() {
        return mirror() ? List.of(Look.Aspect.AUTO_CHECK, Look.Aspect.DCRV_STATUS) : List.of(Look.Aspect.AUTO_CHECK);
    }

    /** Whether steps on these hosts have commands. On Windows a person does everything. */
    boolean commands() {
        return dcrFile.path().startsWith("/");
    }

    String newHost() {
        return plan.newNode().host();
    }

    String newName(Kind kind) {
        return switch (kind) {
            case CSS -> plan.newNode().css();
            case ASM -> plan.newNode().asm();
            case DB -> plan.newNode().db();
        };
    }

    /** Returns the number of nodes before the extension. */
    int before() {
        return old.endpoints(Kind.CSS).size();
    }

    /**
     * Returns content of a file in the charset that is named for the file, or else for the file that it is copied from.
     */
    StoredFile stored(FileId file, FileContent content) {
        Stream<FileId> from = plan.files().stream()
                .filter(change -> change.file().equals(file))
                .flatMap(change -> change.copiedFrom().stream());
        Optional<Charset> charset = Stream.concat(Stream.of(file), from)
                .flatMap(each -> base.get(each).charset().stream())
                .findFirst();
        return pool.of(content.bytes(), charset);
    }

    /** Returns the DCR configuration that the plan writes. */
    StoredFile planned() {
        return plan.files().stream()
                .filter(change -> change.file().equals(dcrFile))
                .findFirst()
                .map(change -> stored(dcrFile, change.content()))
                .orElse(oldDcr());
    }

    StoredFile oldDcr() {
        return base.get(dcrFile);
    }
}
