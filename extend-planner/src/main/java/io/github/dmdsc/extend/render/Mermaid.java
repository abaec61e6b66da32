package io.github.dmdsc.extend.render;

import java.util.List;
import java.util.stream.Collectors;

/** Renders hosts and shared disks as a Mermaid flow chart. */
final class Mermaid {
    private Mermaid() {}

    static String of(List<Topology.Node> nodes, List<Topology.Disk> disks) {
        StringBuilder chart = new StringBuilder("flowchart LR\n");
        chart.append("  disks[(\"")
                .append(disks.stream()
                        .map(disk -> escaped(disk.kind() + " " + disk.path()))
                        .collect(Collectors.joining("<br/>")))
                .append("\")]\n");
        for (Topology.Node node : nodes) {
            String name = "n" + node.seqno();
            String label = node.endpoints().stream()
                    .map(endpoint -> "<br/>" + endpoint.type() + " " + escaped(endpoint.name())
                            + endpoint.port().map(port -> " " + port).orElse(""))
                    .collect(Collectors.joining("", escaped(node.host()), ""));
            chart.append("  ").append(name).append("[\"").append(label).append("\"]");
            chart.append(node.fresh() ? ":::fresh\n" : "\n");
            chart.append("  ")
                    .append(name)
                    .append(node.fresh() ? " -.- " : " --- ")
                    .append("disks\n");
        }
        return chart.append("  classDef fresh stroke-dasharray: 5 5\n").toString();
    }

    /**
     * Escapes a label. Mermaid interprets HTML and its own syntax in labels, so each character except letters, digits
     * and some signs becomes a numeric entity.
     */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || " ./:_-".indexOf(c) >= 0) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('#').append(c).append(';');
            }
        });
        return escaped.toString();
    }
}
