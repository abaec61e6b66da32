package io.github.dmdsc.ini.lens;

import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.FileKind;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.LocalPath;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.StartupCommand;
import io.github.dmdsc.model.base.HostPaths;
import io.github.dmdsc.model.base.Names;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the nodes: each dmdcr.ini, and the other files of its node that it names. */
final class NodeReader {
    private static final String DMDCR_NAME = "dmdcr.ini";
    private static final String DM_INI_NAME = "dm.ini";

    private final SourceFiles files;
    private final Optional<DmdcrCfg> dcr;
    private final List<Finding> findings;

    NodeReader(SourceFiles files, Optional<DmdcrCfg> dcr, List<Finding> findings) {
        this.files = files;
        this.dcr = dcr;
        this.findings = findings;
    }

    List<ClusterNode> read() {
        List<FileId> backups = backups();
        List<ClusterNode> nodes = new ArrayList<>();
        for (FileId id : files.ofKind(FileKind.DMDCR)) {
            if (!backups.contains(id)) {
                files.bind(Lenses.DMDCR, id).ifPresent(dmdcr -> nodes.add(node(new ConfigFile<>(id, dmdcr))));
            }
        }
        return nodes;
    }

    /** Returns the dmdcr.ini files that have the seqno of another dmdcr.ini of their host and are not used. */
    private List<FileId> backups() {
        Map<String, List<ConfigFile<Dmdcr>>> byNumber = new LinkedHashMap<>();
        for (FileId id : files.ofKind(FileKind.DMDCR)) {
            files.peek(Lenses.DMDCR, id)
                    .ifPresent(dmdcr -> dmdcr.seqno()
                            .ifPresent(seqno -> byNumber.computeIfAbsent(
                                            id.host() + " " + seqno.number(), key -> new ArrayList<>())
                                    .add(new ConfigFile<>(id, dmdcr))));
        }
        List<FileId> all = new ArrayList<>();
        for (List<ConfigFile<Dmdcr>> equal : byNumber.values()) {
            List<ConfigFile<Dmdcr>> used = used(equal);
            if (used.size() == 1 && equal.size() > 1) {
                List<FileId> backups = equal.stream()
                        .filter(file -> !used.contains(file))
                        .map(ConfigFile::file)
                        .toList();
                int seqno = used.get(0).value().seqno().orElseThrow().number();
                findings.add(ClusterFindings.backup(used.get(0), seqno, backups));
                all.addAll(backups);
            }
        }
        return all;
    }

    /**
     * Returns the dmdcr.ini that is used, of several with the same seqno. These criteria are applied in turn, each only
     * if a file meets it: a startup command names the file; its name is dmdcr.ini; it is in no backup directory; it is
     * not below the directory of another one. Several files stay if the criteria do not decide.
     */
    private static List<ConfigFile<Dmdcr>> used(List<ConfigFile<Dmdcr>> equal) {
        Set<String> named = equal.stream()
                .flatMap(file -> Stream.of(
                                file.value().asmStartupCommand(), file.value().dbStartupCommand())
                        .flatMap(Optional::stream))
                .flatMap(command -> StartupCommand.parse(command).dcrIni().stream())
                .map(HostPaths::normal)
                .collect(Collectors.toSet());
        List<FileId> backups =
                Backups.among(equal.stream().map(ConfigFile::file).toList());
        List<ConfigFile<Dmdcr>> used =
                narrowed(equal, file -> named.contains(file.file().path()));
        used = narrowed(used, file -> isNamed(file.file(), DMDCR_NAME));
        used = narrowed(used, file -> !backups.contains(file.file()));
        return narrowed(used, file -> equal.stream().noneMatch(other -> isBelow(file.file(), other.file())));
    }

    private static boolean isBelow(FileId file, FileId other) {
        return file.directory().startsWith(other.directory() + "/");
    }

