package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmInit;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The result of {@link ClusterLens#get}.
 *
 * @param cluster the cluster; empty if no DCR configuration was found, or several that differ
 * @param dminitFiles every dminit.ini with its file. A value in it that cannot be read is not reported, because no
 *     process reads the file after the database was created
 * @param findings what could not be read or assigned, sorted by {@link Finding#ORDER}
 * @param documents every INI file that was read
 */
public record ClusterReading(
        Optional<Cluster> cluster,
        List<ConfigFile<DmInit>> dminitFiles,
        List<Finding> findings,
        SortedMap<FileId, IniDocument> documents) {
    public ClusterReading {
        dminitFiles = List.copyOf(dminitFiles);
        findings = findings.stream().sorted(Finding.ORDER).toList();
        documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
    }
}
