package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose bytes are text in two charsets, and files in one that is not supported. */
class DoubtfulCharsetTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<FileId> MAL = List.of(Example.MAL_1, Example.MAL_2);

    /**
     * Returns the file without its Chinese comments, except for one word whose bytes are valid in GB18030 and in UTF-8.
     */
    private static ClusterFiles doubtful(ClusterFiles files, FileId file) {
        String ascii = new String(files.bytes(file), StandardCharsets.UTF_8).replaceAll("[^\\x00-\\x7F]", "");
        ClusterFiles changed = files.with(file, ("#系统\n" + ascii).getBytes(GB18030));
        assertThat(IniDocument.parse(changed.bytes(file)).charsetIsAmbiguous()).isTrue();
        return changed;
    }

    /**
     * Returns the example with Chinese names of the sections in both dmmal.ini files. The new section continues these
     * names.
     */
    private static ClusterFiles chineseSections() {
        ClusterFiles files = Example.files();
        for (FileId file : MAL) {
            files = doubtful(files, file);
            String text = new String(files.bytes(file), GB18030);
            files = files.with(file, text.replaceAll("(?i)\\[mal_inst", "[系统").getBytes(GB18030));
        }
        return files;
    }

    private static List<Finding> refused(ClusterFiles files, ExtendRequest request) {
        PlanResult result = ExtendPlanner.plan(files, request);
        assertThat(result).isInstanceOf(PlanResult.Rejected.class);
        return ((PlanResult.Rejected) result)
                .findings().stream().filter(Finding::isBlocking).toList();
    }

    @Test
    void a_text_beyond_ascii_in_such_a_file_is_refused_with_a_fix() {
        List<Finding> findings = refused(chineseSections(), Example.request().build());

        assertThat(findings).extracting(Finding::ruleId).containsExactly("INI-0115", "INI-0115");
        assertThat(findings)
                .extracting(Finding::primary)
                .containsExactly(Location.of(Example.MAL_1), Location.of(Example.MAL_2));
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.fix().en()).contains("charset " + finding.primary() + "=GB18030");
            assertThat(finding.fix().zh()).contains("charset " + finding.primary() + "=GB18030");
        });
    }

    @Test
    void such_a_file_is_planned_if_only_ascii_is_written() {
        ClusterFiles files = Example.files();
        for (FileId file : files.ids()) {
            files = doubtful(files, file);
        }
        PlanResult.Planned planned = Example.planned(files, Example.request().build());

        for (FileChange change : planned.plan().files()) {
            byte[] bytes = change.content().bytes();
            assertThat(new String(bytes, GB18030)).startsWith("#系统\n");
        }
    }

    @Test
    void a_named_charset_is_used_for_writing_and_showing() {
        ClusterFiles files = chineseSections();
        for (FileId file : MAL) {
            files = files.withCharset(file, GB18030);
        }

        PlanResult.Planned planned = Example.planned(files, Example.request().build());

        assertThat(planned.notes()).extracting(Finding::ruleId).doesNotContain("INI-0114");
        List<FileChange> changes = planned.plan().files().stream()
                .filter(change -> change.file().name().equals("dmmal.ini"))
                .toList();
        assertThat(changes).hasSize(3).allSatisfy(change -> {
            assertThat(new String(change.content().bytes(), GB18030))
                    .startsWith("#系统\n")
                    .contains("[系统1]", "[系统2]");
            assertThat(change.diff()).contains("+[系统2]\n").doesNotContain("\n-");
            assertThat(change.provenance()).anyMatch(why -> why.what().equals("[系统2]"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void only_a_file_in_utf16_or_utf32_is_reported(String name) {
        ClusterFiles files = Example.files();
        for (FileId file : List.of(Example.DM_INI_2, Example.DMDCR_1, Example.MONITOR)) {
            String text = new String(files.bytes(file), StandardCharsets.UTF_8);
            for (String mark : List.of("", "\uFEFF")) {
                assertThat(refused(
                                files.with(file, (mark + text).getBytes(Charset.forName(name))),
                                Example.request().build()))
                        .extracting(finding -> finding.ruleId() + " " + finding.primary())
                        .containsExactly("INI-0113 " + file);
            }
        }
    }
}
