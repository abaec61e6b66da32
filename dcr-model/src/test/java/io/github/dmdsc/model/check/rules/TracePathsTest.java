package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmIni;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.AsmPath;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TracePathsTest extends RuleLaws {
    TracePathsTest() {
        super(new TracePaths());
    }

    @Test
    void on_asm() {
        assertThat(found(dmIni(cluster(), 1, x -> x.withTracePath(AsmPath.of("+DMLOG/trace")))))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dm.ini TRACE_PATH: TRACE_PATH = +DMLOG/trace is on ASM; it must be a local directory.");
    }

    @Test
    void not_given() {
        assertThat(found(dmIni(cluster(), 1, x -> x.withTracePath(Optional.empty()))))
                .isEmpty();
    }
}
