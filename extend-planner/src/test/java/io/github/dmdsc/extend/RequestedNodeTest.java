package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Decision;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.check.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The values that a request may give for the new node, and the errors in them that are reported before anything is
 * inferred.
 */
class RequestedNodeTest {
    private final ClusterFiles base = Example.files();

    private static List<String> rejected(ClusterFiles files, ExtendRequest request) {
        PlanResult result = ExtendPlanner.plan(files, request);
        assertThat(result).isInstanceOf(PlanResult.Rejected.class);
        return ((PlanResult.Rejected) result)
                .findings().stream()
                        .filter(Finding::isBlocking)
                        .map(Finding::ruleId)
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.2.103:22",
                "-x",
                "10.0.2.300",
                "10.0.2",
                "10.0.2.0102",
                "010.0.2.103",
                "10.0.2.103%ens01",
                "0.0.0.0",
                "127.0.0.1",
                "localhost",
                "::",
                "::1",
                "fe80::1::2",
                "1:2:3",
                "fe80::12345",
                "1:2:3:4:5:6:7:8:9",
                "主机"
            })
    void an_address_that_other_hosts_cannot_use_is_refused(String address) {
        assertThat(rejected(
                        base, Example.request().host(HostAddress.of(address)).build()))
                .contains("EXT-0113");
        assertThat(rejected(
                        base,
                        Example.request().serviceHost(HostAddress.of(address)).build()))
                .contains("EXT-0113");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.2.103",
                "100.200.250.255",
                "db-3",
                "db3.example.org",
                "fe80::3%ens01",
                "2001:db8::3",
                "1:2:3:4:5:6:7:8"
            })
    void an_address_that_other_hosts_can_use_is_accepted(String address) {
        Example.planned(base, Example.request().host(HostAddress.of(address)).build());
    }

    @Test
    void any_address_of_a_node_identifies_it() {
        assertThat(rejected(
                        base,
                        Example.request()
                                .host(HostAddress.of("192.168.56.102"))
                                .dbPort(Port.of(5300))
                                .build()))
                .contains("EXT-0101");
    }

    @Test
    void a_node_that_only_some_files_list_does_not_exist_yet() {
        PlanResult.Planned planned = Example.manual();
        ClusterFiles begun = planned.target()
                .with(Example.DCR_1, base.bytes(Example.DCR_1))
                .with(Example.DCR_2, base.bytes(Example.DCR_2));

        assertThat(rejected(begun, Example.manualRequest().build())).contains("EXT-0106");
        assertThat(ExtendPlanner.plan(planned.target(), Example.manualRequest().build()))
                .isInstanceOf(PlanResult.AlreadyExtended.class);
    }

    @Test
    void same_machine_without_a_node_gives_a_warning() {
        PlanResult.Planned planned =
                Example.planned(base, Example.request().sameMachine(true).build());

        assertThat(planned.notes()).extracting(Finding::ruleId).contains("EXT-0203");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rel/x", "+DMDATA/bin", "C:\\dmdbms\\bin"})
    void the_program_directory_must_be_absolute(String directory) {
        ClusterFiles files = base;
        for (FileId dmdcr : List.of(Example.DMDCR_1, Example.DMDCR_2)) {
            files = Example.remove(files, dmdcr, "DMDCR_DB_STARTUP_CMD");
            files = Example.remove(files, dmdcr, "DMDCR_ASM_STARTUP_CMD");
        }
        assertThat(rejected(files, Example.request().binDirectory(directory).build()))
                .contains("EXT-0103");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dsc2_config", "C:\\data\\dsc2_config", "D:/data/dsc2_config"})
    void the_configuration_directory_must_be_absolute(String directory) {
        assertThat(rejected(base, Example.request().configPath(directory).build()))
                .contains("EXT-0103");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[x]", "a]#b", " x"})
    void the_name_of_a_section_must_be_valid_in_a_file(String section) {
        assertThat(rejected(
                        base,
                        Example.request().putValues("dmmal.section", section).build()))
                .containsExactly("EXT-0105");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+DMLOG", "+DMLOG/", "++/a", "+/b", "/home/a.log", "+DMLOG/a,+DMLOG/b"})
    void log_files_must_be_in_a_disk_group(String file) {
        assertThat(rejected(
                        base,
                        Example.request()
                                .logFiles(List.of(file, "+DMLOG/log/b.log"))
                                .build()))
                .contains("EXT-0110");
    }

    /** A comma does not split a name: a list of files stays a list. */
    @Test
    void a_log_file_may_have_a_comma_in_its_name() {
        PlanResult.Planned planned = Example.planned(
                base,
                Example.request()
                        .logFiles(List.of("+DMLOG/log/a,b.log", "+DMLOG/log/c.log"))
                        .build());

        assertThat(planned.plan().actions(Change.AddLogFiles.class))
                .singleElement()
                .extracting(Change.AddLogFiles::files)
                .isEqualTo(List.of("+DMLOG/log/a,b.log", "+DMLOG/log/c.log"));
    }

    @Test
    void every_question_can_be_answered_by_its_name() {
        ExtendRequest named = ExtendRequest.forHost("10.0.2.103")
                .putValues("dmmal.MAL_INST_HOST", "192.168.56.103")
                .putValues("log.files", "+DMLOG/a, +DMLOG/b")
                .putValues("log.size", "256")
                .putValues("monitor", "fe80::1:/data/dmcssm.ini")
                .build();
        ExtendRequest planned =
                Example.planned(base.without(Example.MONITOR), named).plan().request();

        assertThat(planned.logFiles()).containsExactly("+DMLOG/a", "+DMLOG/b");
        assertThat(planned.monitor()).contains(new FileId("fe80::1", "/data/dmcssm.ini"));
    }

    @ParameterizedTest
    @CsvSource({"monitor, /data/dmcssm.ini", "monitor, dmcssm.ini", "archives.remote, perhaps"})
    void an_answer_that_cannot_be_read_is_refused(String name, String answer) {
        assertThat(rejected(base, Example.request().putValues(name, answer).build()))
                .contains("EXT-0103");
    }

    @Test
    void a_text_that_no_script_can_hold_is_refused_at_once() {
        assertThat(rejected(
                        OtherClustersTest.mirror(base),
                        Example.request()
                                .addDcrvDisks("/dev/dcrv/d0\n", "/dev/dcrv/d1")
                                .build()))
                .contains("EXT-0105");
    }

    @Test
    void the_plan_checks_the_ports_that_take_effect() {
        ClusterFiles files = base;
        int port = 9700;
        for (FileId dmdcr : List.of(Example.DMDCR_1, Example.DMDCR_2)) {
            files = Example.set(files, dmdcr, "DMDCR_CSS_PORT", Integer.toString(port));
            files = Example.set(files, dmdcr, "DMDCR_ASM_PORT", Integer.toString(port + 50));
            port++;
        }
        files = files.without(Example.MONITOR);
        ExtendRequest request = Example.request()
                .monitor(new FileId("watch", "/data/dmcssm.ini"))
                .build();

        assertThat(Example.planned(files, request).plan().steps())
                .filteredOn(step -> step.id().equals("ports-free"))
                .singleElement()
                .satisfies(step -> assertThat(((Look.ListPorts) step.action()).ports())
                        .contains(9702, 9752)
                        .doesNotContain(9345));
    }

    @Test
    void an_address_follows_the_node_and_does_not_continue_a_pattern() {
        ClusterFiles own = Example.set(base, Example.DM_INI_1, "LISTEN_IP", "10.0.2.101");
        own = Example.set(own, Example.DM_INI_2, "LISTEN_IP", "10.0.2.102");
        ExtendRequest request =
                Example.request().host(HostAddress.of("10.0.9.7")).build();

        assertThat(Example.planned(own, request).plan().decisions())
                .filteredOn(decision -> decision.name().equals("dm.LISTEN_IP"))
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.value()).isEqualTo("10.0.9.7");
                    assertThat(decision.how()).isEqualTo(Decision.How.DERIVED);
                });

        ClusterFiles other = Example.set(base, Example.DM_INI_1, "LISTEN_IP", "172.16.0.1");
        other = Example.set(other, Example.DM_INI_2, "LISTEN_IP", "172.16.0.2");
        assertThat(ExtendPlanner.plan(other, request))
                .isInstanceOfSatisfying(
                        PlanResult.NeedsInput.class,
                        needs -> assertThat(needs.questions())
                                .extracting(Question::name)
                                .containsExactly("dm.LISTEN_IP"));
    }

    @Test
    void a_monitor_on_its_own_host_is_preferred_to_one_on_a_node() {
        ClusterFiles files = base.with(new FileId("10.0.2.101", "/home/data/dmcssm.ini"), base.bytes(Example.MONITOR));

        assertThat(Example.planned(files, Example.request().build()).plan().steps())
                .filteredOn(step -> step.id().equals("extend-node"))
                .singleElement()
                .satisfies(step -> assertThat(step.host()).isEqualTo("monitor"));
    }

    @Test
    void files_that_do_not_belong_to_the_new_node_are_not_copied() {
        FileId export = Example.DM_INI_1.sibling("/home/data/dsc0_config/dmdcr_cfg.ini");
        FileId monitor = Example.DM_INI_1.sibling("/home/data/dsc0_config/dmcssm.ini");
        FileId sqllog = Example.DM_INI_1.sibling("/home/data/dsc0_config/sqllog.ini");
        ClusterFiles files = base.with(export, base.bytes(Example.DCR_1))
                .with(monitor, base.bytes(Example.MONITOR))
                .with(sqllog, "SVR_LOG = 1\n".getBytes(StandardCharsets.UTF_8));
        PlanResult.Planned planned = Example.planned(files, Example.request().build());

        assertThat(planned.plan().steps())
                .filteredOn(step -> step.action() instanceof Change.CopyDirectory)
                .singleElement()
                .satisfies(step -> assertThat(((Change.CopyDirectory) step.action()).except())
                        .contains("dmcssm.ini", "dmdcr_cfg.ini"));
        assertThat(planned.target().ids().stream().filter(file -> file.host().equals("10.0.2.103")))
                .extracting(FileId::name)
                .contains("sqllog.ini")
                .doesNotContain("dmcssm.ini", "dmdcr_cfg.ini");
    }

    @Test
    void a_mal_file_in_the_configuration_directory_is_copied_and_then_written() {
        ClusterFiles files = base;
        for (FileId dmdcr : List.of(Example.DMDCR_1, Example.DMDCR_2)) {
            String directory = dmdcr.equals(Example.DMDCR_1) ? "/home/data/dsc0_config" : "/home/data/dsc1_config";
            FileId mal = dmdcr.sibling("/home/data/dmasvrmal.ini");
            files = files.with(dmdcr.sibling(directory + "/dmasvrmal.ini"), files.bytes(mal))
                    .without(mal);
            files = Example.set(files, dmdcr, "DMDCR_MAL_PATH", directory + "/dmasvrmal.ini");
        }
        PlanResult.Planned planned = Example.planned(files, Example.request().build());

        FileId fresh = new FileId("10.0.2.103", "/home/data/dsc2_config/dmasvrmal.ini");
        assertThat(new String(planned.target().bytes(fresh), StandardCharsets.UTF_8))
                .contains("10.0.2.103");
        assertThat(Stream.of(planned.plan().steps()).flatMap(List::stream))
                .filteredOn(step -> step.action() instanceof Change.WriteFile write
                        && write.file().equals(fresh))
                .hasSize(1);
    }
}
