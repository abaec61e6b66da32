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
 * The names, addresses and directories of a node, by which otherwise equal values of nodes differ.
 *
 * @param host the host
 * @param words a pattern that finds them in a text, the longest first
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
     * Returns the pattern of a word. If a letter or digit follows, it is another word: DSC10 is not DSC1. Letters may
     * come before it, as in DmServiceDSC1, and its letter case may differ, as in dsc1_arch.
     */
    private static String pattern(String word) {
        String before = Character.isDigit(word.charAt(0)) ? "(?<![0-9.])" : "";
        return before + Pattern.quote(word) + "(?![A-Za-z0-9])";
    }

    /** Returns a text in which NUL replaces each word of the node. */
    String neutral(String text) {
        return words.matcher(text).replaceAll("\u0000");
    }
}
