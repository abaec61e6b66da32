package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.asmMal;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dbMal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.Seconds;
import io.github.dmdsc.model.fixtures.Unreadable;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalFilesEqualTest extends RuleLaws {
    MalFilesEqualTest() {
        super(new MalFilesEqual());
    }

    @Test
    void another_global() {
        assertThat(found(dbMal(
                        cluster(),
                        1,
                        x -> MalConfig.builder()
                                .from(x)
                                .checkInterval(Seconds.of(5))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini MAL_CHECK_INTERVAL and 10.1.0.1:/data/DSC0_conf/dmmal.ini MAL_CHECK_INTERVAL: 10.1.0.2:/data/DSC1_conf/dmmal.ini has MAL_CHECK_INTERVAL = 5, but the first node's copy has MAL_CHECK_INTERVAL = 60.");
    }

    @Test
    void a_global_more() {
        assertThat(found(dbMal(
                        cluster(),
                        1,
                        x -> MalConfig.builder()
                                .from(x)
                                .bufSize(Megabytes.of(5))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini MAL_BUF_SIZE and 10.1.0.1:/data/DSC0_conf/dmmal.ini: 10.1.0.2:/data/DSC1_conf/dmmal.ini has MAL_BUF_SIZE = 5, which the first node's copy lacks.");
    }

    @Test
    void another_unknown_parameter() {
        assertThat(found(asmMal(
                        cluster(),
                        1,
                        x -> MalConfig.builder()
                                .from(x)
                                .putOther("X_KEY", List.of("1", "2"))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmasvrmal.ini X_KEY and 10.1.0.1:/data/DSC0/dmasvrmal.ini: 10.1.0.2:/data/DSC1/dmasvrmal.ini has X_KEY = 1, 2, which the first node's copy lacks.");
    }

    @Test
    void another_port_of_an_instance() {
        assertThat(found(asmMal(
                        cluster(),
                        1,
                        x -> MalConfig.builder()
                                .from(x)
                                .instances(List.of(
                                        x.instances().get(0),
                                        MalInstance.builder()
                                                .from(x.instances().get(1))
                                                .port(Port.of(6000))
                                                .build()))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmasvrmal.ini [MAL_INST1] MAL_PORT and 10.1.0.1:/data/DSC0/dmasvrmal.ini [MAL_INST1] MAL_PORT: 10.1.0.2:/data/DSC1/dmasvrmal.ini has [MAL_INST1] MAL_PORT = 6000, but the first node's copy has [MAL_INST1] MAL_PORT = 16001.");
    }

    @Test
    void an_instance_less() {
        assertThat(found(dbMal(
                        cluster(),
                        1,
                        x -> MalConfig.builder()
                                .from(x)
                                .instances(x.instances().subList(0, 1))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini and 10.1.0.1:/data/DSC0_conf/dmmal.ini [MAL_INST1]: 10.1.0.2:/data/DSC1_conf/dmmal.ini lacks [MAL_INST1], which the first node's copy has.");
    }

    @Test
    void an_instance_more() {
        assertThat(found(dbMal(
                        cluster(),
                        1,
                        x -> MalConfig.builder()
                                .from(x)
                                .addInstances(MalInstance.builder()
                                        .from(x.instances().get(0))
                                        .section("NEW")
                                        .build())
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini [NEW] and 10.1.0.1:/data/DSC0_conf/dmmal.ini: 10.1.0.2:/data/DSC1_conf/dmmal.ini has [NEW], which the first node's copy lacks.");
    }

    @Test
    void the_same_section_twice() {
        assertThat(found(dbMal(
                        cluster(),
                        1,
                        x -> MalConfig.builder()
                                .from(x)
                                .addInstances(x.instances().get(0))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini [MAL_INST0] and 10.1.0.1:/data/DSC0_conf/dmmal.ini: 10.1.0.2:/data/DSC1_conf/dmmal.ini has [MAL_INST0 #2], which the first node's copy lacks.");
    }

    @Test
    void instances_in_another_order() {
        assertThat(found(dbMal(
                        cluster(),
                        1,
                        x -> MalConfig.builder()
                                .from(x)
                                .instances(List.of(
                                        x.instances().get(1), x.instances().get(0)))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini and 10.1.0.1:/data/DSC0_conf/dmmal.ini: 10.1.0.2:/data/DSC1_conf/dmmal.ini has [MAL_INST1], [MAL_INST0], but the first node's copy has [MAL_INST0], [MAL_INST1].");
    }

    @Test
    void sections_in_another_case() {
        assertThat(found(dbMal(
                        cluster(),
                        1,
                        x -> MalConfig.builder()
                                .from(x)
                                .instances(List.of(
                                        MalInstance.builder()
                                                .from(x.instances().get(0))
                                                .section("mal_inst0")
                                                .build(),
                                        x.instances().get(1)))
                                .build())))
                .isEmpty();
    }

    @Test
    void a_zone_of_an_address() {
        assertThat(found(dbMal(
                        cluster(),
                        1,
                        x -> MalConfig.builder()
                                .from(x)
                                .instances(List.of(
                                        MalInstance.builder()
                                                .from(x.instances().get(0))
                                                .host(HostAddress.of("10.1.0.1%ens1"))
                                                .serviceHost(HostAddress.of("192.168.1.1%2"))
                                                .build(),
                                        x.instances().get(1)))
                                .build())))
                .isEmpty();
    }

    @Test
    void a_zone_of_the_address_to_test_the_network_with() {
        assertThat(found(dbMal(
                        dbMal(
                                cluster(),
                                0,
                                x -> MalConfig.builder()
                                        .from(x)
                                        .checkIp(HostAddress.of("fe80::9%ens1"))
                                        .build()),
                        1,
                        x -> MalConfig.builder()
                                .from(x)
                                .checkIp(HostAddress.of("fe80::9%3"))
                                .build())))
                .isEmpty();
    }

    private static Cluster withSecondInstance(Cluster cluster, int copy, UnaryOperator<MalInstance> change) {
        return dbMal(
                cluster,
                copy,
                x -> x.withInstances(
                        x.instances().get(0), change.apply(x.instances().get(1))));
    }

    @Test
    void names_are_compared_without_their_letter_case() {
        assertThat(found(withSecondInstance(cluster(), 1, x -> x.withName("dsc1"))))
                .isEmpty();
        assertThat(found(withSecondInstance(cluster(), 1, x -> x.withName("DSC9"))))
                .singleElement()
                .asString()
                .contains("MAL_INST_NAME = DSC9");
    }

    @Test
    void another_address_of_an_instance() {
        assertThat(found(withSecondInstance(cluster(), 1, x -> x.withHost(HostAddress.of("10.1.0.9")))))
                .singleElement()
                .asString()
                .contains("MAL_HOST = 10.1.0.9");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void a_line_that_cannot_be_read_in_one_copy_is_not_compared(int copy) {
        Cluster lacks = withSecondInstance(cluster(), copy, x -> x.withPort(Optional.empty()));
        Cluster unread = withSecondInstance(lacks, copy, x -> x.withOrigin(new Unreadable("MAL_PORT")));
        Cluster global = dbMal(
                dbMal(cluster(), 1 - copy, x -> x.withBufSize(Megabytes.of(5))),
                copy,
                x -> x.withOrigin(new Unreadable("MAL_BUF_SIZE")));

        assertThat(found(lacks)).hasSize(1);
        assertThat(found(unread)).isEmpty();
        assertThat(found(global)).isEmpty();
    }

    @Test
    void a_section_is_shown_as_its_file_spells_it() {
        assertThat(found(dbMal(
                        cluster(),
                        1,
                        x -> MalConfig.builder()
                                .from(x)
                                .instances(List.of(
                                        MalInstance.builder()
                                                .from(x.instances().get(0))
                                                .section("mal_inst0")
                                                .port(Port.of(6000))
                                                .build(),
                                        x.instances().get(1)))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini [mal_inst0] MAL_PORT and 10.1.0.1:/data/DSC0_conf/dmmal.ini [MAL_INST0] MAL_PORT: 10.1.0.2:/data/DSC1_conf/dmmal.ini has [mal_inst0] MAL_PORT = 6000, but the first node's copy has [MAL_INST0] MAL_PORT = 15000.");
    }

    @Test
    void a_third_copy() {
        assertThat(found(dbMal(
                        cluster(3),
                        2,
                        x -> MalConfig.builder()
                                .from(x)
                                .checkInterval(Seconds.of(5))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.3:/data/DSC2_conf/dmmal.ini MAL_CHECK_INTERVAL and 10.1.0.1:/data/DSC0_conf/dmmal.ini MAL_CHECK_INTERVAL: 10.1.0.3:/data/DSC2_conf/dmmal.ini has MAL_CHECK_INTERVAL = 5, but the first node's copy has MAL_CHECK_INTERVAL = 60.");
    }

    @Test
    void the_same_section_three_times() {
        assertThat(found(dbMal(
                        cluster(),
                        1,
                        x -> MalConfig.builder()
                                .from(x)
                                .addInstances(
                                        x.instances().get(0), x.instances().get(0))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini [MAL_INST0] and 10.1.0.1:/data/DSC0_conf/dmmal.ini: 10.1.0.2:/data/DSC1_conf/dmmal.ini has [MAL_INST0 #2], which the first node's copy lacks.",
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini [MAL_INST0] and 10.1.0.1:/data/DSC0_conf/dmmal.ini: 10.1.0.2:/data/DSC1_conf/dmmal.ini has [MAL_INST0 #3], which the first node's copy lacks.");
    }

    /**
     * In upper or lower case, the address would have a character that no address has, and the name would be too long.
     */
    @ParameterizedTest
    @CsvSource({"db\u0130, DSC0", "10.1.0.1, \u0149\u0149\u0149\u0149\u0149\u0149\u0149\u0149"})
    void texts_that_have_no_other_case_are_compared_like_any(String host, String name) {
        assertThat(found(dbMal(
                        cluster(),
                        0,
                        x -> MalConfig.builder()
                                .from(x)
                                .checkIp(HostAddress.of(host))
                                .instances(List.of(
                                        MalInstance.builder()
                                                .from(x.instances().get(0))
                                                .host(HostAddress.of(host))
                                                .name(name)
                                                .build(),
                                        x.instances().get(1)))
                                .build())))
                .isNotEmpty()
                .allMatch(finding -> finding.startsWith("ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini"));
    }

    @Test
    void an_address_of_an_instance_among_the_globals() {
        assertThat(found(dbMal(
                        dbMal(
                                cluster(),
                                0,
                                x -> MalConfig.builder()
                                        .from(x)
                                        .putOther("MAL_HOST", List.of("10.1.0.1"))
                                        .build()),
                        1,
                        x -> MalConfig.builder()
                                .from(x)
                                .putOther("MAL_HOST", List.of("10.1.0.2"))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini MAL_HOST and 10.1.0.1:/data/DSC0_conf/dmmal.ini MAL_HOST: 10.1.0.2:/data/DSC1_conf/dmmal.ini has MAL_HOST = 10.1.0.2, but the first node's copy has MAL_HOST = 10.1.0.1.");
    }
}
