package io.github.dmdsc.ini.files;

import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.Read;
import io.github.dmdsc.model.check.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the files and findings of a reader, and enforces the limits. Directories and archives share it. */
final class FileCollector {
    private static final int BUFFER = 1 << 16;

    /** The greatest number of findings. With more of them, the source as a whole is wrong. */
    private static final int MAX_FINDINGS = 1000;

    private final Location source;
    private final ReadLimits limits;
    private final NavigableMap<FileId, ClusterFiles.Content> files = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int entries;
    private int directories;
    private long bytes;

    FileCollector(String source, ReadLimits limits) {
        this.source = Location.outside(source);
        this.limits = limits;
    }

    /** Thrown if reading must stop. The finding is already added. */
    static final class LimitReached extends Exception {
        LimitReached() {
            super(null, null, false, false);
        }
    }

    /** The place of the directory or archive itself. */
    Location source() {
        return source;
    }

    /**
     * Returns the place of a path below the root: a file of a host, or a thing outside files if it is in no host
     * directory.
     */
    static Location place(List<String> names) {
        return names.size() < 2 ? Location.outside(String.join("/", names)) : Location.of(Layout.toFile(names));
    }

    void add(FindingBuilder finding) {
        findings.add(finding.build());
    }

    /** Counts an entry that is no directory. */
    void countEntry() throws LimitReached {
        countFindings();
        if (++entries > limits.maxFiles()) {
            throw tooManyFiles();
        }
    }

    void countDirectory() throws LimitReached {
        countFindings();
        if (++directories > limits.maxFiles()) {
            throw tooManyFiles();
        }
    }

    private void countFindings() throws LimitReached {
        if (findings.size() >= MAX_FINDINGS) {
            add(FileRule.TOO_MANY_FINDINGS.at(source).with("limit", MAX_FINDINGS));
            throw new LimitReached();
        }
    }

    LimitReached tooManyFiles() {
        add(FileRule.TOO_MANY_FILES.at(source).with("limit", limits.maxFiles()));
        return new LimitReached();
    }

    void countBytes(long count) throws LimitReached {
        bytes += count;
        if (bytes > limits.maxTotalBytes()) {
            add(FileRule.TOO_MANY_BYTES.at(source).with("limit", limits.maxTotalBytes()));
            throw new LimitReached();
        }
    }

    /** Returns whether a file may have as many bytes as its source states. Adds a finding if not. */
    boolean acceptsSize(long claimed, Location at) {
        if (claimed > limits.maxFileBytes()) {
            add(FileRule.FILE_TOO_LARGE.at(at).with("limit", limits.maxFileBytes()));
            return false;
        }
        return true;
    }

    /**
     * Returns all bytes of a stream. If there are more than a file may have, adds a finding and returns null. A size
     * that a header states is not trusted.
     */
    byte @Nullable [] read(InputStream in, Location at) throws IOException, LimitReached {
        long most = Math.min(limits.maxFileBytes(), limits.maxTotalBytes() - bytes);
        byte[] content = in.readNBytes((int) most + 1);
        countBytes(content.length);
        return acceptsSize(content.length, at) ? content : null;
    }

    /** Reads a stream to its end and discards the bytes. They count for the limit. */
    void drain(InputStream in) throws IOException, LimitReached {
        byte[] buffer = new byte[BUFFER];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            countBytes(count);
        }
    }

    /** Adds a file. If there is one with the same name, adds a finding instead. The bytes are not copied. */
    void put(FileId file, byte[] content, Optional<Integer> mode) {
        if (files.putIfAbsent(file, new ClusterFiles.Content(content, mode, Optional.empty())) != null) {
            add(FileRule.DUPLICATE.at(Location.of(file)));
        }
    }

    Read<ClusterFiles> result() {
        if (files.isEmpty() && findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR)) {
            add(FileRule.NOTHING_FOUND.at(source));
        }
        findings.sort(Finding.ORDER);
        return new Read<>(ClusterFiles.owning(files), findings);
    }
}
