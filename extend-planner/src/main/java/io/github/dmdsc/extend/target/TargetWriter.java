package io.github.dmdsc.extend.target;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Provenance;
import io.github.dmdsc.extend.values.ConfigCopy;
import io.github.dmdsc.extend.values.ExtendFindings;
import io.github.dmdsc.extend.values.NewNode;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.diff.Patch;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterEdit;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.ini.lens.Lenses;
import io.github.dmdsc.ini.lens.Touched;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.base.HostPaths;
import io.github.dmdsc.model.check.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the files of the extended cluster: the files that the lens of a cluster writes, and copies of the other files
 * that the new host needs.
 */
public final class TargetWriter {
    private final ClusterFiles base;
    private final Cluster cluster;
    private final Cluster extended;
    private final NewNode node;
    private final ClusterEdit edit;
    private final Change.CopyDirectory copying;
    private final Map<FileId, FileId> copiedFrom;
    /** The reasons why lines of a copied file differ from its original. */
    private final Map<FileId, List<Provenance>> copies = new HashMap<>();

    private final List<Finding> findings;
    private ClusterFiles files;

    public TargetWriter(ClusterFiles base, Cluster cluster, Cluster extended, NewNode node) {
        this.base = base;
        this.cluster = cluster;
        this.extended = extended;
        this.node = node;
        this.edit = ClusterLens.put(extended, base);
        this.copying = ConfigCopy.of(cluster, node, base);
        this.copiedFrom = new HashMap<>(edit.copiedFrom());
        this.files = edit.files();
        this.findings = new ArrayList<>(edit.findings());
        copyDirectory();
    }

    /** Returns every file, changed or not. */
    public ClusterFiles files() {
        return files;
    }

    /**
     * Returns the findings about values that the lens could not write, and about copied lines whose right content is
     * unknown.
     */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Copies and adapts the files of the configuration directory, except those that the lens has written. */
    private void copyDirectory() {
        CopiedText texts = new CopiedText(cluster, node);
        String directory = copying.from().path() + "/";
        for (FileId file : base.ids()) {
            boolean inside =
                    file.host().equals(copying.from().host()) && file.path().startsWith(directory);
            String name = file.path().substring(inside ? directory.length() : 0);
            FileId copy = copying.to().sibling(copying.to().path() + "/" + name);
            if (inside && !files.contains(copy) && !copying.leavesOut(name)) {
                CopiedText.Adapted adapted = texts.of(name, base.bytes(file), siblings(name));
                files = files.copied(file, copy).with(copy, adapted.bytes());
                copiedFrom.put(copy, file);
                copies.put(copy, adapted.provenance());
                if (!adapted.several().isEmpty()) {
                    findings.add(ExtendFindings.severalNodes(Location.of(file), copy, adapted.several()));
                }
                if (!adapted.shared().isEmpty()) {
                    findings.add(ExtendFindings.sharedLines(Location.of(file), copy, adapted.shared()));
                }
                if (!adapted.doubtful().isEmpty()) {
                    findings.add(ExtendFindings.doubtfulAddress(Location.of(file), copy, adapted.doubtful()));
                }
            }
        }
    }

    /** Returns a file of the configuration directory as each other node has it. */
    private List<byte[]> siblings(String name) {
        return cluster.nodes().stream()
                .skip(1)
                .flatMap(other -> other.dbMal().stream())
                .map(mal -> mal.file().sibling(mal.file().directory() + "/" + name))
                .flatMap(file -> base.find(file).stream())
                .toList();
    }

    /** Returns the action that copies the configuration directory. */
    public Change.CopyDirectory copying() {
        return copying;
    }

    /** Returns the absolute local directories that the new node's sqllog.ini names. */
    public List<String> logDirectories() {
        FileId file = new FileId(node.host(), node.configPath() + "/" + CopiedText.SQLLOG);
        return files.find(file).stream()
                .flatMap(any -> files.document(file).sections().stream())
                .flatMap(section -> section.entries().stream())
                .filter(entry -> entry.key().equalsIgnoreCase("FILE_PATH"))
                .map(IniEntry::value)
                .filter(path -> HostPaths.isAbsolute(HostPaths.normal(path)))
                .toList();
    }

    /** Returns the change of every file that is new or changed, in order. */
    public List<FileChange> changes() {
        Reasons reasons = new Reasons(extended, node);
        Map<FileId, List<Touched>> touched = edit.touched().stream().collect(Collectors.groupingBy(Touched::file));
        List<FileChange> changes = new ArrayList<>();
        for (FileId file : files.ids()) {
            byte[] after = files.bytes(file);
            Optional<byte[]> before = base.find(file);
            if (before.filter(bytes -> Arrays.equals(bytes, after)).isPresent()) {
                continue;
            }
            Optional<FileId> from = Optional.ofNullable(copiedFrom.get(file));
            IniDocument old = before.map(bytes -> file)
                    .or(() -> from)
                    .map(base::document)
                    .orElseGet(() -> IniDocument.empty(StandardCharsets.UTF_8, "\n"));
            changes.add(FileChange.builder()
                    .file(file)
                    .kind(before.isPresent() ? FileChange.Kind.UPDATE : FileChange.Kind.CREATE)
                    .copiedFrom(from)
                    .before(before.map(Hashes::sha256))
                    .contentBefore(before.map(FileContent::of))
                    .after(Hashes.sha256(after))
                    .content(FileContent.of(after))
                    .patch(Patch.between(old, files.document(file)))
                    .provenance(copies.getOrDefault(file, reasons.of(touched.getOrDefault(file, List.of()))))
                    .build());
        }
        return changes;
    }

    /**
     * Returns the first content of a new monitor's file, without the new node; empty if the plan sets up no monitor.
     */
    public Optional<byte[]> stagedMonitor() {
        return node.newMonitor()
                .map(file ->
                        Lenses.DMCSSM.create(ExtendedCluster.monitor(cluster)).toBytes());
    }
}
