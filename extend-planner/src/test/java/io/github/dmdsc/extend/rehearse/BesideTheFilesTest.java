package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody reads may lie beside the files of a cluster: it is no reason to refuse a plan. */
class BesideTheFilesTest {
    private static final Planned GOOD =
            ExtendedPlans.of(ClusterLayout.builder().dbRestart(Restart.COMMAND).build());
    private static final Planned BY_HAND =
            ExtendedPlans.of(ClusterLayout.builder().dbRestart(Restart.NONE).build());
    private static final FileId EXPORT = new FileId("10.1.0.1", "/data/dmdcr_cfg_bak.ini");

    @ParameterizedTest
    @CsvSource({
        "monitor0, /data/dmcssm.ini, /data/dmcssm.ini.bak",
        "10.1.0.1, /data/dmdcr_cfg_bak.ini, /data/dmdcr_cfg_bak.ini.20240101",
        "10.1.0.1, /data/DSC0_conf/dm.ini, /backup/dm.ini",
        "10.1.0.1, /data/DSC0_conf/dm.ini, /data/DSC0_conf/dm.ini.old",
        "10.1.0.1, /data/DSC0_conf/dmmal.ini, /data/DSC0_conf/dmmal.ini.old",
        "10.1.0.2, /data/DSC1/dmdcr.ini, /data/DSC1/dmdcr.ini.1",
        "10.1.0.2, /data/DSC1/dmdcr.ini, /data/DSC1/a_dmdcr.txt",
    })
    void a_backup_of_aFile_is_not_that_file(String host, String file, String backup) {
        for (Planned planned : new Planned[] {GOOD, BY_HAND}) {
            byte[] bytes = planned.files().bytes(new FileId(host, file));

            assert_passes(planned, planned.files().with(new FileId(host, backup), bytes));
        }
    }

    @Test
    void an_export_that_says_something_else_is_no_copy() {
        String text = new String(GOOD.files().bytes(EXPORT), StandardCharsets.UTF_8);
        FileId first = EXPORT.sibling("/data/dmdcr_cfg.ini");
        byte[] other =
                text.replace("DCR_EP_SHM_SIZE = 20", "DCR_EP_SHM_SIZE = 10").getBytes(StandardCharsets.UTF_8);

        assert_passes(GOOD, GOOD.files().with(first, other));
    }

    @Test
    void an_export_that_says_the_same_is_a_copy_and_must_not_be_left_behind() {
        ClusterFiles files = GOOD.files()
                .with(EXPORT.sibling("/data/dmdcr_cfg.ini"), GOOD.files().bytes(EXPORT));

        assertThat(Rehearsal.rehearse(GOOD.plan(), files).failure())
                .hasValueSatisfying(failure -> assertThat(failure.rule()).isEqualTo(Requirement.DCR_COPIES));
    }

    private static void assert_passes(Planned planned, ClusterFiles files) {
        assertThat(Rehearsal.rehearse(planned.plan(), files).failure()).isEmpty();
    }
}
