package io.github.dmdsc.ini.lens;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.DmInit;
import io.github.dmdsc.model.DmInitInstance;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.Dmwatcher;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.WatcherGroup;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.rules.StandardRules;
import io.github.dmdsc.model.fixtures.ClusterArbitraries;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that a value that cannot be read gives one finding. No rule reports it as missing or different, too. */
class UnreadableValuesTest {
    private static final String CONTROL = "\u0001";

    /** A parameter refuses at least one of these texts, unless it accepts every text. */
    private static final List<String> BAD = List.of("x y", "9340x", CONTROL, "x".repeat(300));

    /** A parameter in a section of a file. */
    record Place(FileId file, int section, String key) {}

    static Stream<ClusterLayout> layouts() {
        ClusterLayout.Restart command = ClusterLayout.Restart.COMMAND;
        return Stream.of(
                ClusterLayout.builder()
                        .archives(ClusterLayout.Archives.LOCAL_AND_REMOTE)
                        .asmRestart(command)
                        .dbRestart(command)
                        .portStep(0)
                        .virtualAddresses(true)
                        .checkPorts(true)
                        .build(),
                ClusterLayout.builder()
                        .nodes(3)
                        .edition(StorageEdition.MIRROR)
                        .archives(ClusterLayout.Archives.LOCAL)
                        .monitors(2)
                        .ipv6(true)
                        .build(),
                ClusterLayout.builder()
                        .oneMachine(true)
                        .asmRestart(ClusterLayout.Restart.NONE)
                        .dbRestart(ClusterLayout.Restart.NONE)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void every_parameter_that_is_spoilt_is_one_finding_at_its_line(ClusterLayout layout) {
        ClusterFiles files = ClusterLens.create(layout.cluster());
        List<Finding> before = findings(files);
        Set<String> seen = new HashSet<>();
        int spoilt = 0;
        for (Place place : places(files)) {
            // The files of the nodes are alike, so one node is enough here. The properties below use the other nodes,
            // too.
            if (seen.add(
                    place.file().name() + model(place, IniDocument.parse(files.bytes(place.file()))) + place.key())) {
                spoilt += assertOneFinding(files, before, place) ? 1 : 0;
            }
        }
        assertThat(spoilt).isGreaterThan(80);
    }

    @Provide
    Arbitrary<ClusterLayout> anyLayout() {
        return ClusterArbitraries.layouts(1, 5);
    }

    @Property(tries = 20)
    void so_it_is_in_clusters_of_every_kind(@ForAll("anyLayout") ClusterLayout layout, @ForAll Random random) {
        ClusterFiles files = ClusterLens.create(layout.cluster());
        List<Finding> before = findings(files);
        List<Place> places = places(files);
        for (int i = 0; i < 5; i++) {
            assertOneFinding(files, before, places.get(random.nextInt(places.size())));
        }
    }

    @Property(tries = 20)
    void a_line_that_lost_its_equals_sign_is_one_finding_too(
            @ForAll("anyLayout") ClusterLayout layout, @ForAll Random random) {
        ClusterFiles files = ClusterLens.create(layout.cluster());
        List<Finding> before = findings(files);
        List<FileId> ids = List.copyOf(files.ids());
        for (int i = 0; i < 10; i++) {
            FileId file = ids.get(random.nextInt(ids.size()));
            List<String> lines = new ArrayList<>(new String(files.bytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
            int at = random.nextInt(lines.size());
            // A startup command has further equals signs, so the line would be an entry with another key.
            if (lines.get(at).matches("[^=]* = [^=]*")) {
                lines.set(at, lines.get(at).replaceFirst(" = ", " "));
                byte[] spoilt = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);

                assertOne(findings(files.with(file, spoilt)), before, "INI-0103", Location.of(file, at + 1, 1));
            }
        }
    }

    /**
     * Verifies the finding for a bad value of a parameter. Returns {@code false} if the parameter accepts every text.
     */
    private static boolean assertOneFinding(ClusterFiles files, List<Finding> before, Place place) {
        IniDocument document = IniDocument.parse(files.bytes(place.file()));
        Optional<String> bad = BAD.stream()
                .filter(text -> ParameterTable.any(model(place, document))
                        .find(place.key())
                        .filter(parameter -> parameter.read(text).isEmpty())
                        .isPresent())
                .findFirst();
        if (bad.isEmpty()) {
            return false;
        }
        IniSection section = document.sections().get(place.section());
        IniDocument spoilt = section.first(place.key())
                .map(entry -> document.set(entry, bad.get()))
                .orElseGet(() -> document.add(section, place.key(), bad.get()));
        IniEntry entry =
                spoilt.sections().get(place.section()).first(place.key()).orElseThrow();

        assertOne(
                findings(files.with(place.file(), spoilt.toBytes())),
                before,
                bad.get().equals(CONTROL) ? "INI-0121" : "INI-0101",
                Location.of(place.file(), entry.line(), entry.valueColumn()));
        return true;
    }

    private static void assertOne(List<Finding> found, List<Finding> before, String id, Location at) {
        assertThat(found.stream().filter(finding -> before.stream().noneMatch(old -> isSame(old, finding))))
                .as(at.toString())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.ruleId()).isEqualTo(id);
                    assertThat(finding.primary()).isEqualTo(at);
                });
    }

    /** Returns whether two findings are the same, regardless of their lines. */
    private static boolean isSame(Finding one, Finding other) {
        return one.kind().equals(other.kind())
                && one.variant().equals(other.variant())
                && one.parameters().equals(other.parameters());
    }

    private static List<Finding> findings(ClusterFiles files) {
        ClusterReading reading = ClusterLens.get(files);
        List<Finding> findings = new ArrayList<>(reading.findings());
        reading.cluster()
                .ifPresent(cluster -> findings.addAll(StandardRules.book().check(cluster)));
        return findings;
    }

    /** Returns every parameter of the models, in every section of every file, whether or not the section has it. */
    private static List<Place> places(ClusterFiles files) {
        List<Place> places = new ArrayList<>();
        for (FileId file : files.ids()) {
            IniDocument document = IniDocument.parse(files.bytes(file));
            for (IniSection section : document.sections()) {
                ModelSamples.known(model(new Place(file, section.index(), ""), document))
                        .keySet()
                        .forEach(key -> places.add(new Place(file, section.index(), key)));
            }
        }
        return places;
    }

    private static Class<?> model(Place place, IniDocument document) {
        boolean global = place.section() == 0;
        return switch (FileKinds.of(place.file(), document).orElseThrow()) {
            case DMDCR_CFG ->
                global
                        ? DmdcrCfg.class
                        : document.sections().get(place.section()).name().equals("GRP")
                                ? DcrGroup.class
                                : DcrEndpoint.class;
            case DMDCR -> Dmdcr.class;
            case MAL -> global ? MalConfig.class : MalInstance.class;
            case DM_INI -> DmIni.class;
            case DMARCH -> global ? DmArch.class : DmArchive.class;
            case DMCSSM -> Dmcssm.class;
            case DMWATCHER -> global ? Dmwatcher.class : WatcherGroup.class;
            case DMINIT -> global ? DmInit.class : DmInitInstance.class;
        };
    }
}
