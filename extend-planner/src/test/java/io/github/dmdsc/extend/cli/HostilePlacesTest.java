package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.ExtendPlanner;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.ini.lens.ClusterReading;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.rules.StandardRules;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every invisible character, in every place of the example from which a plan takes text. */
class HostilePlacesTest {
    /** The characters, with the names that a finding gives them. */
    private static final Map<String, String> MARKS = Map.ofEntries(
            entry("\u0001", "U+0001"),
            entry("\u0007", "U+0007"),
            entry("\u001b", "U+001B"),
            entry("\u007f", "U+007F"),
            entry("\u009b", "U+009B"),
            entry("\u200b", "U+200B"),
            entry("\u202e", "U+202E"));

    /** A parameter in a file of the example, and the files with the same text. */
    private record Spot(FileId file, String key, List<FileId> same) {
        private Spot(FileId file, String key) {
            this(file, key, List.of(file));
        }

        @Override
        public String toString() {
            return file.path() + " " + key;
        }
    }

    private static Stream<Spot> spots() {
        return Stream.of(
                new Spot(Example.DMDCR_1, "DMDCR_MAL_PATH"),
                new Spot(Example.DMDCR_1, "DMDCR_DB_STARTUP_CMD"),
                new Spot(Example.DMDCR_2, "DMDCR_DB_STARTUP_CMD"),
                new Spot(Example.DCR_1, "DCR_VTD_PATH", List.of(Example.DCR_1, Example.DCR_2)),
                new Spot(Example.DM_INI_2, "CONFIG_PATH"),
                new Spot(Example.MONITOR, "CSSM_LOG_PATH"));
    }

    static Stream<Arguments> places() {
        return spots().flatMap(spot -> MARKS.keySet().stream().sorted().map(mark -> Arguments.of(spot, mark)));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("places")
    void an_invisible_character_is_reported_at_its_line_and_never_printed(Spot spot, String mark) {
        ClusterFiles files = marked(spot, mark);
        ClusterReading reading = ClusterLens.get(files);
        List<Finding> findings = new ArrayList<>(reading.findings());
        reading.cluster()
                .ifPresent(cluster -> findings.addAll(StandardRules.book().check(cluster)));
        int line = line(files, spot, mark);

        assertThat(findings)
                .filteredOn(finding -> finding.ruleId().equals("INI-0121"))
                .anySatisfy(finding -> {
                    assertThat(finding.primary().host()).isEqualTo(spot.file().host());
                    assertThat(finding.primary().path()).isEqualTo(spot.file().path());
                    assertThat(finding.primary().line()).isEqualTo(line);
                    assertThat(finding.parameters().get("character")).hasToString(MARKS.get(mark));
                });
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            StringWriter text = new StringWriter();
            new Printer(new PrintWriter(text), locale, false).over(files).findings(findings);
            assertThat(text.toString())
                    .contains(Objects.requireNonNull(MARKS.get(mark)))
                    .doesNotContain(mark);
        }
        assertThat(ExtendPlanner.plan(files, Example.request().build())).isInstanceOf(PlanResult.Rejected.class);
    }

    private static ClusterFiles marked(Spot spot, String mark) {
        ClusterFiles files = Example.files();
        for (FileId file : spot.same()) {
            String text = new String(files.bytes(file), StandardCharsets.UTF_8);
            String marked = text.replaceFirst("(?m)^(\\s*" + spot.key() + "\\s*=\\s*\\S)", "$1" + mark);
            assertThat(marked).isNotEqualTo(text);
            files = files.with(file, marked.getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    private static int line(ClusterFiles files, Spot spot, String mark) {
        String text = new String(files.bytes(spot.file()), StandardCharsets.UTF_8);
        return (int) text.substring(0, text.indexOf(mark)).lines().count();
    }
}
