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
 * The configuration of one MAL system: {@code dmmal.ini} of the instances or {@code dmasvrmal.ini} of the ASM servers.
 * The file has the same text on every node (DM8 DMDSC manual, "dmmal.ini").
 */
@ParameterFile(value = FileKind.MAL, manual = "DM8 DMDSC, dmmal.ini")
@Value.Immutable
@JsonSerialize(as = ImmutableMalConfig.class)
@JsonDeserialize(builder = MalConfig.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface MalConfig extends ParameterSet<MalConfig>, WithMalConfig {
    String CHECK_INTERVAL = "MAL_CHECK_INTERVAL";

    /** Link check interval, 0 to 1800 s, 30 if absent. */
    @Parameter(min = 0, max = 1800, byDefault = "30")
    @JsonProperty(CHECK_INTERVAL)
    Optional<Seconds> checkInterval();

    String CONN_FAIL_INTERVAL = "MAL_CONN_FAIL_INTERVAL";

    /** Time after which a link counts as broken, 2 to 1800 s, 10 if absent. */
    @Parameter(min = 2, max = 1800, byDefault = "10")
    @JsonProperty(CONN_FAIL_INTERVAL)
    Optional<Seconds> connFailInterval();

    String CHECK_TIMEOUT = "MAL_CHECK_TIMEOUT";

    /** Timeout of the link check with {@code MAL_CHECK_IP}, 0 to 65535 ms, 0 if absent. */
    @Parameter(min = 0, max = 65535, byDefault = "0")
    @JsonProperty(CHECK_TIMEOUT)
    Optional<Milliseconds> checkTimeout();

    String CHECK_IP = "MAL_CHECK_IP";

    /** The address of a third machine for checking the network. */
    @Parameter
    @JsonProperty(CHECK_IP)
    Optional<HostAddress> checkIp();

    String LOGIN_TIMEOUT = "MAL_LOGIN_TIMEOUT";

    /** Login timeout, 3 to 1800 s, 15 if absent. */
    @Parameter(min = 3, max = 1800, byDefault = "15")
    @JsonProperty(LOGIN_TIMEOUT)
    Optional<Seconds> loginTimeout();

    String BUF_SIZE = "MAL_BUF_SIZE";

    /** Buffer per link, 0 to 500000 MB, 100 if absent. */
    @Parameter(min = 0, max = 500000, byDefault = "100")
    @JsonProperty(BUF_SIZE)
    Optional<Megabytes> bufSize();

    String SYS_BUF_SIZE = "MAL_SYS_BUF_SIZE";

    /** Buffer of the system, 0 to 500000 MB, 0 if absent. */
    @Parameter(min = 0, max = 500000, byDefault = "0")
    @JsonProperty(SYS_BUF_SIZE)
    Optional<Megabytes> sysBufSize();

    String POOL_SIZE = "MAL_VPOOL_SIZE";

    /** Size of the MAL pool, 1 to 500000 MB, 128 if absent. */
    @Parameter(min = 1, max = 500000, byDefault = "128")
    @JsonProperty(POOL_SIZE)
    Optional<Megabytes> poolSize();

    String COMPRESS_LEVEL = "MAL_COMPRESS_LEVEL";

    /** Compression level of messages, 0 to 10, 0 if absent. */
    @Parameter(min = 0, max = 10, byDefault = "0")
    @JsonProperty(COMPRESS_LEVEL)
    Optional<Integer> compressLevel();

    String MESSAGE_CHECK = "MAL_MESSAGE_CHECK";

    /** 1: messages are checked if sender and receiver both have 1; 0: they are not; 1 if absent. */
    @Parameter(min = 0, max = 1, byDefault = "1")
    @JsonProperty(MESSAGE_CHECK)
    Optional<Integer> messageCheck();

    String USE_RDMA = "MAL_USE_RDMA";

    /** Whether RDMA is used, 0 or 1, 0 if absent. */
    @Parameter(min = 0, max = 1, byDefault = "0")
    @JsonProperty(USE_RDMA)
    Optional<Integer> useRdma();

    String COMBINE_BUFFER_SIZE = "MAL_COMBIN_BUF_SIZE";

    /** Size of the buffer in which messages are combined, 0 to 131072 KB, 0 if absent; 0: messages are not combined. */
    @Parameter(min = 0, max = 131072, byDefault = "0", unit = Unit.KILOBYTES)
    @JsonProperty(COMBINE_BUFFER_SIZE)
    Optional<Integer> combineBufferSize();

    String SEND_THRESHOLD = "MAL_SEND_THRESHOLD";

    /** Greatest number of messages that wait to be sent, 1024 to 10000, 2048 if absent. */
    @Parameter(min = 1024, max = 10000, byDefault = "2048")
    @JsonProperty(SEND_THRESHOLD)
    Optional<Integer> sendThreshold();

    String TEMP_PATH = "MAL_TEMP_PATH";

    /** Directory for temporary files. If it is absent or empty, they are written to temp.dbf. */
    @Parameter
    @JsonProperty(TEMP_PATH)
    Optional<LocalPath> tempPath();

    /** The instances, in the order of their sections. */
    @JsonProperty("instances")
    List<MalInstance> instances();

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
        return Origin.none("MalConfig");
    }

    /** Returns a builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value. Setting an attribute again replaces it; {@code add} and {@code put} methods add to it. */
    class Builder extends ImmutableMalConfig.Builder {}
}
