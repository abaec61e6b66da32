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

/** Gathers what a reader finds, and holds it to the limits. What is alike for directories and archives is here. */
final class FileCollector {
    private static final int BUFFER = 1 << 16;

    /** Nobody reads more, and something is wrong as a whole by then. */
    private static final int MOST_FINDINGS = 1000;

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

    /** Reading must stop; the finding that says so is already there. */
    static final class LimitReached extends Exception {
        LimitReached() {
            super(null, null, false, false);
        }
    }

    /** Where the directory or archive itself lies. */
    Location source() {
        return source;
    }

    /** Where something lies below the root: a file of a host, or something that is in no host directory. */
    static Location place(List<String> names) {
        return names.size() < 2 ? Location.outside(String.join("/", names)) : Location.of(Layout.toFile(names));
    }

    void add(FindingBuilder finding) {
        findings.add(finding.build());
    }

    /** Takes note of something that is no directory. */
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
        if (findings.size() >= MOST_FINDINGS) {
            add(FileRule.TOO_MANY_FINDINGS.at(source).with("limit", MOST_FINDINGS));
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

    /** Whether a file may have as many bytes as its source claims; reports it if not. */
    boolean acceptsSize(long claimed, Location at) {
        if (claimed > limits.maxFileBytes()) {
            add(FileRule.FILE_TOO_LARGE.at(at).with("limit", limits.maxFileBytes()));
            return false;
        }
        return true;
    }

    /** All bytes of a stream, or nothing, and a finding, if they are more than a file may have. Believes no header. */
    byte @Nullable [] read(InputStream in, Location at) throws IOException, LimitReached {
        long most = Math.min(limits.maxFileBytes(), limits.maxTotalBytes() - bytes);
        byte[] content = in.readNBytes((int) most + 1);
        countBytes(content.length);
        return acceptsSize(content.length, at) ? content : null;
    }

    /** Reads a stream to its end; what is thrown away counts too. */
    void drain(InputStream in) throws IOException, LimitReached {
        byte[] buffer = new byte[BUFFER];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            countBytes(count);
        }
    }

    /** Takes a file, unless there is one of the same name. The bytes are not copied. */
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
