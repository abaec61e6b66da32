package com.example.ops;

import io.github.dmdsc.extend.ClusterCheck;
import io.github.dmdsc.extend.render.FindingsText;
import io.github.dmdsc.ini.files.ClusterFiles;
import java.nio.file.Path;
import java.util.Locale;

/** Reads the files of a cluster and checks them. */
final class ReadCluster {
    private ReadCluster() {}

    static ClusterFiles read(Path collected) {
        ClusterCheck check = ClusterCheck.of(collected);
        if (check.hasErrors()) {
            throw new IllegalStateException(
                    FindingsText.in(Locale.ENGLISH).over(check.files()).of(check.findings()));
        }
        return check.files();
    }
}
