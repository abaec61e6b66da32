package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@link ClusterReader} made of a set of files.
 *
 * @param cluster the cluster; empty where no DCR configuration, or no single one, was found
 * @param findings what could not be read or assigned, sorted by {@link Finding#ORDER}
 * @param documents every INI file that was read
 */
public record ClusterReading(
        Optional<Cluster> cluster, List<Finding> findings, SortedMap<FileId, IniDocument> documents) {
    public ClusterReading {
        findings = findings.stream().sorted(Finding.ORDER).toList();
        documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
    }
}
