package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The result of {@link ClusterLens#put}.
 *
 * @param files the files after the edit, including files that belong to no cluster
 * @param touched the lines that differ, by file and line. For a new file, the lines that differ from the file in {@code
 *     copiedFrom}; for a removed file, all lines
 * @param copiedFrom for each new file that is based on an existing file, that existing file
 * @param findings the facts that the files cannot express, sorted by {@link Finding#ORDER}; empty if the files express
 *     the whole cluster
 */
public record ClusterEdit(
        ClusterFiles files, List<Touched> touched, Map<FileId, FileId> copiedFrom, List<Finding> findings) {
    public ClusterEdit {
        Objects.requireNonNull(files, "files");
        touched = List.copyOf(touched);
        copiedFrom = Map.copyOf(copiedFrom);
        findings = findings.stream().distinct().sorted(Finding.ORDER).toList();
    }
}
