package io.github.dmdsc.extend.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** The result of a SELECT from V$DSC_EP_INFO. */
@Value.Immutable
interface InstanceView {
    /** The rows in their order. */
    List<Placed<Instance>> rows();

    /** Rows that could not be read. */
    List<Placed<String>> unread();

    /** Whether text after the table shows that it is complete. */
    boolean closed();

    /** A builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * One row: a database instance.
     *
     * @param name {@code EP_NAME}
     * @param seqno {@code EP_SEQNO}
     * @param mode {@code EP_MODE}
     * @param status {@code EP_STATUS}
     * @param other the other columns, by heading
     */
    record Instance(
            String name,
            Optional<Integer> seqno,
            Optional<Reported<EndpointMode>> mode,
            Optional<Reported<Health>> status,
            Map<String, String> other) {
        public Instance {
            other = Map.copyOf(other);
        }
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableInstanceView.Builder {}
}
