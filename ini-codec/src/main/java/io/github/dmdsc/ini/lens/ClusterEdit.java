package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What {@link ClusterLens#put} made of a set of files.
 *
 * @param files the files, those that belong to no cluster included
 * @param touched the lines that differ, by file and line; of a new file those that differ from the file from which it
 *     starts, of one that is removed all
 * @param starts of each new file that has one: the file from whose text it starts
 * @param findings what the files cannot express, sorted by {@link Finding#ORDER}; empty where they say what the cluster says
 */
public record ClusterEdit(
        ClusterFiles files, List<Touched> touched, Map<FileId, FileId> starts, List<Finding> findings) {
    public ClusterEdit {
        Objects.requireNonNull(files, "files");
        touched = List.copyOf(touched);
        starts = Map.copyOf(starts);
        findings = findings.stream().distinct().sorted(Finding.ORDER).toList();
    }
}
