package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmdcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.Dmdcr;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartupFilesTest extends RuleLaws {
    StartupFilesTest() {
        super(new StartupFiles());
    }

    @Test
    void the_asm_server_with_another_dmdcr_ini() {
        assertThat(found(dmdcr(
                        cluster(),
                        1,
                        x -> Dmdcr.builder()
                                .from(x)
                                .asmStartupCommand("/b/dmasmsvr dcr_ini=/data/DSC0/dmdcr.ini")
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_ASM_STARTUP_CMD and 10.1.0.2:/data/DSC1/dmdcr.ini: DMDCR_ASM_STARTUP_CMD names /data/DSC0/dmdcr.ini, but the file of this node is /data/DSC1/dmdcr.ini.");
    }

    @Test
    void the_instance_with_another_dmdcr_ini() {
        assertThat(found(dmdcr(
                        cluster(),
                        1,
                        x -> Dmdcr.builder()
                                .from(x)
                                .dbStartupCommand(
                                        "/b/dmserver path=/data/DSC1_conf//dm.ini dcr_ini=/data/DSC0/dmdcr.ini")
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_DB_STARTUP_CMD and 10.1.0.2:/data/DSC1/dmdcr.ini: DMDCR_DB_STARTUP_CMD names /data/DSC0/dmdcr.ini, but the file of this node is /data/DSC1/dmdcr.ini.");
    }

    @Test
    void the_instance_with_another_dm_ini() {
        assertThat(found(dmdcr(
                        cluster(),
                        1,
                        x -> Dmdcr.builder()
                                .from(x)
                                .dbStartupCommand("/b/dmserver /data/DSC0_conf/dm.ini dcr_ini=/data/DSC1/dmdcr.ini")
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_DB_STARTUP_CMD and 10.1.0.2:/data/DSC1_conf/dm.ini: DMDCR_DB_STARTUP_CMD names /data/DSC0_conf/dm.ini, but the file of this node is /data/DSC1_conf/dm.ini.");
    }

    @Test
    void services_and_no_commands() {
        assertThat(found(dmdcr(
                        dmdcr(
                                cluster(),
                                1,
                                x -> Dmdcr.builder()
                                        .from(x)
                                        .dbStartupCommand("service X restart")
                                        .build()),
                        0,
                        x -> Dmdcr.builder()
                                .from(x)
                                .asmStartupCommand(Optional.empty())
                                .dbStartupCommand(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void a_node_without_dm_ini() {
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
