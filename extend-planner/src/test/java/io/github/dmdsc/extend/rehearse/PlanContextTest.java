package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The facts that a rehearsal takes from the files and the plan: the state before the first step, which of several files
 * counts, and the owners of addresses, disks and files.
 */
class PlanContextTest {
    private static final Planned RESTARTED =
            ExtendedPlans.of(ClusterLayout.builder().dbRestart(Restart.COMMAND).build());
    private static final Planned BY_HAND =
            ExtendedPlans.of(ClusterLayout.builder().dbRestart(Restart.NONE).build());
    private static final Planned MIRROR = ExtendedPlans.of(
            ClusterLayout.builder().edition(StorageEdition.MIRROR).build());
    private static final FileId FIRST_DM_INI = new FileId("10.1.0.1", "/data/DSC0_conf/dm.ini");
    private static final Planned GOOD = ExtendedPlans.of(ClusterLayout.builder().build());
    private static final FileId MONITOR = new FileId("monitor0", "/data/dmcssm.ini");
    private static final Planned ON_THE_FIRST_HOST = ExtendedPlans.of(
            ClusterLayout.builder().build(),
            files -> files,
            ask -> ask.withHost(HostAddress.of("10.1.0.1"))
                    .withServiceHost(HostAddress.of("192.168.1.1"))
                    .withSameMachine(true));
    private static final FileId OLD_DMDCR = new FileId("10.1.0.1", "/data/DSC0/dmdcr.ini");

    @Test
    void every_node_has_its_own_files_in_the_order_of_the_seqnos() {
        assertThat(context(RESTARTED, RESTARTED.files()).nodes())
                .containsExactly(
                        new PlanContext.Node(new FileId("10.1.0.1", "/data/DSC0/dmdcr.ini"), FIRST_DM_INI),
                        new PlanContext.Node(
                                new FileId("10.1.0.2", "/data/DSC1/dmdcr.ini"),
                                new FileId("10.1.0.2", "/data/DSC1_conf/dm.ini")));
    }

