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
 * The parameters of one instance that the cluster depends on, from {@code dm.ini}; the several hundred others are in
 * {@link #other()} (DM8 DMDSC manual, "dm.ini").
 */
@Value.Immutable
@JsonSerialize(as = ImmutableDmIni.class)
@JsonDeserialize(as = ImmutableDmIni.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface DmIni extends ParameterSet<DmIni> {
    /** The name of the instance: the name of its DB endpoint. */
    @Parameter(maxBytes = 16)
    @JsonProperty("INSTANCE_NAME")
    Optional<String> instanceName();

    /** Directory of dmmal.ini and dmarch.ini: local, its own on each node, never on ASM. */
    @Parameter
    @JsonProperty("CONFIG_PATH")
    Optional<StoragePath> configPath();

    /** The port for clients. */
    @Parameter(min = Port.MIN, max = Port.MAX)
    @JsonProperty("PORT_NUM")
    Optional<Port> port();

    /** 1: dmmal.ini is read. */
    @Parameter(min = 0, max = 1)
    @JsonProperty("MAL_INI")
    Optional<Integer> malIni();

    /** 1: archiving is on and dmarch.ini is read. */
    @Parameter(min = 0, max = 1, byDefault = "0")
    @JsonProperty("ARCH_INI")
    Optional<Integer> archIni();

    /** Directory of the system files, on ASM, the same on all nodes. */
    @Parameter
    @JsonProperty("SYSTEM_PATH")
    Optional<StoragePath> systemPath();

    /** Path of dm.ctl, on ASM, the same on all nodes. */
    @Parameter
    @JsonProperty("CTL_PATH")
    Optional<StoragePath> ctlPath();

    /** Directory of trace files. */
    @Parameter
    @JsonProperty("TRACE_PATH")
    Optional<StoragePath> tracePath();

    /** Directory of backups. */
    @Parameter
    @JsonProperty("BAK_PATH")
    Optional<StoragePath> backupPath();

    /** Directory of temporary files. */
    @Parameter
    @JsonProperty("TEMP_PATH")
    Optional<StoragePath> tempPath();

    /** Number of GBS/LBS pools, 2 to 1024, 19 if absent. */
    @Parameter(min = 2, max = 1024, byDefault = "19")
    @JsonProperty("DSC_N_POOLS")
    Optional<Integer> dscPools();

    /** 0 or 1. */
    @Parameter(min = 0, max = 1)
    @JsonProperty("DSC_USE_SBT")
    Optional<Integer> dscUseSbt();

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
        return Origin.none("DmIni");
    }

    /** A builder of this value. */
    static ImmutableDmIni.Builder builder() {
        return ImmutableDmIni.builder();
    }
}