    private static <T> List<T> narrowed(List<T> all, Predicate<T> to) {
        List<T> left = all.stream().filter(to).toList();
        return left.isEmpty() ? all : left;
    }

    private static boolean isNamed(FileId file, String name) {
        return file.name().equalsIgnoreCase(name);
    }

    private ClusterNode node(ConfigFile<Dmdcr> dmdcr) {
        ClusterNode.Builder node = ClusterNode.builder().dmdcr(dmdcr);
        dmdcr.value()
                .malPath()
                // In a cluster without ASM, the file may be missing, because only an ASM server reads it.
                .filter(path ->
                        !hasNoAsm() || files.find(at(dmdcr, path.text())).isPresent())
                .flatMap(path -> follow(dmdcr, Dmdcr.MAL_PATH, path.text(), Lenses.MAL))
                .ifPresent(node::asmMal);
        Optional<ConfigFile<DmIni>> dmIni = dmIni(dmdcr);
        dmIni.ifPresent(node::dmIni);
        dmIni.ifPresent(found -> inConfigPath(found, node));
        return node.build();
    }

    private Optional<ConfigFile<DmIni>> dmIni(ConfigFile<Dmdcr> dmdcr) {
        Optional<String> named =
                dmdcr.value().dbStartupCommand().map(StartupCommand::parse).flatMap(StartupCommand::dmIni);
        if (named.isPresent()) {
            return follow(dmdcr, Dmdcr.DB_STARTUP_COMMAND, named.get(), Lenses.DM_INI);
        }
        boolean without = hasNoInstance(dmdcr.value());
        List<FileId> candidates = files.ofKind(FileKind.DM_INI).stream()
                .filter(id -> id.host().equals(dmdcr.file().host()) && !(without && isInstance(id)))
                .toList();
        List<FileId> fitting = candidates.size() <= 1
                ? candidates
                : candidates.stream()
                        .filter(id -> isInstanceOf(id, dmdcr.value()))
                        .toList();
        List<FileId> backups = Backups.among(fitting);
        fitting = narrowed(fitting, id -> !backups.contains(id));
        fitting = narrowed(fitting, id -> isNamed(id, DM_INI_NAME));
        // A copy has the CONFIG_PATH of its original.
        fitting = narrowed(fitting, this::liesInItsConfigPath);
        if (fitting.size() != 1) {
            if (!without && !unreadable(dmdcr.value(), candidates)) {
                findings.add(ClusterFindings.noDmIni(dmdcr, candidates));
            }
            return Optional.empty();
        }
        return bind(Lenses.DM_INI, fitting.get(0));
    }

    /** Returns whether the DCR shows that the cluster uses raw devices without ASM. */
    private boolean hasNoAsm() {
        return dcr.filter(configuration -> configuration.group(GroupType.ASM).isEmpty()
                        && configuration.groups().stream()
                                .allMatch(group -> group.type().isPresent()))
                .isPresent();
    }

    /** Returns whether the DCR shows that a node has no instance: a DB group may be smaller than the CSS group. */
    private boolean hasNoInstance(Dmdcr dmdcr) {
        return dcr.flatMap(configuration -> configuration.group(GroupType.DB))
                .filter(db -> !unreadable(db)
                        && db.endpointCount().equals(Optional.of(db.endpoints().size())))
                .flatMap(db -> dmdcr.seqno()
                        .filter(seqno -> seqno.number() >= db.endpoints().size()))
                .isPresent();
    }

    /** Returns whether a dm.ini names a DB endpoint. */
    private boolean isInstance(FileId dmIni) {
        Optional<String> instance = files.peek(Lenses.DM_INI, dmIni).flatMap(DmIni::instanceName);
        return dcr.flatMap(configuration -> configuration.group(GroupType.DB)).stream()
                .flatMap(group -> group.endpoints().stream())
                .anyMatch(endpoint -> Names.same(instance, endpoint.name()));
    }

