package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Origin;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.base.Names;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares each node's copy of a MAL file with the first node's copy, and reports every line that differs. */
final class MalEquality {
    private static final Set<String> ADDRESSES = Set.of(MalConfig.CHECK_IP, MalInstance.HOST, MalInstance.SERVICE_HOST);

    /**
     * One line of a copy.
     *
     * @param shown the line as the file spells it; for a difference in the order of the sections, the headers of all
     *     sections
     * @param value the texts that are compared, see {@link #compared}
     * @param where the place of the line
     * @param origin the origin of the section; of the file, for a line outside sections
     */
    private record Line(Object shown, List<String> value, Location where, Origin origin) {}

    private final FindingKind kind;
    private final Consumer<Finding> report;

    private MalEquality(FindingKind kind, Consumer<Finding> report) {
        this.kind = kind;
        this.report = report;
    }

    static void check(
            FindingKind kind,
            List<ClusterNode> nodes,
            Function<ClusterNode, Optional<ConfigFile<MalConfig>>> file,
            Consumer<Finding> report) {
        List<ConfigFile<MalConfig>> copies =
                nodes.stream().flatMap(node -> file.apply(node).stream()).toList();
        copies.stream().skip(1).forEach(copy -> new MalEquality(kind, report).compare(copies.get(0), copy));
    }

    private void compare(ConfigFile<MalConfig> first, ConfigFile<MalConfig> copy) {
        if (first.value().equals(copy.value())) {
            return;
        }
        Map<String, Line> expected = lines(first.value());
        Map<String, Line> lines = lines(copy.value());
        Set<String> all = new LinkedHashSet<>(expected.keySet());
        all.addAll(lines.keySet());
        boolean found = false;
        for (String key : all) {
            Line one = expected.get(key);
            Line other = lines.get(key);
            // A section that one copy lacks gives one finding, not one for each of its lines.
            boolean inMissing =
                    key.contains("] ") && lines.containsKey(header(key)) != expected.containsKey(header(key));
            boolean unread = (one == null && unreadable(first.value(), expected, key))
                    || (other == null && unreadable(copy.value(), lines, key));
            if (!inMissing
                    && !unread
                    && (one == null || other == null || !one.value().equals(other.value()))) {
                report(first, one, copy, other);
                found = true;
            }
        }
        boolean sameOrder = expected.keySet().stream()
                .filter(key -> key.endsWith("]"))
                .toList()
                .equals(lines.keySet().stream().filter(key -> key.endsWith("]")).toList());
        if (!found && !sameOrder) {
            report(first, sections(first.value()), copy, sections(copy.value()));
        }
    }

    private void report(
            ConfigFile<MalConfig> first, @Nullable Line expected, ConfigFile<MalConfig> copy, @Nullable Line line) {
        FindingBuilder finding = kind.at(line == null ? copy.value().origin().self() : line.where())
                .against(expected == null ? first.value().origin().self() : expected.where())
                .with("file", copy.file())
                .with("what", Optional.ofNullable(line).map(Line::shown))
                .with("expected", Optional.ofNullable(expected).map(Line::shown));
        if (line == null) {
            finding.variant("lacks");
        } else if (expected == null) {
            finding.variant("more");
        } else {
            finding.variant("differs");
        }
        report.accept(finding.build());
    }

    /** Returns whether a missing line is in the copy, with a value that cannot be read. */
    private static boolean unreadable(MalConfig mal, Map<String, Line> lines, String key) {
        Line section = lines.get(header(key));
        Origin origin = section == null ? mal.origin() : section.origin();
        return origin.unreadable(key.substring(key.indexOf("] ") + 1).strip());
    }

    private static String header(String key) {
        return key.substring(0, key.indexOf("] ") + 1);
    }

    private static Line sections(MalConfig mal) {
        List<String> names = new ArrayList<>();
        mal.instances().forEach(instance -> names.add("[" + instance.section() + "]"));
        return line(names, mal.origin());
    }

    private static Line line(Object shown, Origin origin) {
        return new Line(shown, List.of(), origin.self(), origin);
    }

    /** Returns the lines of a copy, by a key that ignores the letter case of section names. */
    private static Map<String, Line> lines(MalConfig mal) {
        Map<String, Line> lines = new LinkedHashMap<>();
        add(lines, "", "", mal);
        for (MalInstance instance : mal.instances()) {
            String again = "";
            for (int i = 2; lines.containsKey(header(instance, again) + "]"); i++) {
                again = " #" + i;
            }
            String key = header(instance, again) + "]";
            String shown = "[" + instance.section() + again + "]";
            lines.put(key, line(shown, instance.origin()));
            add(lines, key + " ", shown + " ", instance);
        }
        return lines;
    }

    private static String header(MalInstance instance, String again) {
        return "[" + Names.folded(instance.section()) + again;
    }

    private static void add(Map<String, Line> lines, String key, String shown, ParameterSet<?> value) {
        ParameterTable.texts(value).forEach((name, texts) -> {
            String text = shown + name + " = " + String.join(", ", texts);
            lines.put(
                    key + name,
                    new Line(text, compared(value, name, texts), value.origin().at(name), value.origin()));
        });
    }

    /**
     * Returns the texts of a parameter in the form that is compared: addresses in normal form without IPv6 zones, and
     * names without letter case. The result has texts instead of values of the model, because a change of letter case
     * can make a text too long, or add characters that no address has ({@code İ}). A parameter without an accessor in
     * this part of the file is compared as it is spelt.
     */
    private static List<String> compared(ParameterSet<?> value, String key, List<String> texts) {
        boolean named = ParameterTable.of(value).find(key).isPresent();
        if (named && ADDRESSES.contains(key)) {
            return texts.stream().map(HostAddress::normalForm).toList();
        }
        return named && key.equals(MalInstance.NAME)
                ? texts.stream().map(Names::folded).toList()
                : texts;
    }
}
