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
 * How the processes of one node find the cluster: {@code dmdcr.ini}, one per node (DM8 DMDSC manual, "dmdcr.ini").
 */
@Value.Immutable
@JsonSerialize(as = ImmutableDmdcr.class)
@JsonDeserialize(as = ImmutableDmdcr.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface Dmdcr extends ParameterSet<Dmdcr> {
    /** The DCR disk; the directory of the DCRV disks in the mirror edition. */
    @Parameter
    @JsonProperty("DMDCR_PATH")
    Optional<LocalPath> dcrPath();

    /** The number of this node. */
    @Parameter(min = 0, max = 15)
    @JsonProperty("DMDCR_SEQNO")
    Optional<Seqno> seqno();

    /** Path of dmasvrmal.ini. */
    @Parameter
    @JsonProperty("DMDCR_MAL_PATH")
    Optional<LocalPath> malPath();

    /** How long dmcss waits before it restarts the ASM server, 0 to 86400 s, 60 if absent; 0: it does not. Acts only where the command below is set. */
    @Parameter(min = 0, max = 86400, byDefault = "60")
    @JsonProperty("DMDCR_ASM_RESTART_INTERVAL")
    Optional<Seconds> asmRestartInterval();

    /** How dmcss starts the ASM server, at most 256 characters. */
    @Parameter(maxCharacters = 256)
    @JsonProperty("DMDCR_ASM_STARTUP_CMD")
    Optional<String> asmStartupCommand();

    /** How long dmcss waits before it restarts the instance, 0 to 86400 s, 60 if absent; 0: it does not. */
    @Parameter(min = 0, max = 86400, byDefault = "60")
    @JsonProperty("DMDCR_DB_RESTART_INTERVAL")
    Optional<Seconds> dbRestartInterval();

    /** How dmcss starts the instance, at most 256 characters. */
    @Parameter(maxCharacters = 256)
    @JsonProperty("DMDCR_DB_STARTUP_CMD")
    Optional<String> dbStartupCommand();

    /** 1 (trace) to 5 (fatal), 1 if absent. */
    @Parameter(min = 1, max = 5, byDefault = "1")
    @JsonProperty("DMDCR_ASM_TRACE_LEVEL")
    Optional<Integer> asmTraceLevel();

    /** At least 30 s; off if absent. */
    @Parameter(min = 30)
    @JsonProperty("DMDCR_AUTO_OPEN_CHECK")
    Optional<Seconds> autoOpenCheck();

    /** 0 or 1, 1 if absent. */
    @Parameter(min = 0, max = 1, byDefault = "1")
    @JsonProperty("DMDCR_MESSAGE_CHECK")
    Optional<Integer> messageCheck();

    /** 0 semaphore, 1 mutex; 2 is seen in the mirror edition. */
    @Parameter(min = 0, max = 2)
    @JsonProperty("DMDCR_IPC_CONTROL")
    Optional<Integer> ipcControl();

    /** A third party's address to test the network with; the binaries then need {@code setcap}. */
    @Parameter
    @JsonProperty("DMDCR_LINK_CHECK_IP")
    Optional<HostAddress> linkCheckIp();

    /** 0 or 1. */
    @Parameter(min = 0, max = 1)
    @JsonProperty("DMDCR_NEED_PRE_LOAD")
    Optional<Integer> needPreLoad();

    /** 0 to 1024. */
    @Parameter(min = 0, max = 1024)
    @JsonProperty("DMDCR_AU_PRE_LOAD_NUM")
    Optional<Integer> auPreLoadCount();

    /** How many ASM files may be open, 4096 if absent. */
    @Parameter(min = 1, byDefault = "4096")
    @JsonProperty("DMDCR_ASM_MAX_FILE_OPEN")
    Optional<Integer> asmMaxFileOpen();

    /** Overrides, on this node, the CSS port of the DCR. */
    @Parameter(min = Port.MIN, max = Port.MAX)
    @JsonProperty("DMDCR_CSS_PORT")
    Optional<Port> cssPort();

    /** Overrides, on this node, the ASM port of the DCR. */
    @Parameter(min = Port.MIN, max = Port.MAX)
    @JsonProperty("DMDCR_ASM_PORT")
    Optional<Port> asmPort();

    /** 0 or 1, 0 if absent. */
    @Parameter(min = 0, max = 1, byDefault = "0")
    @JsonProperty("DMDCR_CHECK_CSS_ACTIVE")
    Optional<Integer> checkCssActive();

    /** 0 to 30, 0 if absent. */
    @Parameter(min = 0, max = 30, byDefault = "0")
    @JsonProperty("DMDCR_CRASH_CHECK_OPT_COUNT")
    Optional<Integer> crashCheckCount();

    /** 0 to 86400 s. Mirror only. */
    @Parameter(min = 0, max = 86400)
    @JsonProperty("DMDCR_AUTO_RBL_TIME")
    Optional<Seconds> autoRebalanceTime();

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
        return Origin.none("Dmdcr");
    }

    /** A builder of this value. */
    static ImmutableDmdcr.Builder builder() {
        return ImmutableDmdcr.builder();
    }
}
