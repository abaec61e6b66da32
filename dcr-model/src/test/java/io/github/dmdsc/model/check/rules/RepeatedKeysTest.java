package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmIni;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepeatedKeysTest extends RuleLaws {
    RepeatedKeysTest() {
        super(new RepeatedKeys());
    }

    @Test
    void a_parameter_of_dm_ini_that_stands_twice() {
        assertThat(found(dmIni(cluster(), 1, x -> x.withOther(Map.of("BUFFER", List.of("1000", "2000"))))))
                .containsExactly(
                        "WARNING at 10.1.0.2:/data/DSC1_conf/dm.ini BUFFER #2 and 10.1.0.2:/data/DSC1_conf/dm.ini BUFFER: BUFFER is set 2 times: 1000, 2000.");
    }

    /** The reader reports lines with the same value. */
    @Test
    void a_parameter_that_stands_twice_with_one_value() {
        assertThat(found(dmIni(cluster(), 1, x -> x.withOther(Map.of("DW_PORT", List.of("0", "0"))))))
                .isEmpty();
    }
}
