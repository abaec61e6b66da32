package io.github.dmdsc.extend.ssh;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Collects the files of a cluster over ssh. Follows each dmdcr.ini to the files of its node, reads the other requested
 * files, and exports the DCR on the first host. Nothing else on the hosts changes. The number of ssh calls does not
 * depend on the number of files.
 */
public final class Collector {
    private final Ssh ssh;
    private final Request request;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<FileId, byte[]> files = new TreeMap<>();

    private Collector(Ssh ssh, Request request) {
        this.ssh = ssh;
        this.request = request;
    }

    /**
     * A request for files.
     *
     * @param hosts the ssh addresses of the hosts, by the names of their directories; a host without an entry is its
     *     own address
     * @param dmdcr the dmdcr.ini files, which lead to the other files
     * @param also other files, such as those of monitors, or a dm.ini that no startup command names
     * @param programs the directory of Dameng's programs, used if no startup command names it
     * @param dcrvDisk the disk of a mirror cluster to export; empty for a cluster of the DMASM edition
     * @param export whether to export the DCR
     */
    public record Request(
            Map<String, String> hosts,
            List<FileId> dmdcr,
            List<FileId> also,
            Optional<String> programs,
            Optional<String> dcrvDisk,
            boolean export) {
        String address(String host) {
            return hosts.getOrDefault(host, host);
        }

        /** Returns the hosts in the order in which they are read: first the hosts of the nodes. */
        List<String> called() {
            List<String> called = new ArrayList<>();
            dmdcr.forEach(file -> called.add(file.host()));
            also.forEach(file -> called.add(file.host()));
            return called.stream().distinct().toList();
        }
    }

    /**
     * Collects the files.
     *
     * @return the files, and findings about files that were not found or not collected; after an ERROR the files must
     *     not be used
     */
    public static Read<ClusterFiles> collect(Ssh ssh, Request request) {
        return new Collector(ssh, request).collect();
    }

    private Read<ClusterFiles> collect() {
        for (String host : request.called()) {
            HostFiles found = new HostFiles(ssh, request, host, findings);
            if (!found.read()) {
                return result(ClusterFiles.empty());
            }
            files.putAll(found.files());
        }
        ClusterFiles collected = ClusterFiles.of(files);
        return result(request.export() ? new Export(ssh, request, collected, findings).added() : collected);
    }

    private Read<ClusterFiles> result(ClusterFiles collected) {
        findings.sort(Finding.ORDER);
        return new Read<>(collected, findings);
    }
}
