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
 * The archives of one instance: {@code dmarch.ini} (DM8 system administrator's manual, "dmarch.ini").
 */
@Value.Immutable
@JsonSerialize(as = ImmutableDmArch.class)
@JsonDeserialize(builder = DmArch.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface DmArch extends ParameterSet<DmArch>, WithDmArch {
    /** The archives, in the order of their sections. */
    @JsonProperty("archives")
    List<DmArchive> archives();

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
        return Origin.none("DmArch");
    }

    /** A builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableDmArch.Builder {}
}
