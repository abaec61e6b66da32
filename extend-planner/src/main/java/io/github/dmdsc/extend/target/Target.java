package io.github.dmdsc.extend.target;

import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Hashes;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.diff.Patch;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of the extended cluster while they are being written. Not thread-safe. */
public final class Target {
    private final ClusterFiles base;
    private ClusterFiles files;
    private final SortedMap<FileId, List<Cause>> causes = new TreeMap<>();
    private final Map<FileId, FileId> copiedFrom = new TreeMap<>();

    Target(ClusterFiles base) {
        this.base = base;
        this.files = base;
    }

    public ClusterFiles files() {
        return files;
    }

    /** Changes a file that is there. */
    void update(FileId file, byte[] bytes, List<Cause> why) {
        files = files.with(file, bytes);
        causes.computeIfAbsent(file, id -> new ArrayList<>()).addAll(why);
    }

    /** Makes a file of the new node out of one that is there. */
    void create(FileId file, FileId from, byte[] bytes, List<Cause> why) {
        create(file, bytes, why);
        base.mode(from).ifPresent(mode -> files = files.withMode(file, mode));
        base.charset(from).ifPresent(charset -> files = files.withCharset(file, charset));
        copiedFrom.put(file, from);
    }

    /** Makes a new file. */
    void create(FileId file, byte[] bytes, List<Cause> why) {
        files = files.with(file, bytes);
        causes.put(file, new ArrayList<>(why));
    }

    /** Every file that was written, in order. */
    public List<FileChange> changes() {
        List<FileChange> changes = new ArrayList<>();
        causes.forEach((file, why) -> {
            byte[] after = files.bytes(file);
            Optional<byte[]> before = base.find(file);
            Optional<FileId> from = Optional.ofNullable(copiedFrom.get(file));
            IniDocument old = before.map(bytes -> file)
                    .or(() -> from)
                    .map(base::document)
                    .orElseGet(() -> IniDocument.parse(new byte[0]));
            IniDocument fresh = files.document(file);
            changes.add(FileChange.builder()
                    .file(file)
                    .kind(before.isPresent() ? FileChange.Kind.UPDATE : FileChange.Kind.CREATE)
                    .copiedFrom(from)
                    .before(before.map(Hashes::sha256))
                    .contentBefore(before.map(FileContent::of))
                    .after(Hashes.sha256(after))
                    .content(FileContent.of(after))
                    .patch(Patch.between(old, fresh))
                    .provenance(Explanation.of(old, fresh, why))
                    .build());
        });
        return changes;
    }
}
