package io.github.dmdsc.extend.run;

import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The observed files of a cluster. */
interface SeenFiles {
    /** No file was observed. */
    SeenFiles NONE = of(Map.of());

    /** Returns whether a file was observed, including that it does not exist. */
    boolean isSeen(FileId file);

    /** Returns the hash of an observed file; empty if the file does not exist. */
    Optional<String> hash(FileId file);

    /** Returns the observed files below a directory that exist. */
    List<FileId> below(FileId directory);

    /** Returns the bytes of a file; empty if it was not collected. */
    Optional<byte[]> bytes(FileId file);

    /** Returns files of which only the hashes are known. An empty hash stands for a file that does not exist. */
    static SeenFiles of(Map<FileId, Optional<String>> hashes) {
        return new SeenFiles() {
            @Override
            public boolean isSeen(FileId file) {
                return hashes.containsKey(file);
            }

            @Override
            public Optional<String> hash(FileId file) {
                return hashes.getOrDefault(file, Optional.empty());
            }

            @Override
            public List<FileId> below(FileId directory) {
                return hashes.keySet().stream()
                        .filter(file -> isBelow(file, directory) && hash(file).isPresent())
                        .sorted()
                        .toList();
            }

            @Override
            public Optional<byte[]> bytes(FileId file) {
                return Optional.empty();
            }
        };
    }

    /** Returns the files of which the hashes were read. */
    static SeenFiles of(Collection<FileId> asked, Answer.Hashes answer) {
        return of(hashes(asked, answer));
    }

    /** Returns the hashes that were read. An empty hash stands for a file that does not exist. */
    static Map<FileId, Optional<String>> hashes(Collection<FileId> asked, Answer.Hashes answer) {
        Map<FileId, Optional<String>> hashes = new HashMap<>();
        asked.forEach(
                file -> hashes.put(file, Optional.ofNullable(answer.present().get(file))));
        return hashes;
    }

    /** Returns collected files. A file that was not collected counts as not existing. Not thread-safe. */
    static SeenFiles of(ClusterFiles files) {
        // Caches the hashes, because several steps need the hash of the same file.
        Map<FileId, Optional<String>> hashes = new HashMap<>();
        return new SeenFiles() {
            @Override
            public boolean isSeen(FileId file) {
                return true;
            }

            @Override
            public Optional<String> hash(FileId file) {
                return hashes.computeIfAbsent(file, id -> bytes(id).map(Hashes::sha256));
            }

            @Override
            public List<FileId> below(FileId directory) {
                return files.ids().stream()
                        .filter(file -> isBelow(file, directory))
                        .toList();
            }

            @Override
            public Optional<byte[]> bytes(FileId file) {
                return files.find(file);
            }
        };
    }

    private static boolean isBelow(FileId file, FileId directory) {
        return file.host().equals(directory.host()) && file.path().startsWith(directory.path() + "/");
    }
}
