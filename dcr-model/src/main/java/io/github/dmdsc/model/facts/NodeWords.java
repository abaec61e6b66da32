package io.github.dmdsc.model.facts;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Member;
import io.github.dmdsc.model.StartupCommand;
import io.github.dmdsc.model.StoragePath;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names, addresses, directories and files of a node, by which otherwise equal values of nodes differ.
 *
 * @param host the host
 * @param words a pattern that finds them in a text, the longest first
 */
public record NodeWords(String host, Pattern words) {
    /** Returns the words of a node of a cluster. */
    public static NodeWords of(Cluster cluster, ClusterNode node) {
        List<String> own = Stream.of(names(cluster, node), addresses(cluster, node), directories(node), files(node))
                .flatMap(words -> words)
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

    private static Stream<String> names(Cluster cluster, ClusterNode node) {
        return Stream.of(
                        endpoint(cluster, node, GroupType.CSS).flatMap(DcrEndpoint::name),
                        endpoint(cluster, node, GroupType.ASM).flatMap(DcrEndpoint::name),
                        node.dmIni().flatMap(dmIni -> dmIni.value().instanceName()))
                .flatMap(Optional::stream);
    }

    private static Optional<DcrEndpoint> endpoint(Cluster cluster, ClusterNode node, GroupType type) {
        return node.seqno().flatMap(seqno -> cluster.endpoint(type, seqno.number()));
    }

    private static Stream<String> addresses(Cluster cluster, ClusterNode node) {
        Stream<String> inFiles = cluster.members().stream()
                .filter(member -> member.files().equals(Optional.of(node)))
                .flatMap(member -> member.addresses().stream())
                .map(Member.Address::text);
        return Stream.concat(Stream.of(node.host()), inFiles);
    }

    private static Stream<String> directories(ClusterNode node) {
        return Stream.of(
                        node.dmIni()
                                .flatMap(dmIni -> dmIni.value().configPath())
                                .map(StoragePath::text),
                        node.dmIni().map(dmIni -> dmIni.file().directory()),
                        Optional.of(node.dmdcr().file().directory()))
                .flatMap(Optional::stream);
    }

    private static Stream<String> files(ClusterNode node) {
        Stream<String> read = Stream.of(Optional.of(node.dmdcr()), node.asmMal(), node.dmIni())
                .flatMap(Optional::stream)
                .map(ConfigFile::file)
                .map(FileId::path);
        // The named files may be missing.
        Dmdcr dmdcr = node.dmdcr().value();
        Stream<String> named = Stream.of(
                        dmdcr.malPath().map(StoragePath::text),
                        dmdcr.dbStartupCommand().map(StartupCommand::parse).flatMap(StartupCommand::dmIni))
                .flatMap(Optional::stream);
        return Stream.concat(read, named);
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
    public String neutral(String text) {
        return words.matcher(text).replaceAll("\u0000");
    }
}
