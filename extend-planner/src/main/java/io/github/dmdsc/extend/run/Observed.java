package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.state.ClusterState;
import io.github.dmdsc.ini.files.ClusterFiles;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a cluster while a plan is being carried out.
 *
 * @param files its files as they are now, where somebody collected them; what a run has left beside them does not count
 * @param state what its tools showed, where somebody asked them
 * @param journal what the runs of the plan kept; empty where there was none
 * @param done the ids of steps that were done without a journal; what files and tools show weighs more
 */
public record Observed(
        Optional<ClusterFiles> files, Optional<ClusterState> state, List<JournalEntry> journal, Set<String> done) {
    public Observed {
        files = files.map(Asides::without);
        journal = List.copyOf(journal);
        done = Set.copyOf(done);
    }

    /** Only the files. */
    public static Observed of(ClusterFiles files) {
        return new Observed(Optional.of(files), Optional.empty(), List.of(), Set.of());
    }

    /** Only a journal. */
    public static Observed of(List<JournalEntry> journal) {
        return new Observed(Optional.empty(), Optional.empty(), journal, Set.of());
    }

    /** The same, with the files. */
    public Observed with(ClusterFiles collected) {
        return new Observed(Optional.of(collected), state, journal, done);
    }

    /** The same, with what the tools showed. */
    public Observed with(ClusterState shown) {
        return new Observed(files, Optional.of(shown), journal, done);
    }

    /** The same, with steps that were done without a journal. */
    public Observed withDone(Set<String> steps) {
        return new Observed(files, state, journal, steps);
    }

    SeenFiles seen() {
        return files.map(SeenFiles::of).orElse(SeenFiles.NONE);
    }
}
