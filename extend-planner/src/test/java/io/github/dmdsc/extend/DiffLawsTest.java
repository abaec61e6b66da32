package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.ini.diff.Change;
import io.github.dmdsc.ini.diff.ClusterDiff;
import io.github.dmdsc.ini.diff.Drift;
import io.github.dmdsc.ini.diff.Part;
import io.github.dmdsc.ini.diff.TextChange;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.EndpointArray;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Port;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of differences, for clusters that are designed in Java. */
class DiffLawsTest {

    @Provide
    Arbitrary<GeneratedCluster> clusters() {
        return GeneratedCluster.any();
    }

    @Property(tries = 35)
    void a_cluster_does_not_differ_from_itself(@ForAll("clusters") GeneratedCluster generated) {
        assertThat(ClusterDiff.of(generated.files(), generated.files()).isEmpty())
                .isTrue();
    }

    @Property(tries = 35)
    void the_reverse_difference_is_the_mirror_image(@ForAll("clusters") GeneratedCluster generated, @ForAll long seed) {
        ClusterFiles before = generated.files();
        ClusterFiles after = edited(before, new Random(seed));

        ClusterDiff there = ClusterDiff.of(before, after);
        ClusterDiff back = ClusterDiff.of(after, before);

        assertThat(back.changes()).isEqualTo(there.mirroredChanges());
        assertThat(back.mirroredChanges()).isEqualTo(there.changes());
        assertThat(back.texts())
                .extracting(TextChange::file)
                .isEqualTo(there.texts().stream().map(TextChange::file).toList());
        assertThat(back.beforeFindings()).isEqualTo(there.afterFindings());
    }

    @Property(tries = 35)
    void another_spelling_of_the_same_values_is_no_difference_of_meaning(
            @ForAll("clusters") GeneratedCluster generated, @ForAll long seed) {
        ClusterDiff diff = ClusterDiff.of(generated.files(), Rewritten.of(generated.files(), seed));

        assertThat(diff.changes()).isEmpty();
        assertThat(diff.beforeFindings()).isEmpty();
        assertThat(diff.afterFindings()).isEmpty();
        assertThat(diff.ofMeaning().isEmpty()).isTrue();
    }

    @Property(tries = 35)
    void another_spelling_hides_no_difference_of_meaning(
            @ForAll("clusters") GeneratedCluster generated, @ForAll long seed) {
        ClusterFiles before = generated.files();
        ClusterFiles after = edited(before, new Random(seed));

        assertThat(ClusterDiff.of(before, Rewritten.of(after, seed)).changes().stream()
                        .map(change -> withoutPlace(change).toUpperCase(Locale.ROOT))
                        .sorted()
                        .toList())
                .isEqualTo(ClusterDiff.of(before, after).changes().stream()
                        .map(change -> withoutPlace(change).toUpperCase(Locale.ROOT))
                        .sorted()
                        .toList());
    }

    @Property(tries = 35)
    void equal_differences_have_equal_json(@ForAll("clusters") GeneratedCluster generated, @ForAll long seed) {
        ClusterFiles after = edited(generated.files(), new Random(seed));

        assertThat(ClusterDiff.of(generated.files(), after).json())
                .isEqualTo(ClusterDiff.of(generated.files(), after).json())
                .endsWith("}\n");
    }

    @Property(tries = 25)
    void an_extension_adds_its_endpoints_and_instances_and_changes_what_the_plan_names(
            @ForAll("clusters") GeneratedCluster generated) {
        ClusterFiles before = generated.files();
        PlanResult.Planned planned = Example.planned(before, generated.next(generated.nodes()));

        ClusterDiff diff = ClusterDiff.of(before, planned.target());

        assertThat(diff.changes())
                .extracting(DiffLawsTest::withoutPlace)
                .containsExactlyInAnyOrderElementsOf(expected(generated, before, planned));
        assertThat(diff.texts())
                .extracting(TextChange::file)
                .containsExactlyInAnyOrderElementsOf(planned.plan().files().stream()
                        .filter(change -> change.kind() == FileChange.Kind.UPDATE)
                        .map(FileChange::file)
                        .toList());
    }

    private static List<String> expected(GeneratedCluster generated, ClusterFiles before, PlanResult.Planned planned) {
        ExtendPlan plan = planned.plan();
        int nodes = generated.nodes();
        List<String> expected = new ArrayList<>();
        planned.target().hosts().stream()
                .filter(host -> !before.hosts().contains(host))
                .forEach(host -> expected.add("host " + host));
        for (FileChange change : plan.files()) {
            FileId file = change.file();
            if (change.kind() == FileChange.Kind.CREATE) {
                if (before.hosts().contains(file.host())) {
                    expected.add("file " + file);
                }
            } else if (file.name().equals("dmdcr_cfg_bak.ini")) {
                Map<String, String> groups = Map.of(
                        "GRP_CSS", plan.newNode().css(),
                        "GRP_ASM", plan.newNode().asm(),
                        "GRP_DB", plan.newNode().db());
                groups.forEach((group, endpoint) -> {
                    expected.add("+ ENDPOINT " + group + "/" + endpoint + " " + file);
                    expected.add("~ " + group + " DCR_GRP_N_EP " + nodes + " " + (nodes + 1));
                    expected.add("~ " + group + " DCR_GRP_EP_ARR " + array(nodes) + " " + array(nodes + 1));
                });
            } else if (file.name().equals("dmmal.ini")) {
                expected.add("+ MAL_INSTANCE " + plan.newNode().db() + " " + file);
            } else if (file.name().equals("dmasvrmal.ini")) {
                expected.add("+ MAL_INSTANCE " + plan.newNode().asm() + " " + file);
            } else if (file.name().equals("dmarch.ini")) {
                expected.add("+ ARCHIVE ARCHIVE_REMOTE" + nodes + " " + file);
            } else {
                int port = 11_000 + nodes * generated.layout().portStep();
                CssAddress address = new CssAddress(generated.next(nodes).host(), Port.of(port));
                expected.add("+ CSS_ADDRESS " + address + " " + file);
            }
        }
        return expected;
    }

