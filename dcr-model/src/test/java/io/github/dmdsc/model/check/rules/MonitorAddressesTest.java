package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmdcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.endpoint;
import static io.github.dmdsc.model.fixtures.ClusterEdits.monitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MonitorAddressesTest extends RuleLaws {
    MonitorAddressesTest() {
        super(new MonitorAddresses());
    }

    @Test
    void a_css_is_missing() {
        assertThat(found(monitor(
                        cluster(),
                        0,
                        x -> Dmcssm.builder()
                                .from(x)
                                .cssAddresses(x.cssAddresses().subList(0, 1))
                                .build())))
                .containsExactly(
                        "ERROR at monitor0:/data/dmcssm.ini CSSM_CSS_IP and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_CSS: CSSM_CSS_IP = 10.1.0.2:11001 is missing: the DCR has a CSS endpoint there.");
    }

    @Test
    void an_address_twice() {
        assertThat(found(monitor(
                        cluster(),
                        0,
                        x -> Dmcssm.builder()
                                .from(x)
                                .addCssAddresses(x.cssAddresses().get(0))
                                .build())))
                .containsExactly(
                        "ERROR at monitor0:/data/dmcssm.ini CSSM_CSS_IP #3 and monitor0:/data/dmcssm.ini CSSM_CSS_IP #1: CSSM_CSS_IP = 10.1.0.1:11000 is listed twice.");
    }

    @Test
    void a_stale_address() {
        assertThat(found(monitor(
                        cluster(),
                        0,
                        x -> Dmcssm.builder()
                                .from(x)
                                .addCssAddresses(CssAddress.parse("10.1.0.9:11000"))
                                .build())))
                .containsExactly(
                        "ERROR at monitor0:/data/dmcssm.ini CSSM_CSS_IP #3 and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_CSS: CSSM_CSS_IP = 10.1.0.9:11000 is not the address of a CSS endpoint of the DCR.");
    }

    @Test
    void the_address_of_the_asm_server_stands_in() {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.CSS,
                        0,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .host(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void no_address_at_all() {
        assertThat(found(endpoint(
                        endpoint(
                                monitor(
                                        cluster(),
                                        0,
                                        x -> Dmcssm.builder()
                                                .from(x)
                                                .cssAddresses(List.of())
                                                .build()),
                                GroupType.CSS,
                                0,
                                x -> DcrEndpoint.builder()
                                        .from(x)
                                        .host(Optional.empty())
                                        .build()),
                        GroupType.ASM,
                        0,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .host(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void no_port() {
        assertThat(found(endpoint(
                        monitor(
                                cluster(),
                                0,
                                x -> Dmcssm.builder()
                                        .from(x)
                                        .cssAddresses(List.of())
                                        .build()),
                        GroupType.CSS,
                        0,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .port(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void no_css_group() {
        assertThat(found(dcr(
                        cluster(),
                        x -> DmdcrCfg.builder()
                                .from(x)
                                .groups(x.groups().subList(1, 3))
                                .build())))
                .isEmpty();
    }

    @Test
    void zones_and_letter_case_make_no_other_address() {
        Cluster zoned = endpoint(
                cluster(),
                GroupType.CSS,
                0,
                x -> DcrEndpoint.builder()
                        .from(x)
                        .host(HostAddress.of("FE80::1%ens1"))
                        .build());

        assertThat(found(monitor(
                        zoned,
                        0,
                        x -> Dmcssm.builder()
                                .from(x)
                                .cssAddresses(List.of(
                                        CssAddress.parse("[fe80::1%3]:11000"),
                                        x.cssAddresses().get(1)))
                                .build())))
                .isEmpty();
        assertThat(found(monitor(
                        zoned,
                        0,
                        x -> Dmcssm.builder()
                                .from(x)
                                .cssAddresses(List.of(
                                        CssAddress.parse("[fe80::1%3]:11000"),
                                        x.cssAddresses().get(1),
                                        CssAddress.parse("[fe80::1%4]:11000")))
                                .build())))
                .containsExactly(
                        "ERROR at monitor0:/data/dmcssm.ini CSSM_CSS_IP #3 and monitor0:/data/dmcssm.ini CSSM_CSS_IP #1: CSSM_CSS_IP = [fe80::1%4]:11000 is listed twice.");
    }

    @Test
    void a_node_that_overrides_the_port() {
        Cluster overridden = dmdcr(
                cluster(),
                1,
                x -> Dmdcr.builder().from(x).cssPort(Port.of(9000)).build());

        assertThat(found(overridden))
                .containsExactly(
                        "ERROR at monitor0:/data/dmcssm.ini CSSM_CSS_IP #2 and 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_CSS_PORT: CSSM_CSS_IP = 10.1.0.2:11001 has the port of the DCR, but the CSS listens on port 9000 because of DMDCR_CSS_PORT.");
        assertThat(found(monitor(
                        overridden,
                        0,
                        x -> Dmcssm.builder()
                                .from(x)
                                .cssAddresses(x.cssAddresses().subList(0, 1))
                                .build())))
                .containsExactly(
                        "ERROR at monitor0:/data/dmcssm.ini CSSM_CSS_IP and 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_CSS_PORT: CSSM_CSS_IP = 10.1.0.2:9000 is missing: a CSS listens there because of DMDCR_CSS_PORT.");
        assertThat(found(monitor(
                        overridden,
                        0,
                        x -> Dmcssm.builder()
                                .from(x)
                                .cssAddresses(List.of(x.cssAddresses().get(0), CssAddress.parse("10.1.0.2:9000")))
                                .build())))
                .isEmpty();
    }

    @Test
    void an_ipv6_address() {
        assertThat(found(ClusterLayout.builder().ipv6(true).build().cluster())).isEmpty();
    }

    @Test
    void the_address_of_the_asm_server_is_asked_for() {
        assertThat(found(endpoint(
                        monitor(
                                cluster(),
                                0,
                                x -> Dmcssm.builder()
                                        .from(x)
                                        .cssAddresses(x.cssAddresses().subList(1, 2))
                                        .build()),
                        GroupType.CSS,
                        0,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .host(Optional.empty())
                                .build())))
                .containsExactly(
                        "ERROR at monitor0:/data/dmcssm.ini CSSM_CSS_IP and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_CSS: CSSM_CSS_IP = 10.1.0.1:11000 is missing: the DCR has a CSS endpoint there.");
    }
}
