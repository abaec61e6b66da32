package io.github.dmdsc.ini.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests two states of a cluster that differ by every kind of change. */
class EveryChangeTest {
    private static final ClusterFiles BEFORE = files(Map.of(
            "h:/dmdcr_cfg.ini",
            """
            DCR_N_GRP = 1
            DCR_OGUID = 63635
            [GRP]
            DCR_GRP_TYPE = DB
            DCR_GRP_NAME = GRP_DSC
            DCR_GRP_DSKCHK_CNT = 60
            [GRP_DSC]
            DCR_EP_NAME = DSC0
            DCR_EP_SEQNO = 0
            DCR_CHECK_PORT = 9741
            [GRP_DSC]
            DCR_EP_NAME = DSC1
            DCR_EP_SEQNO = 1
            """,
            "h:/dm.ini",
            "INSTANCE_NAME = DSC0\nCTL_PATH = +DMDATA/dm.ctl\n",
            "h:/start.sh",
            "dmserver dm.ini\n",
            "h:/gone.ini",
            "",
            "old:/dmmal.ini",
            "",
            "old:/dm.ini",
            ""));

    private static final ClusterFiles AFTER = files(Map.of(
            "h:/dmdcr_cfg.ini",
            """
            DCR_N_GRP = 1
            DCR_OGUID = 63635
            DCR_VTD_PATH = /dev/raw/raw2
            [GRP]
            DCR_GRP_TYPE = DB
            DCR_GRP_NAME = GRP_DSC
            DCR_GRP_DSKCHK_CNT = 90
            [GRP_DSC]
            DCR_EP_NAME = DSC0
            DCR_EP_SEQNO = 1
            [GRP_DSC]
            DCR_EP_NAME = DSC2
            DCR_EP_SEQNO = 2
            """,
            "h:/dm.ini",
            "# The instance\nINSTANCE_NAME = DSC0\nCTL_PATH = +DMDATA/dm.ctl\n",
            "h:/start.sh",
            "dmserver dm.ini -noconsole\n",
            "h:/fresh.ini",
            "",
            "new:/dmmal.ini",
            "",
            "new:/dm.ini",
            ""));

    private static final ClusterDiff DIFF = ClusterDiff.of(BEFORE, AFTER);

    private static ClusterFiles files(Map<String, String> texts) {
        Map<FileId, byte[]> files = new HashMap<>();
        texts.forEach((name, text) -> {
            int colon = name.indexOf(':');
            files.put(
                    new FileId(name.substring(0, colon), name.substring(colon + 1)),
                    text.getBytes(StandardCharsets.UTF_8));
        });
        return ClusterFiles.of(files);
    }

    @Test
    void no_kind_of_change_is_left_out() {
        assertThat(DIFF.changes())
                .extracting(Object::getClass)
                .hasSameElementsAs(List.of(Change.class.getPermittedSubclasses()));
    }

    @Test
    void the_other_way_round_each_is_its_mirror_image() {
        ClusterDiff back = ClusterDiff.of(/* before= */ AFTER, /* after= */ BEFORE);

        assertThat(DIFF.mirroredChanges()).isEqualTo(back.changes());
        assertThat(back.mirroredChanges()).isEqualTo(DIFF.changes());
    }

    @Test
    void each_is_told_with_its_places_and_in_their_order() {
        assertThat(DIFF.text(Locale.ENGLISH)).isEqualTo("""
                + DCR_VTD_PATH = /dev/raw/raw2
                    h:/dmdcr_cfg.ini:3:16
                ~ group GRP_DSC DCR_GRP_DSKCHK_CNT: 60 -> 90
                    h:/dmdcr_cfg.ini:6:22 -> 7:22
                ~ endpoint GRP_DSC/DSC0 seqno: 0 -> 1
                    h:/dmdcr_cfg.ini:9:16 -> 10:16
                - endpoint GRP_DSC/DSC0 DCR_CHECK_PORT = 9741
                    h:/dmdcr_cfg.ini:10:18
                + endpoint GRP_DSC/DSC2
                    h:/dmdcr_cfg.ini:11:1
                - endpoint GRP_DSC/DSC1
                    h:/dmdcr_cfg.ini:11:1
                + file
                    h:/fresh.ini
                - file
                    h:/gone.ini
                ~ content of a file that is no INI file
                    h:/start.sh
                + host new
                    new:/dm.ini
                    new:/dmmal.ini
                - host old
                    old:/dm.ini
                    old:/dmmal.ini
                = Only the text differs: comments, blanks, line ends, order, letter case, or lines that cannot be read
                    h:/dm.ini
                Settings that differ: 11. Entries that show them: 11. Files on both sides whose text differs: 3.
                """);
    }

    @Test
    void where_a_host_is_all_that_is_new_there_is_no_text_to_compare_and_yet_a_difference() {
        FileId file = new FileId("new", "/dm.ini");
        ClusterDiff diff = ClusterDiff.of(BEFORE, BEFORE.with(file, new byte[0]));

        assertThat(diff.texts()).isEmpty();
        assertThat(diff.isEmpty()).isFalse();
        assertThat(diff.text(Locale.CHINESE)).isEqualTo("+ 主机 new\n    new:/dm.ini\n有差异的配置 1 处，归为 1 条。\n");
    }
}
