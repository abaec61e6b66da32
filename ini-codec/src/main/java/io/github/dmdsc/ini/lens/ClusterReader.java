package io.github.dmdsc.ini.lens;

import static java.util.Comparator.comparing;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmInit;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.FileKind;
import io.github.dmdsc.model.Seqno;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the cluster in a set of files: each dmdcr.ini is a node, and leads to its dmasvrmal.ini, its dm.ini and the
 * files in that one's {@code CONFIG_PATH}; each dmcssm.ini is a monitor; the DCR configuration is the file that has
 * groups. Where there are exports of the DCR disk, files from which clusters are built are passed over. Files that are
 * none of these are left alone. Nodes, monitors and the DCR configuration are looked for in files
 * named {@code *.ini}; what a parameter or the caller names may have any name. Of several files on one host with the same
 * {@code DMDCR_SEQNO} those count as backups that no start command names, are not named dmdcr.ini, or lie in a directory
 * that is called a backup.
 *
 * <p>A file of more than 20,000 lines is reported and not read; of one file 200 findings are given at most.
 */
public final class ClusterReader {
    private final ClusterFiles files;
    private final List<Finding> findings = new ArrayList<>();
    private final SourceFiles sources;
    private final DcrFiles dcrFiles;

    private ClusterReader(ClusterFiles files) {
        this.files = files;
        this.sources = new SourceFiles(files, findings);
        this.dcrFiles = new DcrFiles(sources, findings);
    }

    /** Reads a cluster whose files hold one DCR configuration, or several copies that differ in ends of lines and comments at most. */
    public static ClusterReading read(ClusterFiles files) {
        return new ClusterReader(files).read(Optional.empty());
    }

    /** Reads a cluster, taking the DCR configuration from a given file. */
    public static ClusterReading read(ClusterFiles files, FileId dcr) {
        return new ClusterReader(files).read(Optional.of(dcr));
    }

    private ClusterReading read(Optional<FileId> chosenDcr) {
        Optional<ConfigFile<DmdcrCfg>> dcr =
                chosenDcr.isPresent() ? dcrFiles.chosen(chosenDcr.get()) : dcrFiles.found();
        List<ClusterNode> nodes = new NodeReader(sources, dcr.map(ConfigFile::value), findings)
                .read().stream()
                        .sorted(comparing((ClusterNode node) ->
                                        node.seqno().map(Seqno::number).orElse(Integer.MAX_VALUE))
                                .thenComparing(node -> node.dmdcr().file()))
                        .toList();
        List<ConfigFile<Dmcssm>> monitors = new ArrayList<>();
        monitors()
                .forEach(id -> sources.bind(Lenses.DMCSSM, id)
                        .ifPresent(monitor -> monitors.add(new ConfigFile<>(id, monitor))));
        HostFindings.check(files, dcr.map(ConfigFile::value), nodes, monitors, findings);
        if (nodes.isEmpty()) {
            findings.add(ClusterFindings.noNode());
        }
        Optional<Cluster> cluster = dcr.map(found -> {
            Cluster.Builder builder = Cluster.builder().nodes(nodes).monitors(monitors);
            ConfigFile<DmdcrCfg> main = chosenDcr.isPresent() ? found : onFirstNode(found, nodes);
            return builder.dcr(main).dcrCopies(dcrFiles.copies(main.file())).build();
        });
        List<ConfigFile<DmInit>> builds = new ArrayList<>();
        sources.ofKind(FileKind.DMINIT)
                .forEach(id ->
                        sources.peek(Lenses.DMINIT, id).ifPresent(init -> builds.add(new ConfigFile<>(id, init))));
        return new ClusterReading(cluster, builds, findings, sources.documents());
    }

    /** A monitor's file that lies in a backup directory, beside another one of its host, is left out. */
    private List<FileId> monitors() {
        Map<String, List<FileId>> byHost = new TreeMap<>();
        for (FileId id : sources.ofKind(FileKind.DMCSSM)) {
            byHost.computeIfAbsent(id.host(), host -> new ArrayList<>()).add(id);
        }
        List<FileId> monitors = new ArrayList<>();
        for (List<FileId> all : byHost.values()) {
            List<FileId> backups = Backups.among(all);
            List<FileId> used = all.stream().filter(id -> !backups.contains(id)).toList();
            if (!backups.isEmpty()) {
                findings.add(ClusterFindings.inBackups(used.get(0), backups));
            }
            monitors.addAll(used);
        }
        return monitors;
    }

    /** Of several copies the one on the first node's host is worked on: there the tools run. */
    private ConfigFile<DmdcrCfg> onFirstNode(ConfigFile<DmdcrCfg> found, List<ClusterNode> nodes) {
        if (nodes.isEmpty()) {
            return found;
        }
        String host = nodes.get(0).host();
        return dcrFiles.copies(found.file()).stream()
                .filter(copy -> copy.host().equals(host) && !found.file().host().equals(host))
                .findFirst()
                .flatMap(copy -> sources.peek(Lenses.DMDCR_CFG, copy).map(value -> new ConfigFile<>(copy, value)))
                .orElse(found);
    }
}
