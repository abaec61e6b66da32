package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.monitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.Oguid;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MonitorOguidTest extends RuleLaws {
    MonitorOguidTest() {
        super(new MonitorOguid());
    }

    @Test
    void another_number() {
        assertThat(found(monitor(
                        cluster(),
                        0,
                        x -> Dmcssm.builder().from(x).oguid(Oguid.of(7)).build())))
                .containsExactly(
                        "ERROR at monitor0:/data/dmcssm.ini CSSM_OGUID and 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_OGUID: CSSM_OGUID is 7, but DCR_OGUID is 45331.");
    }

    @Test
    void no_number() {
        assertThat(found(monitor(
                        cluster(),
                        0,
                        x -> Dmcssm.builder().from(x).oguid(Optional.empty()).build())))
                .containsExactly(
                        "ERROR at monitor0:/data/dmcssm.ini CSSM_OGUID and 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_OGUID: CSSM_OGUID is (none), but DCR_OGUID is 45331.");
    }

    @Test
    void no_number_in_the_dcr() {
        assertThat(found(dcr(
                        cluster(),
                        x -> DmdcrCfg.builder().from(x).oguid(Optional.empty()).build())))
                .isEmpty();
    }
}
