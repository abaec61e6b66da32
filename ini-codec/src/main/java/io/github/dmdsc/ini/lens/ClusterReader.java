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

/** Finds the cluster in a set of files, as {@link ClusterLens#get(ClusterFiles)} describes. */
final class ClusterReader {
    private final ClusterFiles files;
    private final List<Finding> findings = new ArrayList<>();
    private final SourceFiles sources;
    private final DcrFiles dcrFiles;

    private ClusterReader(ClusterFiles files) {
        this.files = files;
        this.sources = new SourceFiles(files, findings);
        this.dcrFiles = new DcrFiles(sources, findings);
    }

    static ClusterReading read(ClusterFiles files) {
        return new ClusterReader(files).read(Optional.empty());
    }

    static ClusterReading read(ClusterFiles files, FileId dcr) {
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

    /** A dmcssm.ini in a backup directory is left out if its host has another dmcssm.ini. */
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

    /**
     * If there are several copies of the DCR configuration, the one on the host of the first node is used, because the
     * tools run there.
     */
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
