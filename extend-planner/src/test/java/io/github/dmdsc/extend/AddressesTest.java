package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Decision;
import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The addresses of the new node, and how they follow from the addresses of the other nodes. */
class AddressesTest {
    private static final ClusterFiles BASE = Example.files();

    /** The endpoints use the internal addresses, the service addresses, or addresses that no other file has. */
    @ParameterizedTest
    @CsvSource({
        "192.168.56.101, 192.168.56.102, 192.168.56.103",
        "10.0.2.101, 10.0.2.102, 10.0.2.103",
        "10.7.0.1, 10.7.0.2, ",
    })
    void an_endpoint_is_in_the_network_of_its_siblings(String first, String second, String fresh) {
        String monitor = new String(BASE.bytes(Example.MONITOR), StandardCharsets.UTF_8)
                .replace("10.0.2.101", first)
                .replace("10.0.2.102", second);
        ClusterFiles files = Example.bothDcr(2, "DCR_EP_HOST", first, second)
                .with(Example.MONITOR, monitor.getBytes(StandardCharsets.UTF_8));
        if (fresh == null) {
            assertThat(Example.questions(files, Example.request().build()))
                    .singleElement()
                    .satisfies(question -> {
                        assertThat(question.name()).isEqualTo("css.DCR_EP_HOST");
                        assertThat(question.attribute()).isEqualTo("values");
                        assertThat(question.evidence())
                                .extracting(Evidence::value)
                                .containsExactly(first, second);
                    });
        } else {
            assertThat(Example.planned(files, Example.request().build())
                            .target()
                            .bytes(Example.DCR_1))
                    .asString(StandardCharsets.UTF_8)
                    .containsPattern("CSS2\r?\nDCR_EP_HOST = " + fresh.replace(".", "[.]"));
        }
    }

    /** If the files are kept under host names, dmmal.ini gives the internal addresses. */
    @Test
    void files_under_host_names_give_the_same_plan() {
        ClusterFiles named = ClusterFiles.empty();
        for (FileId file : BASE.ids()) {
            String host = file.host().replace("10.0.2.101", "node1").replace("10.0.2.102", "node2");
            named = named.with(new FileId(host, file.path()), BASE.bytes(file));
        }
        PlanResult.Planned planned = Example.planned(named, Example.request().build());

        assertThat(planned.target().bytes(new FileId("node1", Example.DCR_1.path())))
                .isEqualTo(Example.planned(BASE, Example.request().build())
                        .target()
                        .bytes(Example.DCR_1));
    }

    @Test
    void the_service_address_follows_if_clients_use_the_internal_address() {
        ClusterFiles files = BASE;
        for (FileId mal : List.of(Example.MAL_1, Example.MAL_2)) {
            files = Example.set(files, mal, 1, "mal_inst_host", "10.0.2.101");
            files = Example.set(files, mal, 2, "mal_inst_host", "10.0.2.102");
        }
        PlanResult.Planned planned = Example.planned(
                files, Example.request().serviceHost(Optional.empty()).build());

        assertThat(Example.onNewHost(planned, "/home/data/dsc2_config/dmmal.ini"))
                .contains("mal_inst_host=10.0.2.103");
        assertThat(Example.decision(planned, "dmmal.MAL_INST_HOST").how()).isEqualTo(Decision.How.DERIVED);
    }

    @Test
    void the_name_of_the_host_has_no_zone() {
        GeneratedCluster cluster =
                new GeneratedCluster(ClusterLayout.builder().ipv6(true).build());

        assertThat(Example.planned(cluster.files(), cluster.next(2))
                        .plan()
                        .newNode()
                        .host())
                .isEqualTo("fe80::1:3");
    }

    @Test
    void addresses_of_one_machine_do_not_identify_a_node() {
        GeneratedCluster cluster =
                new GeneratedCluster(ClusterLayout.builder().oneMachine(true).build());
        ClusterFiles files = cluster.files();
        for (FileId file : files.ids()) {
            if (file.name().equals("dm.ini")) {
                files = Example.set(files, file, "LISTEN_IP", "10.1.0.1");
            }
        }
        PlanResult.Planned planned = Example.planned(files, cluster.next(2));

        assertThat(planned.plan().decisions())
                .noneMatch(decision -> decision.name().equals("dm.LISTEN_IP"));
        assertThat(planned.plan().newNode().host()).isEqualTo("10.1.0.1");
    }

