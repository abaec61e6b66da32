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
 * Collects the files of a cluster: follows each dmdcr.ini to the files of its node, takes the monitors' files that are
 * named, and exports the DCR on the first host. Nothing else on the hosts changes. A host is called a few times, however
 * many files it has.
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
     * What is collected.
     *
     * @param hosts the hosts of the nodes, by the names of their directories: what ssh reaches each by
     * @param dmdcr the files that lead to the others
     * @param also other files: those of monitors, a dm.ini that no start command names
     * @param programs the directory of Dameng's programs, where the start commands name none
     * @param dcrvDisk a disk to export, of a mirror cluster
     * @param export whether the DCR is exported
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

        /** The hosts, as they are called: those of the nodes first. */
        List<String> called() {
            List<String> called = new ArrayList<>();
            dmdcr.forEach(file -> called.add(file.host()));
            also.forEach(file -> called.add(file.host()));
            return called.stream().distinct().toList();
        }
    }

    /**
     * Collects.
     *
     * @return the files, and what was not found and what was left; with an ERROR they are not to be used
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
