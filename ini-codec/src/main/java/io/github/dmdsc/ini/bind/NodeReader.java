package io.github.dmdsc.ini.bind;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostPaths;
import io.github.dmdsc.model.ImmutableClusterNode;
import io.github.dmdsc.model.LocalPath;
import io.github.dmdsc.model.Located;
import io.github.dmdsc.model.Sourced;
import io.github.dmdsc.model.StartupCommand;
import io.github.dmdsc.model.check.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Follows each dmdcr.ini to the other files of its node. */
final class NodeReader {
    private final SortedMap<FileId, IniDocument> documents;
    private final SortedMap<FileId, FileKind> kinds;
    private final Optional<DmdcrCfg> dcr;
    private final List<Diagnostic> findings;
    private final Set<FileId> bound = new HashSet<>();

    NodeReader(
            SortedMap<FileId, IniDocument> documents,
            SortedMap<FileId, FileKind> kinds,
            Optional<DmdcrCfg> dcr,
            List<Diagnostic> findings) {
        this.documents = documents;
        this.kinds = kinds;
        this.dcr = dcr;
        this.findings = findings;
    }

    List<ClusterNode> read() {
        List<ClusterNode> nodes = new ArrayList<>();
        kinds.forEach((id, kind) -> {
            if (kind == FileKind.DMDCR) {
                nodes.add(node(id));
            }
        });
        return nodes;
    }

    private ClusterNode node(FileId id) {
        Located<Dmdcr> dmdcr = new Located<>(id, bind(Lenses.DMDCR, id));
        ImmutableClusterNode.Builder node = ClusterNode.builder().dmdcr(dmdcr);
        dmdcr.value()
                .malPath()
                .flatMap(path -> follow(dmdcr, "DMDCR_MAL_PATH", path.text(), Lenses.MAL))
                .ifPresent(node::asmMal);
        Optional<Located<DmIni>> dmIni = dmIni(dmdcr);
        dmIni.ifPresent(node::dmIni);
        dmIni.ifPresent(found -> inConfigPath(found, node));
        return node.build();
    }

    private Optional<Located<DmIni>> dmIni(Located<Dmdcr> dmdcr) {
        Optional<String> named =
                dmdcr.value().dbStartupCommand().map(StartupCommand::parse).flatMap(StartupCommand::dmIni);
        if (named.isPresent()) {
            return follow(dmdcr, "DMDCR_DB_STARTUP_CMD", named.get(), Lenses.DM_INI);
        }
        List<FileId> candidates = kinds.entrySet().stream()
                .filter(entry -> entry.getValue() == FileKind.DM_INI
                        && entry.getKey().host().equals(dmdcr.file().host()))
                .map(Map.Entry::getKey)
                .toList();
        List<FileId> fitting = candidates.size() <= 1
                ? candidates
                : candidates.stream()
                        .filter(id -> isInstanceOf(id, dmdcr.value()))
                        .toList();
        if (fitting.size() != 1) {
            findings.add(ClusterFindings.noDmIni(dmdcr, candidates));
            return Optional.empty();
        }
        return Optional.of(new Located<>(fitting.get(0), bind(Lenses.DM_INI, fitting.get(0))));
    }

    /** Whether a dm.ini names the DB endpoint that has the number of this dmdcr.ini. */
    private boolean isInstanceOf(FileId dmIni, Dmdcr dmdcr) {
        Optional<String> instance =
                Lenses.DM_INI.get(document(dmIni), dmIni).value().instanceName();
        Optional<String> endpoint = dmdcr.seqno()
                .flatMap(seqno -> dcr.flatMap(configuration -> Cluster.builder()
                        .dcr(new Located<>(dmIni, configuration))
                        .build()
                        .endpoint(GroupType.DB, seqno.number())
                        .flatMap(DcrEndpoint::name)));
        return instance.isPresent() && instance.equals(endpoint);
    }

    private void inConfigPath(Located<DmIni> dmIni, ImmutableClusterNode.Builder node) {
        Optional<String> directory = dmIni.value()
                .configPath()
                .filter(LocalPath.class::isInstance)
                .map(path -> HostPaths.normal(path.text()));
        if (directory.isEmpty()) {
            return;
        }
        follow(dmIni, "CONFIG_PATH", directory.get() + "/dmmal.ini", Lenses.MAL).ifPresent(node::dbMal);
        FileId arch = dmIni.file().sibling(directory.get() + "/dmarch.ini");
        if (documents.containsKey(arch)) {
            node.dmArch(new Located<DmArch>(arch, bind(Lenses.DMARCH, arch)));
        }
    }

    /** The file that a parameter leads to, on the same host; a finding where it is not there. */
    private <T, S extends Sourced<S>> Optional<Located<T>> follow(
            Located<S> from, String key, String path, Lens<T> lens) {
        FileId id = from.file().sibling(HostPaths.normal(path));
        if (!documents.containsKey(id)) {
            findings.add(ClusterFindings.missing(from.value().origin().at(key), key, id));
            return Optional.empty();
        }
        return Optional.of(new Located<>(id, bind(lens, id)));
    }

    private <T> T bind(Lens<T> lens, FileId id) {
        Bound<T> read = lens.get(document(id), id);
        if (bound.add(id)) {
            findings.addAll(read.findings());
        }
        return read.value();
    }

    private IniDocument document(FileId id) {
        IniDocument document = documents.get(id);
        if (document == null) {
            throw new IllegalStateException("not read: " + id);
        }
        return document;
    }
}
