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
 * One archive of an instance.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableDmArchive.class)
@JsonDeserialize(builder = DmArchive.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface DmArchive extends ParameterSet<DmArchive>, WithDmArchive {
    /** The name of its section, for example {@code ARCHIVE_LOCAL1}. */
    @JsonProperty("section")
    String section();

    String TYPE = "ARCH_TYPE";

    /** LOCAL, REMOTE, and others outside DMDSC. */
    @Parameter
    @JsonProperty(TYPE)
    Optional<String> type();

    String DESTINATION = "ARCH_DEST";

    /** LOCAL: a directory. REMOTE: the name of another instance. */
    @Parameter
    @JsonProperty(DESTINATION)
    Optional<String> destination();

    String FILE_SIZE = "ARCH_FILE_SIZE";

    /** Size of one archive file in MB. */
    @Parameter(min = 0)
    @JsonProperty(FILE_SIZE)
    Optional<Megabytes> fileSize();

    String SPACE_LIMIT = "ARCH_SPACE_LIMIT";

    /** Space for all archive files in MB; 0: no limit. */
    @Parameter(min = 0)
    @JsonProperty(SPACE_LIMIT)
    Optional<Megabytes> spaceLimit();

    String INCOMING_PATH = "ARCH_INCOMING_PATH";

    /** REMOTE: local directory for what the other instance sends. */
    @Parameter
    @JsonProperty(INCOMING_PATH)
    Optional<StoragePath> incomingPath();

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
        return Origin.none("DmArchive");
    }

    /** A builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableDmArchive.Builder {}
}