    /** Returns whether the dm.ini of a node may be unknown only because a value cannot be read. */
    private boolean unreadable(Dmdcr dmdcr, List<FileId> candidates) {
        boolean inDmdcr = Stream.of(Dmdcr.SEQNO, Dmdcr.DB_STARTUP_COMMAND).anyMatch(dmdcr.origin()::unreadable);
        List<FileId> nameless = candidates.stream()
                .filter(id -> files.peek(Lenses.DM_INI, id)
                        .filter(dmIni -> dmIni.origin().unreadable(DmIni.INSTANCE_NAME))
                        .isPresent())
                .toList();
        // Report their findings here, because no node names these files.
        nameless.forEach(id -> files.bind(Lenses.DM_INI, id));
        boolean inDcr = dcr.stream()
                .flatMap(configuration -> configuration.groups().stream())
                .anyMatch(NodeReader::unreadable);
        return inDmdcr || inDcr || !nameless.isEmpty();
    }

    private static boolean unreadable(DcrGroup group) {
        return Stream.of(DcrGroup.TYPE, DcrGroup.NAME).anyMatch(group.origin()::unreadable)
                || group.endpoints().stream()
                        .anyMatch(endpoint ->
                                Stream.of(DcrEndpoint.NAME, DcrEndpoint.SEQNO).anyMatch(endpoint.origin()::unreadable));
    }

    /** Returns whether a dm.ini names the DB endpoint that has the seqno of a dmdcr.ini. */
    private boolean isInstanceOf(FileId dmIni, Dmdcr dmdcr) {
        Optional<String> instance = files.peek(Lenses.DM_INI, dmIni).flatMap(DmIni::instanceName);
        Optional<String> endpoint = dmdcr.seqno()
                .flatMap(seqno -> dcr.flatMap(configuration -> configuration.endpoint(GroupType.DB, seqno.number())))
                .flatMap(DcrEndpoint::name);
        return Names.same(instance, endpoint);
    }

    private boolean liesInItsConfigPath(FileId dmIni) {
        return files.peek(Lenses.DM_INI, dmIni)
                .flatMap(DmIni::configPath)
                .filter(path -> HostPaths.same(HostPaths.normal(path.text()), dmIni.directory()))
                .isPresent();
    }

    private void inConfigPath(ConfigFile<DmIni> dmIni, ClusterNode.Builder node) {
        Optional<String> directory = dmIni.value()
                .configPath()
                .filter(LocalPath.class::isInstance)
                .map(path -> HostPaths.normal(path.text()));
        if (directory.isEmpty()) {
            return;
        }
        follow(dmIni, DmIni.CONFIG_PATH, directory.get() + "/dmmal.ini", Lenses.MAL)
                .ifPresent(node::dbMal);
        files.find(dmIni.file().sibling(directory.get() + "/dmarch.ini"))
                .flatMap(arch -> bind(Lenses.DMARCH, arch))
                .ifPresent(node::dmArch);
        files.find(dmIni.file().sibling(directory.get() + "/dmwatcher.ini")).ifPresent(node::watcher);
    }

    /** Returns the file that a parameter names, on the same host. Adds a finding if there is no such file. */
    private <T, S extends ParameterSet<S>> Optional<ConfigFile<T>> follow(
            ConfigFile<S> from, String key, String path, Lens<T> lens) {
        FileId wanted = at(from, path);
        Optional<FileId> found = files.find(wanted);
        if (found.isEmpty()) {
            findings.add(ClusterFindings.missing(from.value().origin().at(key), key, wanted));
        }
        return found.flatMap(id -> bind(lens, id));
    }

    private static FileId at(ConfigFile<?> from, String path) {
        return from.file().sibling(HostPaths.normal(path));
    }

    private <T> Optional<ConfigFile<T>> bind(Lens<T> lens, FileId id) {
        return files.bind(lens, id).map(value -> new ConfigFile<>(id, value));
    }
}
