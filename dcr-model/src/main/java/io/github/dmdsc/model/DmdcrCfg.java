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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * The content of the DCR disk: {@code dmdcr_cfg.ini}, as {@code export dcrdisk} writes it and {@code extend dcrdisk}
 * reads it (DM8 DMDSC manual, "dmdcr_cfg.ini").
 */
@ParameterFile(value = FileKind.DMDCR_CFG, manual = "DM8 DMDSC, dmdcr_cfg.ini")
@Value.Immutable
@JsonSerialize(as = ImmutableDmdcrCfg.class)
@JsonDeserialize(builder = DmdcrCfg.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface DmdcrCfg extends ParameterSet<DmdcrCfg>, WithDmdcrCfg {
    String GROUP_COUNT = "DCR_N_GRP";

    /** Number of groups, 1 to 16; equals the number of {@code [GRP]} sections. */
    @Parameter(min = 1, max = 16)
    @JsonProperty(GROUP_COUNT)
    Optional<Integer> groupCount();

    String VOTE_DISK_PATH = "DCR_VTD_PATH";

    /** The vote disk. DMASM edition only. */
    @Parameter(editions = StorageEdition.DMASM)
    @JsonProperty(VOTE_DISK_PATH)
    Optional<LocalPath> voteDiskPath();

    String DISK_LOAD_PATH = "DCR_DISK_LOAD_PATH";

    /**
     * The directories of the DCRV disks: up to 8 paths separated by commas, at most 255 bytes together. Mirror edition
     * only.
     */
    @Parameter(maxBytes = 255, editions = StorageEdition.MIRROR)
    @JsonProperty(DISK_LOAD_PATH)
    Optional<LoadPaths> diskLoadPath();

    String OGUID = "DCR_OGUID";

    /** The OGUID, 1 to 2147483647. Every monitor of the cluster must have the same number. */
    @Parameter(min = 1, max = Integer.MAX_VALUE)
    @JsonProperty(OGUID)
    Optional<Oguid> oguid();

    /** The groups, in the order of their {@code [GRP]} sections. */
    @JsonProperty("groups")
    List<DcrGroup> groups();

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
        return Origin.none("DmdcrCfg");
    }

    /**
     * Returns whether this is an export of a DCR disk: a group has {@code DCR_GRP_EP_ARR}, {@code DCR_GRP_N_ERR_EP} or
     * {@code DCR_GRP_ERR_EP_ARR}, which only an export has. Otherwise it is the hand-written file from which the DCR
     * disk was first initialised.
     */
    @JsonIgnore
    default boolean isExport() {
        return groups().stream()
                .anyMatch(group -> group.endpointNumbers().isPresent()
                        || group.errorEndpointCount().isPresent()
                        || group.errorEndpointNumbers().isPresent()
                        || Stream.of(
                                        DcrGroup.ENDPOINT_NUMBERS,
                                        DcrGroup.ERROR_ENDPOINT_COUNT,
                                        DcrGroup.ERROR_ENDPOINT_NUMBERS)
                                .anyMatch(group.origin()::unreadable));
    }

    /** Returns the first group of a type. */
    default Optional<DcrGroup> group(GroupType type) {
        return groups().stream().filter(group -> group.isOfType(type)).findFirst();
    }

    /**
     * Returns the endpoint of a type with a {@linkplain DcrGroup#number seqno}; empty if there is none. An endpoint
     * whose seqno cannot be read is not found.
     */
    default Optional<DcrEndpoint> endpoint(GroupType type, int seqno) {
        return group(type)
                .flatMap(group -> IntStream.range(0, group.endpoints().size())
                        .filter(position -> group.number(position) == seqno)
                        .mapToObj(group.endpoints()::get)
                        .filter(endpoint -> !endpoint.origin().unreadable(DcrEndpoint.SEQNO))
                        .findFirst());
    }

    /** Returns a builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value. Setting an attribute again replaces it; {@code add} and {@code put} methods add to it. */
    class Builder extends ImmutableDmdcrCfg.Builder {}
}
