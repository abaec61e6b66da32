package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each line of the example that the planner reads is spoilt in turn. The result is a plan or a finding with the reason.
 */
class SpoiltLinesTest {
    private static final List<String> VALUES = List.of("", "x", "-1", "0", "99999999999", "+ASM/x", "a'b", "路");

    private static final Set<String> IN_DM_INI = Set.of(
            "INSTANCE_NAME", "CONFIG_PATH", "PORT_NUM", "CTL_PATH", "SYSTEM_PATH", "MAL_INI", "ARCH_INI", "TEMP_PATH");

    static Stream<FileId> files() {
        return Example.files().ids().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_spoilt_line_does_not_matter_or_is_refused_with_a_reason(FileId file) {
        ClusterFiles base = Example.files();
        IniDocument document = IniDocument.parse(base.bytes(file));
        int tried = 0;
        for (IniSection section : document.sections()) {
            for (IniEntry entry : section.entries()) {
                if (file.name().equals("dm.ini") && !IN_DM_INI.contains(entry.key())) {
                    continue;
                }
                List<IniDocument> spoilt = new ArrayList<>(List.of(document.remove(entry)));
                // Two values for each line; over all lines of a file, every value is used.
                for (int i = 0; i < 2; i++) {
                    spoilt.add(document.set(entry, VALUES.get((2 * entry.line() + i) % VALUES.size())));
                }
                spoilt.add(document.addAfter(entry, entry.key(), entry.value()));
                for (IniDocument each : spoilt) {
                    judge(base.with(file, each.toBytes()), file + " " + entry.line() + ": " + entry.key());
                    tried++;
                }
            }
        }
        assertThat(tried).isPositive();
    }

    /** Only a value that can be read has consequences. */
    @ParameterizedTest
    @MethodSource("files")
    void an_unreadable_value_gives_exactly_one_finding(FileId file) {
        ClusterFiles base = Example.files();
        List<Finding> before = findings(base);
        int refused = 0;
        IniDocument document = IniDocument.parse(base.bytes(file));
        for (IniSection section : document.sections()) {
            for (IniEntry entry : section.entries()) {
                if (file.name().equals("dm.ini") && !IN_DM_INI.contains(entry.key())) {
                    continue;
                }
                // A name cannot have so many bytes, and a number cannot have a letter.
                byte[] spoilt = document.set(entry, "9340x" + "x".repeat(300)).toBytes();
                ClusterFiles files = base.with(file, spoilt);
                if (file.equals(Example.DCR_1) || file.equals(Example.DCR_2)) {
                    files = files.with(Example.DCR_1, spoilt).with(Example.DCR_2, spoilt);
                }
                List<Finding> found = findings(files).stream()
                        .filter(finding -> !before.contains(finding))
                        .toList();
                if (found.stream().anyMatch(finding -> finding.ruleId().equals("INI-0101"))) {
                    assertThat(found)
                            .as(file + " " + entry.line() + ": " + entry.key())
                            .hasSize(1);
                    refused++;
                }
            }
        }
        assertThat(refused).isPositive();
    }

    private static List<Finding> findings(ClusterFiles files) {
        PlanResult result = ExtendPlanner.plan(files, Example.request().build());
        return result instanceof PlanResult.Rejected rejected
                ? rejected.findings()
                : result instanceof PlanResult.Planned planned ? planned.notes() : List.of();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_missing_file_does_not_matter_or_is_refused_with_a_reason(FileId file) {
        judge(Example.files().without(file), "without " + file);
        judge(Example.files().with(file, new byte[0]), "empty " + file);
    }

    @Test
    void no_files_at_all_are_refused_with_a_reason() {
        judge(ClusterFiles.empty(), "nothing");
    }

    private static void judge(ClusterFiles files, String what) {
        PlanResult result = ExtendPlanner.plan(files, Example.request().build());
        if (result instanceof PlanResult.Rejected rejected) {
            assertThat(rejected.findings())
                    .as(what)
                    .anyMatch(finding -> finding.severity() == Severity.ERROR)
                    .allSatisfy(finding -> assertThat(finding.fix().zh()).isNotBlank());
        } else if (result instanceof PlanResult.NeedsInput needs) {
            assertThat(needs.questions()).as(what).isNotEmpty();
        }
    }
}
