package io.github.dmdsc.ini.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the differences between two nodes, and which of them are expected. */
class NodesOwnTest {
    private static final String DCR = """
            [GRP]
            DCR_GRP_TYPE = CSS
            DCR_GRP_NAME = GRP_CSS
            [GRP_CSS]
            DCR_EP_NAME = CSS0
            [GRP_CSS]
            DCR_EP_NAME = CSS1
            [GRP]
            DCR_GRP_TYPE = ASM
            DCR_GRP_NAME = GRP_ASM
            [GRP_ASM]
            DCR_EP_NAME = ASM0
            DCR_EP_HOST = 10.0.0.1
            [GRP_ASM]
            DCR_EP_NAME = ASM1
            DCR_EP_HOST = 10.0.0.2
            """;
    private static final String MAL = """
            [M0]
            MAL_INST_NAME = DSC0
            MAL_INST_HOST = 192.168.0.1
            [M1]
            MAL_INST_NAME = DSC1
            MAL_INST_HOST = 192.168.0.2
            """;
    private static final String ARCH = "/cfg0/dmarch.ini";

    /**
     * Returns the files of a cluster of two nodes. The digit 0 in a path or text of the first node is 1 for the second.
     */
    private static Map<FileId, String> cluster() {
        Map<FileId, String> files = new HashMap<>();
        files.put(new FileId("alpha", "/dmdcr_cfg.ini"), DCR);
        for (String node : List.of("0", "1")) {
            String host = host(node);
            files.put(
                    new FileId(host, "/node" + node + "/dmdcr.ini"),
                    "DMDCR_SEQNO = " + node
                            + "\nDMDCR_MAL_PATH = /asm/dmasvrmal.ini\nDMDCR_DB_STARTUP_CMD = dmserver /etc/dm" + node
                            + "/dm.ini\n");
            files.put(new FileId(host, "/asm/dmasvrmal.ini"), MAL.replace("DSC", "ASM"));
            files.put(
                    new FileId(host, "/etc/dm" + node + "/dm.ini"),
                    "INSTANCE_NAME = DSC" + node + "\nCONFIG_PATH = /cfg" + node + "\n");
            files.put(new FileId(host, "/cfg" + node + "/dmmal.ini"), MAL);
        }
        return files;
    }

    private static String host(String node) {
        return node.equals("0") ? "alpha" : "beta";
    }

    /**
     * Returns the drift after lines are added to a file of the first node, and other lines to the same file of the
     * second.
     */
    private static Drift drift(String path, String first, String second) {
        Map<FileId, String> files = cluster();
        files.merge(new FileId("alpha", path), first + "\n", String::concat);
        files.merge(new FileId("beta", path.replace('0', '1')), second + "\n", String::concat);
        return drift(files);
    }

    private static Drift drift(Map<FileId, String> texts) {
        Drift drift = Drift.of(bytes(texts));
        assertThat(drift.findings()).isEmpty();
        return drift;
    }

    private static ClusterFiles bytes(Map<FileId, String> texts) {
        Map<FileId, byte[]> files = new HashMap<>();
        texts.forEach((file, text) -> files.put(file, text.getBytes(StandardCharsets.UTF_8)));
        return ClusterFiles.of(files);
    }

    private static Map<FileId, String> onOneMachine(Map<FileId, String> cluster) {
        Map<FileId, String> files = new HashMap<>();
        cluster.forEach((file, text) -> files.put(new FileId("alpha", file.path()), text));
        return files;
    }

    /** Returns the difference that the first node has a file and the second lacks it. */
    private static Drift.Difference withoutFile(FileId first, Drift.OnNode second) {
        Drift.OnNode present = new Drift.OnNode(first.host(), Optional.of(List.of(first.name())), Location.of(first));
        return new Drift.Difference(first.name(), PartKind.GLOBALS, "", "", false, List.of(present, second));
    }

