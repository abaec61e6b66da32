package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dmdsc.extend.NetLayout.Planning;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.ShmKey;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the plans of many layouts with golden files, line by line. The layouts in the table {@code layouts.txt}
 * cover every pair of values of any two axes. The names of the golden files begin with the number of the row, so a new
 * row must be the last one. With {@code -Dgolden.rewrite=true} the test rewrites the golden files; review the changes
 * as a diff.
 */
class PlanNetTest {
    private static final Path DIRECTORY = Path.of("src", "test", "resources", "io", "github", "dmdsc", "extend", "net");
    private static final String TABLE = "layouts.txt";

    /** The pairs that no cluster can have, or for which no plan is possible. */
    private static final Set<Pair> IMPOSSIBLE = Set.of(
            // A single node does not show a pattern.
            new Pair(NetAxis.NODES, "1", NetAxis.VALUES, "inferred"),
            new Pair(NetAxis.NODES, "1", NetAxis.ARCHIVES, "remote-add"),
            new Pair(NetAxis.NODES, "1", NetAxis.ARCHIVES, "remote-keep"),
            new Pair(NetAxis.MACHINE, "one", NetAxis.PORTS, "same"));

    private record Pair(NetAxis axis, String value, NetAxis other, String otherValue) {}

    private static List<NetLayout> layouts() {
        try {
            return NetLayout.read(Files.readAllLines(DIRECTORY.resolve(TABLE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> table() {
        return layouts().stream().map(layout -> arguments(layout.name(), (Supplier<Planning>) layout::planning));
    }

    static Stream<Arguments> outcomes() {
        GeneratedCluster remote = new GeneratedCluster(ClusterLayout.builder()
                .nodes(3)
                .archives(Archives.LOCAL_AND_REMOTE)
                .build());
        GeneratedCluster full =
                new GeneratedCluster(ClusterLayout.builder().nodes(8).build());
        GeneratedCluster single = new GeneratedCluster(
                ClusterLayout.builder().nodes(1).archives(Archives.LOCAL).build());
        return Stream.of(
                outcome("manual", Example.files(), Example.manualRequest().build()),
                outcome("single-node", single.files(), single.next(1)),
                outcome(
                        "only-the-address",
                        remote.files(),
                        ExtendRequest.forHost("10.1.0.4").build()),
                outcome("nine-nodes", full.files(), full.next(8)),
                outcome(
                        "already-there",
                        remote.files(),
                        ExtendRequest.forHost("10.1.0.3").build()),
                outcome(
                        "taken-values",
                        remote.files(),
                        remote.next(3).withDbName("DSC1").withShmKey(ShmKey.of(70_000))));
    }

    private static Arguments outcome(String name, ClusterFiles files, ExtendRequest request) {
        return arguments(name, (Supplier<Planning>) () -> Planning.of(files, request));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"table", "outcomes"})
    void every_line_of_the_result_is_as_it_was(String name, Supplier<Planning> planning) throws IOException {
        String text = PlanText.of(planning.get());
        Path golden = DIRECTORY.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(golden, text);
        }

        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @Test
    void every_value_and_every_possible_pair_of_values_is_planned() {
        Set<Pair> missing = new LinkedHashSet<>(pairs());
        missing.removeAll(IMPOSSIBLE);
        for (NetLayout layout : layouts()) {
            Set<Pair> held = held(layout);
            assertThat(pairs()).as(layout.name()).containsAll(held);
            if (golden(layout).startsWith("planned\n")) {
                missing.removeAll(held);
            }
        }

        assertThat(missing).isEmpty();
        assertThat(layouts()).flatMap(PlanNetTest::held).doesNotContainAnyElementsOf(IMPOSSIBLE);
    }

    /** A value that changes neither the files nor the request would test nothing. */
    @Test
    void every_value_makes_a_difference() {
        Map<NetAxis, String> usual = new EnumMap<>(NetAxis.class);
        Stream.of(NetAxis.values())
                .forEach(axis -> usual.put(axis, axis.choices().get(0)));
        usual.putAll(Map.of(NetAxis.NODES, "3", NetAxis.MONITORS, "own", NetAxis.COMMANDS, "program"));
        for (NetAxis axis : NetAxis.values()) {
            assertThat(axis.choices())
                    .extracting(value -> {
                        Map<NetAxis, String> changed = new EnumMap<>(usual);
                        changed.put(axis, value);
                        NetLayout layout = new NetLayout(value, changed);
                        return List.of(layout.files(), layout.request());
                    })
                    .as(axis.title())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void every_golden_belongs_to_a_layout() throws IOException {
        Set<String> names = Stream.concat(table(), outcomes())
                .map(each -> each.get()[0] + ".txt")
                .collect(Collectors.toCollection(TreeSet::new));
        names.add(TABLE);
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    private static String golden(NetLayout layout) {
        try {
            return Files.readString(DIRECTORY.resolve(layout.name() + ".txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Pair> pairs() {
        Set<Pair> pairs = new LinkedHashSet<>();
        for (NetAxis axis : NetAxis.values()) {
            for (NetAxis other : after(axis)) {
                for (String value : axis.choices()) {
                    other.choices().forEach(otherValue -> pairs.add(new Pair(axis, value, other, otherValue)));
                }
            }
        }
        return pairs;
    }

    private static Set<Pair> held(NetLayout layout) {
        Set<Pair> pairs = new LinkedHashSet<>();
        for (NetAxis axis : NetAxis.values()) {
            after(axis).forEach(other -> pairs.add(new Pair(axis, layout.at(axis), other, layout.at(other))));
        }
        return pairs;
    }

    private static List<NetAxis> after(NetAxis axis) {
        return Stream.of(NetAxis.values())
                .filter(other -> other.compareTo(axis) > 0)
                .toList();
    }
}