    private static String array(int nodes) {
        return EndpointArray.upTo(nodes).toString();
    }

    /** Returns a change as a text of this test, without line numbers. */
    private static String withoutPlace(Change change) {
        if (change instanceof Change.HostAdded added) {
            return "host " + added.host();
        } else if (change instanceof Change.FileAdded added) {
            return "file " + added.file();
        } else if (change instanceof Change.PartAdded added) {
            return "+ " + named(added.part());
        } else if (change instanceof Change.PartRemoved removed) {
            return "- " + named(removed.part());
        } else if (change instanceof Change.ParameterChanged changed) {
            return "~ " + changed.after().part().name() + " " + changed.key() + " "
                    + text(changed.before().texts()) + " "
                    + text(changed.after().texts());
        } else if (change instanceof Change.ParameterAdded added) {
            return "+ " + named(added.after().part()) + " " + added.key() + " "
                    + text(added.after().texts());
        } else if (change instanceof Change.ParameterRemoved removed) {
            return "- " + named(removed.before().part()) + " " + removed.key();
        } else if (change instanceof Change.EndpointRenumbered renumbered) {
            return "~ " + named(renumbered.after().part()) + " "
                    + renumbered.before().seqno() + " " + renumbered.after().seqno();
        }
        return change.toString();
    }

    private static String named(Part part) {
        return part.kind().name() + " " + part.name() + " " + part.file();
    }

    private static String text(List<String> texts) {
        return String.join("|", texts).replaceAll("[ \t]+,|,[ \t]+", ",").replaceAll("[ \t]*,[ \t]*", ",");
    }

    @Property(tries = 35)
    void one_changed_parameter_is_one_change_with_both_values_and_places(@ForAll long seed) {
        ClusterFiles before = Example.files();
        Random random = new Random(seed);
        IniDocument document = IniDocument.parse(before.bytes(Example.DM_INI_1));
        List<IniEntry> entries = document.global().entries();
        IniEntry entry = entries.get(random.nextInt(entries.size()));
        ClusterFiles after = before.with(
                Example.DM_INI_1, document.set(entry, "x" + entry.value()).toBytes());

        assertThat(ClusterDiff.of(before, after).changes())
                .singleElement()
                .isInstanceOfSatisfying(Change.ParameterChanged.class, change -> {
                    assertThat(change.key()).isEqualToIgnoringCase(entry.key());
                    assertThat(change.before().texts()).containsExactly(entry.value());
                    assertThat(change.after().texts()).containsExactly("x" + entry.value());
                    Location at = Location.of(Example.DM_INI_1, entry.line(), entry.valueColumn());
                    assertThat(change.before().at()).isEqualTo(at);
                    assertThat(change.after().at().line()).isEqualTo(at.line());
                });
    }

    @Property(tries = 25)
    void equal_nodes_do_not_drift(@ForAll("clusters") GeneratedCluster generated, @ForAll long seed) {
        Drift drift = Drift.of(Rewritten.of(generated.files(), seed));

        assertThat(drift.findings()).isEmpty();
        assertThat(drift.unexplained()).isEmpty();
        assertThat(drift.differences())
                .extracting(Drift.Difference::key)
                .contains("INSTANCE_NAME", "DMDCR_SEQNO")
                .containsAll(generated.layout().equalDirectories() ? List.of() : List.of("CONFIG_PATH", "TRACE_PATH"));
    }

    /** Returns the files after one to eight random edits. */
    private static ClusterFiles edited(ClusterFiles files, Random random) {
        ClusterFiles edited = files;
        for (int i = random.nextInt(8); i >= 0; i--) {
            List<FileId> ids = List.copyOf(edited.ids());
            FileId file = ids.get(random.nextInt(ids.size()));
            edited = switch (random.nextInt(8)) {
                case 0 -> edited.without(file);
                case 1 ->
                    edited.with(
                            new FileId(file.host(), "/new/" + i + ".ini"),
                            "A = 1\n[S]\nB = 2\n".getBytes(StandardCharsets.UTF_8));
                case 2 -> edited.with(new FileId("10.9.9.9", "/x.ini"), new byte[0]);
                default ->
                    edited.with(
                            file,
                            edited(IniDocument.parse(edited.bytes(file)), random)
                                    .toBytes());
            };
            if (edited.size() == 0) {
                return files;
            }
        }
        return edited;
    }

    private static IniDocument edited(IniDocument document, Random random) {
        List<IniSection> sections = document.sections();
        IniSection section = sections.get(random.nextInt(sections.size()));
        List<IniEntry> entries = section.entries();
        int edit = random.nextInt(5);
        if (edit == 0) {
            return document.add(section, "NEW_" + random.nextInt(3), "v" + random.nextInt(3));
        }
        if (edit == 1 && section.index() > 0) {
            return document.remove(section);
        }
        if (edit == 2) {
            return document.append("EXTRA", List.of(Map.entry("K", "1")));
        }
        if (entries.isEmpty()) {
            return document;
        }
        IniEntry entry = entries.get(random.nextInt(entries.size()));
        return edit == 3 ? document.remove(entry) : document.set(entry, Integer.toString(random.nextInt(9)));
    }
}
