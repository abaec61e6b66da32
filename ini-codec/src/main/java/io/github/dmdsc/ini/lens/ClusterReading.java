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
 * What {@link ClusterReader} made of a set of files.
 *
 * @param cluster the cluster; empty where no DCR configuration, or no single one, was found
 * @param builds every dminit.ini, by file: what is left of the making of the database. What cannot be read in one is not
 *     reported, since no process reads the file again
 * @param findings what could not be read or assigned, sorted by {@link Finding#ORDER}
 * @param documents every INI file that was read
 */
public record ClusterReading(
        Optional<Cluster> cluster,
        List<ConfigFile<DmInit>> builds,
        List<Finding> findings,
        SortedMap<FileId, IniDocument> documents) {
    public ClusterReading {
        builds = List.copyOf(builds);
        findings = findings.stream().sorted(Finding.ORDER).toList();
        documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
    }
}