    @Test
    void a_service_address_may_be_a_host_name() {
        PlanResult.Planned planned = Example.planned(
                BASE,
                Example.request().serviceHost(HostAddress.of("db3.example.org")).build());

        assertThat(Example.onNewHost(planned, "/home/data/dsc2_config/dmmal.ini"))
                .contains("mal_inst_host=db3.example.org");
    }

    /** The address of a shared machine in a path stays, because it does not stand for one node. */
    @Test
    void the_address_of_a_shared_machine_does_not_stand_for_a_node() {
        GeneratedCluster cluster =
                new GeneratedCluster(ClusterLayout.builder().oneMachine(true).build());
        ClusterFiles files = cluster.files();
        for (FileId file : files.ids()) {
            if (file.name().equals("dm.ini")) {
                String name = value(files, file, "INSTANCE_NAME");
                files = Example.set(files, file, "BAK_DIR", "/bak/10.1.0.1/" + name);
            }
        }
        ExtendRequest elsewhere = ExtendRequest.builder()
                .from(cluster.next(2))
                .sameMachine(false)
                .host(HostAddress.of("10.1.0.9"))
                .serviceHost(HostAddress.of("192.168.1.9"))
                .build();

        assertThat(Example.decision(Example.planned(files, elsewhere), "dm.BAK_DIR")
                        .value())
                .isEqualTo("/bak/10.1.0.1/DSC2");
    }

    private static String value(ClusterFiles files, FileId file, String key) {
        return IniDocument.parse(files.bytes(file))
                .global()
                .first(key)
                .map(IniEntry::value)
                .orElseThrow();
    }

    /** One file does not show whether the address stands for the node or for something else. */
    @ParameterizedTest
    @CsvSource({"10.1.0.1, true", "10.1.0.11, false", "192.168.1.1, true", "0.0.0.0, false"})
    void an_address_of_the_only_node_becomes_a_question(String address, boolean asked) {
        GeneratedCluster one =
                new GeneratedCluster(ClusterLayout.builder().nodes(1).build());
        ClusterFiles files = one.files();
        for (FileId file : files.ids()) {
            if (file.name().equals("dm.ini")) {
                files = Example.set(files, file, "LISTEN_IP", address);
            }
        }

        List<String> names = Example.questions(files, one.next(1)).stream()
                .map(Question::name)
                .toList();
        assertThat(names.contains("dm.LISTEN_IP")).isEqualTo(asked);
    }

    @Test
    void a_path_with_the_address_of_the_only_node_becomes_a_question() {
        GeneratedCluster one =
                new GeneratedCluster(ClusterLayout.builder().nodes(1).build());
        ClusterFiles files = ClusterFiles.empty();
        for (FileId file : one.files().ids()) {
            String text = new String(one.files().bytes(file), StandardCharsets.UTF_8);
            files = files.with(
                    new FileId(file.host(), file.path().replace("/data/DSC0/", "/data/10.1.0.1/DSC0/")),
                    text.replace("/data/DSC0/", "/data/10.1.0.1/DSC0/").getBytes(StandardCharsets.UTF_8));
        }

        ExtendRequest named = ExtendRequest.builder()
                .from(one.next(1))
                .dbName("DSC1")
                .configPath("/data/DSC1_conf")
                .build();

        assertThat(Example.questions(files, named)).extracting(Question::name).contains("dmdcr.path");
        assertThat(Example.questions(one.files(), named))
                .extracting(Question::name)
                .doesNotContain("dmdcr.path");
    }

    @Test
    void a_value_that_follows_from_the_service_address_is_no_second_question() {
        ClusterFiles files = Example.set(BASE, Example.DM_INI_1, "LISTEN_IP", "192.168.56.101");
        files = Example.set(files, Example.DM_INI_2, "LISTEN_IP", "192.168.56.102");

        assertThat(Example.questions(
                        files, Example.request().serviceHost(Optional.empty()).build()))
                .extracting(Question::name)
                .containsExactly("dmmal.MAL_INST_HOST");
        assertThat(Example.decision(Example.planned(files, Example.request().build()), "dm.LISTEN_IP")
                        .value())
                .isEqualTo("192.168.56.103");
    }

