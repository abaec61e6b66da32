package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmIni;
import static io.github.dmdsc.model.fixtures.ClusterEdits.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DmIni;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MalSwitchedOnTest extends RuleLaws {
    MalSwitchedOnTest() {
        super(new MalSwitchedOn());
    }

    @Test
    void switched_off() {
        assertThat(found(dmIni(
                        cluster(), 1, x -> DmIni.builder().from(x).malIni(0).build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dm.ini MAL_INI: MAL_INI = 0 on 10.1.0.2: this instance cannot take part in the cluster.");
    }

    @Test
    void not_said() {
        assertThat(found(dmIni(
                        cluster(),
                        1,
                        x -> DmIni.builder().from(x).malIni(Optional.empty()).build())))
                .isEmpty();
    }

    @Test
    void no_dm_ini() {
        assertThat(found(node(
                        cluster(),
                        1,
                        x -> ClusterNode.builder()
                                .from(x)
                                .dmIni(Optional.empty())
                                .build())))
                .isEmpty();
    }
}
