package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.dmdsc.model.base.HostPaths;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The file by which the processes of a node find the cluster: {@code dmdcr.ini}, one on each node (DM8 DMDSC manual,
 * "dmdcr.ini").
 */
@ParameterFile(value = FileKind.DMDCR, manual = "DM8 DMDSC, dmdcr.ini")
@Value.Immutable
@JsonSerialize(as = ImmutableDmdcr.class)
@JsonDeserialize(builder = Dmdcr.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface Dmdcr extends ParameterSet<Dmdcr>, WithDmdcr {
    String DCR_PATH = "DMDCR_PATH";

    /**
     * DMASM edition: the DCR disk. Mirror edition: the same value as {@code DCR_DISK_LOAD_PATH}, that is up to 8
     * directories of DCRV disks separated by commas, at most 255 bytes together.
     */
    @Parameter
    @JsonProperty(DCR_PATH)
    Optional<LocalPath> dcrPath();

    String SEQNO = "DMDCR_SEQNO";

    /** The seqno of this node, 0 to 15. */
    @Parameter(min = 0, max = 15, scope = Scope.NODE)
    @JsonProperty(SEQNO)
    Optional<Seqno> seqno();

    String MAL_PATH = "DMDCR_MAL_PATH";

    /** Path of dmasvrmal.ini. */
    @Parameter
    @JsonProperty(MAL_PATH)
    Optional<LocalPath> malPath();

    String ASM_RESTART_INTERVAL = "DMDCR_ASM_RESTART_INTERVAL";

    /**
     * Restart interval of the ASM server: the time that dmcss waits before it restarts it, 0 to 86400 s, 60 if absent;
     * 0: dmcss does not restart it. It takes effect only if {@code DMDCR_ASM_STARTUP_CMD} is set.
     */
    @Parameter(min = 0, max = 86400, byDefault = "60")
    @JsonProperty(ASM_RESTART_INTERVAL)
    Optional<Seconds> asmRestartInterval();

    String ASM_STARTUP_COMMAND = "DMDCR_ASM_STARTUP_CMD";

    /** Startup command of the ASM server: the command with which dmcss starts it, at most 256 characters. */
    @Parameter(maxCharacters = 256)
    @JsonProperty(ASM_STARTUP_COMMAND)
    Optional<String> asmStartupCommand();

    String DB_RESTART_INTERVAL = "DMDCR_DB_RESTART_INTERVAL";

    /**
     * Restart interval of the instance: the time that dmcss waits before it restarts the instance, 0 to 86400 s, 60 if
     * absent; 0: dmcss does not restart it. It takes effect only if {@code DMDCR_DB_STARTUP_CMD} is set.
     */
    @Parameter(min = 0, max = 86400, byDefault = "60")
    @JsonProperty(DB_RESTART_INTERVAL)
    Optional<Seconds> dbRestartInterval();

    String DB_STARTUP_COMMAND = "DMDCR_DB_STARTUP_CMD";

    /** Startup command of the instance: the command with which dmcss starts it, at most 256 characters. */
    @Parameter(maxCharacters = 256)
    @JsonProperty(DB_STARTUP_COMMAND)
    Optional<String> dbStartupCommand();

    String ASM_TRACE_LEVEL = "DMDCR_ASM_TRACE_LEVEL";

    /** Trace level of the ASM server, 1 (trace) to 5 (fatal), 1 if absent. */
    @Parameter(min = 1, max = 5, byDefault = "1")
    @JsonProperty(ASM_TRACE_LEVEL)
    Optional<Integer> asmTraceLevel();

    String AUTO_OPEN_CHECK = "DMDCR_AUTO_OPEN_CHECK";

    /** Time after which dmcss expels a node whose instance has not started, at least 30 s; off if absent. */
    @Parameter(min = 30)
    @JsonProperty(AUTO_OPEN_CHECK)
    Optional<Seconds> autoOpenCheck();

    String MESSAGE_CHECK = "DMDCR_MESSAGE_CHECK";

    /** 1: messages are checked if sender and receiver both have 1; 0: they are not; 1 if absent. */
    @Parameter(min = 0, max = 1, byDefault = "1")
    @JsonProperty(MESSAGE_CHECK)
    Optional<Integer> messageCheck();

    String IPC_CONTROL = "DMDCR_IPC_CONTROL";

    /** How processes synchronise. 0: semaphore; 1: mutex; 2: mutex in shards. If absent 0, in the mirror edition 2. */
    @Parameter(min = 0, max = 2, byDefault = "0", mirrorDefault = "2")
    @JsonProperty(IPC_CONTROL)
    Optional<Integer> ipcControl();

    String LINK_CHECK_IP = "DMDCR_LINK_CHECK_IP";

    /** The address of a third machine for checking the network. If it is set, the programs need {@code setcap}. */
    @Parameter
    @JsonProperty(LINK_CHECK_IP)
    Optional<HostAddress> linkCheckIp();

    String NEED_PRE_LOAD = "DMDCR_NEED_PRE_LOAD";

    /** See the manual; 0 or 1, 0 if absent. */
    @Parameter(min = 0, max = 1, byDefault = "0")
    @JsonProperty(NEED_PRE_LOAD)
    Optional<Integer> needPreLoad();

    String AU_PRE_LOAD_COUNT = "DMDCR_AU_PRE_LOAD_NUM";

    /** See the manual; 0 to 1024. */
    @Parameter(min = 0, max = 1024)
    @JsonProperty(AU_PRE_LOAD_COUNT)
    Optional<Integer> auPreLoadCount();

    String ASM_MAX_FILE_OPEN = "DMDCR_ASM_MAX_FILE_OPEN";

    /** Greatest number of open ASM files, 0 to 4294967294, 4096 if absent. */
    @Parameter(min = 0, max = 4294967294L, byDefault = "4096")
    @JsonProperty(ASM_MAX_FILE_OPEN)
    Optional<Long> asmMaxFileOpen();

    String CSS_PORT = "DMDCR_CSS_PORT";

    /** CSS port of this node; overrides {@code DCR_EP_PORT} of the CSS endpoint. */
    @Parameter(min = Port.MIN, max = Port.MAX, scope = Scope.NODE)
    @JsonProperty(CSS_PORT)
    Optional<Port> cssPort();

    String ASM_PORT = "DMDCR_ASM_PORT";

    /** ASM port of this node; overrides {@code DCR_EP_PORT} of the ASM endpoint. */
    @Parameter(min = Port.MIN, max = Port.MAX, scope = Scope.NODE)
    @JsonProperty(ASM_PORT)
    Optional<Port> asmPort();

    String CHECK_CSS_ACTIVE = "DMDCR_CHECK_CSS_ACTIVE";

    /** See the manual; 0 or 1, 0 if absent. */
    @Parameter(min = 0, max = 1, byDefault = "0")
    @JsonProperty(CHECK_CSS_ACTIVE)
    Optional<Integer> checkCssActive();

    String CRASH_CHECK_COUNT = "DMDCR_CRASH_CHECK_OPT_COUNT";

    /** See the manual; 0 to 30, 0 if absent. */
    @Parameter(min = 0, max = 30, byDefault = "0")
    @JsonProperty(CRASH_CHECK_COUNT)
    Optional<Integer> crashCheckCount();

    String AUTO_REBALANCE_TIME = "DMDCR_AUTO_RBL_TIME";

    /** Time between two rebalances of the mirrors, 0 to 86400 s, 0 if absent; 0: no rebalance. Mirror edition only. */
    @Parameter(min = 0, max = 86400, byDefault = "0", editions = StorageEdition.MIRROR)
    @JsonProperty(AUTO_REBALANCE_TIME)
    Optional<Seconds> autoRebalanceTime();

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
        return Origin.none("Dmdcr");
    }

    /**
     * The paths in {@code DMDCR_PATH}, each in {@linkplain HostPaths#normal normal form}: one DCR disk, or the
     * directories of the DCRV disks.
     */
    default List<String> dcrDirectories() {
        return dcrPath().map(path -> LoadPaths.of(path.text()).directories()).orElse(List.of());
    }

    /** Returns a builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value. Setting an attribute again replaces it; {@code add} and {@code put} methods add to it. */
    class Builder extends ImmutableDmdcr.Builder {}

    /** Returns the startup command for a kind of process; empty if none is set, and for {@link GroupType#CSS}. */
    default Optional<StartupCommand> startCommand(GroupType process) {
        Optional<String> command = switch (process) {
            case CSS -> Optional.empty();
            case ASM -> asmStartupCommand();
            case DB -> dbStartupCommand();
        };
        return command.map(StartupCommand::parse);
    }
}
