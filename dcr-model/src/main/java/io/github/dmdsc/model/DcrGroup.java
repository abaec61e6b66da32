package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One group of a DCR configuration: a {@code [GRP]} section and the sections with its name, which are its endpoints
 * (DM8 DMDSC manual, "dmdcr_cfg.ini").
 */
@ParameterFile(value = FileKind.DMDCR_CFG, manual = "DM8 DMDSC, dmdcr_cfg.ini")
@Value.Immutable
@JsonSerialize(as = ImmutableDcrGroup.class)
@JsonDeserialize(builder = DcrGroup.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface DcrGroup extends ParameterSet<DcrGroup>, WithDcrGroup {
    String TYPE = "DCR_GRP_TYPE";

    /** The type of the endpoints. */
    @Parameter
    @JsonProperty(TYPE)
    Optional<GroupType> type();

    /** Returns whether the group has the given type; {@code false} if its type is unknown. */
    default boolean isOfType(GroupType type) {
        return type().filter(type::equals).isPresent();
    }

    String NAME = "DCR_GRP_NAME";

    /** The name of the group, at most 16 bytes, unique in the file. The sections of its endpoints have this name. */
    @Parameter(maxBytes = 16)
    @JsonProperty(NAME)
    Optional<String> name();

    String ENDPOINT_COUNT = "DCR_GRP_N_EP";

    /** Number of endpoints: at most 8, 16 in older editions. */
    @Parameter(min = 1, max = 16)
    @JsonProperty(ENDPOINT_COUNT)
    Optional<Integer> endpointCount();

    String ENDPOINT_NUMBERS = "DCR_GRP_EP_ARR";

    /** The seqnos of the endpoints, <code>{0,1,…,N-1}</code>. Only exports have it. */
    @Parameter
    @JsonProperty(ENDPOINT_NUMBERS)
    Optional<EndpointArray> endpointNumbers();

    String ERROR_ENDPOINT_COUNT = "DCR_GRP_N_ERR_EP";

    /** Number of failed endpoints, 0 to 16. Only exports have it. */
    @Parameter(min = 0, max = 16)
    @JsonProperty(ERROR_ENDPOINT_COUNT)
    Optional<Integer> errorEndpointCount();

    String ERROR_ENDPOINT_NUMBERS = "DCR_GRP_ERR_EP_ARR";

    /** The seqnos of the failed endpoints. Only exports have it. */
    @Parameter
    @JsonProperty(ERROR_ENDPOINT_NUMBERS)
    Optional<EndpointArray> errorEndpointNumbers();

    String DISK_CHECK_TOLERANCE = "DCR_GRP_DSKCHK_CNT";

    /** Disk heartbeat tolerance, 5 to 600 s, 60 if absent. */
    @Parameter(min = 5, max = 600, byDefault = "60")
    @JsonProperty(DISK_CHECK_TOLERANCE)
    Optional<Seconds> diskCheckTolerance();

    String NETWORK_CHECK_TIME = "DCR_GRP_NETCHK_TIME";

    /** Network check time in seconds, 0 or more; only some editions of the manual have it. */
    @Parameter(min = 0)
    @JsonProperty(NETWORK_CHECK_TIME)
    Optional<Seconds> networkCheckTime();

    /** The endpoints, in the order of their sections. */
    @JsonProperty("endpoints")
    List<DcrEndpoint> endpoints();

    /** Every parameter without an accessor here, by upper-case key, each with all its values. */
    @Override
    @JsonAnyGetter
    @JsonAnySetter
    Map<String, List<String>> other();

    @Override
    @JsonIgnore
    @Value.Auxiliary
    @Value.Default
    default Origin origin() {
        return Origin.none("DcrGroup");
    }

    /**
     * Returns the seqno of the endpoint at a position: {@code DCR_EP_SEQNO} if it is given, otherwise the position.
     *
     * @param position from 0
     */
    default int number(int position) {
        return endpoints().get(position).seqno().map(Seqno::number).orElse(position);
    }

    /** Returns a builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value. Setting an attribute again replaces it; {@code add} and {@code put} methods add to it. */
    class Builder extends ImmutableDcrGroup.Builder {}
}
