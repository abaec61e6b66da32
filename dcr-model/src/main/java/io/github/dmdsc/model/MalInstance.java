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
 * One instance of a MAL system (DM8 DMDSC manual, "dmmal.ini").
 */
@Value.Immutable
@JsonSerialize(as = ImmutableMalInstance.class)
@JsonDeserialize(as = ImmutableMalInstance.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface MalInstance extends ParameterSet<MalInstance> {
    /** The name of its section, unique in the file. */
    @JsonProperty("section")
    String section();

    /** The instance: INSTANCE_NAME in dm.ini, or the name of the ASM endpoint. */
    @Parameter(maxBytes = 16)
    @JsonProperty("MAL_INST_NAME")
    Optional<String> name();

    /** Address of the internal network. */
    @Parameter
    @JsonProperty("MAL_HOST")
    Optional<HostAddress> host();

    /** Port of the MAL system. */
    @Parameter(min = Port.MIN, max = Port.MAX)
    @JsonProperty("MAL_PORT")
    Optional<Port> port();

    /** Address at which clients reach the instance. */
    @Parameter
    @JsonProperty("MAL_INST_HOST")
    Optional<HostAddress> serviceHost();

    /** Port at which clients reach the instance: PORT_NUM in dm.ini. */
    @Parameter(min = Port.MIN, max = Port.MAX)
    @JsonProperty("MAL_INST_PORT")
    Optional<Port> servicePort();

    /** Port of the watcher for instances. */
    @Parameter(min = Port.MIN, max = Port.MAX)
    @JsonProperty("MAL_DW_PORT")
    Optional<Port> watcherPort();

    /** Port of the instance for watchers. */
    @Parameter(min = Port.MIN, max = Port.MAX)
    @JsonProperty("MAL_INST_DW_PORT")
    Optional<Port> instanceWatcherPort();

    /** 0 to 65534, 0 if absent. */
    @Parameter(min = 0, max = 65534, byDefault = "0")
    @JsonProperty("MAL_LINK_MAGIC")
    Optional<Integer> linkMagic();

    /** Parameters that this type does not name, by upper-case key, each with every value that it has. */
    @Override
    @JsonAnyGetter
    @JsonAnySetter
    Map<String, List<String>> other();

    @Override
    @JsonIgnore
    @Value.Auxiliary
    @Value.Default
    default Origin origin() {
        return Origin.none("MalInstance");
    }

    /** A builder of this value. */
    static ImmutableMalInstance.Builder builder() {
        return ImmutableMalInstance.builder();
    }
}
