package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.malInstance;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.PortOrNone;
import org.junit.jupiter.api.Test;

class AsmServicePortsTest extends RuleLaws {
    AsmServicePortsTest() {
        super(new AsmServicePorts());
    }

    @Test
    void another_port() {
        assertThat(found(malInstance(cluster(), GroupType.ASM, 1, x -> x.withServicePort(PortOrNone.of(17_001)))))
                .containsExactly(
                        "WARNING at 10.1.0.2:/data/DSC1/dmasvrmal.ini [MAL_INST1] MAL_INST_PORT and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #2 DCR_EP_PORT: MAL_INST_PORT of ASM1 is 17001, but that ASM server listens on 12001.");
    }

    @Test
    void its_own_port() {
        assertThat(found(malInstance(cluster(), GroupType.ASM, 1, x -> x.withServicePort(PortOrNone.of(12_001)))))
                .isEmpty();
    }
}
