package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmdcr;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.LoadPaths;
import io.github.dmdsc.model.LocalPath;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditionsTest extends RuleLaws {
    EditionsTest() {
        super(new Editions());
    }

    @Test
    void the_vote_disk_as_dcr_disk() {
        assertThat(found(dmdcr(
                        cluster(),
                        1,
                        x -> Dmdcr.builder()
                                .from(x)
                                .dcrPath(LocalPath.of("/dev/vote/"))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_PATH and 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_VTD_PATH: DMDCR_PATH = /dev/vote is the vote disk (DCR_VTD_PATH); it must be the DCR disk.");
    }

    @Test
    void another_directory_than_the_dcr_says() {
        assertThat(found(dmdcr(
                        mirror(),
                        1,
                        x -> Dmdcr.builder()
                                .from(x)
                                .dcrPath(LocalPath.of("/dev/other"))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_PATH and 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_DISK_LOAD_PATH: DMDCR_PATH = /dev/other does not fit the mirror edition of the DCR; expected /dev/dcrv.");
    }

    @Test
    void several_directories_in_any_order_and_with_slashes_at_their_ends() {
        assertThat(found(directories("/dev/a/, /dev/b", "/dev/a,/dev/b", "/dev/b/ ,/dev/a/")))
                .isEmpty();
    }

    @Test
    void one_of_several_directories() {
        assertThat(found(directories("/dev/a,/dev/b", "/dev/a,/dev/b", "/dev/b")))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_PATH and 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_DISK_LOAD_PATH: DMDCR_PATH = /dev/b does not fit the mirror edition of the DCR; expected /dev/a, /dev/b.");
    }

    private static Cluster directories(String load, String first, String second) {
        Cluster cluster = dcr(
                mirror(),
                x -> DmdcrCfg.builder().from(x).diskLoadPath(LoadPaths.of(load)).build());
        cluster = dmdcr(
                cluster,
                0,
                x -> Dmdcr.builder().from(x).dcrPath(LocalPath.of(first)).build());
        return dmdcr(
                cluster,
                1,
                x -> Dmdcr.builder().from(x).dcrPath(LocalPath.of(second)).build());
    }

    @Test
    void the_server_of_the_mirror_edition() {
        assertThat(found(dmdcr(
                        cluster(),
                        1,
                        x -> Dmdcr.builder()
                                .from(x)
                                .asmStartupCommand("D:\\bin\\DMASMSVRM.EXE dcr_ini=x")
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_ASM_STARTUP_CMD and 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_VTD_PATH: DMDCR_ASM_STARTUP_CMD = dmasmsvrm does not fit the DMASM edition of the DCR; expected dmasmsvr.");
    }

    @Test
    void the_server_of_the_other_edition() {
        assertThat(found(dmdcr(
                        mirror(),
                        1,
                        x -> Dmdcr.builder()
                                .from(x)
                                .asmStartupCommand("dmasmsvr dcr_ini=x")
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_ASM_STARTUP_CMD and 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_DISK_LOAD_PATH: DMDCR_ASM_STARTUP_CMD = dmasmsvr does not fit the mirror edition of the DCR; expected dmasmsvrm.");
    }

    @Test
    void the_right_server() {
        assertThat(found(dmdcr(
                        mirror(),
                        1,
                        x -> Dmdcr.builder()
                                .from(x)
                                .asmStartupCommand("/bin/dmasmsvrm.exe dcr_ini=x")
                                .build())))
                .isEmpty();
    }

    @Test
    void no_disk() {
        assertThat(found(dmdcr(
                        dmdcr(
                                cluster(),
                                1,
                                x -> Dmdcr.builder()
                                        .from(x)
                                        .dcrPath(Optional.empty())
                                        .build()),
                        0,
                        x -> Dmdcr.builder()
                                .from(x)
                                .asmStartupCommand(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void no_vote_disk() {
        assertThat(found(dcr(
                        cluster(),
                        x -> DmdcrCfg.builder()
                                .from(x)
                                .voteDiskPath(Optional.empty())
                                .build())))
                .isEmpty();
    }
}
