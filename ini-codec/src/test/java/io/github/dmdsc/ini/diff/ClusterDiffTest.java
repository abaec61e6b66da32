package io.github.dmdsc.ini.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterDiffTest {
    private static final FileId DCR = new FileId("h", "/dmdcr_cfg.ini");
    private static final FileId MAL = new FileId("h", "/dmmal.ini");
    private static final FileId DMDCR = new FileId("h", "/dmdcr.ini");
    private static final FileId MONITOR = new FileId("h", "/dmcssm.ini");
    private static final String GROUPS = """
            DCR_N_GRP = 2
            [GRP]
            DCR_GRP_TYPE = CSS
            DCR_GRP_NAME = GRP_CSS
            DCR_GRP_EP_ARR = {0,1}
            [GRP_CSS]
            DCR_EP_NAME = CSS0
            DCR_EP_PORT = 9341
            [GRP_CSS]
            DCR_EP_NAME = CSS1
            DCR_EP_PORT = 9343
            [GRP]
            DCR_GRP_TYPE = DB
            DCR_GRP_NAME = GRP_DSC
            [GRP_DSC]
            DCR_EP_NAME = DSC0
            DCR_EP_SEQNO = 0
            [GRP_DSC]
            DCR_EP_NAME = DSC1
            DCR_EP_SEQNO = 1
            """;

    private static ClusterFiles files(FileId file, String text) {
        return ClusterFiles.of(Map.of(file, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static ClusterDiff diff(FileId file, String before, String after) {
        return ClusterDiff.of(files(file, before), files(file, after));
    }

    private static List<String> lines(ClusterDiff diff) {
        return diff.text(Locale.ENGLISH)
                .lines()
                .filter(line -> !line.startsWith(" "))
                .toList();
    }

    private static List<String> headlines(FileId file, String before, String after) {
        List<String> lines = lines(diff(file, before, after));
        return lines.subList(0, lines.size() - 1);
    }

    @Test
    void an_endpoint_whose_number_is_its_position_is_renumbered_where_it_moves() {
        String swapped = GROUPS.replace("CSS0", "X").replace("CSS1", "CSS0").replace("= X", "= CSS1");
        swapped = swapped.replace("9341", "Y").replace("9343", "9341").replace("= Y", "= 9343");

        ClusterDiff diff = diff(DCR, GROUPS, swapped);

        assertThat(diff.changes()).hasSize(2).allMatch(Change.EndpointRenumbered.class::isInstance);
        assertThat(lines(diff))
                .contains("~ endpoint GRP_CSS/CSS0 seqno: 0 -> 1", "~ endpoint GRP_CSS/CSS1 seqno: 1 -> 0");
    }

    @Test
    void an_endpoint_with_a_number_may_stand_anywhere() {
        String moved = GROUPS.replace("DSC0\nDCR_EP_SEQNO = 0", "X\nDCR_EP_SEQNO = 1")
                .replace("DSC1\nDCR_EP_SEQNO = 1", "DSC0\nDCR_EP_SEQNO = 0")
                .replace("= X", "= DSC1");

        assertThat(diff(DCR, GROUPS, moved).changes()).isEmpty();
    }

    @Test
    void an_endpoint_with_another_number_is_renumbered_once_with_both_places() {
        ClusterDiff diff = diff(DCR, GROUPS, GROUPS.replace("DCR_EP_SEQNO = 1", "DCR_EP_SEQNO = 2"));

        assertThat(diff.changes()).singleElement().isInstanceOfSatisfying(Change.EndpointRenumbered.class, change -> {
            assertThat(change.before().seqno()).isEqualTo(1);
            assertThat(change.after().seqno()).isEqualTo(2);
            assertThat(change.after().at()).isEqualTo(Location.of(DCR, 20, 16));
        });
    }

    @Test
    void an_endpoint_under_another_name_is_another_endpoint() {
        assertThat(headlines(DCR, GROUPS, GROUPS.replace("DSC1", "DSC9")))
                .containsExactlyInAnyOrder("+ endpoint GRP_DSC/DSC9", "- endpoint GRP_DSC/DSC1");
    }

    @Test
    void a_group_under_another_name_is_the_same_group_if_no_other_is_of_its_type() {
        assertThat(headlines(DCR, GROUPS, GROUPS.replace("GRP_DSC", "GRP_DB")))
                .containsExactly("~ group GRP_DB DCR_GRP_NAME: GRP_DSC -> GRP_DB");
    }

    @Test
    void a_group_that_is_gone_takes_its_endpoints_with_it() {
        String without = GROUPS.substring(0, GROUPS.indexOf("[GRP]\nDCR_GRP_TYPE = DB"));

        assertThat(headlines(DCR, GROUPS, without)).containsExactly("- group GRP_DSC");
    }

    @Test
    void values_that_the_server_reads_alike_are_alike() {
        assertThat(diff(DCR, GROUPS, GROUPS.replace("{0,1}", "{ 0, 1 }").replace("= 9341", "=09341"))
                        .changes())
                .isEmpty();
    }

    @Test
    void instances_are_known_by_their_names_not_their_sections() {
        String before = """
                MAL_CHECK_INTERVAL = 30
                [mal_inst0]
                MAL_INST_NAME = A
                MAL_PORT = 7000
                [mal_inst1]
                MAL_INST_NAME = B
                MAL_PORT = 7001
                """;
        String after = """
                MAL_CHECK_INTERVAL = 60
                [INST1]
                MAL_INST_NAME = B
                MAL_PORT = 7002
                [INST2]
                MAL_INST_NAME = A
                MAL_PORT = 7000
                [INST3]
                MAL_INST_NAME = C
                """;

        assertThat(headlines(MAL, before, after))
                .containsExactly(
                        "~ MAL_CHECK_INTERVAL: 30 -> 60",
                        "~ MAL instance B MAL_PORT: 7001 -> 7002",
                        "+ MAL instance C");
    }

    @Test
    void addresses_of_a_monitor_come_and_go_by_themselves() {
        assertThat(headlines(
                        MONITOR,
                        "CSSM_OGUID = 1\nCSSM_CSS_IP = a:2000\nCSSM_CSS_IP = b:2000\n",
                        "CSSM_CSS_IP = c:2000\nCSSM_CSS_IP = a:2000\nCSSM_OGUID = 1\n"))
                .containsExactlyInAnyOrder("+ CSS address c:2000", "- CSS address b:2000");
    }

    @Test
    void parameters_come_go_and_change_with_both_places() {
        ClusterDiff diff = diff(
                DMDCR,
                "DMDCR_PATH = /d\nDMDCR_SEQNO = 0\nNEW_ONE = 1\nNEW_ONE = 2\n",
                "# moved\nDMDCR_SEQNO = 1\nDMDCR_PATH = /d\nDMDCR_AUTO_OPEN_CHECK = 90\n");

        assertThat(diff.text(Locale.ENGLISH)).isEqualTo("""
                        ~ DMDCR_SEQNO: 0 -> 1
                            h:/dmdcr.ini:2:15 -> 2:15
                        - NEW_ONE = 1 | 2
                            h:/dmdcr.ini:3:11
                        + DMDCR_AUTO_OPEN_CHECK = 90
                            h:/dmdcr.ini:4:25
                        Settings that differ: 3. Entries that show them: 3. Files on both sides whose text differs: 1.
                        """);
    }

    @Test
    void files_that_are_no_ini_are_compared_as_they_are() {
        FileId script = new FileId("h", "/start.sh");
        FileId binary = new FileId("h", "/dm.ctl");

        ClusterDiff text = diff(script, "a\n", "b\n");
        ClusterDiff bytes = diff(binary, "a\0", "b\0");

        assertThat(text.changes()).containsExactly(new Change.ContentChanged(script));
        assertThat(text.texts().get(0).diff()).contains("-a\n+b\n");
        assertThat(bytes.changes()).containsExactly(new Change.ContentChanged(binary));
        assertThat(bytes.texts()).containsExactly(new TextChange(binary, ""));
    }

    @Test
    void the_same_text_in_another_character_set_means_the_same() {
        String text = "DMDCR_PATH = /d #磁盘\nREMARK = 主\n";

        ClusterDiff diff = ClusterDiff.of(
                files(DMDCR, text), ClusterFiles.of(Map.of(DMDCR, text.getBytes(Charset.forName("GB18030")))));

        assertThat(diff.changes()).isEmpty();
        assertThat(diff.isEmpty()).isFalse();
        assertThat(lines(diff)).anyMatch(line -> line.startsWith("= Only the text differs"));
    }

    @Test
    void a_line_that_cannot_be_read_is_reported_and_keeps_its_file() {
        ClusterDiff diff = diff(DMDCR, "DMDCR_PATH = /d\n", "DMDCR_PATH = /d\nDMDCR_SEQNO 1\n");

        assertThat(diff.changes()).isEmpty();
        assertThat(diff.afterFindings()).extracting(Finding::ruleId).containsExactly("INI-0103");
        assertThat(diff.ofMeaning().texts()).hasSize(1);
        assertThat(diff(DMDCR, "DMDCR_PATH = /d\n", "DMDCR_PATH=/d\n")
                        .ofMeaning()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void files_and_hosts_come_and_go() {
        ClusterFiles before = files(DCR, GROUPS).with(new FileId("old", "/a.ini"), new byte[0]);
        ClusterFiles after = files(DCR, GROUPS)
                .with(new FileId("new", "/a.ini"), new byte[0])
                .with(MAL, new byte[0]);

        assertThat(ClusterDiff.of(before, after).changes())
                .containsExactlyInAnyOrder(
                        new Change.HostAdded("new", List.of(new FileId("new", "/a.ini"))),
                        new Change.HostRemoved("old", List.of(new FileId("old", "/a.ini"))),
                        new Change.FileAdded(MAL));
        assertThat(ClusterDiff.of(after, before).changes()).contains(new Change.FileRemoved(MAL));
    }

    @Test
    void nothing_is_said_to_differ_in_both_languages() {
        ClusterDiff same = diff(DCR, GROUPS, GROUPS);

        assertThat(same.text(Locale.ENGLISH)).isEqualTo("No difference.\n");
        assertThat(same.text(Locale.CHINESE)).isEqualTo("没有差异。\n");
        assertThat(same.json())
                .isEqualTo(
                        "{\"afterFindings\":[],\"beforeFindings\":[],\"changes\":[],\"formatVersion\":\"1.0\",\"texts\":[]}\n");
    }
}
