package io.github.dmdsc.ini.diff;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterReader;
import io.github.dmdsc.ini.lens.ClusterReading;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What differs between the nodes of one cluster. Most parameters have to be equal on all nodes; some belong to a node by
 * nature, and differ as they should.
 *
 * @param differences every parameter that is not the same on all nodes, by file, part and key
 * @param findings what of the cluster could not be read
 */
@JsonPropertyOrder({"differences", "findings"})
public record Drift(List<Difference> differences, List<Finding> findings) {
    public Drift {
        differences = List.copyOf(differences);
        findings = findings.stream().sorted(Finding.ORDER).toList();
    }

    /**
     * Compares the nodes of a cluster. Without a DCR configuration the nodes cannot be told apart, which the findings
     * say.
     */
    public static Drift of(ClusterFiles files) {
        ClusterReading reading = ClusterReader.read(files);
        return new Drift(
                reading.cluster()
                        .map(cluster -> new DriftFinder(cluster, files).find())
                        .orElse(List.of()),
                reading.findings());
    }

    /** The differences that nothing about the nodes explains. */
    public List<Difference> unexplained() {
        return differences.stream()
                .filter(difference -> !difference.ofTheNode())
                .toList();
    }

    /**
     * One parameter, or one part, that is not the same on all nodes.
     *
     * @param file which of a node's files: {@code dmdcr.ini}, {@code dm.ini}, {@code dmmal.ini}, {@code
     *     dmasvrmal.ini} or {@code dmarch.ini}
     * @param kind the part of the file
     * @param part the name of the part, empty for the globals
     * @param key the parameter in upper case; empty where the part itself is missing on some node
     * @param ofTheNode whether it differs as it should: the key names the node or its places, or the values are equal
     *     but for the node's own names, addresses and directories
     * @param nodes what it is on each node that has the file, in the order of the nodes
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
     * @param host the node
     * @param texts the value as printed, or the name of the part where that is meant; empty where it is absent
     * @param at where it stands, or where it is missed
     */
    public record OnNode(String host, Optional<List<String>> texts, Location at) {}
}
