package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files on the hosts, sorted by host and path. */
final class HostFiles {
    private final NavigableMap<FileId, StoredFile> files;

    private HostFiles(NavigableMap<FileId, StoredFile> files) {
        this.files = files;
    }

    static HostFiles of(ClusterFiles files, StoredFile.Pool pool) {
        NavigableMap<FileId, StoredFile> stored = new TreeMap<>();
        files.ids().forEach(id -> stored.put(id, pool.of(files.bytes(id), files.charset(id))));
        return new HostFiles(stored);
    }

    ClusterFiles toClusterFiles() {
        Map<FileId, byte[]> bytes = new TreeMap<>();
        files.forEach((id, file) -> bytes.put(id, file.bytes()));
        ClusterFiles result = ClusterFiles.of(bytes);
        for (Map.Entry<FileId, StoredFile> file : files.entrySet()) {
            Optional<Charset> charset = file.getValue().charset();
            result = charset.isPresent() ? result.withCharset(file.getKey(), charset.get()) : result;
        }
        return result;
    }

    Set<FileId> ids() {
        return Collections.unmodifiableSet(files.keySet());
    }

    /**
     * Returns the files that a process may read, those with the ending {@code .ini}. A backup beside them has another
     * ending.
     */
    List<FileId> configurations() {
        return files.keySet().stream()
                .filter(id -> id.name().toLowerCase(Locale.ROOT).endsWith(".ini"))
                .toList();
    }

    boolean contains(FileId id) {
        return files.containsKey(id);
    }

    Optional<StoredFile> find(FileId id) {
        return Optional.ofNullable(files.get(id));
    }

    /** Returns a file as a process reads it: an empty file if it does not exist. */
    StoredFile get(FileId id) {
        return files.getOrDefault(id, StoredFile.EMPTY);
    }

    /** Returns the name of a file in the configuration directory that a dm.ini names. */
    FileId inConfigPath(FileId dmIni, String name) {
        return dmIni.sibling(get(dmIni).ini().path(DmIni.CONFIG_PATH) + "/" + name);
    }

    HostFiles with(FileId id, StoredFile file) {
        NavigableMap<FileId, StoredFile> next = new TreeMap<>(files);
        next.put(id, file);
        return new HostFiles(next);
    }

    HostFiles without(FileId id) {
        NavigableMap<FileId, StoredFile> next = new TreeMap<>(files);
        next.remove(id);
        return new HostFiles(next);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HostFiles that && files.equals(that.files);
    }

    @Override
    public int hashCode() {
        return files.hashCode();
    }
}
