package io.github.dmdsc.extend.run;

import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a cluster, as far as somebody looked at them. */
interface SeenFiles {
    /** Nobody looked at a file. */
    SeenFiles NONE = of(Map.of());

    /** Whether somebody looked at a file, or for it. */
    boolean isSeen(FileId file);

    /** The hash of a file that somebody looked at; empty where there is no such file. */
    Optional<String> hash(FileId file);

    /** The files that are known to lie below a directory. */
    List<FileId> below(FileId directory);

    /** The bytes of a file, where somebody collected them. */
    Optional<byte[]> bytes(FileId file);

    /** Files of which only hashes are known; a file with an empty hash is not there. */
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

    /** The answer to a question for the hashes of files. */
    static SeenFiles of(Collection<FileId> asked, Answer.Hashes answer) {
        return of(hashes(asked, answer));
    }

    /** The same as hashes; a file that is not there has an empty one. */
    static Map<FileId, Optional<String>> hashes(Collection<FileId> asked, Answer.Hashes answer) {
        Map<FileId, Optional<String>> hashes = new HashMap<>();
        asked.forEach(
                file -> hashes.put(file, Optional.ofNullable(answer.present().get(file))));
        return hashes;
    }

    /** Files that were collected. A file that was not collected is not there. Not thread-safe. */
    static SeenFiles of(ClusterFiles files) {
        // Several steps ask for the same file.
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
