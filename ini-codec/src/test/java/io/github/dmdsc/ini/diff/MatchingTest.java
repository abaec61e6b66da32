package io.github.dmdsc.ini.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which part of one state of a file is matched with which part of the other. */
class MatchingTest {
    private static final String DCR = "/dmdcr_cfg.ini";
    private static final String MAL = "/dmmal.ini";

    /**
     * Returns the headlines of the difference, without places, files that differ only in their text, and the summary.
     */
    private static List<String> changes(String path, String before, String after) {
        FileId file = new FileId("h", path);
        ClusterDiff diff = ClusterDiff.of(files(file, before), files(file, after));
        assertThat(diff.beforeFindings())
                .as("what is unreadable is another test's")
                .noneMatch(Finding::isBlocking);
        return diff.text(Locale.ENGLISH)
                .lines()
                .filter(line -> line.startsWith("+ ") || line.startsWith("- ") || line.startsWith("~ "))
                .toList();
    }

    private static ClusterFiles files(FileId file, String text) {
        return ClusterFiles.of(Map.of(file, text.getBytes(StandardCharsets.UTF_8)))
                .withCharset(file, StandardCharsets.UTF_8);
    }

    /** Returns a DCR configuration with groups that are given as TYPE:NAME. */
    private static String groups(String given) {
        StringBuilder text = new StringBuilder("DCR_OGUID = 1\n");
        for (String group : given.split(" ", -1)) {
            int colon = group.indexOf(':');
            text.append("[GRP]\nDCR_GRP_TYPE = ").append(group, 0, colon);
            text.append("\nDCR_GRP_NAME = ").append(group.substring(colon + 1)).append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "DB:A, DB:B, ~ group B DCR_GRP_NAME: A -> B",
        "CSS:A DB:B, CSS:C DB:D, ~ group C DCR_GRP_NAME: A -> C|~ group D DCR_GRP_NAME: B -> D",
        "CSS:A, ASM:B, - group A|+ group B",
        "DB:A DB:B, DB:C, - group A|- group B|+ group C",
        "DB:A, DB:B DB:C, - group A|+ group B|+ group C",
        "DB:A DB:B, DB:A DB:C, ~ group C DCR_GRP_NAME: B -> C",
    })
    void a_group_under_another_name_is_the_same_only_where_its_type_leaves_no_doubt(
            String before, String after, String expected) {
        assertThat(changes(DCR, groups(before), groups(after))).containsExactlyInAnyOrder(expected.split("\\|", -1));
    }

    @Test
    void a_misspelt_group_is_a_section_and_not_the_group_that_it_becomes() {
        String group = groups("CSS:A") + "[GRPP]\nDCR_GRP_TYPE = DB\nDCR_GRP_NAME = B\n";
        FileId file = new FileId("h", DCR);

        ClusterDiff diff = ClusterDiff.of(files(file, group), files(file, group.replace("GRPP", "GRP")));

        assertThat(diff.text(Locale.ENGLISH).lines()).contains("- section GRPP", "+ group B");
    }

    @Test
    void a_number_that_an_endpoint_had_by_its_place_is_a_parameter_that_comes_and_no_other_number() {
        String before = groups("DB:D") + "[D]\nDCR_EP_NAME = D0\n[D]\nDCR_EP_NAME = D1\n";

        assertThat(changes(DCR, before, before + "DCR_EP_SEQNO = 1\n"))
                .containsExactly("+ endpoint D/D1 DCR_EP_SEQNO = 1");
        assertThat(changes(DCR, before, before + "DCR_EP_SEQNO = 2\n"))
                .containsExactly("~ endpoint D/D1 seqno: 1 -> 2");
    }

    @Test
    void a_section_of_any_file_is_known_by_its_name() {
        assertThat(changes(
                        "/sqllog.ini",
                        "BUF_TOTAL_SIZE = 10240\n[SLOG_ALL]\nFILE_PATH = ../log\n[OLD]\n",
                        "[NEW]\nA = 1\n[slog_all]\nfile_path = /log\nSWITCH_MODE = 1\n"))
                .containsExactlyInAnyOrder(
                        "- BUF_TOTAL_SIZE = 10240",
                        "~ section slog_all FILE_PATH: ../log -> /log",
                        "+ section slog_all SWITCH_MODE = 1",
                        "- section OLD",
                        "+ section NEW");
    }

    @Test
    void what_stands_under_a_header_in_the_first_line_belongs_to_it() {
        assertThat(changes(
                        MAL, "[M]\nMAL_INST_NAME = A\nMAL_PORT = 7001\n", "[M]\nMAL_INST_NAME = A\nMAL_PORT = 7002\n"))
                .containsExactly("~ MAL instance A MAL_PORT: 7001 -> 7002");
    }

    @ParameterizedTest
    @CsvSource({"a, A, true", "z, Z, true", "é, É, false", "'{', '[', false", "`, @, false", "磁, 盘, false"})
    void in_names_only_the_letters_a_to_z_are_one_in_either_case(String before, String after, boolean one) {
        String text = "[M]\nMAL_INST_NAME = DSC_";

        assertThat(changes(MAL, text + before + "\n", text + after + "\n"))
                .filteredOn(change -> change.contains("MAL instance DSC_" + after) && change.startsWith("+"))
                .hasSize(one ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "DMDCR_SEQNO = 0|DMDCR_SEQNO = 1;    DMDCR_SEQNO = 0|DMDCR_SEQNO = 2; ~ DMDCR_SEQNO: 0 | 1 -> 0 | 2",
                "DMDCR_SEQNO = 0|DMDCR_SEQNO = 1;    DMDCR_SEQNO = 1|DMDCR_SEQNO = 0; ~ DMDCR_SEQNO: 0 | 1 -> 1 | 0",
                "DMDCR_SEQNO = 0|DMDCR_SEQNO = 0;    DMDCR_SEQNO = 0;                 ~ DMDCR_SEQNO: 0 | 0 -> 0",
                "DMDCR_SEQNO = 0|UNKNOWN = 1;        DMDCR_SEQNO = 0|UNKNOWN = 2;     ~ UNKNOWN: 1 -> 2",
                "DMDCR_SEQNO = 0|UNKNOWN = 1;        DMDCR_SEQNO = 0|UNKNOWN = 01;    ~ UNKNOWN: 1 -> 01",
            })
    void every_line_of_a_key_counts_and_what_nobody_knows_is_compared_as_it_stands(
            String before, String after, String change) {
        FileId file = new FileId("h", "/dmdcr.ini");
        ClusterDiff diff =
                ClusterDiff.of(files(file, before.replace('|', '\n')), files(file, after.replace('|', '\n')));

        assertThat(diff.text(Locale.ENGLISH).lines()).startsWith(change).hasSize(3);
    }

    @Test
    void of_a_file_that_is_binary_on_either_side_there_is_no_text_to_show() {
        FileId file = new FileId("h", "/dm.ctl");
        ClusterFiles text = files(file, "text");
        ClusterFiles binary = files(file, "binary\0");

        assertThat(ClusterDiff.of(text, binary).texts()).containsExactly(new TextChange(file, ""));
        assertThat(ClusterDiff.of(binary, text).texts()).containsExactly(new TextChange(file, ""));
    }
}
