package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmdcr;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.Seconds;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestartIntervalsTest extends RuleLaws {
    RestartIntervalsTest() {
        super(new RestartIntervals());
    }

    @Test
    void commands_without_intervals() {
        assertThat(found(dmdcr(
                        cluster(),
                        1,
                        x -> Dmdcr.builder()
                                .from(x)
                                .asmRestartInterval(Optional.empty())
                                .dbRestartInterval(Optional.empty())
                                .build())))
                .containsExactly(
                        "WARNING at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_ASM_STARTUP_CMD: DMDCR_ASM_STARTUP_CMD is set, but DMDCR_ASM_RESTART_INTERVAL is not.",
                        "WARNING at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_DB_STARTUP_CMD: DMDCR_DB_STARTUP_CMD is set, but DMDCR_DB_RESTART_INTERVAL is not.");
    }

    @Test
    void intervals_without_commands() {
        assertThat(found(dmdcr(
                        cluster(),
                        1,
                        x -> Dmdcr.builder()
                                .from(x)
                                .asmRestartInterval(Seconds.of(1))
                                .asmStartupCommand(Optional.empty())
                                .dbRestartInterval(Seconds.of(1))
                                .dbStartupCommand(Optional.empty())
                                .build())))
                .containsExactly(
                        "WARNING at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_ASM_RESTART_INTERVAL: DMDCR_ASM_RESTART_INTERVAL is set, but DMDCR_ASM_STARTUP_CMD is not.",
                        "WARNING at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_DB_RESTART_INTERVAL: DMDCR_DB_RESTART_INTERVAL is set, but DMDCR_DB_STARTUP_CMD is not.");
    }

    @Test
    void an_interval_of_0_without_command() {
        assertThat(found(dmdcr(
                        cluster(),
                        1,
                        x -> Dmdcr.builder()
                                .from(x)
                                .asmRestartInterval(Seconds.of(0))
                                .asmStartupCommand(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void nothing() {
        assertThat(found(dmdcr(
                        cluster(),
                        1,
                        x -> Dmdcr.builder()
                                .from(x)
                                .asmRestartInterval(Optional.empty())
                                .asmStartupCommand(Optional.empty())
                                .build())))
                .isEmpty();
    }
}
