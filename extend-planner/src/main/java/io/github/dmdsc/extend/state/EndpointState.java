package io.github.dmdsc.extend.state;

import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** One row of {@code show} in dmcssm: an endpoint. The value of a column that was not printed is empty. */
@Value.Immutable
interface EndpointState extends WithEndpointState {
    /** {@code inst_name}. */
    String name();

    /** {@code seqno}. */
    Optional<Integer> seqno();

    /** {@code port}. */
    Optional<Integer> port();

    /** {@code mode}. */
    Optional<Reported<EndpointMode>> mode();

    /** {@code inst_status}, in older editions {@code sys_status}. */
    Optional<Reported<InstanceStatus>> instanceStatus();

    /** {@code vtd_status}. */
    Optional<Reported<VoteStatus>> voteStatus();

    /** {@code is_ok}. */
    Optional<Reported<Health>> health();

    /** {@code active}. */
    Optional<Reported<Activity>> active();

    /** {@code css_time}, {@code guid}, {@code pid}, {@code ts} and unknown columns, by heading. */
    Map<String, String> other();

    /** A builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableEndpointState.Builder {}
}
