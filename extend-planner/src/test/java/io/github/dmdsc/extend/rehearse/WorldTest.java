package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cluster before the first step, and what is seen of it. */
class WorldTest {
    private static final Planned GOOD = ExtendedPlans.of(ClusterLayout.builder().build());

    @Test
    void everything_runs_that_the_files_name() {
        World world = world(GOOD.files());

        assertThat(world.processes())
                .containsExactly(
                        new Endpoint(Kind.CSS, "CSS0", "10.1.0.1", Endpoint.Status.WELL),
                        new Endpoint(Kind.CSS, "CSS1", "10.1.0.2", Endpoint.Status.WELL),
                        new Endpoint(Kind.ASM, "ASM0", "10.1.0.1", Endpoint.Status.WELL),
                        new Endpoint(Kind.ASM, "ASM1", "10.1.0.2", Endpoint.Status.WELL),
                        new Endpoint(Kind.DB, "DSC0", "10.1.0.1", Endpoint.Status.WELL),
                        new Endpoint(Kind.DB, "DSC1", "10.1.0.2", Endpoint.Status.WELL));
        assertThat(world.monitors()).containsOnlyKeys(new FileId("monitor0", "/data/dmcssm.ini"));
        assertThat(world.disks()).containsOnlyKeys("/dev/dcr");
    }

    @Test
    void a_group_with_a_failed_endpoint_is_not_well() {
        World world = world(failed("1"));

        assertThat(world.allWell()).isFalse();
        assertThat(world.processes())
                .filteredOn(each -> each.status() == Endpoint.Status.ERROR)
                .extracting(Endpoint::name)
                .containsExactly("DSC0", "DSC1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", ""})
    void a_group_that_counts_no_failed_endpoint_is_well(String count) {
        assertThat(world(failed(count)).allWell()).isTrue();
    }

    @Test
    void a_process_is_found_in_its_group_in_any_spelling() {
        World world = world(OddClusters.each("dmdcr_cfg_bak.ini", text -> text.replace("= ASM1", "= CSS1"))
                .apply(GOOD.files()));

        assertThat(world.process(Kind.ASM, "css1")).map(Endpoint::kind).contains(Kind.ASM);
        assertThat(world.process(Kind.ASM, "CSS0")).isEmpty();
    }

    @Test
    void what_was_copied_and_removed_again_is_no_copy() {
        FileId from = new FileId("10.1.0.1", "/data/DSC0_conf");
        FileId to = new FileId("10.1.0.3", "/data/DSC2_conf");
        FileId other = new FileId("10.1.0.3", "/data/other");
        World copied = world(GOOD.files()).withCopy(from, to).withCopy(from, other);

        assertThat(copied.withoutCopy(to).copies()).containsOnlyKeys(other);
    }

    @Test
    void the_printed_state_names_what_is_otherwise_than_before() {
        Setting setting = Setting.of(GOOD.plan(), GOOD.files()).orElseThrow();
        World before = World.of(setting);
        FileId added = new FileId("10.1.0.3", "/data/DSC2/dmdcr.ini");
        FileId changed = new FileId("10.1.0.1", "/data/DSC0_conf/dmmal.ini");
        StoredFile text = new StoredFile(new byte[] {'#'}, Optional.empty());
        World after = before.with(before.files().with(added, text).with(changed, text))
                .withLogFiles(List.of(new Onward.LogFile("+LOG/n2_1.log", "128")))
                .withFailed("DSC1");

        assertThat(Screen.state(setting, before))
                .startsWith(Screen.show(setting, before))
                .endsWith("=\n/dev/dcr: as before\n");
        assertThat(Screen.state(setting, after))
                .startsWith(Screen.show(setting, before))
                .endsWith("""
                        =
                        /dev/dcr: as before
                        + +LOG/n2_1.log  128 MB
                        ~ 10.1.0.1:/data/DSC0_conf/dmmal.ini
                        + 10.1.0.3:/data/DSC2/dmdcr.ini
                        ! DSC1
                        """);
        assertThat(Screen.state(setting, before.withDisks(List.of("/dev/dcr"), text)))
                .endsWith("=\n/dev/dcr: extended\n");
    }

    @Test
    void the_printed_processes_have_the_names_and_ports_of_the_dcr_and_how_they_are() {
        Setting setting = Setting.of(GOOD.plan(), failed("1")).orElseThrow();

        List<String> lines = Screen.show(setting, World.of(setting))
                .lines()
                .map(line -> line.replaceAll(" +", " ").strip())
                .filter(line -> (line.startsWith("====") && line.contains("group")) || line.matches(".* (TRUE|FALSE)"))
                .toList();

        List<String> expected = new ArrayList<>();
        int number = 0;
        for (Kind kind : Kind.values()) {
            Dcr.Group group = setting.old().group(kind).orElseThrow();
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
        assertThat(setting.old().endpoints(Kind.CSS))
                .extracting(part -> part.get(DcrEndpoint.PORT))
                .doesNotHaveDuplicates();
    }

    private static ClusterFiles failed(String count) {
        return OddClusters.each(
                        "dmdcr_cfg_bak.ini",
                        text -> text.replace("DCR_GRP_TYPE = DB", "DCR_GRP_TYPE = DB\nDCR_GRP_N_ERR_EP = " + count))
                .apply(GOOD.files());
    }

    private static World world(ClusterFiles files) {
        return World.of(Setting.of(GOOD.plan(), files).orElseThrow());
    }
}
