package io.github.dmdsc.extend.state;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A cluster as its tools show it. What no output told is absent. Where something was printed several times, the last
 * time counts, even if it was cut off.
 */
@Value.Immutable
public interface ClusterState {
    /** What {@code show} says of each group. */
    List<Placed<GroupState>> groups();

    /** What {@code show monitor} lists. */
    List<Placed<MonitorConnection>> monitors();

    /** What V$DSC_EP_INFO says. */
    Optional<Placed<InstanceView>> instances();

    /** Every check of a DCR or DCRV disk, the last one of each disk. */
    List<Placed<DcrCheck>> dcrChecks();

    /** What dm.ctl names. */
    Optional<Placed<ControlFile>> controlFile();

    /** What {@code ls} lists, the last list of each directory. */
    List<Placed<AsmListing>> listings();

    /** A builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableClusterState.Builder {}
}
