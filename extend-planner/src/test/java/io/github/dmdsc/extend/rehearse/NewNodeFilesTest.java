package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of all files are the new node's own. */
class NewNodeFilesTest {
    private static final Planned APART =
            ExtendedPlans.of(ClusterLayout.builder().build());
    private static final Planned ON_THE_FIRST_HOST = ExtendedPlans.of(
            ClusterLayout.builder().build(),
            files -> files,
            ask -> ask.withHost(HostAddress.of("10.1.0.1"))
                    .withServiceHost(HostAddress.of("192.168.1.1"))
                    .withSameMachine(true));
    private static final FileId OLD_DMDCR = new FileId("10.1.0.1", "/data/DSC0/dmdcr.ini");
    private static final FileId OLD_DM_INI = new FileId("10.1.0.1", "/data/DSC0_conf/dm.ini");

    private static Setting setting(Planned planned) {
        return Setting.of(planned.plan(), planned.files()).orElseThrow();
    }

    /** Somebody copies the first node's files to that host under the new node's names. */
    private static NewNodeFiles copiedTo(String host, Setting setting) {
        FileId dmdcr = new FileId(host, "/data/DSC2/dmdcr.ini");
        FileId directory = new FileId(host, "/data/DSC2_conf");
        HostFiles files = setting.base()
                .with(dmdcr, setting.base().get(OLD_DMDCR))
                .with(
                        directory.sibling("/data/DSC2_conf/dm.ini"),
                        setting.base().get(OLD_DM_INI));
        World world = World.of(setting).with(files).withCopy(OLD_DM_INI.sibling(OLD_DM_INI.directory()), directory);
        return new NewNodeFiles(setting, world);
    }

    @Test
    void the_new_nodes_files_lie_on_its_own_host() {
        NewNodeFiles files = copiedTo("10.1.0.3", setting(APART));

        assertThat(files.dmdcr()).contains(new FileId("10.1.0.3", "/data/DSC2/dmdcr.ini"));
        assertThat(files.dmIni()).contains(new FileId("10.1.0.3", "/data/DSC2_conf/dm.ini"));
    }

    @Test
    void files_that_were_made_on_another_host_are_not_the_new_nodes() {
        NewNodeFiles files = copiedTo("10.1.0.2", setting(APART));

        assertThat(files.dmdcr()).isEmpty();
        assertThat(files.dmIni()).isEmpty();
    }

    @Test
    void where_two_nodes_share_a_host_the_files_that_were_there_before_are_not_the_new_nodes() {
        Setting setting = setting(ON_THE_FIRST_HOST);
        NewNodeFiles before = new NewNodeFiles(setting, World.of(setting));

        assertThat(before.dmdcr()).isEmpty();
        assertThat(before.dmIni()).isEmpty();
        assertThat(copiedTo("10.1.0.1", setting).dmdcr()).contains(new FileId("10.1.0.1", "/data/DSC2/dmdcr.ini"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"service DmServiceDSC2 restart", "systemctl restart DmServiceDSC2.service"})
    void a_service_may_be_restarted_where_the_other_nodes_are_started_by_hand(String command) {
        Planned byHand =
                ExtendedPlans.of(ClusterLayout.builder().dbRestart(Restart.NONE).build());
        Planned planned = BadPlans.rewritten(
                byHand,
                change -> change.file().name().equals("dmdcr.ini"),
                text -> text + "DMDCR_DB_STARTUP_CMD = " + command + "\nDMDCR_DB_RESTART_INTERVAL = 0\n");

        assertThat(BadPlans.refusal(planned)).isEmpty();
    }

    /** Where no old node tells which program is meant, it is the one of that kind and edition. */
    @ParameterizedTest
    @CsvSource({
        "DMASM, DB, dmserver, true",
        "DMASM, DB, dmasmsvr, false",
        "DMASM, ASM, dmasmsvr, true",
        "DMASM, ASM, dmasmsvrm, false",
        "MIRROR, ASM, dmasmsvrm, true",
        "MIRROR, ASM, dmasmsvr, false",
    })
    void a_start_command_calls_the_program_of_its_kind(
            StorageEdition edition, String kind, String program, boolean good) {
        Planned byHand = ExtendedPlans.of(ClusterLayout.builder()
                .edition(edition)
                .asmRestart(Restart.NONE)
                .dbRestart(Restart.NONE)
                .build());
        String files = (kind.equals("DB") ? " path=/data/DSC2_conf/dm.ini" : "") + " dcr_ini=/data/DSC2/dmdcr.ini";
        Planned planned = BadPlans.rewritten(
                byHand,
                change -> change.file().name().equals("dmdcr.ini"),
                text -> text + "DMDCR_" + kind + "_STARTUP_CMD = /opt/dm/bin/" + program + files + "\nDMDCR_" + kind
                        + "_RESTART_INTERVAL = 0\n");

        assertThat(BadPlans.refusal(planned).isEmpty()).isEqualTo(good);
    }
}
