package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.FileKind;
import io.github.dmdsc.model.base.HostPaths;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a cluster as documents: those named {@code *.ini}, and any other file that a parameter or the caller
 * names.
 */
final class SourceFiles {
    /**
     * The greatest number of lines of a file. A dm.ini has about 700 lines. A file of empty lines would need 24 times
     * its size in memory.
     */
    static final int MAX_LINES = 20_000;

    /** The greatest number of findings for one file. A hostile file could have one for each line. */
    private static final int MAX_FINDINGS = 200;

    private final ClusterFiles files;
    private final List<Finding> findings;
    private final SortedMap<FileId, IniDocument> documents = new TreeMap<>();
    private final SortedMap<FileId, FileKind> kinds = new TreeMap<>();
    private final Set<FileId> refused = new HashSet<>();
    private final Set<FileId> bound = new HashSet<>();

    /**
     * The key of a kept result: the file, and the lens that read it. Many files are peeked at before they are bound.
     */
    private record Reading(Lens<?> lens, FileId file) {}

    SourceFiles(ClusterFiles files, List<Finding> findings) {
        this.files = files;
        this.findings = findings;
        for (FileId id : files.ids()) {
            if (id.name().toLowerCase(Locale.ROOT).endsWith(".ini")) {
                open(id);
            }
        }
    }

    /** The documents that were read so far. */
    SortedMap<FileId, IniDocument> documents() {
        return documents;
    }

    /** Returns a file as a document; empty if there is no such file, or if it has too many lines. */
    Optional<IniDocument> document(FileId id) {
        return open(id);
    }

    /** Returns the files of a kind among those that were read so far, without examples. */
    List<FileId> ofKind(FileKind kind) {
        return kinds.entrySet().stream()
                .filter(entry -> entry.getValue() == kind)
                .map(Map.Entry::getKey)
                .filter(id -> !isExample(id))
                .toList();
    }

    /** Returns the kind of a file; empty if there is no such file, or if it is of no kind. */
    Optional<FileKind> kind(FileId id) {
        return open(id).flatMap(document -> Optional.ofNullable(kinds.get(id)));
    }

    /** Returns the name that a file has here. A path on Windows may be given in another letter case. */
    Optional<FileId> find(FileId wanted) {
        String path = HostPaths.normal(wanted.path());
        if (files.contains(wanted.sibling(path))) {
            return Optional.of(wanted.sibling(path));
        }
        return files.ids().stream()
                .filter(id -> id.host().equals(wanted.host()) && HostPaths.same(HostPaths.normal(id.path()), path))
                .findFirst();
    }

    /**
     * Returns the value of a file; empty if there is no such document. The first call for a file reports its findings.
     */
    <T> Optional<T> bind(Lens<T> lens, FileId id) {
        Optional<Read<T>> read = get(lens, id);
        read.filter(any -> bound.add(id)).ifPresent(found -> report(id, found.findings()));
        return read.map(Read::value);
    }

    /**
     * Returns the value of a file without reporting its findings. Call it if another call binds the file, or if its
     * findings do not matter.
     */
    <T> Optional<T> peek(Lens<T> lens, FileId id) {
        return get(lens, id).map(Read::value);
    }

    private <T> Optional<Read<T>> get(Lens<T> lens, FileId id) {
        return open(id).map(opened -> files.once(id, new Reading(lens, id), document -> lens.get(document, id)));
    }

    private void report(FileId id, List<Finding> found) {
        int told = Math.min(found.size(), MAX_FINDINGS);
        // Sort by severity, so that no error is only counted while a warning is reported.
        List<Finding> all =
                found.stream().sorted(Comparator.comparing(Finding::severity)).toList();
        findings.addAll(all.subList(0, told));
        if (told < all.size()) {
            findings.add(BindFindings.more(id, all.get(told), all.size() - told));
        }
    }

    private Optional<IniDocument> open(FileId id) {
        IniDocument known = documents.get(id);
        if (known != null || !files.contains(id) || refused.contains(id)) {
            return Optional.ofNullable(known);
        }
        if (files.once(id, SourceFiles.class, document -> hasTooManyLines(document.toBytes()))) {
            refused.add(id);
            findings.add(BindFindings.tooManyLines(id, MAX_LINES));
            return Optional.empty();
        }
        IniDocument document = files.document(id);
        documents.put(id, document);
        FileKinds.of(id, document).ifPresent(kind -> kinds.put(id, kind));
        return Optional.of(document);
    }

    /**
     * Returns whether a file is an example. dminit writes one of each kind beside dm.ini, for example {@code
     * dmdcr_example.ini}.
     */
    private static boolean isExample(FileId id) {
        return id.name().toLowerCase(Locale.ROOT).endsWith("_example.ini");
    }

    /**
     * Returns whether a file has too many lines. The line ends are counted before the file is split into lines, because
     * the split needs most of the memory.
     */
    private static boolean hasTooManyLines(byte[] bytes) {
        // Each line end has at least one byte, so most files need no count.
        if (bytes.length <= MAX_LINES) {
            return false;
        }
        int ends = 0;
        for (int i = 0; i < bytes.length && ends <= MAX_LINES; i++) {
            boolean pair = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
            if (bytes[i] == '\n' || (bytes[i] == '\r' && !pair)) {
                ends++;
            }
        }
        return ends > MAX_LINES;
    }
}
