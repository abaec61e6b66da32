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
 * The parameters with which dminit created the database: {@code dminit.ini} (DM8 DMDSC manual, "dminit.ini"). No
 * process reads the file afterwards. The planner takes the names and the sizes of the existing redo log files from it.
 */
@ParameterFile(value = FileKind.DMINIT, manual = "DM8 DMDSC, dminit.ini")
@Value.Immutable
@JsonSerialize(as = ImmutableDmInit.class)
@JsonDeserialize(builder = DmInit.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface DmInit extends ParameterSet<DmInit>, WithDmInit {
    String DB_NAME = "DB_NAME";

    /** The name of the database. */
    @Parameter
    @JsonProperty(DB_NAME)
    Optional<String> dbName();

    String SYSTEM_PATH = "SYSTEM_PATH";

    /** The directory below which the database is created. */
    @Parameter
    @JsonProperty(SYSTEM_PATH)
    Optional<StoragePath> systemPath();

    String CTL_PATH = "CTL_PATH";

    /** Path of dm.ctl. */
    @Parameter
    @JsonProperty(CTL_PATH)
    Optional<StoragePath> ctlPath();

    String LOG_SIZE = "LOG_SIZE";

    /** Size of each redo log file, 64 to 8192 MB; older editions of the manual allow at most 2048 MB. */
    @Parameter(min = 64, max = 8192)
    @JsonProperty(LOG_SIZE)
    Optional<Megabytes> logSize();

    String DCR_PATH = "DCR_PATH";

    /** DMASM edition: the DCR disk. Mirror edition: the directories of the DCRV disks. */
    @Parameter(maxBytes = 255)
    @JsonProperty(DCR_PATH)
    Optional<LoadPaths> dcrPath();

    String DCR_SEQNO = "DCR_SEQNO";

    /** The seqno of the ASM server that dminit used, 0 to 15. */
    @Parameter(min = 0, max = 15)
    @JsonProperty(DCR_SEQNO)
    Optional<Seqno> dcrSeqno();

    /** The instances, in the order of their sections. */
    @JsonProperty("instances")
    List<DmInitInstance> instances();

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
        return Origin.none("DmInit");
    }

    /** Returns a builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value. Setting an attribute again replaces it; {@code add} and {@code put} methods add to it. */
    class Builder extends ImmutableDmInit.Builder {}
}
