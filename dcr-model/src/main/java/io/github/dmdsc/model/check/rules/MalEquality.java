package io.github.dmdsc.model.check.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Located;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.ModelJson;
import io.github.dmdsc.model.Origin;
import io.github.dmdsc.model.Sourced;
import io.github.dmdsc.model.check.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares each node's copy of a MAL file with the first node's, and shows every line that differs. */
final class MalEquality {
    private static final ObjectMapper MAPPER = ModelJson.mapper();

    /** What a line says, without its IPv6 zone, and where it stands. */
    private record Line(String text, Location where) {}

    private final String id;
    private final Consumer<Diagnostic> report;

    private MalEquality(String id, Consumer<Diagnostic> report) {
        this.id = id;
        this.report = report;
    }

    static void check(
            String id,
            Cluster cluster,
            Function<ClusterNode, Optional<Located<MalConfig>>> file,
            Consumer<Diagnostic> report) {
        List<Located<MalConfig>> copies = cluster.nodes().stream()
                .flatMap(node -> file.apply(node).stream())
                .toList();
        copies.stream().skip(1).forEach(copy -> new MalEquality(id, report).compare(copies.get(0), copy));
    }

    private void compare(Located<MalConfig> first, Located<MalConfig> copy) {
        if (first.value().equals(copy.value())) {
            return;
        }
        MalConfig expected = withoutZones(first.value());
        MalConfig value = withoutZones(copy.value());
        if (expected.equals(value)) {
            return;
        }
        Map<String, Line> firstLines = lines(expected);
        Map<String, Line> lines = lines(value);
        Set<String> all = new LinkedHashSet<>(firstLines.keySet());
        all.addAll(lines.keySet());
        boolean found = false;
        for (String name : all) {
            Line one = firstLines.get(name);
            Line other = lines.get(name);
            // A section that one copy lacks is one finding, not one for each of its lines.
            boolean inMissing =
                    name.contains("] ") && lines.containsKey(header(name)) != firstLines.containsKey(header(name));
            if (!inMissing && (one == null || other == null || !one.text().equals(other.text()))) {
                report(copy, name, other, value.origin(), one, expected.origin());
                found = true;
            }
        }
        if (!found) {
            // The same sections in another order.
            report(
                    copy,
                    "",
                    new Line(sections(value), value.origin().self()),
                    value.origin(),
                    new Line(sections(expected), expected.origin().self()),
                    expected.origin());
        }
    }

    private void report(
            Located<MalConfig> copy,
            String name,
            @Nullable Line line,
            Origin origin,
            @Nullable Line expected,
            Origin expectedOrigin) {
        report.accept(Findings.error(id)
                .at(line == null ? origin.self() : line.where())
                .against(expected == null ? expectedOrigin.self() : expected.where())
                .with("file", copy.file())
                .with("what", text(name, line))
                .with("expected", text(name, expected))
                .manual(Findings.MAL)
                .build());
    }

    private static String text(String name, @Nullable Line line) {
        return line == null ? "-" : name + line.text();
    }

    private static String header(String name) {
        return name.substring(0, name.indexOf("] ") + 1);
    }

    private static String sections(MalConfig mal) {
        List<String> names = new ArrayList<>();
        mal.instances().forEach(instance -> names.add("[" + instance.section() + "]"));
        return String.join(" ", names);
    }

    private static Map<String, Line> lines(MalConfig mal) {
        Map<String, Line> lines = new LinkedHashMap<>();
        add(lines, "", MalConfig.builder().from(mal).instances(List.of()).build());
        for (MalInstance instance : mal.instances()) {
            String header = "[" + instance.section() + "]";
            for (int again = 2; lines.containsKey(header); again++) {
                header = "[" + instance.section() + " #" + again + "]";
            }
            lines.put(header, new Line("", instance.origin().self()));
            add(lines, header + " ", instance);
        }
        return lines;
    }

    private static <T extends Sourced<T>> void add(Map<String, Line> lines, String prefix, T value) {
        MAPPER.valueToTree(value).properties().forEach(parameter -> {
            if (!parameter.getKey().equals("section")) {
                lines.put(
                        prefix + parameter.getKey(),
                        new Line(
                                " = " + text(parameter.getValue()),
                                value.origin().at(parameter.getKey())));
            }
        });
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static MalConfig withoutZones(MalConfig mal) {
        return MalConfig.builder()
                .from(mal)
                .instances(
                        mal.instances().stream().map(MalEquality::withoutZones).toList())
                .build();
    }

    private static MalInstance withoutZones(MalInstance instance) {
        return MalInstance.builder()
                .from(instance)
                .section(instance.section().toUpperCase(Locale.ROOT))
                .host(instance.host().map(HostAddress::withoutZone))
                .serviceHost(instance.serviceHost().map(HostAddress::withoutZone))
                .build();
    }
}
