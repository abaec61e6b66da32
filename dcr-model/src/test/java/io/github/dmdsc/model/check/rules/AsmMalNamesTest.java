package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.malInstance;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.MalInstance;
import org.junit.jupiter.api.Test;

class AsmMalNamesTest extends RuleLaws {
    AsmMalNamesTest() {
        super(new AsmMalNames());
    }

    @Test
    void the_same_name_in_another_case() {
        assertThat(found(malInstance(
                        cluster(),
                        GroupType.ASM,
                        1,
                        x -> MalInstance.builder().from(x).name("asm1").build())))
                .isEmpty();
    }

    @Test
    void a_server_that_the_dcr_lacks() {
        assertThat(found(malInstance(
                        cluster(),
                        GroupType.ASM,
                        0,
                        x -> MalInstance.builder().from(x).name("ASM7").build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/DSC0/dmasvrmal.ini [MAL_INST0] MAL_INST_NAME and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_ASM: ASM server ASM7 is listed in 10.1.0.1:/data/DSC0/dmasvrmal.ini, but not in 10.1.0.1:/data/dmdcr_cfg_bak.ini.",
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #1 DCR_EP_NAME and 10.1.0.1:/data/DSC0/dmasvrmal.ini: ASM server ASM0 is listed in 10.1.0.1:/data/dmdcr_cfg_bak.ini, but not in 10.1.0.1:/data/DSC0/dmasvrmal.ini.");
    }
}
