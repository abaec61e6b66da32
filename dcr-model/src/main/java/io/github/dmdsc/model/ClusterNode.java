package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/** One node: the files that its dmdcr.ini, and the start commands in it, lead to. Any but the first may be missing. */
@Value.Immutable
@JsonSerialize(as = ImmutableClusterNode.class)
@JsonDeserialize(builder = ClusterNode.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface ClusterNode extends WithClusterNode {
    /** The host on which its files lie. */
    default String host() {
        return dmdcr().file().host();
    }

    /** Its number, where dmdcr.ini gives a valid one. */
    default Optional<Seqno> seqno() {
        return dmdcr().value().seqno();
    }

    /** Its dmdcr.ini. */
    ConfigFile<Dmdcr> dmdcr();

    /** The dmasvrmal.ini that {@code DMDCR_MAL_PATH} names. */
    Optional<ConfigFile<MalConfig>> asmMal();

    /** Its dm.ini. */
    Optional<ConfigFile<DmIni>> dmIni();

    /** The dmmal.ini in its {@code CONFIG_PATH}. */
    Optional<ConfigFile<MalConfig>> dbMal();

    /** The dmarch.ini in its {@code CONFIG_PATH}. */
    Optional<ConfigFile<DmArch>> dmArch();

    /** The dmwatcher.ini in its {@code CONFIG_PATH}: the instance has a standby, and a watcher of its own. */
    Optional<FileId> watcher();

    /** A builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableClusterNode.Builder {}
}