    private static List<String> unexplained(Drift drift) {
        return drift.unexplained().stream()
                .map(difference -> (difference.file() + " " + difference.part() + " " + difference.key()).strip())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "/data/alpha, /data/beta, true",
        "a CSS0 b, a CSS1 b, true",
        "DmASMSvrServiceASM0, DmASMSvrServiceASM1, true",
        "DmServiceDSC0, DmServiceDSC1, true",
        "/data/dsc0_arch, /data/dsc1_arch, true",
        "/data/2024DSC0, /data/2024DSC1, true",
        "/data/arch.DSC0, /data/arch.DSC1, true",
        "10.0.0.1:5236, 10.0.0.2:5236, true",
        "/cfg0/trace, /cfg1/trace, true",
        "/etc/dm0/trace, /etc/dm1/trace, true",
        "/node0/trace, /node1/trace, true",
        "dcr_ini=/node0/dmdcr.ini, dcr_ini=/node1/dmdcr.ini, true",
        "192.168.0.1, 192.168.0.2, true",
        "DSC0 in /cfg0 on alpha, DSC1 in /cfg1 on beta, true",
        "20, 40, false",
        "DSC1, DSC0, false",
        "DSC01, DSC11, false",
        "DSC0a, DSC1a, false",
        "10.0.0.10, 10.0.0.20, false",
        "110.0.0.1, 110.0.0.2, false",
        "10.10.0.0.1, 10.10.0.0.2, false",
        "10.0.0.1:5236, 10.0.0.2:5237, false",
    })
    void names_addresses_and_directories_of_the_node_explain_aDifference(
            String first, String second, boolean explained) {
        Drift drift = drift("/etc/dm0/dm.ini", "REMARK = " + first, "REMARK = " + second);

        assertThat(unexplained(drift)).isEqualTo(explained ? List.of() : List.of("dm.ini  REMARK"));
        assertThat(drift.differences()).extracting(Drift.Difference::key).contains("REMARK");
    }

    @ParameterizedTest
    @CsvSource({
        "fe80::1%ens01, fe80::1%eth0, true",
        "fe80::1%ens01, fe80::1, true",
        "[fe80::1%3]:5236, [fe80::1%4]:5236, true",
        "'fe80::1%3, ::2%3', 'fe80::1%4, ::2%5', true",
        "fe80::1%ens01, fe80::2%ens01, false",
        "[fe80::1%3]:5236, [fe80::1%4]:5237, false",
        "'fe80::1%3, ::2%3', 'fe80::1%4, ::3%3', false",
        "a%1, a%2, false",
        "%1, %2, false",
        "HH:%M, HH:%S, false",
        "C:/dm%20data/one, C:/dm%20data/two, false",
    })
    void the_zone_of_an_ipv6_address_explains_aDifference_in_any_file(String first, String second, boolean explained) {
        for (String path : List.of("/etc/dm0/dm.ini", "/cfg0/dmmal.ini", "/asm/dmasvrmal.ini")) {
            assertThat(unexplained(drift(path, "MAL_REMARK = " + first, "MAL_REMARK = " + second)))
                    .as(path)
                    .hasSize(explained ? 0 : 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/cfg0/dmmal.ini, dmmal.ini DSC1 MAL_PORT",
        "/asm/dmasvrmal.ini, dmasvrmal.ini ASM1 MAL_PORT",
    })
    void nothing_explains_aDifference_between_copies_of_aMal_file(String path, String expected) {
        assertThat(unexplained(drift(path, "MAL_PORT = 7000", "MAL_PORT = 7001")))
                .containsExactly(expected);
        assertThat(unexplained(drift(path, "MAL_HOST = 10.0.0.1", "MAL_HOST = 10.0.0.2")))
                .containsExactly(expected.replace("PORT", "HOST"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ARCH_TYPE = REMOTE|ARCH_DEST = DSC1;  ARCH_TYPE = REMOTE|ARCH_DEST = DSC0; ''",
                "ARCH_TYPE = remote|ARCH_INCOMING_PATH = /in/a; ARCH_TYPE = remote|ARCH_INCOMING_PATH = /in/b; ''",
                "ARCH_TYPE = LOCAL|ARCH_DEST = /arch/dsc0; ARCH_TYPE = LOCAL|ARCH_DEST = /arch/dsc1; ''",
                "ARCH_TYPE = LOCAL|ARCH_DEST = /arch/a; ARCH_TYPE = LOCAL|ARCH_DEST = /arch/b; ARCH_DEST",
                "ARCH_DEST = /arch/a; ARCH_DEST = /arch/b; ARCH_DEST",
                "ARCH_TYPE = REMOTE|ARCH_DEST = DSC1; ARCH_TYPE = LOCAL|ARCH_DEST = /arch/b; ARCH_DEST ARCH_TYPE",
                "ARCH_TYPE = REMOTE|ARCH_DEST = DSC1; ARCH_TYPE = REMOTE; ARCH_DEST",
                "ARCH_TYPE = REALTIME|ARCH_DEST = +A; ARCH_TYPE = REALTIME|ARCH_DEST = +B; ARCH_DEST",
                "ARCH_TYPE = REMOTE|ARCH_FILE_SIZE = 64; ARCH_TYPE = REMOTE|ARCH_FILE_SIZE = 128; ARCH_FILE_SIZE",
            })
    void a_remote_archive_names_another_instance_and_where_its_files_come_in(
            String first, String second, String unexplained) {
        String header = "[ARCHIVE_REMOTE1]\n";
        Drift drift = drift(ARCH, header + first.replace('|', '\n'), header + second.replace('|', '\n'));

        assertThat(drift.unexplained())
                .extracting(Drift.Difference::key)
                .containsExactly(unexplained.isEmpty() ? new String[0] : unexplained.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "AP_PORT_NUM, 4236, 4237, true",
        "EXTERNAL_AP_PORT, 4236, 4237, true",
        "PORT_NUM_MAX, 4236, 4237, false",
        "INSTANCE_ADDR, 172.16.0.1, 172.16.0.2, true",
        "INSTANCE_ADDR, 172.16.0.1, *, false",
    })
    void each_node_has_its_own_ports_and_its_own_address_in_dm_ini(
            String key, String first, String second, boolean explained) {
        Drift drift = drift("/etc/dm0/dm.ini", key + " = " + first, key + " = " + second);

        assertThat(unexplained(drift)).isEqualTo(explained ? List.of() : List.of("dm.ini  " + key));
    }

    @ParameterizedTest
    @CsvSource({
        "+ARCH/0, +ARCH/1, false, true",
        "/arch/0, /arch/1, true, true",
        "/arch/0, /arch/1, false, false",
        "+ARCH/0, /arch/1, false, false",
    })
    void instances_that_could_meet_in_aDirectory_have_archive_directories_of_their_own(
            String first, String second, boolean oneMachine, boolean explained) {
        Map<FileId, String> files = cluster();
        String archive = "[ARCHIVE_LOCAL1]\nARCH_TYPE = LOCAL\nARCH_DEST = ";
        files.put(new FileId("alpha", ARCH), archive + first + "\n");
        files.put(new FileId("beta", "/cfg1/dmarch.ini"), archive + second + "\n");

        assertThat(unexplained(drift(oneMachine ? onOneMachine(files) : files)))
                .isEqualTo(explained ? List.of() : List.of("dmarch.ini ARCHIVE_LOCAL1 ARCH_DEST"));
    }

    /** The layout of the manual's appendix: the files of both nodes lie in one directory. */
    @Test
    void nodes_of_one_machine_name_their_own_files_in_one_directory() {
        Map<FileId, String> files = onOneMachine(cluster());
        for (String node : List.of("0", "1")) {
            files.remove(new FileId("alpha", "/node" + node + "/dmdcr.ini"));
            files.put(
                    new FileId("alpha", "/dm/dmdcr" + node + ".ini"),
                    "DMDCR_SEQNO = " + node + "\nDMDCR_MAL_PATH = /dm/dmasvrmal" + node
                            + ".ini\nDMDCR_DB_STARTUP_CMD = dmserver path=/etc/dm" + node + "/dm.ini dcr_ini=/dm/dmdcr"
                            + node + ".ini\n");
            files.put(new FileId("alpha", "/dm/dmasvrmal" + node + ".ini"), MAL.replace("DSC", "ASM"));
        }

        assertThat(unexplained(drift(files))).isEmpty();
    }

    @Test
    void a_file_that_only_one_node_has_is_one_difference_of_the_whole_file() {
        Map<FileId, String> files = cluster();
        files.put(new FileId("alpha", ARCH), "[ARCHIVE_LOCAL1]\nARCH_TYPE = LOCAL\n");

        assertThat(drift(files).unexplained())
                .containsExactly(withoutFile(
                        new FileId("alpha", ARCH),
                        new Drift.OnNode(
                                "beta", Optional.empty(), Location.of(new FileId("beta", "/cfg1/dmarch.ini")))));
    }

    @ParameterizedTest
    @CsvSource({"/etc/dm1/dm.ini", "/cfg1/dmmal.ini", "/asm/dmasvrmal.ini"})
    void a_file_that_the_second_node_lacks_is_a_difference_at_its_place(String path) {
        FileId missing = new FileId("beta", path);
        Map<FileId, String> files = cluster();
        files.remove(missing);

        assertThat(Drift.of(bytes(files)).unexplained()).singleElement().satisfies(difference -> {
            assertThat(difference.file()).isEqualTo(missing.name());
            assertThat(difference.nodes().get(0).texts()).contains(List.of(missing.name()));
            assertThat(difference.nodes().get(1))
                    .isEqualTo(new Drift.OnNode("beta", Optional.empty(), Location.of(missing)));
        });
        assertThat(Drift.of(bytes(files), missing::equals).unexplained()).isEmpty();
    }

    @Test
    void a_file_that_no_parameter_names_is_missing_at_dmdcr_ini() {
        FileId dmdcr = new FileId("beta", "/node1/dmdcr.ini");
        Map<FileId, String> files = cluster();
        files.put(dmdcr, "DMDCR_SEQNO = 1\n");
        files.remove(new FileId("beta", "/etc/dm1/dm.ini"));
        files.remove(new FileId("beta", "/asm/dmasvrmal.ini"));

        assertThat(Drift.of(bytes(files)).unexplained())
                .filteredOn(difference -> difference.key().isEmpty())
                .extracting(
                        Drift.Difference::file,
                        difference -> difference.nodes().get(1).at())
                .containsExactly(tuple("dm.ini", Location.of(dmdcr)), tuple("dmasvrmal.ini", Location.of(dmdcr)));
    }

    @Test
    void a_node_without_dmdcr_ini_is_a_difference_at_its_endpoint_in_the_dcr() {
        FileId dmdcr = new FileId("beta", "/node1/dmdcr.ini");
        FileId dcr = new FileId("alpha", "/dmdcr_cfg.ini");
        Map<FileId, String> files = cluster();
        files.remove(dmdcr);
        files.put(dcr, DCR.replace("= CSS1\n", "= CSS1\nDCR_EP_HOST = 10.0.0.2\n"));

        assertThat(Drift.of(bytes(files)).unexplained())
                .singleElement()
                .isEqualTo(withoutFile(
                        new FileId("alpha", "/node0/dmdcr.ini"),
                        new Drift.OnNode("10.0.0.2", Optional.empty(), Location.of(dcr, 6, 1))));
        assertThat(Drift.of(bytes(cluster()), dmdcr::equals).unexplained()).isEmpty();
        assertThat(Drift.of(bytes(cluster()), file -> file.host().equals("beta"))
                        .unexplained())
                .isEmpty();
    }

    @Test
    void a_section_that_one_node_lacks_is_a_difference_at_its_file() {
        FileId mal = new FileId("beta", "/cfg1/dmmal.ini");
        Map<FileId, String> files = cluster();
        files.put(mal, MAL.substring(0, MAL.indexOf("[M1]")));

        assertThat(Drift.of(bytes(files)).unexplained())
                .singleElement()
                .isEqualTo(new Drift.Difference(
                        "dmmal.ini",
                        PartKind.MAL_INSTANCE,
                        "DSC1",
                        "",
                        false,
                        List.of(
                                new Drift.OnNode(
                                        "alpha",
                                        Optional.of(List.of("DSC1")),
                                        Location.of(new FileId("alpha", "/cfg0/dmmal.ini"), 4, 1)),
                                new Drift.OnNode("beta", Optional.empty(), Location.of(mal)))));
    }

    @Test
    void a_parameter_is_a_difference_at_its_value_or_at_the_file_that_lacks_it() {
        assertThat(drift("/etc/dm0/dm.ini", "BUFFER = 77", "").unexplained())
                .singleElement()
                .extracting(Drift.Difference::nodes)
                .isEqualTo(List.of(
                        new Drift.OnNode(
                                "alpha",
                                Optional.of(List.of("77")),
                                Location.of(new FileId("alpha", "/etc/dm0/dm.ini"), 3, 10)),
                        new Drift.OnNode(
                                "beta", Optional.empty(), Location.of(new FileId("beta", "/etc/dm1/dm.ini")))));
    }

    @Test
    void the_text_shows_each_unexpected_difference_with_its_places_and_counts_the_expected_ones() {
        Drift drift = drift("/etc/dm0/dm.ini", "BUFFER = 77\nBUFFER = 78", "");
        int expected = drift.differences().size() - 1;

        assertThat(drift.text(Locale.ENGLISH)).isEqualTo("""
                dm.ini: BUFFER
                    alpha:/etc/dm0/dm.ini:3:10  77 | 78
                    beta:/etc/dm1/dm.ini  (absent)
                Unexpected differences between the nodes: 1. Expected differences: %d.
                """.formatted(expected));
        assertThat(drift.text(Locale.CHINESE)).contains("77 | 78", "（缺失）");
        assertThat(drift.json()).startsWith("{\"differences\":[{\"file\":\"").endsWith("\"formatVersion\":\"1.0\"}\n");
    }

    @Test
    void the_text_says_that_a_whole_file_is_missing_and_that_the_comparison_is_not_complete() {
        Map<FileId, String> files = cluster();
        files.remove(new FileId("beta", "/cfg1/dmmal.ini"));
        Drift drift = Drift.of(bytes(files));

        assertThat(drift.isComplete()).isFalse();
        assertThat(drift.text(Locale.ENGLISH))
                .startsWith("dmmal.ini: file\n")
                .contains("Unexpected differences between the nodes: 1.")
                .contains("incomplete");
        files.remove(new FileId("alpha", "/cfg0/dmmal.ini"));
        assertThat(Drift.of(bytes(files)).text(Locale.ENGLISH))
                .contains("incomplete")
                .doesNotContain("differences");
        assertThat(drift(cluster()).text(Locale.ENGLISH))
                .contains("differences")
                .doesNotContain("incomplete");
    }

    @Test
    void a_file_that_cannot_be_read_does_not_count_as_missing() {
        FileId mal = new FileId("beta", "/cfg1/dmmal.ini");

        Drift drift = Drift.of(bytes(cluster()).with(mal, MAL.getBytes(StandardCharsets.UTF_16)));

        assertThat(drift.unexplained()).isEmpty();
        assertThat(drift.isComplete()).isFalse();
    }

    @Test
    void an_ignored_file_does_not_count_as_missing() {
        Map<FileId, String> files = cluster();
        files.put(new FileId("alpha", ARCH), "[ARCHIVE_LOCAL1]\nARCH_TYPE = LOCAL\n");
        FileId second = new FileId("beta", "/cfg1/dmarch.ini");
        files.put(second, "[ARCHIVE_LOCAL1]\nARCH_TYPE = REMOTE\n");
        ClusterFiles bytes = bytes(files);

        assertThat(Drift.of(bytes).unexplained()).hasSize(1);
        assertThat(Drift.of(bytes, second::equals).unexplained()).isEmpty();
        assertThat(Drift.of(bytes, file -> file.host().equals("beta")).unexplained())
                .isEmpty();
    }

    @Test
    void without_a_db_group_every_node_needs_a_dm_ini() {
        Map<FileId, String> files = cluster();
        files.remove(new FileId("beta", "/etc/dm1/dm.ini"));

        assertThat(unexplained(Drift.of(bytes(files)))).containsExactly("dm.ini");
    }

    @Test
    void a_node_that_has_no_instance_needs_no_dm_ini() {
        String db = "[GRP]\nDCR_GRP_TYPE = DB\nDCR_GRP_NAME = GRP_DSC\nDCR_GRP_N_EP = 1\n"
                + "[GRP_DSC]\nDCR_EP_NAME = DSC0\nDCR_EP_SEQNO = 0\n";
        Map<FileId, String> files = cluster();
        files.merge(new FileId("alpha", "/dmdcr_cfg.ini"), db, String::concat);
        files.remove(new FileId("beta", "/etc/dm1/dm.ini"));
        files.remove(new FileId("beta", "/cfg1/dmmal.ini"));
        files.put(new FileId("beta", "/node1/dmdcr.ini"), "DMDCR_SEQNO = 1\nDMDCR_MAL_PATH = /asm/dmasvrmal.ini\n");

        assertThat(unexplained(drift(files))).containsExactly("dmdcr.ini  DMDCR_DB_STARTUP_CMD");
    }

    @Test
    void a_node_that_has_an_instance_needs_a_dm_ini_beside_a_node_that_has_none() {
        String db = "[GRP]\nDCR_GRP_TYPE = DB\nDCR_GRP_NAME = GRP_DSC\nDCR_GRP_N_EP = 1\n"
                + "[GRP_DSC]\nDCR_EP_NAME = DSC1\nDCR_EP_SEQNO = 1\n";
        Map<FileId, String> files = cluster();
        files.merge(new FileId("alpha", "/dmdcr_cfg.ini"), db, String::concat);
        files.remove(new FileId("beta", "/etc/dm1/dm.ini"));

        assertThat(unexplained(Drift.of(bytes(files)))).contains("dm.ini");
    }

    @Test
    void files_directly_under_the_root_add_no_directory_to_the_nodes_own() {
        Map<FileId, String> files = cluster();
        for (String node : List.of("0", "1")) {
            FileId dmdcr = new FileId(host(node), "/node" + node + "/dmdcr.ini");
            files.put(dmdcr.sibling("/dmdcr.ini"), files.remove(dmdcr) + "REMARK = /a" + node + "\n");
        }

        assertThat(unexplained(drift(files))).containsExactly("dmdcr.ini  REMARK");
    }
}
