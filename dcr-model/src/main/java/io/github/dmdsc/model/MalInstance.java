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
 * One section of a MAL file: an instance in dmmal.ini, or an ASM server in dmasvrmal.ini (DM8 DMDSC manual,
 * "dmmal.ini").
 */
@ParameterFile(value = FileKind.MAL, manual = "DM8 DMDSC, dmmal.ini")
@Value.Immutable
@JsonSerialize(as = ImmutableMalInstance.class)
@JsonDeserialize(builder = MalInstance.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface MalInstance extends SectionSet<MalInstance>, WithMalInstance {
    /** The name of its section, unique in the file. */
    @Override
    @JsonProperty("section")
    String section();

    String NAME = "MAL_INST_NAME";

    /** The name, at most 16 bytes: {@code INSTANCE_NAME} in dm.ini, or the name of the ASM endpoint. */
    @Parameter(maxBytes = 16, scope = Scope.NODE)
    @JsonProperty(NAME)
    Optional<String> name();

    String HOST = "MAL_HOST";

    /** The internal address. */
    @Parameter(scope = Scope.NODE)
    @JsonProperty(HOST)
    Optional<HostAddress> host();

    String PORT = "MAL_PORT";

    /** Port of the MAL system. */
    @Parameter(min = Port.MIN, max = Port.MAX, scope = Scope.NODE)
    @JsonProperty(PORT)
    Optional<Port> port();

    String SERVICE_HOST = "MAL_INST_HOST";

    /** The service address of the instance, at which clients reach it. */
    @Parameter(scope = Scope.NODE)
    @JsonProperty(SERVICE_HOST)
    Optional<HostAddress> serviceHost();

    String SERVICE_PORT = "MAL_INST_PORT";

    /** The port of the instance for clients, as {@code PORT_NUM} in dm.ini; 0 if it is not given. */
    @Parameter(min = Port.MIN, max = Port.MAX, orElse = 0, scope = Scope.NODE)
    @JsonProperty(SERVICE_PORT)
    Optional<PortOrNone> servicePort();

    String WATCHER_PORT = "MAL_DW_PORT";

    /** The port of the watcher for other watchers and monitors; 0 or absent: none. */
    @Parameter(min = Port.MIN, max = Port.MAX, orElse = 0, byDefault = "0", scope = Scope.NODE)
    @JsonProperty(WATCHER_PORT)
    Optional<PortOrNone> watcherPort();

    String INSTANCE_WATCHER_PORT = "MAL_INST_DW_PORT";

    /** The port of the instance for its watcher; 0 or absent: none. */
    @Parameter(min = Port.MIN, max = Port.MAX, orElse = 0, byDefault = "0", scope = Scope.NODE)
    @JsonProperty(INSTANCE_WATCHER_PORT)
    Optional<PortOrNone> instanceWatcherPort();

    String LINK_MAGIC = "MAL_LINK_MAGIC";

    /** The network segment of the link: equal in one segment, different in others; 0 to 65534, 0 if absent. */
    @Parameter(min = 0, max = 65534, byDefault = "0")
    @JsonProperty(LINK_MAGIC)
    Optional<Integer> linkMagic();

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
        return Origin.none("MalInstance");
    }

    /** Returns a builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value. Setting an attribute again replaces it; {@code add} and {@code put} methods add to it. */
    class Builder extends ImmutableMalInstance.Builder {}
}
