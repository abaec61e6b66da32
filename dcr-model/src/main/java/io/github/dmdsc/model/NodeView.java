package io.github.dmdsc.model;

import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * One node of a cluster with everything that bears its number, in the DCR as in its files.
 *
 * @param cluster the cluster, for the way back
 * @param seqno its number
 * @param files its files
 */
public record NodeView(Cluster cluster, int seqno, ClusterNode files) {
    static NodeView of(Cluster cluster, int seqno) {
        return cluster.nodes().stream()
                .filter(node -> node.seqno().map(Seqno::number).equals(Optional.of(seqno)))
                .findFirst()
                .map(node -> new NodeView(cluster, seqno, node))
                .orElseThrow(() -> new NoSuchElementException("no dmdcr.ini has DMDCR_SEQNO = " + seqno));
    }

    /** The host on which its files lie. */
    public String host() {
        return files.host();
    }

    /**
     * Its CSS endpoint.
     *
     * @throws NoSuchElementException if the DCR has none with its number
     */
    public DcrEndpoint css() {
        return endpoint(GroupType.CSS);
    }

    /**
     * Its ASM endpoint.
     *
     * @throws NoSuchElementException if the DCR has none with its number
     */
    public DcrEndpoint asm() {
        return endpoint(GroupType.ASM);
    }

    /**
     * Its DB endpoint.
     *
     * @throws NoSuchElementException if the DCR has none with its number
     */
    public DcrEndpoint db() {
        return endpoint(GroupType.DB);
    }

    /**
     * Its ASM server in dmasvrmal.ini.
     *
     * @throws NoSuchElementException if its copy has no instance of that name
     */
    public MalInstance asmMal() {
        return instance(asm(), files.asmMal());
    }

    /**
     * Its instance in dmmal.ini.
     *
     * @throws NoSuchElementException if its copy has no instance of that name
     */
    public MalInstance dbMal() {
        return instance(db(), files.dbMal());
    }

    private DcrEndpoint endpoint(GroupType type) {
        return cluster.endpoint(type, seqno)
                .orElseThrow(() -> new NoSuchElementException("the DCR has no " + type + " endpoint " + seqno));
    }

    private static MalInstance instance(DcrEndpoint endpoint, Optional<ConfigFile<MalConfig>> file) {
        return file.stream()
                .flatMap(mal -> mal.value().instances().stream())
                .filter(instance -> Names.same(instance.name(), endpoint.name()))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(
                        "no MAL instance is called " + endpoint.name().orElse("?")));
    }
}
