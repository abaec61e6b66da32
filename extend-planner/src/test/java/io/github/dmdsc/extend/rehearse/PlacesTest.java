package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses, disks and files of a cluster are whose. */
class PlacesTest {
    private static final Planned GOOD = ExtendedPlans.of(ClusterLayout.builder().build());
    private static final Planned MIRROR = ExtendedPlans.of(
            ClusterLayout.builder().edition(StorageEdition.MIRROR).build());
    private static final FileId MONITOR = new FileId("monitor0", "/data/dmcssm.ini");

    @ParameterizedTest
    @CsvSource({
        "10.1.0.1, true",
        "10.1.0.2, true",
        "10.1.0.2%eth0, true",
        "192.168.1.2, true",
        "10.1.0.3, false",
        "192.168.1.3, false",
        "10.1.0.9, false",
        "'', false",
    })
    void an_address_of_an_old_host_is_not_the_new_nodes(String address, boolean elsewhere) {
        assertThat(new Addresses(setting(GOOD)).elsewhere(address)).isEqualTo(elsewhere);
    }

    @Test
    void the_addresses_of_a_host_that_the_new_node_shares_are_its_own_too() {
        Addresses shared = new Addresses(setting(ExtendedPlans.of(
                ClusterLayout.builder().build(),
                UnaryOperator.identity(),
                ask -> ask.withHost(HostAddress.of("10.1.0.1"))
                        .withServiceHost(HostAddress.of("192.168.1.1"))
                        .withSameMachine(true))));

        assertThat(shared.elsewhere("10.1.0.1")).isFalse();
        assertThat(shared.elsewhere("192.168.1.1")).isFalse();
        assertThat(shared.elsewhere("10.1.0.2")).isTrue();
        assertThat(shared.newHost("192.168.1.1")).isTrue();
        assertThat(shared.newHost("10.1.0.2")).isFalse();
        assertThat(new Addresses(setting(GOOD)).newHost("10.1.0.3%eth0")).isTrue();
        assertThat(new Addresses(setting(GOOD)).newHost("192.168.1.1")).isFalse();
    }

    @Test
    void an_address_is_known_from_any_file_that_names_it() {
        for (String file : new String[] {"dmasvrmal.ini", "dmmal.ini"}) {
            Addresses known = new Addresses(edited(GOOD, file, "= 10.1.0.2", "= 10.9.0.2"));

            assertThat(known.elsewhere("10.9.0.2")).as(file).isTrue();
            assertThat(known.elsewhere("10.1.0.2")).as(file).isTrue();
        }
        Setting withoutCss1 = Setting.of(
                        GOOD.plan(),
                        OddClusters.each(
                                        "cfg_bak.ini",
                                        text -> text.replaceAll("(?s)\\[GRP_CSS\\]\\nDCR_EP_NAME = CSS1.*?\\n\\n", ""))
                                .apply(GOOD.files()))
                .orElseThrow();
        assertThat(withoutCss1.before()).isEqualTo(1);
        assertThat(new Addresses(withoutCss1).elsewhere("10.1.0.2")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"fe80::a%eth0, FE80::A", "fe80::a, FE80::A", "Node1, NODE1"})
    void an_address_is_the_same_in_any_spelling_and_zone(String address, String plain) {
        assertThat(Values.address(address)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/asm, true, false",
        "/dev/asm/, true, false",
        "\\dev\\asm, true, false",
        "/dev, true, false",
        "/dev/dcrv, false, true",
        "/dev/dcr, false, false",
        "/tmp, false, false",
        "/, false, false",
        "'', false, false",
    })
    void whoever_lists_the_directory_of_aDisk_sees_it(String listed, boolean shown, boolean shownOfMirror) {
        assertThat(new DiskPaths(setting(GOOD)).shows(listed)).isEqualTo(shown);
        assertThat(new DiskPaths(setting(MIRROR)).shows(listed)).isEqualTo(shownOfMirror);
    }

    @Test
    void the_disks_are_seen_once_every_directory_was_listed() {
        DiskPaths mirror = new DiskPaths(edited(MIRROR, "cfg_bak.ini", "= /dev/dcrv", "= /dev/dcrv/,/dev/more"));
        DiskPaths dmasm = new DiskPaths(setting(ExtendedPlans.of(
                ClusterLayout.builder().build(),
                OddClusters.each("cfg_bak.ini", text -> text.replace("= /dev/asm", "= /dev/asm,/dev/more")))));

        for (DiskPaths paths : List.of(mirror, dmasm)) {
            String own = paths == mirror ? "\\dev\\dcrv" : "/dev/asm/";
            assertThat(paths.allListed(Set.of("/dev/more", own, "/tmp"))).isTrue();
            assertThat(paths.allListed(Set.of("/dev/more"))).isFalse();
            assertThat(paths.allListed(Set.of(own))).isFalse();
        }
    }

