package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmdcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.LoadPaths;
import io.github.dmdsc.model.LocalPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadPathListsTest extends RuleLaws {
    LoadPathListsTest() {
        super(new LoadPathLists());
    }

    @Test
    void eight_paths() {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.ASM,
                        0,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .asmLoadPath(LoadPaths.of("/1,/2,/3,/4,/5,/6,/7,/8"))
                                .build())))
                .isEmpty();
    }

    @Test
    void nine_paths() {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.ASM,
                        0,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .asmLoadPath(LoadPaths.of("/1,/2,/3,/4,/5,/6,/7,/8,/9"))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #1 DCR_EP_ASM_LOAD_PATH: DCR_EP_ASM_LOAD_PATH = /1,/2,/3,/4,/5,/6,/7,/8,/9 is not allowed: at most 8 paths, separated by commas, none of them empty.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "asmdisks; asmdisks",
                "/dev/raw,+DMDATA/x; +DMDATA/x",
                "./a,b; a",
                "/dev/raw, D:\\disks; ''",
            })
    void the_paths_of_an_asm_endpoint_are_absolute(String paths, String relative) {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.ASM,
                        0,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .asmLoadPath(LoadPaths.of(paths))
                                .build())))
                .isEqualTo(
                        relative.isEmpty()
                                ? List.of()
                                : List.of(
                                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #1 DCR_EP_ASM_LOAD_PATH: "
                                                + relative
                                                + " in DCR_EP_ASM_LOAD_PATH is not allowed: it is not an absolute path."));
    }

    @Test
    void the_list_in_dmdcr_ini_of_the_mirror_edition() {
        assertThat(found(dmdcr(
                        mirror(),
                        1,
                        x -> Dmdcr.builder()
                                .from(x)
                                .dcrPath(LocalPath.of("/a,,/b"))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_PATH: DMDCR_PATH = /a,,/b is not allowed: at most 8 paths, separated by commas, none of them empty.");
    }

    @Test
    void an_empty_path() {
        assertThat(found(dcr(
                        mirror(),
                        x -> DmdcrCfg.builder()
                                .from(x)
                                .diskLoadPath(LoadPaths.of("/a, ,/b"))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_DISK_LOAD_PATH: DCR_DISK_LOAD_PATH = /a, ,/b is not allowed: at most 8 paths, separated by commas, none of them empty.");
    }
}