    /**
     * The directories of the collected files may have other names for the hosts. A node on the same machine uses that
     * name.
     */
    @Test
    void files_of_a_node_on_the_same_machine_are_kept_under_its_name() {
        GeneratedCluster cluster =
                new GeneratedCluster(ClusterLayout.builder().oneMachine(true).build());
        ClusterFiles named = ClusterFiles.empty();
        for (FileId file : cluster.files().ids()) {
            String host = file.host().replace("10.1.0.1", "box");
            named = named.with(new FileId(host, file.path()), cluster.files().bytes(file));
        }
        PlanResult.Planned planned = Example.planned(named, cluster.next(2));

        assertThat(planned.plan().newNode().host()).isEqualTo("box");
        assertThat(planned.target().bytes(new FileId("box", "/data/DSC2_conf/dmmal.ini")))
                .asString(StandardCharsets.UTF_8)
                .containsPattern("DSC2\\s+MAL_HOST *= *10[.]1[.]0[.]1");
        assertThat(planned.plan().files())
                .noneMatch(change -> change.file().host().startsWith("10."));
        FileId left = new FileId("box", "/data/DSC2_conf/x.ini");
        assertThat(ExtendPlanner.plan(named.with(left, new byte[] {'#'}), cluster.next(2)))
                .isInstanceOfSatisfying(
                        PlanResult.Rejected.class,
                        rejected -> assertThat(rejected.findings())
                                .extracting(finding -> finding.ruleId() + " " + finding.primary())
                                .contains("EXT-0109 " + left));
    }

    @Test
    void dmcss_without_an_address_uses_that_of_its_asm_server() {
        ClusterFiles files = BASE;
        for (FileId dcr : List.of(Example.DCR_1, Example.DCR_2)) {
            String text = new String(files.bytes(dcr), StandardCharsets.UTF_8)
                    .replaceAll("(CSS[01]\n)DCR_EP_HOST = .*\n", "$1")
                    .replace("10.0.2.10", "10.0.3.10");
            files = files.with(dcr, text.getBytes(StandardCharsets.UTF_8));
        }
        FileId watch = new FileId("watch", "/data/dmcssm.ini");
        ExtendRequest request = Example.request()
                .monitor(watch)
                .putValues("asm.DCR_EP_HOST", "10.0.3.103")
                .build();

        PlanResult.Planned planned = Example.planned(files.without(Example.MONITOR), request);

        assertThat(planned.target().bytes(Example.DCR_1))
                .asString(StandardCharsets.UTF_8)
                .contains("CSS2\nDCR_EP_PORT");
        assertThat(planned.target().bytes(watch))
                .asString(StandardCharsets.UTF_8)
                .contains("10.0.3.101:9341", "10.0.3.102:9343", "10.0.3.103:9345");
    }

    @Test
    void values_gives_an_address_that_no_file_has() {
        ClusterFiles files =
                Example.bothDcr(2, "DCR_EP_HOST", "10.7.0.1", "10.7.0.2").without(Example.MONITOR);
        ExtendRequest request = Example.request()
                .monitor(new FileId("watch", "/data/dmcssm.ini"))
                .putValues("css.DCR_EP_HOST", "10.7.0.3")
                .build();

        assertThat(Example.planned(files, request).target().bytes(Example.DCR_1))
                .asString(StandardCharsets.UTF_8)
                .containsPattern("CSS2\r?\nDCR_EP_HOST = 10[.]7[.]0[.]3");
    }

