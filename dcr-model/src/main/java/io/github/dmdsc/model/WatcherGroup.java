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
 * One group of watchers: a section of {@code dmwatcher.ini} of one instance (DM8 Data Watch manual, "dmwatcher.ini").
 */
@ParameterFile(value = FileKind.DMWATCHER, manual = "DM8 Data Watch, dmwatcher.ini")
@Value.Immutable
@JsonSerialize(as = ImmutableWatcherGroup.class)
@JsonDeserialize(builder = WatcherGroup.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface WatcherGroup extends SectionSet<WatcherGroup>, WithWatcherGroup {
    /** The name of its section: the name of the group. */
    @Override
    @JsonProperty("section")
    String section();

    String INSTANCE_INI = "INST_INI";

    /** The dm.ini of the instance. */
    @Parameter(scope = Scope.NODE)
    @JsonProperty(INSTANCE_INI)
    Optional<LocalPath> instanceIni();

    String DCR_INI = "DCR_INI";

    /** The dmdcr.ini of the node. */
    @Parameter(scope = Scope.NODE)
    @JsonProperty(DCR_INI)
    Optional<LocalPath> dcrIni();

    String OGUID = "INST_OGUID";

    /** The number of the group, 0 to 2147483647. */
    @Parameter(min = 0)
    @JsonProperty(OGUID)
    Optional<Integer> oguid();

    String STARTUP_COMMAND = "INST_STARTUP_CMD";

    /** The command with which the watcher starts the instance. */
    @Parameter
    @JsonProperty(STARTUP_COMMAND)
    Optional<String> startupCommand();

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
        return Origin.none("WatcherGroup");
    }

    /** Returns a builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value. Setting an attribute again replaces it; {@code add} and {@code put} methods add to it. */
    class Builder extends ImmutableWatcherGroup.Builder {}
}
