package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.Provenance;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.ini.files.ClusterFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The planner accepts every spelling of a valid cluster, and the plan changes no other line than those it must change.
 */
class KeptLinesTest {
    /** The parameters that an extension changes in existing files. Everything else is only added. */
    private static final Set<String> COUNTS = Set.of("DCR_GRP_N_EP", "DCR_GRP_EP_ARR");

    @Provide
    Arbitrary<GeneratedCluster> clusters() {
        return GeneratedCluster.any();
    }

    @Property(tries = 50)
    void every_replaced_line_had_another_value_and_has_a_provenance(
            @ForAll("clusters") GeneratedCluster generated, @ForAll long seed) {
        ClusterFiles base = Respelled.of(generated.files(), seed);

        PlanResult.Planned planned = Example.planned(base, generated.next(generated.nodes()));

        for (FileChange change : planned.plan().files()) {
            change.contentBefore()
                    .map(content -> content.bytes())
                    .or(() -> change.copiedFrom().map(base::bytes))
                    .ifPresent(before -> assertNamed(change, before));
        }
    }

    private static void assertNamed(FileChange change, byte[] before) {
        IniDocument old = IniDocument.parse(before);
        IniDocument fresh = IniDocument.parse(change.content().bytes());
        List<String> after = lines(fresh);
        List<String> stay = new ArrayList<>();
        for (int number = 1; number <= old.lineCount(); number++) {
            String line = lines(old).get(number - 1);
            IniSection section = section(old, number);
            Optional<IniEntry> entry = entry(section, number);
            if (!after.contains(line)) {
                String what = change.file() + ":" + number + " " + line + "\n" + change.diff();
                IniEntry gone = entry.orElseThrow(() -> new AssertionError(what));
                assertThat(change.provenance()).as(what).anySatisfy(why -> assertReplaces(section, gone, fresh, why));
            }
            if (entry.filter(each -> COUNTS.contains(each.key().toUpperCase(Locale.ROOT)))
                    .isEmpty()) {
                stay.add(line);
            }
        }
        if (change.kind() == FileChange.Kind.UPDATE) {
            assertThat(after).as(change.diff()).containsSubsequence(stay);
        }
    }

    private static void assertReplaces(IniSection section, IniEntry old, IniDocument fresh, Provenance why) {
        IniSection inSection = section(fresh, why.line());
        IniEntry entry = entry(inSection, why.line()).orElseThrow(AssertionError::new);
        assertThat(why.what()).isEqualToIgnoringCase(old.key());
        assertThat(entry.key()).isEqualToIgnoringCase(old.key());
        assertThat(inSection.name()).isEqualToIgnoringCase(section.name());
        assertThat(meaning(entry.value())).isNotEqualTo(meaning(old.value()));
    }

    /** Returns the lines without their line ends, because the last line may get one. */
    private static List<String> lines(IniDocument document) {
        return IntStream.rangeClosed(1, document.lineCount())
                .mapToObj(number -> document.line(number).replaceAll("[\r\n]", ""))
                .toList();
    }

    private static IniSection section(IniDocument document, int line) {
        List<IniSection> sections = document.sections();
        IniSection found = sections.get(0);
        for (IniSection section : sections) {
            found = section.index() > 0 && section.line() <= line ? section : found;
        }
        return found;
    }

    private static Optional<IniEntry> entry(IniSection section, int line) {
        return section.entries().stream().filter(entry -> entry.line() == line).findFirst();
    }

    /** Returns a value without the characters that have no meaning in any value, by rules of this test. */
    private static String meaning(String value) {
        return value.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Cntrl}\\[\\]]", "")
                .replaceAll("(?<![0-9a-z.:%])\\+?0+(?=[0-9])", "")
                .replaceAll(":0+(?=[0-9]+$)", ":")
                .replaceAll("/+", "/")
                .replaceAll("/$", "");
    }
}
