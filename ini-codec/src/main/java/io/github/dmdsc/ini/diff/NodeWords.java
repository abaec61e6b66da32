package io.github.dmdsc.ini.diff;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.StoragePath;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names, addresses and directories that are a node's own, and so make values differ that are otherwise equal.
 *
 * @param host the host
 * @param words finds them in a text, the longest first
 */
record NodeWords(String host, Pattern words) {
    static NodeWords of(Cluster cluster, ClusterNode node) {
        Stream<Optional<String>> words = Stream.of(
                Optional.of(node.host()),
                endpoint(cluster, node, GroupType.CSS).flatMap(DcrEndpoint::name),
                endpoint(cluster, node, GroupType.ASM).flatMap(DcrEndpoint::name),
                endpoint(cluster, node, GroupType.ASM)
                        .flatMap(DcrEndpoint::host)
                        .map(HostAddress::toString),
                node.dmIni().flatMap(dmIni -> dmIni.value().instanceName()),
                node.dmIni().flatMap(dmIni -> dmIni.value().configPath()).map(StoragePath::text),
                node.dmIni().map(dmIni -> dmIni.file().directory()),
                Optional.of(node.dmdcr().file().directory()));
        List<String> own = words.flatMap(Optional::stream)
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        return new NodeWords(
                node.host(),
                Pattern.compile(
                        own.stream().map(NodeWords::pattern).collect(Collectors.joining("|")),
                        Pattern.CASE_INSENSITIVE));
    }

    private static Optional<DcrEndpoint> endpoint(Cluster cluster, ClusterNode node, GroupType type) {
        return node.seqno().flatMap(seqno -> cluster.endpoint(type, seqno.number()));
    }

    /**
     * A word that goes on is another one: DSC1 in DSC10. It may have something before it, as in DmServiceDSC1, and
     * other letter case, as in dsc1_arch.
     */
    private static String pattern(String word) {
        String before = Character.isDigit(word.charAt(0)) ? "(?<![0-9.])" : "";
        return before + Pattern.quote(word) + "(?![A-Za-z0-9])";
    }

    /** A text with a sign in the place of every word of the node's own. */
    String neutral(String text) {
        return words.matcher(text).replaceAll("\u0000");
    }
}
