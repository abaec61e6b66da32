package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmIni;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmdcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.LoadPaths;
import io.github.dmdsc.model.LocalPath;
import org.junit.jupiter.api.Test;

class PathCharactersTest extends RuleLaws {
    PathCharactersTest() {
        super(new PathCharacters());
    }

    @Test
    void in_every_path() {
        assertThat(found(dmIni(
                        dmdcr(
                                endpoint(
                                        dcr(
                                                cluster(),
                                                x -> DmdcrCfg.builder()
                                                        .from(x)
                                                        .voteDiskPath(LocalPath.of("/盘"))
                                                        .build()),
                                        GroupType.ASM,
                                        0,
                                        x -> DcrEndpoint.builder()
                                                .from(x)
                                                .asmLoadPath(LoadPaths.of("/盘"))
                                                .build()),
                                1,
                                x -> Dmdcr.builder()
                                        .from(x)
                                        .dcrPath(LocalPath.of("/盘"))
                                        .malPath(LocalPath.of("/盘"))
                                        .build()),
                        1,
                        x -> DmIni.builder()
                                .from(x)
                                .configPath(LocalPath.of("/盘"))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_VTD_PATH: DCR_VTD_PATH = /盘 is not allowed: a path holds ASCII characters only, no Chinese ones.",
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #1 DCR_EP_ASM_LOAD_PATH: DCR_EP_ASM_LOAD_PATH = /盘 is not allowed: a path holds ASCII characters only, no Chinese ones.",
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_MAL_PATH: DMDCR_MAL_PATH = /盘 is not allowed: a path holds ASCII characters only, no Chinese ones.",
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_PATH: DMDCR_PATH = /盘 is not allowed: a path holds ASCII characters only, no Chinese ones.",
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dm.ini CONFIG_PATH: CONFIG_PATH = /盘 is not allowed: a path holds ASCII characters only, no Chinese ones.");
    }

    @Test
    void in_the_directory_of_the_mirror_edition() {
        assertThat(found(dcr(
                        mirror(),
                        x -> DmdcrCfg.builder()
                                .from(x)
                                .diskLoadPath(LoadPaths.of("/盘"))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_DISK_LOAD_PATH: DCR_DISK_LOAD_PATH = /盘 is not allowed: a path holds ASCII characters only, no Chinese ones.");
    }

    @Test
    void the_last_ascii_character() {
        assertThat(found(dcr(
                        cluster(),
                        x -> DmdcrCfg.builder()
                                .from(x)
                                .voteDiskPath(LocalPath.of("/~"))
                                .build())))
                .isEmpty();
    }
}