    @Test
    void nodes_without_seqnos_in_the_dcr_are_numbered_by_position() {
        ClusterFiles files = BadPlans.each("dmdcr_cfg_bak.ini", text -> text.replaceAll("DCR_EP_SEQNO = [01]\\n", ""))
                .apply(RESTARTED.files());

        assertThat(context(RESTARTED, files).nodes())
                .isEqualTo(context(RESTARTED, RESTARTED.files()).nodes());
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.0.0, /data/DSC0_conf/dm.ini, on another host",
        "10.1.0.1, /data/DSC0_conf/a_dm.ini, of another name",
        "10.1.0.1, /a/dm.ini, of another place",
    })
    void a_copy_of_dm_ini_does_not_belong_to_the_instance(String host, String path, String what) {
        for (Planned planned : List.of(RESTARTED, BY_HAND)) {
            ClusterFiles files =
                    planned.files().with(new FileId(host, path), planned.files().bytes(FIRST_DM_INI));

            assertThat(context(planned, files).nodes().get(0).dmIni()).as(what).isEqualTo(FIRST_DM_INI);
        }
    }

    @Test
    void the_dm_ini_of_the_startup_command_takes_precedence() {
        FileId started = new FileId("10.1.0.1", "/run/dm.ini");
        ClusterFiles files = BadPlans.each(
                        "DSC0/dmdcr.ini", text -> text.replace("/data/DSC0_conf/dm.ini", "/run/dm.ini"))
                .apply(RESTARTED.files())
                .with(started, RESTARTED.files().bytes(FIRST_DM_INI));

        assertThat(context(RESTARTED, files).nodes().get(0).dmIni()).isEqualTo(started);
    }

    @Test
    void the_only_dm_ini_with_its_name_belongs_to_an_instance() {
        FileId moved = new FileId("10.1.0.1", "/moved/dm.ini");

        assertThat(context(
                                BY_HAND,
                                without(BY_HAND.files(), FIRST_DM_INI)
                                        .with(moved, BY_HAND.files().bytes(FIRST_DM_INI)))
                        .nodes()
                        .get(0)
                        .dmIni())
                .isEqualTo(moved);
    }

    @Test
    void on_one_machine_each_instance_has_the_dm_ini_with_its_name() {
        Planned together = ExtendedPlans.of(
                ClusterLayout.builder().dbRestart(Restart.NONE).oneMachine(true).build());

        assertThat(context(together, together.files()).nodes())
                .extracting(node -> node.dmIni().path())
                .containsExactly("/data/DSC0_conf/dm.ini", "/data/DSC1_conf/dm.ini");
    }

    @Test
    void the_nodes_and_not_the_commands_name_the_dcr_disk() {
        Planned other = BadPlans.inserted(RESTARTED, "export-dcr", new Look.CheckDcr("/dev/other"));

        assertThat(context(other, other.files()).disks()).containsExactly("/dev/dcr");
    }

    static Stream<Action> ofAnotherDisk() {
        FileId file = new FileId("10.1.0.1", "/tmp/a.ini");
        return Stream.of(
                new Look.ExportDcr("/dev/dcrv/d7", file, Look.DcrConfiguration.BASE),
                new Change.ExtendDcr(List.of("/dev/dcrv/d7"), file),
                new Look.CheckDcr("/dev/dcrv/d7"),
                new Change.InitialiseDcr(List.of("/dev/dcrv/d7"), file, Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("ofAnotherDisk")
    void every_command_for_a_dcrv_disk_counts(Action action) {
        Planned more = BadPlans.inserted(MIRROR, "export-dcr", action);

        assertThat(context(more, more.files()).disks()).hasSize(4).contains("/dev/dcrv/d7");
    }

    @Test
    void commands_name_the_dcrv_disks_and_the_disks_of_unknown_nodes() {
        ClusterFiles noNodes = RESTARTED.files();
        for (FileId file : RESTARTED.files().ids()) {
            noNodes = file.name().equals("dmdcr.ini") ? without(noNodes, file) : noNodes;
        }

        assertThat(context(MIRROR, MIRROR.files()).mirror()).isTrue();
        assertThat(context(MIRROR, MIRROR.files()).disks())
                .containsExactly("/dev/dcrv/d0", "/dev/dcrv/d1", "/dev/dcrv/d2");
        assertThat(context(RESTARTED, noNodes).nodes()).isEmpty();
        assertThat(context(RESTARTED, noNodes).disks()).containsExactly("/dev/dcr");
        assertThat(ModelState.of(context(RESTARTED, noNodes)).processes())
                .hasSize(6)
                .allSatisfy(each -> assertThat(each.host()).isEmpty());
    }

    @Test
    void the_console_is_the_monitor_of_extend_node() {
        Planned other = BadPlans.acting(
                RESTARTED,
                "extend-node",
                Control.ExtendNode.class,
                extend -> new Control.ExtendNode(new FileId("monitor0", "/second.ini")));
        Planned none = BadPlans.without(RESTARTED, "extend-node");

        assertThat(context(RESTARTED, RESTARTED.files()).console())
                .contains(new FileId("monitor0", "/data/dmcssm.ini"));
        assertThat(context(other, other.files()).console()).contains(new FileId("monitor0", "/second.ini"));
        assertThat(context(none, none.files()).console()).isEmpty();
    }

    @Test
    void only_dminit_ini_lists_old_log_files() {
        String text = "[DSC0]\nPATH = +DATA/dsc\nLOG_PATH = +LOG/n0_1.log\nLOG_PATH = +log/n0_2.log\n";
        ClusterFiles made = RESTARTED.files().with(new FileId("10.1.0.1", "/data/DMINIT.INI"), bytes(text));

        assertThat(context(RESTARTED, made).oldLogFiles()).containsExactlyInAnyOrder("+LOG/N0_1.LOG", "+LOG/N0_2.LOG");
        assertThat(context(RESTARTED, RESTARTED.files().with(new FileId("10.1.0.1", "/data/other.ini"), bytes(text)))
                        .oldLogFiles())
                .isEmpty();
    }

    @Test
    void files_without_a_dcr_configuration_are_no_cluster() {
        assertThat(PlanContext.of(RESTARTED.plan(), ClusterFiles.of(Map.of()))).isEmpty();
    }

    private static PlanContext context(Planned planned, ClusterFiles files) {
        return PlanContext.of(planned.plan(), files).orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ClusterFiles without(ClusterFiles files, FileId gone) {
        Map<FileId, byte[]> left = new TreeMap<>();
        files.ids().forEach(file -> left.put(file, files.bytes(file)));
        left.remove(gone);
        return ClusterFiles.of(left);
    }

    @Test
    void every_process_that_the_files_name_runs() {
        ModelState state = state(GOOD.files());

        assertThat(state.processes())
                .containsExactly(
                        new Endpoint(Kind.CSS, "CSS0", "10.1.0.1", Endpoint.Status.WELL),
                        new Endpoint(Kind.CSS, "CSS1", "10.1.0.2", Endpoint.Status.WELL),
                        new Endpoint(Kind.ASM, "ASM0", "10.1.0.1", Endpoint.Status.WELL),
                        new Endpoint(Kind.ASM, "ASM1", "10.1.0.2", Endpoint.Status.WELL),
                        new Endpoint(Kind.DB, "DSC0", "10.1.0.1", Endpoint.Status.WELL),
                        new Endpoint(Kind.DB, "DSC1", "10.1.0.2", Endpoint.Status.WELL));
        assertThat(state.monitors()).containsOnlyKeys(new FileId("monitor0", "/data/dmcssm.ini"));
        assertThat(state.disks()).containsOnlyKeys("/dev/dcr");
    }

    @Test
    void a_group_with_a_failed_endpoint_is_not_well() {
        ModelState state = state(failed("1"));

        assertThat(state.allWell()).isFalse();
        assertThat(state.processes())
                .filteredOn(each -> each.status() == Endpoint.Status.ERROR)
                .extracting(Endpoint::name)
                .containsExactly("DSC0", "DSC1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", ""})
    void a_group_that_counts_no_failed_endpoint_is_well(String count) {
        assertThat(state(failed(count)).allWell()).isTrue();
    }

    @Test
    void a_process_is_found_in_its_group_in_any_spelling() {
        ModelState state = state(BadPlans.each("dmdcr_cfg_bak.ini", text -> text.replace("= ASM1", "= CSS1"))
                .apply(GOOD.files()));

        assertThat(state.process(Kind.ASM, "css1")).map(Endpoint::kind).contains(Kind.ASM);
        assertThat(state.process(Kind.ASM, "CSS0")).isEmpty();
    }

    @Test
    void a_copy_that_was_removed_does_not_count() {
        FileId from = new FileId("10.1.0.1", "/data/DSC0_conf");
        FileId to = new FileId("10.1.0.3", "/data/DSC2_conf");
        FileId other = new FileId("10.1.0.3", "/data/other");
        ModelState copied = state(GOOD.files()).withCopy(from, to).withCopy(from, other);

        assertThat(copied.withoutCopy(to).copies()).containsOnlyKeys(other);
    }

    @Test
    void the_printed_state_shows_the_differences() {
        PlanContext context = PlanContext.of(GOOD.plan(), GOOD.files()).orElseThrow();
        ModelState before = ModelState.of(context);
        FileId added = new FileId("10.1.0.3", "/data/DSC2/dmdcr.ini");
        FileId changed = new FileId("10.1.0.1", "/data/DSC0_conf/dmmal.ini");
        StoredFile text = new StoredFile(new byte[] {'#'}, Optional.empty());
        ModelState after = before.with(before.files().with(added, text).with(changed, text))
                .withLogFiles(List.of(new ForwardAct.LogFile("+LOG/n2_1.log", "128")))
                .withFailed("DSC1");

        assertThat(StateText.state(context, before))
                .startsWith(StateText.show(context, before))
                .endsWith("=\n/dev/dcr: as before\n");
        assertThat(StateText.state(context, after))
                .startsWith(StateText.show(context, before))
                .endsWith("""
                        =
                        /dev/dcr: as before
                        + +LOG/n2_1.log  128 MB
                        ~ 10.1.0.1:/data/DSC0_conf/dmmal.ini
                        + 10.1.0.3:/data/DSC2/dmdcr.ini
                        ! DSC1
                        """);
        assertThat(StateText.state(context, before.withDisks(List.of("/dev/dcr"), text)))
                .endsWith("=\n/dev/dcr: extended\n");
    }

    @Test
    void the_printed_processes_have_names_ports_and_states() {
        PlanContext context = PlanContext.of(GOOD.plan(), failed("1")).orElseThrow();

        List<String> lines = StateText.show(context, ModelState.of(context))
                .lines()
                .map(line -> line.replaceAll(" +", " ").strip())
                .filter(line -> (line.startsWith("====") && line.contains("group")) || line.matches(".* (TRUE|FALSE)"))
                .toList();

        List<String> expected = new ArrayList<>();
        int number = 0;
        for (Kind kind : Kind.values()) {
            Dcr.Group group = context.old().group(kind).orElseThrow();
            String status = kind == Kind.DB ? "SHUTDOWN SHUTDOWN ERROR FALSE" : "OPEN WORKING OK TRUE";
            expected.add("=========== group[name = " + group.head().get(DcrGroup.NAME) + ", seq = " + number++
                    + ", type = " + kind + ", Control Node = 0] ===========");
            for (int i = 0; i < group.endpoints().size(); i++) {
                Ini.Part endpoint = group.endpoints().get(i);
                expected.add(
                        endpoint.get(DcrEndpoint.NAME) + " " + i + " " + endpoint.get(DcrEndpoint.PORT) + " " + status);
            }
        }
        assertThat(lines).isEqualTo(expected).hasSize(9);
        assertThat(context.old().endpoints(Kind.CSS))
                .extracting(part -> part.get(DcrEndpoint.PORT))
                .doesNotHaveDuplicates();
    }

    private static ClusterFiles failed(String count) {
        return BadPlans.each(
                        "dmdcr_cfg_bak.ini",
                        text -> text.replace("DCR_GRP_TYPE = DB", "DCR_GRP_TYPE = DB\nDCR_GRP_N_ERR_EP = " + count))
                .apply(GOOD.files());
    }

    private static ModelState state(ClusterFiles files) {
        return ModelState.of(PlanContext.of(GOOD.plan(), files).orElseThrow());
    }

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
    void an_address_of_an_old_host_does_not_belong_to_the_new_node(String address, boolean elsewhere) {
        assertThat(new Addresses(context(GOOD)).isElsewhere(address)).isEqualTo(elsewhere);
    }

    @Test
    void the_addresses_of_a_shared_host_belong_to_the_new_node_too() {
        Addresses shared = new Addresses(context(ExtendedPlans.of(
                ClusterLayout.builder().build(),
                UnaryOperator.identity(),
                ask -> ask.withHost(HostAddress.of("10.1.0.1"))
                        .withServiceHost(HostAddress.of("192.168.1.1"))
                        .withSameMachine(true))));

        assertThat(shared.isElsewhere("10.1.0.1")).isFalse();
        assertThat(shared.isElsewhere("192.168.1.1")).isFalse();
        assertThat(shared.isElsewhere("10.1.0.2")).isTrue();
        assertThat(shared.isNewHost("192.168.1.1")).isTrue();
        assertThat(shared.isNewHost("10.1.0.2")).isFalse();
        assertThat(new Addresses(context(GOOD)).isNewHost("10.1.0.3%eth0")).isTrue();
        assertThat(new Addresses(context(GOOD)).isNewHost("192.168.1.1")).isFalse();
    }

    @Test
    void an_address_is_known_from_any_file() {
        for (String file : new String[] {"dmasvrmal.ini", "dmmal.ini"}) {
            Addresses known = new Addresses(edited(GOOD, file, "= 10.1.0.2", "= 10.9.0.2"));

            assertThat(known.isElsewhere("10.9.0.2")).as(file).isTrue();
            assertThat(known.isElsewhere("10.1.0.2")).as(file).isTrue();
        }
        PlanContext withoutCss1 = PlanContext.of(
                        GOOD.plan(),
                        BadPlans.each(
                                        "cfg_bak.ini",
                                        text -> text.replaceAll("(?s)\\[GRP_CSS\\]\\nDCR_EP_NAME = CSS1.*?\\n\\n", ""))
                                .apply(GOOD.files()))
                .orElseThrow();
        assertThat(withoutCss1.before()).isEqualTo(1);
        assertThat(new Addresses(withoutCss1).isElsewhere("10.1.0.2")).isTrue();
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
    void a_list_of_the_directory_of_a_disk_shows_the_disk(String listed, boolean shown, boolean shownOfMirror) {
        assertThat(new DiskPaths(context(GOOD)).shows(listed)).isEqualTo(shown);
        assertThat(new DiskPaths(context(MIRROR)).shows(listed)).isEqualTo(shownOfMirror);
    }

    @Test
    void the_disks_are_seen_once_every_directory_was_listed() {
        DiskPaths mirror = new DiskPaths(edited(MIRROR, "cfg_bak.ini", "= /dev/dcrv", "= /dev/dcrv/,/dev/more"));
        DiskPaths dmasm = new DiskPaths(context(ExtendedPlans.of(
                ClusterLayout.builder().build(),
                BadPlans.each("cfg_bak.ini", text -> text.replace("= /dev/asm", "= /dev/asm,/dev/more")))));

        for (DiskPaths paths : List.of(mirror, dmasm)) {
            String own = paths == mirror ? "\\dev\\dcrv" : "/dev/asm/";
            assertThat(paths.allListed(Set.of("/dev/more", own, "/tmp"))).isTrue();
            assertThat(paths.allListed(Set.of("/dev/more"))).isFalse();
            assertThat(paths.allListed(Set.of(own))).isFalse();
        }
    }

    @Test
    void one_of_several_directories_does_not_show_all_disks() {
        Planned planned = ExtendedPlans.of(
                ClusterLayout.builder().build(),
                BadPlans.each("cfg_bak.ini", text -> text.replace("= /dev/asm", "= /dev/asm,/dev/more")));

        assertThat(BadPlans.refusal(planned)).isEmpty();
        assertThat(BadPlans.refusal(BadPlans.acting(
                        planned,
                        "disks-visible",
                        Look.ListDisks.class,
                        list -> new Look.ListDisks(list.directories().subList(0, 1), list.disks(), list.sameAs()))))
                .hasValueSatisfying(failure -> assertThat(failure.requirement()).isEqualTo(Requirement.PREFLIGHT));
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
    void a_dcrv_disk_must_be_in_its_directory_and_a_dcr_disk_may_be_anywhere(String disk, boolean mayHold) {
        assertThat(new DiskPaths(context(MIRROR)).mayHold(disk)).isEqualTo(mayHold);
        assertThat(new DiskPaths(context(GOOD)).mayHold(disk)).isTrue();
    }

    @Test
    void both_the_dcr_and_the_nodes_give_the_directory_of_dcrv_disks() {
        DiskPaths twoPlaces = new DiskPaths(edited(MIRROR, "cfg_bak.ini", "= /dev/dcrv", "= /dev/disks"));

        assertThat(twoPlaces.mayHold("/dev/dcrv/d0")).isTrue();
        assertThat(twoPlaces.mayHold("/dev/disks/d0")).isTrue();
        assertThat(twoPlaces.mayHold("/dev/d0")).isFalse();
    }

    @Test
    void disks_in_the_new_nodes_own_directory_count() {
        Planned own = ExtendedPlans.of(
                ClusterLayout.builder().build(),
                UnaryOperator.identity(),
                ask -> ask.withValues(Map.of("asm.DCR_EP_ASM_LOAD_PATH", "/dev/asm2")));

        assertThat(new DiskPaths(context(own)).shows("/dev/asm2")).isTrue();
        assertThat(new DiskPaths(context(GOOD)).shows("/dev/asm2")).isFalse();
    }

    @Test
    void a_monitor_must_have_the_css_port_of_dmdcr_ini() {
        PlanContext context = edited(GOOD, "DSC1/dmdcr.ini", "DMDCR_SEQNO", "DMDCR_CSS_PORT = 11501\nDMDCR_SEQNO");
        Monitors monitors = new Monitors(context, ModelState.of(context));
        String text = new String(GOOD.files().bytes(MONITOR), StandardCharsets.UTF_8);

        assertThat(monitors.names(file(text), context.old())).isFalse();
        assertThat(monitors.names(file(text.replace(":11001", ":11501")), context.old()))
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
    void a_monitor_must_have_every_css_with_its_address_and_port(String what, String from, String to, boolean names) {
        PlanContext context = context(GOOD);
        String text = new String(GOOD.files().bytes(MONITOR), StandardCharsets.UTF_8);
        assertThat(text).contains(from);

        assertThat(new Monitors(context, ModelState.of(context)).names(file(text.replace(from, to)), context.old()))
                .as(what)
                .isEqualTo(names);
    }

    @Test
    void a_monitor_may_name_the_css_in_any_order() {
        PlanContext context = context(GOOD);
        StoredFile turned = file("CSSM_OGUID = 45331\nCSSM_CSS_IP = 10.1.0.2:11001\nCSSM_CSS_IP = 10.1.0.1:11000\n");

        assertThat(new Monitors(context, ModelState.of(context)).names(turned, context.old()))
                .isTrue();
    }

    @Test
    void a_backup_is_no_configuration_file() {
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
    void files_are_equal_if_their_bytes_are() {
        assertThat(file("A")).isEqualTo(file("A")).isNotEqualTo(file("B")).hasSameHashCodeAs(file("A"));
        assertThat(StoredFile.EMPTY.sha256())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    private static StoredFile file(String text) {
        return new StoredFile(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    private static PlanContext edited(Planned planned, String name, String from, String to) {
        return PlanContext.of(
                        planned.plan(),
                        BadPlans.each(name, text -> text.replace(from, to)).apply(planned.files()))
                .orElseThrow();
    }

    private static PlanContext context(Planned planned) {
        return PlanContext.of(planned.plan(), planned.files()).orElseThrow();
    }

    /** Copies the first node's files to a host under the names of the new node. */
    private static NewNodeFiles copiedTo(String host, PlanContext context) {
        FileId dmdcr = new FileId(host, "/data/DSC2/dmdcr.ini");
        FileId directory = new FileId(host, "/data/DSC2_conf");
        HostFiles files = context.base()
                .with(dmdcr, context.base().get(OLD_DMDCR))
                .with(
                        directory.sibling("/data/DSC2_conf/dm.ini"),
                        context.base().get(FIRST_DM_INI));
        ModelState state =
                ModelState.of(context).with(files).withCopy(FIRST_DM_INI.sibling(FIRST_DM_INI.directory()), directory);
        return new NewNodeFiles(context, state);
    }

    @Test
    void the_new_nodes_files_are_on_its_own_host() {
        NewNodeFiles files = copiedTo("10.1.0.3", context(GOOD));

        assertThat(files.dmdcr()).contains(new FileId("10.1.0.3", "/data/DSC2/dmdcr.ini"));
        assertThat(files.dmIni()).contains(new FileId("10.1.0.3", "/data/DSC2_conf/dm.ini"));
    }

    @Test
    void files_on_another_host_do_not_belong_to_the_new_node() {
        NewNodeFiles files = copiedTo("10.1.0.2", context(GOOD));

        assertThat(files.dmdcr()).isEmpty();
        assertThat(files.dmIni()).isEmpty();
    }

    @Test
    void existing_files_on_a_shared_host_do_not_belong_to_the_new_node() {
        PlanContext context = context(ON_THE_FIRST_HOST);
        NewNodeFiles before = new NewNodeFiles(context, ModelState.of(context));

        assertThat(before.dmdcr()).isEmpty();
        assertThat(before.dmIni()).isEmpty();
        assertThat(copiedTo("10.1.0.1", context).dmdcr()).contains(new FileId("10.1.0.1", "/data/DSC2/dmdcr.ini"));
    }
}
