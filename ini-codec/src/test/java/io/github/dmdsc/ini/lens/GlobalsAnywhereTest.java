package io.github.dmdsc.ini.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.ini.IniDialect;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.ArchiveType;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Tests that global parameters of dmarch.ini belong to the file wherever they stand, and that they stay there. */
class GlobalsAnywhereTest {
    private static final FileId FILE = new FileId("10.0.2.101", "/data/DSC0_config/dmarch.ini");

    private static final String BEHIND = """
            ARCH_WAIT_APPLY = 0
            [LOCAL]
            ARCH_TYPE = LOCAL
            ARCH_DEST = /arch
            # shared
            arch_local_share = 01
            [REMOTE]
            ARCH_TYPE = REMOTE
            ARCH_DEST = DSC1

            ARCH_RESERVE_TIME = 4320 # three days
            """;

    private static IniDocument parse(String text) {
        return IniDocument.parse(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static Read<DmArch> read(String text) {
        return Lenses.DMARCH.get(parse(text), FILE);
    }

    private static String put(DmArch value, String text) {
        return new String(Lenses.DMARCH.put(value, parse(text)).toBytes(), StandardCharsets.UTF_8);
    }

    @Example
    void they_are_parameters_of_the_file() {
        Read<DmArch> read = read(BEHIND);
        DmArch arch = read.value();

        assertThat(read.findings()).isEmpty();
        assertThat(arch.waitApply()).contains(0);
        assertThat(arch.localShare()).contains(1);
        assertThat(arch.reserveTime()).contains(4320L);
        assertThat(arch.archives()).map(DmArchive::other).containsExactly(Map.of(), Map.of());
        assertThat(arch.origin().self()).isEqualTo(Location.of(FILE));
        assertThat(arch.origin().at(DmArch.LOCAL_SHARE)).isEqualTo(Location.of(FILE, 6, 20));
        assertThat(arch.origin().at(DmArch.RESERVE_TIME)).isEqualTo(Location.of(FILE, 11, 21));
        assertThat(arch.origin().at(DmArch.SEND_POLICY)).isEqualTo(Location.of(FILE));
    }

    @Example
    void a_value_changes_in_its_line() {
        DmArch arch = read(BEHIND).value();

        assertThat(put(arch, BEHIND)).isEqualTo(BEHIND);
        assertThat(put(arch.withReserveTime(60L).withSendPolicy(1), BEHIND))
                .isEqualTo(BEHIND.replace("4320", "60").replace("APPLY = 0\n", "APPLY = 0\nARCH_SEND_POLICY = 1\n"));
        assertThat(put(arch.withReserveTime(Optional.empty()), BEHIND))
                .isEqualTo(BEHIND.replace("\nARCH_RESERVE_TIME = 4320 # three days\n", "\n"));
    }

    @Example
    void they_stay_where_they_are_if_a_section_is_added() {
        DmArch arch = read(BEHIND).value();
        List<DmArchive> more = new ArrayList<>(arch.archives());
        more.add(arch.archives().get(1).withSection("REMOTE2").withDestination("DSC2"));

        assertThat(put(arch.withArchives(more), BEHIND))
                .isEqualTo(BEHIND + "[REMOTE2]\nARCH_TYPE = REMOTE\nARCH_DEST = DSC2\n");
    }

    @Example
    void they_stay_in_the_file_if_their_section_is_removed() {
        DmArch arch = read(BEHIND).value();
        DmArch local = arch.withArchives(arch.archives().get(0));

        String changed = put(local, BEHIND);

        assertThat(read(changed).value()).isEqualTo(local);
        assertThat(changed).startsWith("ARCH_WAIT_APPLY = 0\nARCH_RESERVE_TIME = 4320\n[LOCAL]\n");
    }

    @Example
    void a_parameter_before_and_behind_a_section_stands_twice() {
        Read<DmArch> other = read("ARCH_LOCAL_SHARE = 1\n[A]\nARCH_TYPE = LOCAL\nARCH_LOCAL_SHARE = 0\n");
        Read<DmArch> same = read("[A]\nARCH_LOCAL_SHARE = 1\n[B]\nARCH_LOCAL_SHARE = 1\n");

        assertThat(other.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("INI-0105");
            assertThat(finding.primary()).isEqualTo(Location.of(FILE, 4, 20));
            assertThat(finding.related()).containsExactly(Location.of(FILE, 1, 20));
        });
        assertThat(other.value().localShare()).contains(1);
        assertThat(same.findings()).extracting(Finding::ruleId).containsExactly("INI-0123");
    }

    @Example
    void a_value_that_cannot_be_read_is_that_of_the_file() {
        for (String line : List.of("ARCH_LOCAL_SHARE = 2", "ARCH_LOCAL_SHARE")) {
            Read<DmArch> read = read("[A]\nARCH_TYPE = LOCAL\n" + line + "\nX\n");

            assertThat(read.findings()).isNotEmpty();
            assertThat(read.value().origin().unreadable(DmArch.LOCAL_SHARE)).isTrue();
            assertThat(read.value().origin().unreadable("X")).isFalse();
        }
    }

    @Example
    void an_archive_cannot_have_them() {
        DmArchive archive = DmArchive.builder()
                .section("A")
                .type(ArchiveType.LOCAL)
                .putOther(DmArch.LOCAL_SHARE, List.of("1"))
                .build();
        DmArch arch = DmArch.builder().addArchives(archive).build();

        assertThatThrownBy(() -> Lenses.DMARCH.create(arch)).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void each_archive_may_have_a_send_policy_of_its_own() {
        Read<DmArch> read = read("[A]\nARCH_SEND_POLICY = 1\n[B]\nARCH_SEND_POLICY = 0\n");

        assertThat(read.findings()).isEmpty();
        assertThat(read.value().sendPolicy()).isEmpty();
        assertThat(read.value().archives())
                .map(archive -> archive.other().get(DmArch.SEND_POLICY))
                .containsExactly(List.of("1"), List.of("0"));
    }

    /** No manual says that dmmal.ini may have global parameters behind a section. */
    @Example
    void those_of_dmmal_stand_before_the_sections() {
        MalConfig mal = Lenses.MAL
                .get(parse("[A]\nMAL_PORT = 9340\nMAL_CHECK_INTERVAL = 61\n"), FILE)
                .value();

        assertThat(mal.checkInterval()).isEmpty();
        assertThat(mal.instances().get(0).other()).containsKey(MalConfig.CHECK_INTERVAL);
    }

    @Property(tries = 100)
    void the_laws_of_lenses_hold(@ForAll Random random) {
        ModelSamples samples = new ModelSamples(random);
        ObjectNode json = samples.of(DmArch.class);
        IniDocument document = scattered(Lenses.DMARCH.create(ModelSamples.model(json, DmArch.class)), random);
        DmArch value = ModelSamples.model(json, DmArch.class);
        DmArch other = ModelSamples.model(samples.of(DmArch.class), DmArch.class);

        assertThat(Lenses.DMARCH.get(document, FILE).value()).isEqualTo(value);
        assertThat(Lenses.DMARCH.get(document, FILE).findings()).isEmpty();
        assertThat(Lenses.DMARCH.put(value, document)).isEqualTo(document);
        IniDocument changed = Lenses.DMARCH.put(other, document);
        assertThat(Lenses.DMARCH.get(changed, FILE).value()).isEqualTo(other);
        assertThat(Lenses.DMARCH.get(Lenses.DMARCH.put(value, changed), FILE).value())
                .isEqualTo(value);
    }

    /** Moves each line of a global parameter to any place in the file. */
    private static IniDocument scattered(IniDocument document, Random random) {
        Set<String> keys = Set.of(DmArch.WAIT_APPLY, DmArch.RESERVE_TIME, DmArch.LOCAL_SHARE, DmArch.LOCAL_SHARE_CHECK);
        List<String> lines = new ArrayList<>(Lines.of(document));
        for (String line : List.copyOf(lines)) {
            if (keys.contains(IniDialect.canonical(line.split("=", -1)[0].strip()))) {
                lines.remove(line);
                lines.add(random.nextInt(lines.size() + 1), line);
            }
        }
        return parse(String.join("\n", lines) + "\n");
    }
}
