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

/** The configuration of a monitor: {@code dmcssm.ini} (DM8 DMDSC manual, "dmcssm.ini"). */
@ParameterFile(value = FileKind.DMCSSM, manual = "DM8 DMDSC, dmcssm.ini")
@Value.Immutable
@JsonSerialize(as = ImmutableDmcssm.class)
@JsonDeserialize(builder = Dmcssm.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface Dmcssm extends ParameterSet<Dmcssm>, WithDmcssm {
    String OGUID = "CSSM_OGUID";

    /** The OGUID of the cluster: the same as {@code DCR_OGUID}. */
    @Parameter(min = 1, max = Integer.MAX_VALUE)
    @JsonProperty(OGUID)
    Optional<Oguid> oguid();

    String CSS_ADDRESSES = "CSSM_CSS_IP";

    /** The addresses of the CSS endpoints, one for each, in the order of the lines. */
    @Parameter
    @JsonProperty(CSS_ADDRESSES)
    List<CssAddress> cssAddresses();

    String LOG_PATH = "CSSM_LOG_PATH";

    /** The directory of the monitor's log. */
    @Parameter
    @JsonProperty(LOG_PATH)
    Optional<LocalPath> logPath();

    String LOG_FILE_SIZE = "CSSM_LOG_FILE_SIZE";

    /** Size of one log file, 16 to 2048 MB, 64 if absent. */
    @Parameter(min = 16, max = 2048, byDefault = "64")
    @JsonProperty(LOG_FILE_SIZE)
    Optional<Megabytes> logFileSize();

    String LOG_SPACE_LIMIT = "CSSM_LOG_SPACE_LIMIT";

    /** Space for all log files, 256 to 4096 MB, or 0 for no limit; 0 if absent. */
    @Parameter(min = 256, max = 4096, orElse = 0, byDefault = "0")
    @JsonProperty(LOG_SPACE_LIMIT)
    Optional<Megabytes> logSpaceLimit();

    String MESSAGE_CHECK = "CSSM_MESSAGE_CHECK";

    /** 1: messages are checked if sender and receiver both have 1; 0: they are not; 1 if absent. */
    @Parameter(min = 0, max = 1, byDefault = "1")
    @JsonProperty(MESSAGE_CHECK)
    Optional<Integer> messageCheck();

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
        return Origin.none("Dmcssm");
    }

    /** Returns a builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value. Setting an attribute again replaces it; {@code add} and {@code put} methods add to it. */
    class Builder extends ImmutableDmcssm.Builder {}
}
