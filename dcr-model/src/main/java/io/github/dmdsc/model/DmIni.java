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
 * The parameters in {@code dm.ini} of an instance on which the cluster depends (DM8 DMDSC manual, "dm.ini"). The
 * several hundred other parameters are in {@link #other()}.
 */
@ParameterFile(value = FileKind.DM_INI, manual = "DM8 DMDSC, dm.ini")
@Value.Immutable
@JsonSerialize(as = ImmutableDmIni.class)
@JsonDeserialize(builder = DmIni.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface DmIni extends ParameterSet<DmIni>, WithDmIni {
    String INSTANCE_NAME = "INSTANCE_NAME";

    /** The name of the instance, at most 16 bytes. It is the name of its DB endpoint. */
    @Parameter(maxBytes = 16, scope = Scope.NODE)
    @JsonProperty(INSTANCE_NAME)
    Optional<String> instanceName();

    String CONFIG_PATH = "CONFIG_PATH";

    /**
     * The configuration directory, which holds dmmal.ini and dmarch.ini. It is a local directory, never on ASM, and
     * each node has its own.
     */
    @Parameter(scope = Scope.NODE)
    @JsonProperty(CONFIG_PATH)
    Optional<StoragePath> configPath();

    String PORT = "PORT_NUM";

    /** The port for clients, 5236 if absent. */
    @Parameter(min = Port.MIN, max = Port.MAX, byDefault = "5236", scope = Scope.NODE)
    @JsonProperty(PORT)
    Optional<Port> port();

    String MAL_INI = "MAL_INI";

    /** 1: dmmal.ini is read; 0: it is not. */
    @Parameter(min = 0, max = 1)
    @JsonProperty(MAL_INI)
    Optional<Integer> malIni();

    String ARCH_INI = "ARCH_INI";

    /** 1: archiving is on and dmarch.ini is read; 0: archiving is off; 0 if absent. */
    @Parameter(min = 0, max = 1, byDefault = "0")
    @JsonProperty(ARCH_INI)
    Optional<Integer> archIni();

    String SYSTEM_PATH = "SYSTEM_PATH";

    /** Directory of the system files, on ASM, the same on all nodes. */
    @Parameter
    @JsonProperty(SYSTEM_PATH)
    Optional<StoragePath> systemPath();

    String CTL_PATH = "CTL_PATH";

    /** Path of dm.ctl, on ASM, the same on all nodes. */
    @Parameter
    @JsonProperty(CTL_PATH)
    Optional<StoragePath> ctlPath();

    String CTL_BACKUP_PATH = "CTL_BAK_PATH";

    /** Directory of backups of dm.ctl. */
    @Parameter
    @JsonProperty(CTL_BACKUP_PATH)
    Optional<StoragePath> ctlBackupPath();

    String TRACE_PATH = "TRACE_PATH";

    /** Directory of trace files. */
    @Parameter
    @JsonProperty(TRACE_PATH)
    Optional<StoragePath> tracePath();

    String BACKUP_PATH = "BAK_PATH";

    /** Directory of backups. */
    @Parameter
    @JsonProperty(BACKUP_PATH)
    Optional<StoragePath> backupPath();

    String TEMP_PATH = "TEMP_PATH";

    /** Directory of temporary files. */
    @Parameter
    @JsonProperty(TEMP_PATH)
    Optional<StoragePath> tempPath();

    String DSC_POOLS = "DSC_N_POOLS";

    /** Number of GBS/LBS pools, 2 to 1024, 19 if absent. */
    @Parameter(min = 2, max = 1024, byDefault = "19")
    @JsonProperty(DSC_POOLS)
    Optional<Integer> dscPools();

    String DSC_USE_SBT = "DSC_USE_SBT";

    /** 1: an auxiliary balanced tree is used; 0: it is not. */
    @Parameter(min = 0, max = 1)
    @JsonProperty(DSC_USE_SBT)
    Optional<Integer> dscUseSbt();

    /** The key of the address at which the instance listens. */
    String LISTEN_ADDRESS = "INSTANCE_ADDR";

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
        return Origin.none("DmIni");
    }

    /** The port on which the instance listens: {@link #port()}, or 5236 if that is absent. */
    default Port portInForce() {
        return port().orElse(Port.of(5236));
    }

    /**
     * The address at which the instance listens ({@code INSTANCE_ADDR}); empty if the instance listens at every address
     * of its host.
     */
    default Optional<HostAddress> listenAddress() {
        return other().getOrDefault(LISTEN_ADDRESS, List.of()).stream()
                .findFirst()
                .filter(text -> text.matches("[0-9A-Za-z:][0-9A-Za-z.:%_-]*") && !text.matches("[0.:]*"))
                .map(HostAddress::of);
    }

    /** Returns a builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value. Setting an attribute again replaces it; {@code add} and {@code put} methods add to it. */
    class Builder extends ImmutableDmIni.Builder {}
}
