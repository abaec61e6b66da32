package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.state.ClusterState;
import io.github.dmdsc.extend.tools.LeftoverFiles;
import io.github.dmdsc.ini.files.ClusterFiles;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The observations of a cluster while a plan is carried out.
 *
 * @param files the present files, if they were collected; files that a run has left beside them ({@link
 *     LeftoverFiles}) are ignored
 * @param state the state that the tools showed, if their output was collected
 * @param journal the entries of the runs of the plan; empty if there is no journal
 * @param done the ids of steps that were done without a journal; files and tool outputs take precedence over them
 */
public record Observed(
        Optional<ClusterFiles> files, Optional<ClusterState> state, List<JournalEntry> journal, Set<String> done) {
    public Observed {
        files = files.map(LeftoverFiles::without);
        journal = List.copyOf(journal);
        done = Set.copyOf(done);
    }

    /** Returns observations of the files only. */
    public static Observed of(ClusterFiles files) {
        return new Observed(Optional.of(files), Optional.empty(), List.of(), Set.of());
    }

    /** Returns observations of a journal only. */
    public static Observed of(List<JournalEntry> journal) {
        return new Observed(Optional.empty(), Optional.empty(), journal, Set.of());
    }

    /** Returns a copy with these files. */
    public Observed with(ClusterFiles collected) {
        return new Observed(Optional.of(collected), state, journal, done);
    }

    /** Returns a copy with this state. */
    public Observed with(ClusterState shown) {
        return new Observed(files, Optional.of(shown), journal, done);
    }

    /** Returns a copy with the ids of steps that were done without a journal. */
    public Observed withDone(Set<String> steps) {
        return new Observed(files, state, journal, steps);
    }

    SeenFiles seen() {
        return files.map(SeenFiles::of).orElse(SeenFiles.NONE);
    }
}
