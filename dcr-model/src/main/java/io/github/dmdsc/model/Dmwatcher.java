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
import org.immutables.value.Value;

/**
 * The configuration of the watcher of an instance: {@code dmwatcher.ini} (DM8 Data Watch manual, "dmwatcher.ini"). If a
 * node has this file, the cluster has a standby.
 */
@ParameterFile(value = FileKind.DMWATCHER, manual = "DM8 Data Watch, dmwatcher.ini")
@Value.Immutable
@JsonSerialize(as = ImmutableDmwatcher.class)
@JsonDeserialize(builder = Dmwatcher.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface Dmwatcher extends ParameterSet<Dmwatcher>, WithDmwatcher {
    /** The groups of watchers, in the order of their sections. */
    @JsonProperty("groups")
    List<WatcherGroup> groups();

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
        return Origin.none("Dmwatcher");
    }

    /** Returns a builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value. Setting an attribute again replaces it; {@code add} and {@code put} methods add to it. */
    class Builder extends ImmutableDmwatcher.Builder {}
}
