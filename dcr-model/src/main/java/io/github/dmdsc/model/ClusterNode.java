package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One node with its files. The dmdcr.ini of the node, and the startup commands in it, lead to the other files. Every
 * file except dmdcr.ini may be missing.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableClusterNode.class)
@JsonDeserialize(builder = ClusterNode.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface ClusterNode extends WithClusterNode {
    /** The host of the node's files. */
    default String host() {
        return dmdcr().file().host();
    }

    /** The seqno of the node; empty if dmdcr.ini gives no valid one. */
    default Optional<Seqno> seqno() {
        return dmdcr().value().seqno();
    }

    /** The dmdcr.ini of the node. */
    ConfigFile<Dmdcr> dmdcr();

    /** The dmasvrmal.ini that {@code DMDCR_MAL_PATH} names. */
    Optional<ConfigFile<MalConfig>> asmMal();

    /** The dm.ini of the node. */
    Optional<ConfigFile<DmIni>> dmIni();

    /** The dmmal.ini in its {@code CONFIG_PATH}. */
    Optional<ConfigFile<MalConfig>> dbMal();

    /** The dmarch.ini in its {@code CONFIG_PATH}. */
    Optional<ConfigFile<DmArch>> dmArch();

    /**
     * The dmwatcher.ini in its {@code CONFIG_PATH}. If it is present, the instance has a standby and its own watcher.
     */
    Optional<FileId> watcher();

    /** Returns a builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value. Setting an attribute again replaces it; {@code add} and {@code put} methods add to it. */
    class Builder extends ImmutableClusterNode.Builder {}
}
