package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.values.ExtendFindings.Phrase;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.ArchiveType;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.StoragePath;
import io.github.dmdsc.model.base.HostPaths;
import io.github.dmdsc.model.check.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Checks that the tools can take the texts of a plan in their commands, and that the new files do not exist yet. */
public final class TextChecks {
    /** The paths of the request that stand in commands, and the name that stands in some of these paths. */
    private static final Set<String> IN_COMMANDS = Set.of(
            ValueFamily.DB_NAME,
            ValueFamily.CONFIG_PATH,
            StartCommands.DM_INI,
            NodePlaces.DMDCR_PATH,
            ValueFamily.BIN_DIRECTORY,
            ValueFamily.MONITOR);

    private TextChecks() {}

    public static void check(Cluster cluster, NewNode node, ClusterFiles files, List<Finding> findings) {
        FileId dcr = cluster.dcr().file();
        noQuote(Location.of(dcr), Phrase.EXPORT, dcr.path(), findings);
        Dmdcr first = cluster.nodes().get(0).dmdcr().value();
        first.dcrPath()
                .ifPresent(path -> noQuote(first.origin().at(Dmdcr.DCR_PATH), Dmdcr.DCR_PATH, path.text(), findings));
        cluster.dcr()
                .value()
                .diskLoadPath()
                .ifPresent(path -> noQuote(
                        cluster.dcr().value().origin().at(DmdcrCfg.DISK_LOAD_PATH),
                        DmdcrCfg.DISK_LOAD_PATH,
                        path.text(),
                        findings));
        node.asm()
                .asmLoadPath()
                .ifPresent(path -> noQuote(
                        node.asm().origin().at(DcrEndpoint.ASM_LOAD_PATH),
                        DcrEndpoint.ASM_LOAD_PATH,
                        path.text(),
                        findings));
        for (String file : node.logFiles()) {
            noQuote(place(ValueFamily.LOG_FILES), ValueFamily.LOG_FILES, file, findings);
        }
        for (String disk : node.dcrvDisks()) {
            noQuote(place(ValueFamily.DCRV_DISKS), ValueFamily.DCRV_DISKS, disk, findings);
        }
        noBlank(place(ValueFamily.CONFIG_PATH), ValueFamily.CONFIG_PATH, node.configPath(), findings);
        noBlank(place("dm.path"), "dm.path", node.dmIniFile().path(), findings);
        noBlank(place("dmdcr.path"), "dmdcr.path", node.dmdcrFile().path(), findings);
        noBlank(place(ValueFamily.BIN_DIRECTORY), ValueFamily.BIN_DIRECTORY, node.binDirectory(), findings);
        cluster.monitors()
                .forEach(monitor -> noBlank(
                        Location.of(monitor.file()), "INI_PATH", monitor.file().path(), findings));
        // The re-initialisation types the names of these groups in a monitor: ep stop <group>.
        for (GroupType type : List.of(GroupType.ASM, GroupType.DB)) {
            cluster.dcr()
                    .value()
                    .group(type)
                    .ifPresent(group -> group.name()
                            .ifPresent(
                                    name -> noBlank(group.origin().at(DcrGroup.NAME), DcrGroup.NAME, name, findings)));
        }
        archives(cluster, node, findings);
        // If the directory of a node is missing, the new node may have that of another node.
        if (findings.stream().noneMatch(Finding::isBlocking)) {
            ownArchives(cluster, node, findings);
        }
        places(cluster, node, files, findings);
    }

    /** Adds a finding for each relative directory of an archive, unless an existing node has one too. */
    private static void archives(Cluster cluster, NewNode node, List<Finding> findings) {
        boolean relative = cluster.nodes().stream()
                .flatMap(each -> each.dmArch().stream())
                .flatMap(file -> file.value().archives().stream())
                .flatMap(archive -> directory(archive).stream())
                .anyMatch(path -> !isAbsolute(path));
        if (relative) {
            return;
        }
        node.dmArch().stream()
                .flatMap(arch -> arch.archives().stream())
                .forEach(archive -> directory(archive)
                        .filter(path -> !isAbsolute(path))
                        .ifPresent(path -> {
                            String key = directoryKey(archive);
                            String family = "dmarch." + archive.section() + "." + key;
                            findings.add(ExtendFindings.notAllowed(family, key, path, "/…, +<GROUP>/…"));
                        }));
    }

