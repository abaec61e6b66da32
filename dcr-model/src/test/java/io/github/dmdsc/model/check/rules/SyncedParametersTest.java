package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmIni;
import static io.github.dmdsc.model.fixtures.ClusterEdits.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.RuleBook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncedParametersTest extends RuleLaws {
    SyncedParametersTest() {
        super(new SyncedParameters());
    }

    @Test
    void a_known_parameter() {
        assertThat(found(dmIni(
                        cluster(), 1, x -> DmIni.builder().from(x).dscPools(7).build())))
                .containsExactly(
                        "WARNING at 10.1.0.2:/data/DSC1_conf/dm.ini DSC_N_POOLS and 10.1.0.1:/data/DSC0_conf/dm.ini DSC_N_POOLS: DSC_N_POOLS is 7 here, but (none) on the first node.");
    }

    @Test
    void an_unknown_one() {
        assertThat(found(dmIni(
                        dmIni(
                                cluster(),
                                0,
                                x -> DmIni.builder()
                                        .from(x)
                                        .putOther("BUFFER", List.of("100"))
                                        .build()),
                        1,
                        x -> DmIni.builder()
                                .from(x)
                                .putOther("BUFFER", List.of("200"))
                                .build())))
                .containsExactly(
                        "WARNING at 10.1.0.2:/data/DSC1_conf/dm.ini BUFFER and 10.1.0.1:/data/DSC0_conf/dm.ini BUFFER: BUFFER is 200 here, but 100 on the first node.");
    }

    @Test
    void one_that_one_node_lacks() {
        assertThat(found(dmIni(
                        cluster(),
                        0,
                        x -> DmIni.builder()
                                .from(x)
                                .putOther("BUFFER", List.of("100"))
                                .build())))
                .containsExactly(
                        "WARNING at 10.1.0.2:/data/DSC1_conf/dm.ini BUFFER and 10.1.0.1:/data/DSC0_conf/dm.ini BUFFER: BUFFER is (none) here, but 100 on the first node.");
    }

    @Test
    void the_same_in_another_case() {
        assertThat(found(dmIni(
                        dmIni(
                                cluster(),
                                0,
                                x -> DmIni.builder()
                                        .from(x)
                                        .putOther("MODE", List.of("on"))
                                        .build()),
                        1,
                        x -> DmIni.builder()
                                .from(x)
                                .putOther("MODE", List.of("ON"))
                                .build())))
                .isEmpty();
    }

    @Test
    void a_repeated_one() {
        assertThat(found(dmIni(
                        cluster(),
                        1,
                        x -> DmIni.builder()
                                .from(x)
                                .putOther("X", List.of("1", "2"))
                                .build())))
                .containsExactly(
                        "WARNING at 10.1.0.2:/data/DSC1_conf/dm.ini X and 10.1.0.1:/data/DSC0_conf/dm.ini X: X is 1, 2 here, but (none) on the first node.");
    }

    @Test
    void names_ports_and_directories() {
        assertThat(found(dmIni(
                        cluster(),
                        1,
                        x -> DmIni.builder()
                                .from(x)
                                .putOther("DW_PORT", List.of("1"))
                                .putOther("X_DIR", List.of("1"))
                                .putOther("X_PATH", List.of("1"))
                                .build())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SVR_LOG_NAME, SLOG_DSC0, SLOG_DSC1",
        "REMARK, 10.1.0.1, 10.1.0.2",
        "REMARK, 192.168.1.1:5236, 192.168.1.2:5236",
        "REMARK, /data/DSC0_conf/x, /data/DSC1_conf/x",
        "INSTANCE_ADDR, 172.30.0.1, 172.31.0.2",
        "AP_PORT_NUM, 4236, 4237"
    })
    void a_value_that_holds_a_name_an_address_or_a_directory_of_the_node(String key, String first, String second) {
        assertThat(found(other(other(cluster(), 0, key, first), 1, key, second)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SVR_LOG_NAME, SLOG_DSC1, SLOG_DSC0",
        "REMARK, 10.1.0.1:5236, 10.1.0.2:5237",
        "INSTANCE_ADDR, 172.30.0.1, *",
    })
    void a_value_that_differs_in_more_than_that(String key, String first, String second) {
        assertThat(found(other(other(cluster(), 0, key, first), 1, key, second)))
                .hasSize(1);
    }

    @Test
    void an_equal_value_that_holds_the_name_of_one_node() {
        Cluster equal = other(other(cluster(), 0, "REMARK", "DSC0"), 1, "REMARK", "DSC0");

        assertThat(found(other(equal, 1, "BUFFER", "100")))
                .singleElement()
                .asString()
                .contains("BUFFER");
    }

    @Test
    void own_names_after_a_node_without_dm_ini() {
        Cluster without = node(
                other(other(cluster(3), 0, "REMARK", "DSC0"), 2, "REMARK", "DSC2"),
                1,
                x -> x.withDmIni(Optional.empty()));

        assertThat(found(without)).isEmpty();
    }

    @Test
    void the_value_of_a_finding_is_a_text_and_several_are_a_list() {
        Cluster differing = dmIni(
                cluster(),
                1,
                x -> DmIni.builder()
                        .from(x)
                        .putOther("BUFFER", List.of("100"))
                        .putOther("X", List.of("1", "2"))
                        .build());

        assertThat(RuleBook.of(List.of(new SyncedParameters())).check(differing, ManualLimits.CURRENT))
                .extracting(finding -> finding.parameters().get("value"))
                .containsExactly("100", List.of("1", "2"));
    }

    private static Cluster other(Cluster cluster, int node, String key, String value) {
        return dmIni(
                cluster,
                node,
                x -> DmIni.builder().from(x).putOther(key, List.of(value)).build());
    }

    @Test
    void every_node_that_differs() {
        assertThat(found(dmIni(
                        dmIni(
                                cluster(3),
                                1,
                                x -> DmIni.builder().from(x).dscPools(7).build()),
                        2,
                        x -> DmIni.builder().from(x).dscPools(8).build())))
                .containsExactly(
                        "WARNING at 10.1.0.2:/data/DSC1_conf/dm.ini DSC_N_POOLS and 10.1.0.1:/data/DSC0_conf/dm.ini DSC_N_POOLS: DSC_N_POOLS is 7 here, but (none) on the first node.",
                        "WARNING at 10.1.0.3:/data/DSC2_conf/dm.ini DSC_N_POOLS and 10.1.0.1:/data/DSC0_conf/dm.ini DSC_N_POOLS: DSC_N_POOLS is 8 here, but (none) on the first node.");
    }

    @Test
    void what_holds_where_it_is_absent() {
        assertThat(found(dmIni(
                        cluster(),
                        1,
                        x -> DmIni.builder()
                                .from(x)
                                .dscPools(19)
                                .archIni(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void no_dm_ini() {
        assertThat(found(node(
                        node(
                                cluster(),
                                1,
                                x -> ClusterNode.builder()
                                        .from(x)
                                        .dmIni(Optional.empty())
                                        .build()),
                        0,
                        x -> ClusterNode.builder()
                                .from(x)
                                .dmIni(Optional.empty())
                                .build())))
                .isEmpty();
    }
}
