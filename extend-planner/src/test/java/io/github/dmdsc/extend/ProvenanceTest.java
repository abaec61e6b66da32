package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dmdsc.extend.plan.Decision;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.Provenance;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.fixtures.ClusterArbitraries;
import io.github.dmdsc.model.fixtures.FileStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
    /** The reasons that are not decisions: rules, and choices that lead to a line. */
    private static final Set<String> RULES = Set.of("group.size", "host.zone", "archives.remote", "monitor");

    @Provide
    Arbitrary<GeneratedCluster> clusters() {
        return GeneratedCluster.any();
    }

    @Provide
    Arbitrary<FileStyle> styles() {
        return ClusterArbitraries.fileStyles();
    }

    @Property(tries = 30)
    void every_changed_line_has_a_provenance(
            @ForAll("clusters") GeneratedCluster generated, @ForAll("styles") FileStyle style) {
        ClusterFiles base = generated.files();
        for (FileId file : base.ids()) {
            base = base.with(file, style.apply(base.bytes(file)));
        }
        ClusterFiles from = base;
        ExtendPlan plan =
                Example.planned(base, generated.next(generated.nodes())).plan();

        for (FileChange change : plan.files()) {
            byte[] before = change.contentBefore()
                    .map(content -> content.bytes())
                    .or(() -> change.copiedFrom().map(from::bytes))
                    .orElse(new byte[0]);
            byte[] after = change.content().bytes();
            List<Integer> named =
                    change.provenance().stream().map(Provenance::line).toList();
            List<String> kept = new ArrayList<>(lines(after));
            named.stream().sorted(Comparator.reverseOrder()).forEach(line -> kept.remove(line - 1));
            assertThat(lines(before))
                    .as(() -> change.file() + "\n" + change.diff())
                    .containsSubsequence(kept);
            // The section for a further archive has lines that equal those of another section. None of these lines is
            // kept.
            if (!change.file().name().equals("dmarch.ini")) {
                assertThat(named)
                        .as(() -> change.file() + "\n" + change.diff())
                        .containsExactlyElementsOf(changed(before, after));
            }
            assertThat(change.provenance()).allSatisfy(why -> {
                assertThat(why.what()).isNotBlank();
                assertThat(why.decision()).isNotBlank();
            });
        }
    }

    @Property(tries = 30)
    void a_line_holds_the_value_of_the_decision_that_it_names(@ForAll("clusters") GeneratedCluster generated) {
        ExtendPlan plan = Example.planned(generated.files(), generated.next(generated.nodes()))
                .plan();
        Map<String, String> decided =
                plan.decisions().stream().collect(Collectors.toMap(Decision::name, Decision::value));
        decided.put("host", plan.request().host().withoutZone().text());
        decided.put("seqno", Integer.toString(plan.nodes().size()));

        for (FileChange change : plan.files()) {
            IniDocument document = IniDocument.parse(change.content().bytes());
            assertThat(change.provenance())
                    .as(() -> change.file() + "\n" + change.diff())
                    .filteredOn(why -> !RULES.contains(why.decision()))
                    .allSatisfy(why -> assertThat(decided)
                            .hasEntrySatisfying(
                                    why.decision(),
                                    value -> assertThat(texts(document, why))
                                            .allSatisfy(text -> assertThat(text).contains(value))));
        }
    }

    /**
     * Returns the value of the parameter in a line, or the content of the section that begins there; nothing for a line
     * that belongs to such a section.
     */
    private static List<String> texts(IniDocument document, Provenance why) {
        for (IniSection section : document.sections()) {
            if (section.line() == why.line()) {
                return List.of(section.name()
                        + section.entries().stream().map(IniEntry::value).toList());
            }
            for (IniEntry entry : section.entries()) {
                if (entry.line() == why.line()) {
                    return List.of(entry.value());
                }
            }
        }
        return List.of();
    }

    /**
     * Returns the changed lines. This does not use the diff library of the planner: the lines of the longest common
     * subsequence stay.
     */
    private static List<Integer> changed(byte[] before, byte[] after) {
        List<String> old = lines(before);
        List<String> fresh = lines(after);
        int[][] length = new int[old.size() + 1][fresh.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = fresh.size() - 1; j >= 0; j--) {
                length[i][j] = old.get(i).equals(fresh.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        // If there are several longest subsequences, it does not matter which of two equal lines counts as new. The
        // number of new lines matters.
        return length[0][0] == fresh.size() ? List.of() : numbers(old, fresh, length);
    }

    private static List<Integer> numbers(List<String> old, List<String> fresh, int[][] length) {
        List<Integer> changed = new ArrayList<>();
        int i = 0;
        for (int j = 0; j < fresh.size(); j++) {
            while (i < old.size() && !old.get(i).equals(fresh.get(j)) && length[i + 1][j] >= length[i][j + 1]) {
                i++;
            }
            if (i < old.size() && old.get(i).equals(fresh.get(j))) {
                i++;
            } else {
                changed.add(j + 1);
            }
        }
        return changed;
    }

    private static List<String> lines(byte[] bytes) {
        IniDocument document = IniDocument.parse(bytes);
        String text = new String(bytes, document.charset());
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)|(?<=\r)(?!\n)"));
    }

    @Test
    void the_lines_of_the_manuals_example_name_their_decisions() {
        FileChange dcr = Example.manual().plan().files().stream()
                .filter(change -> change.file().equals(Example.DCR_1))
                .findFirst()
                .orElseThrow();

        assertThat(dcr.provenance())
                .extracting(Provenance::what, Provenance::decision)
                .contains(tuple("DCR_GRP_N_EP", "group.size"), tuple("DCR_EP_SHM_KEY", "asm.DCR_EP_SHM_KEY"));
    }
}
