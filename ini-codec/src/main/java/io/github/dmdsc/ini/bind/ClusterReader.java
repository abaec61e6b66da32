package io.github.dmdsc.ini.bind;

import static java.util.Comparator.comparing;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.ImmutableCluster;
import io.github.dmdsc.model.Located;
import io.github.dmdsc.model.Seqno;
import io.github.dmdsc.model.check.Diagnostic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the cluster in a set of files: each dmdcr.ini is a node, and leads to its dmasvrmal.ini, its dm.ini and the
 * files in that one's {@code CONFIG_PATH}; each dmcssm.ini is a monitor; the DCR configuration is the file that has
 * groups. Files that are none of these are left alone.
 */
public final class ClusterReader {
    private final ClusterFiles files;
    private final SortedMap<FileId, IniDocument> documents = new TreeMap<>();
    private final SortedMap<FileId, FileKind> kinds = new TreeMap<>();
    private final List<Diagnostic> findings = new ArrayList<>();

    private ClusterReader(ClusterFiles files) {
        this.files = files;
    }

    /** Reads a cluster whose files hold one DCR configuration, or several copies of it with the same bytes. */
    public static ClusterReading read(ClusterFiles files) {
        return new ClusterReader(files).read(Optional.empty());
    }

    /** Reads a cluster, taking the DCR configuration from a given file. */
    public static ClusterReading read(ClusterFiles files, FileId dcr) {
        return new ClusterReader(files).read(Optional.of(dcr));
    }

    private ClusterReading read(Optional<FileId> chosenDcr) {
        for (FileId id : files.ids()) {
            if (id.name().toLowerCase(Locale.ROOT).endsWith(".ini")) {
                IniDocument document = IniDocument.parse(files.bytes(id));
                documents.put(id, document);
                FileKind.of(id, document).ifPresent(kind -> kinds.put(id, kind));
            }
        }
        Optional<Located<DmdcrCfg>> dcr = dcr(chosenDcr);
        List<ClusterNode> nodes = new NodeReader(documents, kinds, dcr.map(Located::value), findings)
                .read().stream()
                        .sorted(comparing((ClusterNode node) ->
                                        node.seqno().map(Seqno::number).orElse(Integer.MAX_VALUE))
                                .thenComparing(node -> node.dmdcr().file()))
                        .toList();
        List<Located<Dmcssm>> monitors = new ArrayList<>();
        ofKind(FileKind.DMCSSM).forEach(id -> monitors.add(new Located<>(id, bind(Lenses.DMCSSM, id))));
        HostFindings.check(files, dcr.map(Located::value), nodes, monitors, findings);
        if (nodes.isEmpty()) {
            findings.add(ClusterFindings.noNode());
        }
        Optional<Cluster> cluster = dcr.map(found -> {
            ImmutableCluster.Builder builder = Cluster.builder().nodes(nodes).monitors(monitors);
            Located<DmdcrCfg> main = chosenDcr.isPresent() ? found : onFirstNode(found, nodes);
            return builder.dcr(main).dcrCopies(copies(main.file())).build();
        });
        return new ClusterReading(cluster, findings, documents);
    }

    private Optional<Located<DmdcrCfg>> dcr(Optional<FileId> chosen) {
        List<FileId> candidates = ofKind(FileKind.DMDCR_CFG);
        if (chosen.isPresent()) {
            if (!candidates.contains(chosen.get())) {
                findings.add(ClusterFindings.noSuchDcr(chosen.get(), candidates));
                return Optional.empty();
            }
            return chosen.map(id -> new Located<>(id, bind(Lenses.DMDCR_CFG, id)));
        }
        if (candidates.isEmpty()) {
            findings.add(ClusterFindings.noDcr());
            return Optional.empty();
        }
        FileId first = candidates.get(0);
        List<FileId> differing = candidates.stream()
                .filter(id -> !Arrays.equals(files.bytes(id), files.bytes(first)))
                .toList();
        if (!differing.isEmpty()) {
            findings.add(ClusterFindings.severalDcr(first, differing));
            return Optional.empty();
        }
        return Optional.of(new Located<>(first, bind(Lenses.DMDCR_CFG, first)));
    }

    /** Of several copies the one on the first node's host is worked on: there the tools run. */
    private Located<DmdcrCfg> onFirstNode(Located<DmdcrCfg> found, List<ClusterNode> nodes) {
        if (nodes.isEmpty()) {
            return found;
        }
        String host = nodes.get(0).host();
        return copies(found.file()).stream()
                .filter(copy -> copy.host().equals(host) && !found.file().host().equals(host))
                .findFirst()
                .map(copy -> new Located<>(
                        copy, Lenses.DMDCR_CFG.get(document(copy), copy).value()))
                .orElse(found);
    }

    private List<FileId> copies(FileId of) {
        return ofKind(FileKind.DMDCR_CFG).stream()
                .filter(id -> !id.equals(of) && Arrays.equals(files.bytes(id), files.bytes(of)))
                .toList();
    }

    private List<FileId> ofKind(FileKind kind) {
        return kinds.entrySet().stream()
                .filter(entry -> entry.getValue() == kind)
                .map(Map.Entry::getKey)
                .toList();
    }

    private <T> T bind(Lens<T> lens, FileId id) {
        Bound<T> bound = lens.get(document(id), id);
        findings.addAll(bound.findings());
        return bound.value();
    }

    private IniDocument document(FileId id) {
        IniDocument document = documents.get(id);
        if (document == null) {
            throw new IllegalStateException("not read: " + id);
        }
        return document;
    }
}
