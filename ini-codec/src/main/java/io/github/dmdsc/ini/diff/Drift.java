package io.github.dmdsc.ini.diff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.ini.lens.ClusterReading;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The differences between the nodes of one cluster. Most parameters must be equal on all nodes. Others belong to one
 * node, for example its port or its directories, and are expected to differ.
 *
 * @param differences every parameter that is not the same on all nodes, ordered by file, part and key
 * @param findings what could not be read
 */
@JsonPropertyOrder({"differences", "findings"})
public record Drift(List<Difference> differences, List<Finding> findings) {
    public Drift {
        differences = List.copyOf(differences);
        findings = findings.stream().sorted(Finding.ORDER).toList();
    }

    /**
     * Compares the nodes of a cluster. If there is no DCR configuration, or several that differ, nothing is compared,
     * and the findings give the reason.
     */
    public static Drift of(ClusterFiles files) {
        return of(files, file -> false);
    }

    /**
     * Compares the nodes of a cluster without some files. An ignored file is not compared, and it does not count as
     * missing.
     *
     * @param ignored returns whether a file is ignored
     */
    public static Drift of(ClusterFiles files, Predicate<FileId> ignored) {
        ClusterReading reading = ClusterLens.get(files.withoutAll(ignored));
        return new Drift(
                reading.cluster()
                        .map(cluster -> new DriftFinder(cluster, files, ignored).find())
                        .orElse(List.of()),
                reading.findings());
    }

    /** The differences that are not expected: those for which {@link Difference#ofTheNode} is {@code false}. */
    public List<Difference> unexplained() {
        return differences.stream()
                .filter(difference -> !difference.ofTheNode())
                .toList();
    }

    /**
     * Returns whether every file that was found was compared. If it is {@code false}, a finding is an error: an input
     * cannot be read, or a file is missing, so further differences are possible.
     */
    @JsonIgnore
    public boolean isComplete() {
        return findings.stream().noneMatch(Finding::isBlocking);
    }

    /**
     * Returns the differences as text for people: each unexpected difference, and the number of the expected ones. If
     * the comparison is not {@linkplain #isComplete complete}, the text says so. Invisible characters are shown as
     * escapes.
     *
     * @param locale the language: Chinese for a Chinese locale, otherwise English
     */
    public String text(Locale locale) {
        return DriftText.of(this, locale);
    }

    /**
     * The differences as canonical JSON (RFC 8785), with a line feed at the end. Equal differences give equal bytes.
     * The member {@code formatVersion} is {@code 1.0}.
     */
    public String json() {
        return DiffJson.of(this);
    }

    /**
     * One parameter, or one part, that is not the same on all nodes.
     *
     * @param file the kind of file: {@code dmdcr.ini}, {@code dm.ini}, {@code dmmal.ini}, {@code dmasvrmal.ini} or
     *     {@code dmarch.ini}
     * @param kind the kind of part
     * @param part the name of the part; empty for the globals
     * @param key the key in upper case; empty if the part itself is missing on a node. If the part and the key are
     *     empty, a node lacks the whole file
     * @param ofTheNode whether the difference is expected: the key names the node or its directories, or the values are
     *     equal apart from the node's own names, addresses and directories
     * @param nodes the value on each node that has the file, ordered as the nodes; if a node lacks the file, every node
     */
    public record Difference(
            String file, PartKind kind, String part, String key, boolean ofTheNode, List<OnNode> nodes) {
        public Difference {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * A parameter on one node.
     *
     * @param host the host of the node; for a node without dmdcr.ini, the address of its CSS endpoint, or an empty text
     * @param texts the value as the file writes it, or the name of the part or file that is compared; several if the key
     *     repeats; empty if it is absent
     * @param at the place of the value, or the place where it is missing
     */
    public record OnNode(String host, Optional<List<String>> texts, Location at) {}
}
