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
 * The archives of one instance: {@code dmarch.ini} (DM8 Data Watch manual, "dmarch.ini").
 */
@ParameterFile(value = FileKind.DMARCH, manual = "DM8 Data Watch, dmarch.ini")
@Value.Immutable
@JsonSerialize(as = ImmutableDmArch.class)
@JsonDeserialize(builder = DmArch.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface DmArch extends ParameterSet<DmArch>, WithDmArch {
    String WAIT_APPLY = "ARCH_WAIT_APPLY";

    /**
     * When a standby acknowledges the log. 0: at once; 1: after it has applied the log. If absent, 1 for TIMELY
     * archives and 0 for REALTIME archives.
     */
    @Parameter(min = 0, max = 1)
    @JsonProperty(WAIT_APPLY)
    Optional<Integer> waitApply();

    String RESERVE_TIME = "ARCH_RESERVE_TIME";

    /** How long local archives are kept, 0 to 4294967294 minutes, 0 if absent. 0: no limit. */
    @Parameter(min = 0, max = 4294967294L, byDefault = "0", unit = Unit.MINUTES)
    @JsonProperty(RESERVE_TIME)
    Optional<Long> reserveTime();

    String LOCAL_SHARE = "ARCH_LOCAL_SHARE";

    /**
     * 1: the other instances use the LOCAL archive as their REMOTE archive; 0: they do not. Since V8.1.3.61 they always
     * do.
     */
    @Parameter(min = 0, max = 1)
    @JsonProperty(LOCAL_SHARE)
    Optional<Integer> localShare();

    String LOCAL_SHARE_CHECK = "ARCH_LOCAL_SHARE_CHECK";

    /** 1: the paths of LOCAL and REMOTE archives are compared; 0: they are not. Since V8.1.3.61 they always are. */
    @Parameter(min = 0, max = 1)
    @JsonProperty(LOCAL_SHARE_CHECK)
    Optional<Integer> localShareCheck();

    String SEND_POLICY = "ARCH_SEND_POLICY";

    /** 1: the primary writes its own log while it waits for a REALTIME standby; 0: it does not; 0 if absent. */
    @Parameter(min = 0, max = 1, byDefault = "0")
    @JsonProperty(SEND_POLICY)
    Optional<Integer> sendPolicy();

    /** The archives, in the order of their sections. */
    @JsonProperty("archives")
    List<DmArchive> archives();

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
        return Origin.none("DmArch");
    }

    /** Returns a builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value. Setting an attribute again replaces it; {@code add} and {@code put} methods add to it. */
    class Builder extends ImmutableDmArch.Builder {}
}
