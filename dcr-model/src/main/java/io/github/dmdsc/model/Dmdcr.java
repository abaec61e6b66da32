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
@ParameterFile(value = FileKind.DMDCR, manual = "DM8 DMDSC, dmdcr.ini")
@Value.Immutable
@JsonSerialize(as = ImmutableDmdcr.class)
@JsonDeserialize(builder = Dmdcr.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface Dmdcr extends ParameterSet<Dmdcr>, WithDmdcr {
    String DCR_PATH = "DMDCR_PATH";

    /**
     * The DCR disk. Mirror: the same as {@code DCR_DISK_LOAD_PATH}, so up to 8 directories of DCRV disks with commas between
     * them, under 256 bytes together.
     */
    @Parameter
    @JsonProperty(DCR_PATH)
    Optional<LocalPath> dcrPath();

    String SEQNO = "DMDCR_SEQNO";

    /** The number of this node. */
    @Parameter(min = 0, max = 15, scope = Scope.NODE)
    @JsonProperty(SEQNO)
    Optional<Seqno> seqno();

    String MAL_PATH = "DMDCR_MAL_PATH";

    /** Path of dmasvrmal.ini. */
    @Parameter
    @JsonProperty(MAL_PATH)
    Optional<LocalPath> malPath();

    String ASM_RESTART_INTERVAL = "DMDCR_ASM_RESTART_INTERVAL";

    /** How long dmcss waits before it restarts the ASM server, 0 to 86400 s, 60 if absent; 0: it does not. Acts only where the command below is set. */
    @Parameter(min = 0, max = 86400, byDefault = "60")
    @JsonProperty(ASM_RESTART_INTERVAL)
    Optional<Seconds> asmRestartInterval();

    String ASM_STARTUP_COMMAND = "DMDCR_ASM_STARTUP_CMD";

    /** How dmcss starts the ASM server, at most 256 characters. */
    @Parameter(maxCharacters = 256)
    @JsonProperty(ASM_STARTUP_COMMAND)
    Optional<String> asmStartupCommand();

    String DB_RESTART_INTERVAL = "DMDCR_DB_RESTART_INTERVAL";

    /** How long dmcss waits before it restarts the instance, 0 to 86400 s, 60 if absent; 0: it does not. */
    @Parameter(min = 0, max = 86400, byDefault = "60")
    @JsonProperty(DB_RESTART_INTERVAL)
    Optional<Seconds> dbRestartInterval();

    String DB_STARTUP_COMMAND = "DMDCR_DB_STARTUP_CMD";

    /** How dmcss starts the instance, at most 256 characters. */
    @Parameter(maxCharacters = 256)
    @JsonProperty(DB_STARTUP_COMMAND)
    Optional<String> dbStartupCommand();

    String ASM_TRACE_LEVEL = "DMDCR_ASM_TRACE_LEVEL";

    /** 1 (trace) to 5 (fatal), 1 if absent. */
    @Parameter(min = 1, max = 5, byDefault = "1")
    @JsonProperty(ASM_TRACE_LEVEL)
    Optional<Integer> asmTraceLevel();

    String AUTO_OPEN_CHECK = "DMDCR_AUTO_OPEN_CHECK";

    /** At least 30 s; off if absent. */
    @Parameter(min = 30)
    @JsonProperty(AUTO_OPEN_CHECK)
    Optional<Seconds> autoOpenCheck();

    String MESSAGE_CHECK = "DMDCR_MESSAGE_CHECK";

    /** 0 or 1, 1 if absent. */
    @Parameter(min = 0, max = 1, byDefault = "1")
    @JsonProperty(MESSAGE_CHECK)
    Optional<Integer> messageCheck();

    String IPC_CONTROL = "DMDCR_IPC_CONTROL";

    /** 0 semaphore, 1 mutex, 2 mutex in shards; if absent 0, in the mirror edition 2. */
    @Parameter(min = 0, max = 2, byDefault = "0", mirrorDefault = "2")
    @JsonProperty(IPC_CONTROL)
    Optional<Integer> ipcControl();

    String LINK_CHECK_IP = "DMDCR_LINK_CHECK_IP";

    /** A third party's address to test the network with; the binaries then need {@code setcap}. */
    @Parameter
    @JsonProperty(LINK_CHECK_IP)
    Optional<HostAddress> linkCheckIp();

    String NEED_PRE_LOAD = "DMDCR_NEED_PRE_LOAD";

    /** 0 or 1, 0 if absent. */
    @Parameter(min = 0, max = 1, byDefault = "0")
    @JsonProperty(NEED_PRE_LOAD)
    Optional<Integer> needPreLoad();

    String AU_PRE_LOAD_COUNT = "DMDCR_AU_PRE_LOAD_NUM";

    /** 0 to 1024. */
    @Parameter(min = 0, max = 1024)
    @JsonProperty(AU_PRE_LOAD_COUNT)
    Optional<Integer> auPreLoadCount();

    String ASM_MAX_FILE_OPEN = "DMDCR_ASM_MAX_FILE_OPEN";

    /** How many ASM files may be open, 0 to 4294967294, 4096 if absent. */
    @Parameter(min = 0, max = 4294967294L, byDefault = "4096")
    @JsonProperty(ASM_MAX_FILE_OPEN)
    Optional<Long> asmMaxFileOpen();

    String CSS_PORT = "DMDCR_CSS_PORT";

    /** Overrides, on this node, the CSS port of the DCR. */
    @Parameter(min = Port.MIN, max = Port.MAX, scope = Scope.NODE)
    @JsonProperty(CSS_PORT)
    Optional<Port> cssPort();

    String ASM_PORT = "DMDCR_ASM_PORT";

    /** Overrides, on this node, the ASM port of the DCR. */
    @Parameter(min = Port.MIN, max = Port.MAX, scope = Scope.NODE)
    @JsonProperty(ASM_PORT)
    Optional<Port> asmPort();

    String CHECK_CSS_ACTIVE = "DMDCR_CHECK_CSS_ACTIVE";

    /** 0 or 1, 0 if absent. */
    @Parameter(min = 0, max = 1, byDefault = "0")
    @JsonProperty(CHECK_CSS_ACTIVE)
    Optional<Integer> checkCssActive();

    String CRASH_CHECK_COUNT = "DMDCR_CRASH_CHECK_OPT_COUNT";

    /** 0 to 30, 0 if absent. */
    @Parameter(min = 0, max = 30, byDefault = "0")
    @JsonProperty(CRASH_CHECK_COUNT)
    Optional<Integer> crashCheckCount();

    String AUTO_REBALANCE_TIME = "DMDCR_AUTO_RBL_TIME";

    /** Time between two rebalances of the mirrors, 0 to 86400 s, 0 if absent: none. Mirror only. */
    @Parameter(min = 0, max = 86400, byDefault = "0", editions = StorageEdition.MIRROR)
    @JsonProperty(AUTO_REBALANCE_TIME)
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

    /** What {@code DMDCR_PATH} names, each path in normal form: one DCR disk, or the directories of the DCRV disks. */
    default List<String> dcrDirectories() {
        return dcrPath().map(path -> LoadPaths.of(path.text()).directories()).orElse(List.of());
    }

    /** A builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableDmdcr.Builder {}

    /** The command with which dmcss starts the server of a group; empty where there is none, and for CSS. */
    default Optional<StartupCommand> startCommand(GroupType process) {
        Optional<String> command = switch (process) {
            case CSS -> Optional.empty();
            case ASM -> asmStartupCommand();
            case DB -> dbStartupCommand();
        };
        return command.map(StartupCommand::parse);
    }
}
