package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a cluster into files, see {@link ClusterLens#put}. Not thread-safe. */
final class ClusterPut {
    private static final IniDocument NOTHING = IniDocument.empty(StandardCharsets.UTF_8, "\n");

    private final Cluster cluster;
    private final ClusterFiles base;
    private final Optional<Cluster> old;
    private ClusterFiles files;
    private final Map<FileId, Object> values = new HashMap<>();
    private final SortedMap<FileId, List<Touched>> touched = new TreeMap<>();
    private final Map<FileId, FileId> copiedFrom = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    ClusterPut(Cluster cluster, ClusterFiles base) {
        this.cluster = cluster;
        this.base = base;
        this.old = read(base);
        this.files = base;
    }

    ClusterEdit edit() {
        FileRole.ALL.forEach(this::put);
        FileRole.ALL.forEach(this::remove);
        if (findings.isEmpty()) {
            verify();
        }
        List<Touched> lines = touched.values().stream().flatMap(List::stream).toList();
        return new ClusterEdit(files, lines, copiedFrom, findings);
    }

    private <T> void put(FileRole<T> role) {
        for (ConfigFile<T> file : role.in(cluster)) {
            Object before = values.putIfAbsent(file.file(), file.value());
            if (before == null) {
                write(role, file);
            } else if (!before.equals(file.value())) {
                findings.add(ClusterFindings.clash(file.file()));
            }
        }
    }

    private <T> void write(FileRole<T> role, ConfigFile<T> file) {
        FileId id = file.file();
        // The file has this value already.
        if (old.stream().flatMap(cluster -> role.in(cluster).stream()).anyMatch(file::equals)) {
            return;
        }
        Optional<FileId> source = base.contains(id)
                ? Optional.of(id)
                : old.flatMap(cluster -> role.in(cluster).stream().findFirst()).map(ConfigFile::file);
        IniDocument before = source.map(base::document).orElse(NOTHING);
        IniDocument after;
        try {
            // If a text cannot be written, the finding must name the source, whose charset a new file gets.
            Read<IniDocument> written = role.lens().write(file.value(), before, source.orElse(id));
            findings.addAll(written.findings());
            after = written.value();
        } catch (IllegalArgumentException e) {
            findings.add(ClusterFindings.inexpressible(id));
            return;
        }
        byte[] bytes = after.toBytes();
        boolean same = base.find(id).filter(old -> Arrays.equals(old, bytes)).isPresent();
        if (!same) {
            source.filter(from -> !from.equals(id)).ifPresent(from -> {
                files = files.copied(from, id);
                copiedFrom.put(id, from);
            });
            files = files.with(id, bytes);
            touched.put(id, Touches.between(id, before, after));
        }
    }

    private <T> void remove(FileRole<T> role) {
        old.map(role::in).orElse(List.of()).stream()
                .map(ConfigFile::file)
                .filter(file -> !values.containsKey(file) && files.contains(file))
                .forEach(file -> {
                    files = files.without(file);
                    touched.put(file, Touches.between(file, base.document(file), NOTHING));
                });
    }

    /**
     * Reads the changed files back, and adds a finding for each file that reads differently. The lens of a file cannot
     * find this, because reading also depends on the path of the file and on other files.
     */
    private void verify() {
        Optional<Cluster> read = read(files);
        if (read.equals(Optional.of(cluster.withDcrvDisks(List.of())))) {
            return;
        }
        for (FileRole<?> role : FileRole.ALL) {
            List<?> found = read.map(role::in).map(List::copyOf).orElse(List.of());
            role.in(cluster).stream()
                    .filter(file -> !found.contains(file))
                    .map(file -> ClusterFindings.inexpressible(file.file()))
                    .forEach(findings::add);
        }
        if (findings.isEmpty()) {
            findings.add(ClusterFindings.inexpressible(cluster.dcr().file()));
        }
    }

    /** Reads the cluster of files. If there are several DCR configurations, the one of the cluster to write is used. */
    private Optional<Cluster> read(ClusterFiles from) {
        FileId dcr = cluster.dcr().file();
        return (from.contains(dcr) ? ClusterLens.get(from, dcr) : ClusterLens.get(from)).cluster();
    }
}
