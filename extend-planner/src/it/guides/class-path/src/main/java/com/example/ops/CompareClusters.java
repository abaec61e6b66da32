package com.example.ops;

import io.github.dmdsc.ini.diff.ClusterDiff;
import io.github.dmdsc.ini.diff.Drift;
import io.github.dmdsc.ini.files.ClusterFiles;
import java.util.Locale;
import java.util.Optional;

/** Says whether the nodes agree, and what a change really changed. */
final class CompareClusters {
    private CompareClusters() {}

    static Optional<String> drift(ClusterFiles files) {
        Drift drift = Drift.of(files);
        return drift.unexplained().isEmpty() ? Optional.empty() : Optional.of(drift.text(Locale.ENGLISH));
    }

    static Optional<String> whatChanged(ClusterFiles before, ClusterFiles after) {
        ClusterDiff diff = ClusterDiff.of(before, after).ofMeaning();
        return diff.isEmpty() ? Optional.empty() : Optional.of(diff.text(Locale.ENGLISH));
    }
}
