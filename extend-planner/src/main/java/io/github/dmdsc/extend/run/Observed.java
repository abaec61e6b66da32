package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.state.ClusterState;
import io.github.dmdsc.ini.files.ClusterFiles;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a cluster while a plan is being carried out.
 *
 * @param files its files as they are now; what a run has left beside them does not count
 * @param state what its tools showed, where somebody asked them
 * @param done the ids of steps that a journal says are done; what files and tools show weighs more
 */
public record Observed(ClusterFiles files, Optional<ClusterState> state, Set<String> done) {
    public Observed {
        files = Asides.without(files);
        done = Set.copyOf(done);
    }

    /** Only the files. */
    public static Observed of(ClusterFiles files) {
        return new Observed(files, Optional.empty(), Set.of());
    }

    /** The same, with what the tools showed. */
    public Observed with(ClusterState shown) {
        return new Observed(files, Optional.of(shown), done);
    }

    /** The same, with what a journal says. */
    public Observed withDone(Set<String> steps) {
        return new Observed(files, state, steps);
    }
}