    @Test
    void of_the_disks_of_one_directory_alone_nobody_knows_all() {
        Planned planned = ExtendedPlans.of(
                ClusterLayout.builder().build(),
                OddClusters.each("cfg_bak.ini", text -> text.replace("= /dev/asm", "= /dev/asm,/dev/more")));

        assertThat(BadPlans.refusal(planned)).isEmpty();
        assertThat(BadPlans.refusal(BadPlans.acting(
                        planned,
                        "disks-visible",
                        Look.ListDisks.class,
                        list -> new Look.ListDisks(list.directories().subList(0, 1), list.disks(), list.sameAs()))))
                .hasValueSatisfying(failure -> assertThat(failure.rule()).isEqualTo(Requirement.PREFLIGHT));
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/dcrv/d0, true",
        "\\dev\\dcrv\\d7, true",
        "/dev/raw/d0, false",
        "/dev/dcrv/more/d0, false",
        "/dev/dcrv, false",
        "d0, false",
    })
    void a_dcrv_disk_lies_in_its_directory_and_aDcr_disk_anywhere(String disk, boolean mayHold) {
        assertThat(new DiskPaths(setting(MIRROR)).mayHold(disk)).isEqualTo(mayHold);
        assertThat(new DiskPaths(setting(GOOD)).mayHold(disk)).isTrue();
    }

    @Test
    void the_dcr_and_the_nodes_both_say_where_dcrv_disks_lie() {
        DiskPaths twoPlaces = new DiskPaths(edited(MIRROR, "cfg_bak.ini", "= /dev/dcrv", "= /dev/disks"));

        assertThat(twoPlaces.mayHold("/dev/dcrv/d0")).isTrue();
        assertThat(twoPlaces.mayHold("/dev/disks/d0")).isTrue();
        assertThat(twoPlaces.mayHold("/dev/d0")).isFalse();
    }

    @Test
    void the_disks_of_the_new_nodes_own_are_disks_of_the_cluster_too() {
        Planned own = ExtendedPlans.of(
                ClusterLayout.builder().build(),
                UnaryOperator.identity(),
                ask -> ask.withValues(Map.of("asm.DCR_EP_ASM_LOAD_PATH", "/dev/asm2")));

        assertThat(new DiskPaths(setting(own)).shows("/dev/asm2")).isTrue();
        assertThat(new DiskPaths(setting(GOOD)).shows("/dev/asm2")).isFalse();
    }

    @Test
    void a_monitor_looks_for_a_css_where_its_host_says_that_it_listens() {
        Setting setting = edited(GOOD, "DSC1/dmdcr.ini", "DMDCR_SEQNO", "DMDCR_CSS_PORT = 11501\nDMDCR_SEQNO");
        Monitors monitors = new Monitors(setting, World.of(setting));
        String text = new String(GOOD.files().bytes(MONITOR), StandardCharsets.UTF_8);

        assertThat(monitors.names(file(text), setting.old())).isFalse();
        assertThat(monitors.names(file(text.replace(":11001", ":11501")), setting.old()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "as it is, CSSM, CSSM, true",
        "with zones, 10.1.0.2:, 10.1.0.2%eth1:, true",
        "in brackets, 10.1.0.2:, [10.1.0.2]:, true",
        "of another cluster, 45331, 45332, false",
        "with another host, 10.1.0.2:, 10.1.0.3:, false",
        "with another port, :11001, :11009, false",
        "without the second CSS, CSSM_CSS_IP = 10.1.0.2, # CSSM_CSS_IP = 10.1.0.2, false",
        "with one CSS twice, CSSM_CSS_IP = 10.1.0.2:11001, CSSM_CSS_IP = 10.1.0.1:11000, false",
    })
    void a_monitors_file_names_every_css_where_it_listens(String what, String from, String to, boolean names) {
        Setting setting = setting(GOOD);
        String text = new String(GOOD.files().bytes(MONITOR), StandardCharsets.UTF_8);
        assertThat(text).contains(from);

        assertThat(new Monitors(setting, World.of(setting)).names(file(text.replace(from, to)), setting.old()))
                .as(what)
                .isEqualTo(names);
    }

    @Test
    void a_monitor_may_name_the_css_in_any_order() {
        Setting setting = setting(GOOD);
        StoredFile turned = file("CSSM_OGUID = 45331\nCSSM_CSS_IP = 10.1.0.2:11001\nCSSM_CSS_IP = 10.1.0.1:11000\n");

        assertThat(new Monitors(setting, World.of(setting)).names(turned, setting.old()))
                .isTrue();
    }

    @Test
    void files_lie_on_hosts_and_a_backup_is_no_configuration() {
        FileId ini = new FileId("b", "/DM.INI");
        FileId backup = new FileId("a", "/dm.ini.bak");
        HostFiles none = HostFiles.of(ClusterFiles.of(Map.of()), new StoredFile.Pool());
        HostFiles two = none.with(ini, file("A = 1")).with(backup, file("A = 2"));

        assertThat(none.ids()).isEmpty();
        assertThat(two.ids()).containsExactly(backup, ini);
        assertThat(two.configurations()).containsExactly(ini);
        assertThat(two.get(ini).ini().global("A")).isEqualTo("1");
        assertThat(two.find(backup)).contains(file("A = 2"));
        assertThat(two.without(ini).contains(ini)).isFalse();
        assertThat(two.without(ini).find(ini)).isEmpty();
        assertThat(two.without(ini).get(ini).bytes()).isEmpty();
        assertThat(two.contains(ini)).isTrue();
        assertThat(HostFiles.of(two.toClusterFiles(), new StoredFile.Pool()))
                .isEqualTo(two)
                .isNotEqualTo(none);
    }

    @Test
    void files_are_the_same_if_their_bytes_are() {
        assertThat(file("A")).isEqualTo(file("A")).isNotEqualTo(file("B")).hasSameHashCodeAs(file("A"));
        assertThat(StoredFile.EMPTY.sha256())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    private static StoredFile file(String text) {
        return new StoredFile(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    private static Setting edited(Planned planned, String name, String from, String to) {
        return Setting.of(
                        planned.plan(),
                        OddClusters.each(name, text -> text.replace(from, to)).apply(planned.files()))
                .orElseThrow();
    }

    private static Setting setting(Planned planned) {
        return Setting.of(planned.plan(), planned.files()).orElseThrow();
    }
}
