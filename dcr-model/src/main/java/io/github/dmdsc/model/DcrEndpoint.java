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
 * One endpoint of a group: a dmcss, dmasmsvr or dmserver process (DM8 DMDSC manual, "dmdcr_cfg.ini").
 */
@ParameterFile(value = FileKind.DMDCR_CFG, manual = "DM8 DMDSC, dmdcr_cfg.ini")
@Value.Immutable
@JsonSerialize(as = ImmutableDcrEndpoint.class)
@JsonDeserialize(builder = DcrEndpoint.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface DcrEndpoint extends ParameterSet<DcrEndpoint>, WithDcrEndpoint {
    String NAME = "DCR_EP_NAME";

    /** The name of the endpoint, at most 16 bytes. It is unique among the endpoints of its type. */
    @Parameter(maxBytes = 16, scope = Scope.NODE)
    @JsonProperty(NAME)
    Optional<String> name();

    String SEQNO = "DCR_EP_SEQNO";

    /** The seqno of a DB endpoint. CSS and ASM endpoints are numbered from 0 in the order of their sections. */
    @Parameter(min = 0, max = 15, scope = Scope.NODE)
    @JsonProperty(SEQNO)
    Optional<Seqno> seqno();

    String HOST = "DCR_EP_HOST";

    /** The address of the endpoint. Mandatory for ASM, optional for CSS; for DB only if {@code DCR_VIP} is set. */
    @Parameter(scope = Scope.NODE)
    @JsonProperty(HOST)
    Optional<HostAddress> host();

    String PORT = "DCR_EP_PORT";

    /** The port of the endpoint. For DB, {@code PORT_NUM} in dm.ini takes effect if the two differ. */
    @Parameter(min = Port.MIN, max = Port.MAX, scope = Scope.NODE)
    @JsonProperty(PORT)
    Optional<Port> port();

    String SHM_KEY = "DCR_EP_SHM_KEY";

    /** The shared memory key of the ASM server, 1 to 2147483647. ASM only. */
    @Parameter(min = 1, max = Integer.MAX_VALUE, scope = Scope.NODE)
    @JsonProperty(SHM_KEY)
    Optional<ShmKey> shmKey();

    String SHM_SIZE = "DCR_EP_SHM_SIZE";

    /**
     * The size of the ASM server's shared memory, 10 to 40000 MB; 10 MB are enough for about 440 GB of disk. ASM only.
     */
    @Parameter(min = 10, max = 40000)
    @JsonProperty(SHM_SIZE)
    Optional<Megabytes> shmSize();

    String ASM_LOAD_PATH = "DCR_EP_ASM_LOAD_PATH";

    /**
     * The disk scan paths of the ASM server: up to 8 paths separated by commas, at most 255 bytes together. ASM of the
     * DMASM edition only.
     */
    @Parameter(maxBytes = 255, editions = StorageEdition.DMASM)
    @JsonProperty(ASM_LOAD_PATH)
    Optional<LoadPaths> asmLoadPath();

    String VIP = "DCR_VIP";

    /** The virtual address; only some editions of the manual have it. */
    @Parameter(scope = Scope.NODE)
    @JsonProperty(VIP)
    Optional<HostAddress> vip();

    String CHECK_PORT = "DCR_CHECK_PORT";

    /** A further port on which the endpoint listens; common in older files. */
    @Parameter(min = Port.MIN, max = Port.MAX, scope = Scope.NODE)
    @JsonProperty(CHECK_PORT)
    Optional<Port> checkPort();

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
        return Origin.none("DcrEndpoint");
    }

    /** Returns a builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value. Setting an attribute again replaces it; {@code add} and {@code put} methods add to it. */
    class Builder extends ImmutableDcrEndpoint.Builder {}
}