    /**
     * Adds a finding for each archive of the new node in the directory of another node's archive, if every existing
     * node has directories of its own. On another host the same local path is another directory; only the same path for
     * local archives of all nodes shows that the nodes share paths.
     */
    private static void ownArchives(Cluster cluster, NewNode node, List<Finding> findings) {
        Map<String, Location> locals = new HashMap<>();
        Map<String, Location> here = new HashMap<>();
        boolean each = cluster.nodes().size() > 1;
        boolean onceHere = true;
        for (ClusterNode other : cluster.nodes()) {
            boolean sameHost = other.host().equals(node.host());
            List<DmArchive> archives = other.dmArch().stream()
                    .flatMap(file -> file.value().archives().stream())
                    .toList();
            for (DmArchive archive : archives) {
                String path = HostPaths.normal(directory(archive).orElse(""));
                Location place = archive.origin().at(directoryKey(archive));
                if (!archive.isOfType(ArchiveType.REMOTE)) {
                    each &= locals.put(path, place) == null;
                }
                if (sameHost || path.startsWith("+")) {
                    onceHere &= here.put(path, place) == null;
                }
            }
            if (!sameHost) {
                locals.keySet().removeIf(path -> path.startsWith(node.configPath() + "/"));
            }
        }
        boolean eachHere = onceHere;
        List<DmArchive> own =
                node.dmArch().stream().flatMap(arch -> arch.archives().stream()).toList();
        for (DmArchive archive : own) {
            String path = HostPaths.normal(directory(archive).orElse(""));
            Optional<Location> local =
                    Optional.ofNullable(locals.get(path)).filter(place -> !archive.isOfType(ArchiveType.REMOTE));
            Optional<Location> taken = (each ? local : Optional.<Location>empty())
                    .or(() -> eachHere ? Optional.ofNullable(here.get(path)) : Optional.empty());
            String key = directoryKey(archive);
            taken.ifPresent(place -> findings.add(ExtendFindings.taken(
                    "dmarch." + archive.section() + "." + key,
                    key,
                    directory(archive).orElse(""),
                    place)));
        }
    }

    private static Optional<String> directory(DmArchive archive) {
        return directoryKey(archive).equals(DmArchive.INCOMING_PATH)
                ? archive.incomingPath().map(StoragePath::text)
                : archive.destination();
    }

    private static String directoryKey(DmArchive archive) {
        return archive.isOfType(ArchiveType.REMOTE) ? DmArchive.INCOMING_PATH : DmArchive.DESTINATION;
    }

    private static boolean isAbsolute(String path) {
        return path.startsWith("+") || HostPaths.isAbsolute(HostPaths.normal(path));
    }

    private static Location place(String family) {
        return ValueFamily.input(family).place();
    }

    private static void noQuote(Location where, Object what, String value, List<Finding> findings) {
        if (value.contains("'")) {
            findings.add(ExtendFindings.notForTools(where, what, value, "'"));
        }
    }

    /**
     * Returns a finding if the request gives a path or a name that no command can hold. Commands and paths that contain
     * it would be unusable too.
     */
    static Optional<Finding> inCommand(String family, String value) {
        return IN_COMMANDS.contains(family) && hasBlank(value)
                ? Optional.of(ExtendFindings.notForTools(place(family), family, value, Phrase.BLANK_OR_QUOTE))
                : Optional.empty();
    }

    private static void noBlank(Location where, String what, String value, List<Finding> findings) {
        if (hasBlank(value)) {
            findings.add(ExtendFindings.notForTools(where, what, value, Phrase.BLANK_OR_QUOTE));
        }
    }

    private static boolean hasBlank(String value) {
        return value.chars().anyMatch(c -> " \t'\"".indexOf(c) >= 0);
    }

    /** Returns the value of the new node that decides where a file lies. */
    private static String family(FileId file, NewNode node) {
        if (file.equals(node.asmMalFile())) {
            return "dmdcr." + Dmdcr.MAL_PATH;
        }
        return file.equals(node.dmdcrFile()) ? NodePlaces.DMDCR_PATH : ValueFamily.CONFIG_PATH;
    }

    /** Adds a finding for each existing file that the plan would overwrite, or remove on the way back. */
    private static void places(Cluster cluster, NewNode node, ClusterFiles files, List<Finding> findings) {
        Set<FileId> fresh = new TreeSet<>(List.of(node.dmIniFile(), node.dmdcrFile(), node.dbMalFile()));
        node.newMonitor().ifPresent(fresh::add);
        if (!node.sharesAsmMal(cluster)) {
            fresh.add(node.asmMalFile());
        }
        String directory = node.configPath() + "/";
        for (FileId file : files.ids()) {
            if (fresh.contains(file)
                    || (file.host().equals(node.host()) && file.path().startsWith(directory))) {
                findings.add(ExtendFindings.occupied(file, family(file, node)));
            }
        }
        // Values in files are read with / instead of \, so no value can name this file.
        files.ids().stream()
                .filter(file -> file.path().startsWith("/") && file.path().contains("\\"))
                .forEach(file ->
                        findings.add(ExtendFindings.notForTools(Location.of(file), Phrase.PATH, file.path(), "\\")));
        // A plan is written as a directory, so every file must have a path there. A file that was read from a directory
        // always has one.
        Stream.concat(files.ids().stream(), fresh.stream())
                .distinct()
                .filter(file -> ClusterFiles.relativePath(file).isEmpty())
                .forEach(file -> findings.add(
                        ExtendFindings.notForTools(Location.of(file), Phrase.PATH, file.toString(), "/…/")));
    }
}
