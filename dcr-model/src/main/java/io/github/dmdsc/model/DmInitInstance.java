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
 * One instance in {@code dminit.ini} (DM8 DMDSC manual, "dminit.ini"). In a file for a single instance, this section
 * has all parameters.
 */
@ParameterFile(value = FileKind.DMINIT, manual = "DM8 DMDSC, dminit.ini")
@Value.Immutable
@JsonSerialize(as = ImmutableDmInitInstance.class)
@JsonDeserialize(builder = DmInitInstance.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface DmInitInstance extends SectionSet<DmInitInstance>, WithDmInitInstance {
    /** The name of its section: the name of the instance. */
    @Override
    @JsonProperty("section")
    String section();

    String CONFIG_PATH = "CONFIG_PATH";

    /** The directory of the instance's dm.ini. */
    @Parameter(scope = Scope.NODE)
    @JsonProperty(CONFIG_PATH)
    Optional<StoragePath> configPath();

    String PORT = "PORT_NUM";

    /** The port of the instance for clients. */
    @Parameter(min = Port.MIN, max = Port.MAX, scope = Scope.NODE)
    @JsonProperty(PORT)
    Optional<Port> port();

    String MAL_HOST = "MAL_HOST";

    /** The address of the instance in the MAL system. */
    @Parameter(scope = Scope.NODE)
    @JsonProperty(MAL_HOST)
    Optional<HostAddress> malHost();

    String MAL_PORT = "MAL_PORT";

    /** The port of the instance in the MAL system. */
    @Parameter(min = Port.MIN, max = Port.MAX, scope = Scope.NODE)
    @JsonProperty(MAL_PORT)
    Optional<Port> malPort();

    String LOG_PATHS = "LOG_PATH";

    /** The redo log files of the instance, in the order of the lines. */
    @Parameter(scope = Scope.NODE)
    @JsonProperty(LOG_PATHS)
    List<StoragePath> logPaths();

    String LOG_SIZE = "LOG_SIZE";

    /** Size of each redo log file, 64 to 8192 MB; empty if the section does not give it. */
    @Parameter(min = 64, max = 8192)
    @JsonProperty(LOG_SIZE)
    Optional<Megabytes> logSize();

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
        return Origin.none("DmInitInstance");
    }

    /** Returns a builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value. Setting an attribute again replaces it; {@code add} and {@code put} methods add to it. */
    class Builder extends ImmutableDmInitInstance.Builder {}
}
