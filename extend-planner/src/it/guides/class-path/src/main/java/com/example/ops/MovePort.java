package com.example.ops;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterEdit;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.Cluster;

/** Changes a port of a node in every file that states it. */
final class MovePort {
    private MovePort() {}

    static ClusterFiles move(ClusterFiles files, int node, int cssPort) {
        Cluster cluster = ClusterLens.get(files).cluster().orElseThrow();
        Cluster moved = cluster.withMember(node, member -> member.withCssPort(cssPort));
        ClusterEdit edit = ClusterLens.put(moved, files);
        edit.touched().forEach(line -> System.out.println(line.file() + " " + line.key()));
        return edit.findings().isEmpty() ? edit.files() : files;
    }
}