    @Test
    void values_gives_the_address_with_the_zone_that_the_host_lacks() {
        GeneratedCluster cluster =
                new GeneratedCluster(ClusterLayout.builder().ipv6(true).build());
        ExtendRequest request = ExtendRequest.builder()
                .from(cluster.next(2))
                .host(HostAddress.of("fe80::1:3"))
                .putValues("dmmal.MAL_HOST", "fe80::1:3%ens7")
                .putValues("dmasvrmal.MAL_HOST", "fe80::1:3%ens7")
                .build();
        PlanResult.Planned planned = Example.planned(cluster.files(), request);

        assertThat(planned.target().ids())
                .filteredOn(
                        file -> file.host().equals("fe80::1:3") && file.name().endsWith("mal.ini"))
                .hasSize(2)
                .allSatisfy(file -> assertThat(planned.target().bytes(file))
                        .asString(StandardCharsets.UTF_8)
                        .contains("fe80::1:1%ens7", "fe80::1:3%ens7"));
    }

    /**
     * The DCR is the same on all hosts, so it holds no zone of a single host. The file of a monitor is on one host
     * only.
     */
    @Test
    void the_new_address_has_no_zone_in_a_dcr_without_zones() {
        GeneratedCluster cluster = new GeneratedCluster(
                ClusterLayout.builder().ipv6(true).monitors(1).build());
        ClusterFiles files = cluster.files();
        FileId dcr = cluster.cluster().dcr().file();
        FileId monitor = cluster.cluster().monitors().get(0).file();
        for (FileId file : files.ids()) {
            String text = new String(files.bytes(file), StandardCharsets.UTF_8);
            if (file.name().equals(dcr.name())) {
                files = files.with(file, text.replaceAll("%ens[0-9]", "").getBytes(StandardCharsets.UTF_8));
            } else if (file.equals(monitor)) {
                files = files.with(file, text.replaceAll("%ens[0-9]", "%7").getBytes(StandardCharsets.UTF_8));
            } else if (file.name().equals("dmmal.ini")) {
                files = files.with(
                        file, text.replaceAll("fd00::2:([0-9])", "fe80::1:$1").getBytes(StandardCharsets.UTF_8));
            }
        }
        ExtendRequest request = ExtendRequest.builder()
                .from(cluster.next(2))
                .serviceHost(Optional.empty())
                .build();
        PlanResult.Planned planned = Example.planned(files, request);

        assertThat(planned.target().bytes(dcr))
                .asString(StandardCharsets.UTF_8)
                .contains("fe80::1:3")
                .doesNotContain("%");
        assertThat(planned.target().bytes(monitor))
                .asString(StandardCharsets.UTF_8)
                .contains("[fe80::1:3%7]");
        assertThat(planned.plan().files())
                .filteredOn(change -> change.file().name().equals("dmmal.ini"))
                .hasSize(3)
                .allSatisfy(change -> assertThat(new String(change.content().bytes(), StandardCharsets.UTF_8))
                        .containsPattern("MAL_HOST *= *fe80::1:3%ens[0-9]")
                        .containsPattern("MAL_INST_HOST *= *fe80::1:3\\s"));
    }

    /** A directory that holds each node's address follows the address that is given, as every other text does. */
    @ParameterizedTest
    @CsvSource({"10.1.0., false", "192.168.1., true"})
    void a_configuration_directory_with_the_address_of_its_node_follows_the_new_one(String network, boolean waits) {
        GeneratedCluster two = new GeneratedCluster(ClusterLayout.builder().build());
        ClusterFiles files = ClusterFiles.empty();
        for (FileId file : two.files().ids()) {
            String text = new String(two.files().bytes(file), StandardCharsets.UTF_8);
            files = files.with(
                    new FileId(file.host(), named(file.path(), network)),
                    named(text, network).getBytes(StandardCharsets.UTF_8));
        }
        ExtendRequest request = two.next(2);

        assertThat(Example.decision(Example.planned(files, request), "dm.CONFIG_PATH")
                        .value())
                .isEqualTo("/data/" + network + "3/conf");
        if (waits) {
            assertThat(Example.questions(files, request.withServiceHost(Optional.empty())))
                    .extracting(Question::name)
                    .containsExactly("dmmal.MAL_INST_HOST");
        }
    }

    private static String named(String text, String network) {
        return text.replaceAll("/data/DSC0_conf\\b", "/data/" + network + "1/conf")
                .replaceAll("/data/DSC1_conf\\b", "/data/" + network + "2/conf");
    }
}
