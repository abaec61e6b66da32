package io.github.dmdsc.model.check.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.fixtures.ClusterLayout;
import org.junit.jupiter.api.Test;

class MonitorCountTest extends RuleLaws {
    MonitorCountTest() {
        super(new MonitorCount());
    }

    @Test
    void ten_monitors() {
        assertThat(found(ClusterLayout.builder().monitors(10).build().cluster()))
                .isEmpty();
    }

    @Test
    void eleven_monitors() {
        assertThat(found(ClusterLayout.builder().monitors(11).build().cluster()))
                .containsExactly(
                        "WARNING at monitor10:/data/dmcssm.ini: There are 11 monitors; at most 10 may run at once.");
    }
}
