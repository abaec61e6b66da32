package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.GroupType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** The output of {@code show} in dmcssm about one group. */
@Value.Immutable
interface GroupState {
    /** The name as printed. {@code show <group>} prints it as it was typed. */
    String name();

    /** The type; empty if it is not CSS, ASM or DB. */
    Optional<GroupType> type();

    /** The number of the group. */
    Optional<Integer> sequence();

    /** The seqno of its control node; 255 for none. */
    Optional<Integer> controlNode();

    /** {@code n_ok_ep}; not printed for CSS. */
    Optional<Integer> okCount();

    /** {@code sta}; not printed for CSS. */
    Optional<Placed<Reported<GroupStatus>>> status();

    /** {@code sub_sta}; not printed for CSS. */
    Optional<String> subStatus();

    /** {@code break ep}: {@code NULL}, or the endpoint whose failure is handled; not printed for CSS. */
    Optional<Placed<String>> breakEndpoint();

    /** {@code recover ep}: {@code NULL}, or the endpoint that rejoins; not printed for CSS. */
    Optional<Placed<String>> recoverEndpoint();

    /** Whether the handling of the last failure is finished; not printed for CSS. */
    Optional<Reported<Activity>> crashOver();

    /** Whether dmcss restarts an instance automatically, by instance; printed for CSS. */
    Map<String, Reported<Activity>> autoRestart();

    /** Whether dmcss lets a node rejoin automatically, by CSS; printed for CSS, and only in a monitor. */
    Map<String, Placed<Reported<Activity>>> autoCheck();

    /** {@code DCRV_STATUS}, one word for each disk; printed for CSS in the mirror edition. */
    List<Placed<Reported<DiskStatus>>> dcrvDisks();

    /** The endpoints, in the order of the rows. */
    List<Placed<EndpointState>> endpoints();

    /** Rows that could not be read. */
    List<Placed<String>> unread();

    /** Whether text after the table shows that it is complete. */
    boolean closed();

    /** A builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableGroupState.Builder {}
}
