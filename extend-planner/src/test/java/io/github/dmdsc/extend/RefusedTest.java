package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.rehearse.RehearsalResult;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.base.VisibleText;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Severity;
import io.github.dmdsc.model.check.Waiver;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The findings of a refusal: their messages, places and fixes. */
class RefusedTest {
    private static final ClusterFiles BASE = Example.files();

    private static List<Finding> findings(ClusterFiles files, ExtendRequest request) {
        PlanResult result = ExtendPlanner.plan(files, request);
        if (result instanceof PlanResult.Rejected rejected) {
            return rejected.findings();
        }
        return result instanceof PlanResult.NeedsInput asked ? asked.notes() : ((PlanResult.Planned) result).notes();
    }

    private static Finding finding(String id, ClusterFiles files, ExtendRequest request) {
        List<Finding> found = findings(files, request).stream()
                .filter(each -> each.ruleId().equals(id))
                .toList();
        assertThat(found).as(id).hasSize(1);
        return found.get(0);
    }

    private static void says(Finding finding, Severity severity, String where, String message) {
        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.primary()).hasToString(where);
        assertThat(finding.message().en()).isEqualTo(message);
        assertThat(finding.message().zh()).isNotEqualTo(message).doesNotContain("{");
    }

    private static ClusterFiles bothDcr(int section, String key, String value) {
        ClusterFiles files = BASE;
        for (FileId dcr : List.of(Example.DCR_1, Example.DCR_2)) {
            files = Example.set(files, dcr, section, key, value);
        }
        return files;
    }

    @Test
    void nothing_is_planned_from_files_that_were_not_read_completely(@TempDir Path work) throws IOException {
        Path directory = work.resolve("cluster");
        assertThat(ClusterDirectory.write(BASE, directory)).isEmpty();
        Files.writeString(directory.resolve("notes.txt"), "outside every host");

        PlanResult complete = ExtendPlanner.plan(
                ClusterDirectory.read(directory), Example.request().build());
        assertThat(complete).isInstanceOfSatisfying(PlanResult.Planned.class, planned -> {
            assertThat(ExtendPlanner.plan(BASE, planned.plan().request()))
                    .isInstanceOfSatisfying(
                            PlanResult.Planned.class,
                            same -> assertThat(same.plan().planId())
                                    .isEqualTo(planned.plan().planId()));
            assertThat(planned.notes()).extracting(Finding::ruleId).contains("FIL-0106");
        });

        Path outside = Files.write(work.resolve("dmcssm.ini"), BASE.bytes(Example.MONITOR));
        Files.createSymbolicLink(
                Files.createDirectories(directory.resolve("watch2/home")).resolve("dmcssm.ini"), outside);
        PlanResult incomplete = ExtendPlanner.plan(
                ClusterDirectory.read(directory), Example.request().build());
        assertThat(incomplete)
                .isInstanceOfSatisfying(
                        PlanResult.Rejected.class,
                        rejected -> assertThat(rejected.findings())
                                .filteredOn(Finding::isBlocking)
                                .extracting(
                                        Finding::ruleId,
                                        finding -> finding.primary().toString())
                                .containsExactly(tuple("FIL-0109", "watch2:/home/dmcssm.ini")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"monitor:/x.ini=a", "monitor:/home/data/cssm/dmcssm.ini=a,monitor:/home/data/cssm/dmcssm.ini=b"})
    void a_service_without_a_monitor_or_a_second_one_is_refused(String services) {
        Finding finding = finding(
                "EXT-0121",
                BASE,
                Example.request()
                        .attribute("monitorServices", List.of(services.split(",")))
                        .build());

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.primary()).hasToString("request.monitorServices");
        assertThat(finding.parameters().get("monitors"))
                .isEqualTo(List.of(new FileId("monitor", "/home/data/cssm/dmcssm.ini")));
    }

    /** The line of the new node is a copy of the first node's, whose finding has a place in a file. */
    @Test
    void a_warning_about_a_copied_value_has_its_place_in_the_file_of_the_first_node() {
        ClusterFiles files = BASE;
        for (FileId dmIni : List.of(Example.DM_INI_1, Example.DM_INI_2)) {
            String text = new String(files.bytes(dmIni), StandardCharsets.ISO_8859_1) + "\nBUFFER = 4321\n";
            files = files.with(dmIni, text.getBytes(StandardCharsets.ISO_8859_1));
        }
        for (FileId dmdcr : List.of(Example.DMDCR_1, Example.DMDCR_2)) {
            files = Example.remove(files, dmdcr, "DMDCR_ASM_STARTUP_CMD");
            files = Example.set(files, dmdcr, "DMDCR_ASM_RESTART_INTERVAL", "60");
        }

        List<Finding> notes = Example.planned(files, Example.request().build()).notes();
        assertThat(notes).extracting(Finding::ruleId).contains("DSC-0226", "DSC-0403");
        assertThat(notes)
                .filteredOn(note -> List.of("DSC-0226", "DSC-0403").contains(note.ruleId()))
                .extracting(note -> note.primary().host())
                .containsOnly("10.0.2.101", "10.0.2.102");
    }

    /** The new endpoint belongs to the first group alone, so the second one leads to no other error. */
    @Test
    void a_second_db_group_is_one_error() {
        ClusterFiles files = BASE;
        for (FileId dcr : List.of(Example.DCR_1, Example.DCR_2)) {
            String text = new String(files.bytes(dcr), StandardCharsets.UTF_8);
            String second = "\n[GRP]\nDCR_GRP_TYPE = DB\nDCR_GRP_NAME = GRP_HR\nDCR_GRP_N_EP = 2\n"
                    + "DCR_GRP_EP_ARR = {0,1}\nDCR_GRP_DSKCHK_CNT = 60\n"
                    + "[GRP_HR]\nDCR_EP_NAME = HR0\nDCR_EP_SEQNO = 0\nDCR_EP_PORT = 5336\n"
                    + "[GRP_HR]\nDCR_EP_NAME = HR1\nDCR_EP_SEQNO = 1\nDCR_EP_PORT = 5336\n";
            files = files.with(dcr, (text + second).getBytes(StandardCharsets.UTF_8));
            files = Example.set(files, dcr, "DCR_N_GRP", "4");
        }

        assertThat(findings(files, Example.request().build()))
                .filteredOn(Finding::isBlocking)
                .extracting(Finding::ruleId)
                .containsOnly("DSC-0225");
    }

    @Test
    void a_value_out_of_range_names_its_option_and_what_is_allowed() {
        Finding finding = finding(
                "EXT-0103",
                BASE,
                Example.request().putValues("asm.DCR_EP_SHM_SIZE", "5").build());

        says(
                finding,
                Severity.ERROR,
                "request.shmSize",
                "DCR_EP_SHM_SIZE = 5 is not allowed for the new node. Allowed: 10…40000.");
        assertThat(finding.fix().en()).isEqualTo("Give an allowed value with request.shmSize: 10…40000.");
    }

    @ParameterizedTest
    @CsvSource({
        "log.size, 0, request.logSize, size = 0, 64…8192",
        "log.size, 1000000000, request.logSize, size = 1000000000, 64…8192",
        "dm.CONFIG_PATH, data/c, request.configPath, CONFIG_PATH = data/c, /…",
        "bin, opt/bin, request.binDirectory, path = opt/bin, /…",
        "dmdcr.path, /home/data/dmdcr.cfg, request.values dmdcr.path, path = /home/data/dmdcr.cfg, ….ini",
        "dm.path, /home/dm.ini, request.values dm.path, path = /home/dm.ini, /home/data/dsc2_config/dm.ini",
    })
    void sizes_and_directories_are_checked(String family, String value, String option, String what, String allowed) {
        Map<String, String> values = new HashMap<>(Map.of("log.size", "256"));
        values.put(family, value);
        ExtendRequest request =
                Example.request().logSize(Optional.empty()).values(values).build();

        says(
                finding("EXT-0103", BASE, request),
                Severity.ERROR,
                option,
                what + " is not allowed for the new node. Allowed: " + allowed + ".");
    }

    @Test
    void a_group_of_another_size_is_reported_with_both_counts() {
        ClusterFiles files = BASE;
        for (FileId dcr : List.of(Example.DCR_1, Example.DCR_2)) {
            IniDocument document = IniDocument.parse(files.bytes(dcr));
            List<IniSection> db = document.sections("GRP_DSC");
            document = document.remove(db.get(1));
            files = Example.set(files.with(dcr, document.toBytes()), dcr, 7, "DCR_GRP_N_EP", "1");
            files = Example.set(files, dcr, 7, "DCR_GRP_EP_ARR", "{0}");
        }

        says(
                finding("EXT-0106", files, Example.request().build()),
                Severity.ERROR,
                "10.0.2.101:/home/data/dmdcr_cfg_bak.ini:42:1",
                "Group GRP_DSC has 1 endpoints, but the dmdcr.ini files of 2 nodes were found.");
    }

    @ParameterizedTest
    @CsvSource({"true, EXT-0108", "false, DSC-0104"})
    void a_cluster_with_the_most_nodes_of_any_edition_is_refused_once(boolean older, String rule) {
        GeneratedCluster sixteen =
                new GeneratedCluster(ClusterLayout.builder().nodes(16).build());
        ExtendRequest request = sixteen.next(16).withLimits(older ? ManualLimits.OLDER : ManualLimits.CURRENT);

        PlanResult result = ExtendPlanner.plan(sixteen.files(), request);

        assertThat(((PlanResult.Rejected) result).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo(rule);
            assertThat(finding.fix().en().contains("older")).isNotEqualTo(older);
        });
    }

    @Test
    void a_cluster_of_two_databases_is_refused_once() {
        ClusterFiles files = BASE;
        for (FileId dcr : List.of(Example.DCR_1, Example.DCR_2)) {
            String second = """

                    [GRP]
                    DCR_GRP_TYPE = DB
                    DCR_GRP_NAME = GRP_HR
                    DCR_GRP_N_EP = 2
                    DCR_GRP_EP_ARR = {0,1}
                    DCR_GRP_DSKCHK_CNT = 60
                    [GRP_HR]
                    DCR_EP_NAME = HR0
                    DCR_EP_SEQNO = 0
                    DCR_EP_PORT = 5336
                    [GRP_HR]
                    DCR_EP_NAME = HR1
                    DCR_EP_SEQNO = 1
                    DCR_EP_PORT = 5336
                    """;
            String text = new String(files.bytes(dcr), StandardCharsets.UTF_8) + second;
            files = Example.set(files.with(dcr, text.getBytes(StandardCharsets.UTF_8)), dcr, "DCR_N_GRP", "4");
        }

        assertThat(((PlanResult.Rejected)
                                ExtendPlanner.plan(files, Example.request().build()))
                        .findings())
                .extracting(Finding::ruleId)
                .containsExactly("DSC-0225");
    }

    @Test
    void the_limit_of_the_edition_is_reported_if_it_is_reached() {
        GeneratedCluster eight =
                new GeneratedCluster(ClusterLayout.builder().nodes(8).build());
        GeneratedCluster seven =
                new GeneratedCluster(ClusterLayout.builder().nodes(7).build());

        Finding finding = finding("EXT-0108", eight.files(), eight.next(8));
        says(
                finding,
                Severity.ERROR,
                "10.1.0.1:/data/dmdcr_cfg_bak.ini",
                "The cluster already has 8 nodes, the most that this edition allows.");
        assertThat(finding.manual()).contains("DM8 DMDSC, chapter 14");
        Example.planned(seven.files(), seven.next(7));
    }

    @ParameterizedTest
    @CsvSource({
        "+DMLOG/a.log, , 1",
        "+DMLOG/a.log, +DMLOG/a.log, 2",
        "+DMLOG/a.log, /b.log, 2",
        "+DMLOG/a.log, +DMLOG/b//c.log, 2"
    })
    void log_files_must_be_two_different_ones_on_asm(String first, String second, int count) {
        List<String> files = second == null ? List.of(first) : List.of(first, second);
        Finding finding =
                finding("EXT-0110", BASE, Example.request().logFiles(files).build());

        says(
                finding,
                Severity.ERROR,
                "request.logFiles",
                "Log files \"" + String.join(", ", files) + "\" are not usable: at least"
                        + " two different paths on ASM (+GROUP/path) are needed, and letter case makes no difference; given: "
                        + count + ".");
        assertThat(finding.manual()).contains("DM8 DMDSC, chapter 14, step 2");
    }

    @Test
    void a_host_name_among_addresses_gives_a_warning() {
        Example.planned(BASE, Example.request().host(HostAddress.of("nohost")).build());
        says(
                finding(
                        "EXT-0211",
                        BASE,
                        Example.request().host(HostAddress.of("nohost")).build()),
                Severity.WARNING,
                "request.host",
                "request.host nohost is a host name, but every node is known by an address (10.0.2.101,"
                        + " 192.168.56.101, 10.0.2.102, 192.168.56.102).");
        assertThat(findings(BASE, Example.request().build()))
                .extracting(Finding::ruleId)
                .doesNotContain("EXT-0211");
    }

    /** The directory in which the files of a host were collected is no address. */
    @ParameterizedTest
    @CsvSource({"dbhost1, dbhost2", "10.0.2.101, dbhost2"})
    void a_host_name_among_addresses_is_found_if_the_files_were_collected_under_names(String first, String second) {
        Map<String, String> names = Map.of("10.0.2.101", first, "10.0.2.102", second);
        ClusterFiles named = ClusterFiles.of(BASE.ids().stream()
                .collect(Collectors.toMap(
                        file -> new FileId(names.getOrDefault(file.host(), file.host()), file.path()), BASE::bytes)));

        says(
                finding(
                        "EXT-0211",
                        named,
                        Example.request().host(HostAddress.of("nohost")).build()),
                Severity.WARNING,
                "request.host",
                "request.host nohost is a host name, but every node is known by an address (10.0.2.101,"
                        + " 192.168.56.101, 10.0.2.102, 192.168.56.102).");
    }

    @Test
    void the_address_of_another_node_is_one_mistake() {
        ExtendRequest request =
                Example.request().serviceHost(HostAddress.of("192.168.56.101")).build();

        assertThat(findings(BASE, request)).extracting(Finding::ruleId).containsExactly("EXT-0115");
        // The ports of that node lead to no question.
        assertThat(((PlanResult.Rejected) ExtendPlanner.plan(BASE, request)).questions())
                .isEmpty();
    }

    @Test
    void a_missing_bracket_is_one_mistake() {
        String text = new String(BASE.bytes(Example.MAL_2), StandardCharsets.ISO_8859_1);
        ClusterFiles files = BASE.with(
                Example.MAL_2, text.replace("[mal_inst1]", "[mal_inst1").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(findings(files, Example.request().build()))
                .extracting(Finding::ruleId)
                .containsExactly("INI-0112");
    }

    @ParameterizedTest
    @ValueSource(strings = {"css.DCR_EP_NAME", "asm.DCR_EP_NAME", "dm.INSTANCE_NAME"})
    void a_name_must_not_be_empty(String family) {
        ExtendRequest request = Example.request().putValues(family, "").build();

        assertThat(findings(BASE, request))
                .extracting(Finding::ruleId)
                .isNotEmpty()
                .containsOnly("EXT-0103");
    }

    @Test
    void an_impossible_address_is_refused_at_its_attribute() {
        says(
                finding(
                        "EXT-0113",
                        BASE,
                        Example.request().host(HostAddress.of("10.0.2.300")).build()),
                Severity.ERROR,
                "request.host",
                "request.host 10.0.2.300 is not an address at which the other hosts can reach the new one.");
        says(
                finding(
                        "EXT-0113",
                        BASE,
                        Example.request()
                                .serviceHost(HostAddress.of("127.0.0.1"))
                                .build()),
                Severity.ERROR,
                "request.serviceHost",
                "request.serviceHost 127.0.0.1 is not an address at which the other hosts can reach the new one.");
    }

    @Test
    void an_unused_value_is_an_error_and_an_unused_attribute_a_warning() {
        says(
                finding(
                        "EXT-0111",
                        BASE,
                        Example.request().putValues("dm.NO_SUCH", "1").build()),
                Severity.ERROR,
                "request.values dm.NO_SUCH",
                "dm.NO_SUCH cannot be given: no node has such a value, or all nodes have the same one and the new node keeps it.");
        says(
                finding("EXT-0202", BASE, Example.request().addDcrvDisks("/d").build()),
                Severity.WARNING,
                "request.dcrvDisks",
                "request.dcrvDisks gives DCRV disks, but this is a cluster of the DMASM edition, which has none; the value is ignored.");
        says(
                finding("EXT-0203", BASE, Example.request().sameMachine(true).build()),
                Severity.WARNING,
                "request.sameMachine",
                "No node of this cluster is on 10.0.2.103, so request.sameMachine is ignored.");
    }

    @Test
    void the_mirror_edition_gives_a_warning_at_its_configuration() {
        Finding finding = finding(
                "EXT-0201",
                OtherClustersTest.mirror(BASE),
                Example.request().addDcrvDisks("/dev/dcrv/d0").build());

        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.primary()).hasToString("10.0.2.101:/home/data/dmdcr_cfg_bak.ini");
        assertThat(finding.manual()).contains("DM8 DMDSC, chapter 14");
    }

    /** Each reason names the wrong character. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "dmmal.section|''|it is empty",
                "dmmal.section|a]|a bracket that begins or ends a section header, character 2",
                "dm.TRACE_PATH|'/t '|leading or trailing blank at character 3",
                "dm.TRACE_PATH|'/t\n'|U+000A",
                "dm.TRACE_PATH|/t #x|it would be cut off as a comment, character 4",
                "dm.TRACE_PATH|\"t|a quote that is not closed, character 1",
            })
    void a_text_that_no_file_can_hold_is_refused_with_the_reason(String family, String value, String why) {
        says(
                finding(
                        "EXT-0105",
                        BASE,
                        Example.request().putValues(family, value).build()),
                Severity.ERROR,
                "request.values " + family,
                family + " = " + VisibleText.of(value) + " is not usable in DMDSC files or commands (" + why + ").");
    }

    /** The rules report a missing file; the planner does not ask for its values. */
    @ParameterizedTest
    @ValueSource(strings = {"dmdcr.ini", "dm.ini", "dmmal.ini", "dmasvrmal.ini", "dmdcr_cfg_bak.ini"})
    void a_missing_file_of_a_node_is_refused_without_questions(String name) {
        ClusterFiles files = BASE;
        for (FileId file : BASE.ids()) {
            boolean there =
                    file.name().equals(name) && (file.host().equals("10.0.2.102") || name.equals("dmdcr_cfg_bak.ini"));
            files = there ? files.without(file) : files;
        }
        PlanResult result =
                ExtendPlanner.plan(files, ExtendRequest.forHost("10.0.2.103").build());

        assertThat(result).isInstanceOfSatisfying(PlanResult.Rejected.class, rejected -> {
            assertThat(rejected.findings()).anyMatch(Finding::isBlocking);
            assertThat(rejected.questions()).isEmpty();
        });
    }

    @Test
    void a_missing_seqno_is_refused_without_questions() {
        ClusterFiles files = Example.remove(BASE, Example.DMDCR_2, "DMDCR_SEQNO");

        assertThat(ExtendPlanner.plan(files, ExtendRequest.forHost("10.0.2.103").build()))
                .isInstanceOfSatisfying(
                        PlanResult.Rejected.class,
                        rejected -> assertThat(rejected.questions()).isEmpty());
    }

    /** With a waiver for the missing parts, such files can be checked but not extended. */
    @Test
    void an_incomplete_cluster_is_not_already_extended() {
        ClusterFiles files = Example.manual().target();
        for (FileId file : files.ids()) {
            files = file.host().equals("10.0.2.103") ? files.without(file) : files;
        }
        ExtendRequest request = ExtendRequest.forHost("10.0.2.102")
                .addWaivers(new Waiver("DSC-0224", Example.DCR_1.toString(), "the third node is new"))
                .build();

        assertThat(findings(files, request))
                .filteredOn(Finding::isBlocking)
                .extracting(Finding::ruleId)
                .containsOnly("EXT-0106");
    }

    @ParameterizedTest
    @CsvSource({"'', DSC-0110", "DCR_GRP_TYPE = X, INI-0101"})
    void a_group_of_unknown_type_is_refused(String type, String rule) {
        ClusterFiles files = BASE;
        for (FileId dcr : List.of(Example.DCR_1, Example.DCR_2)) {
            String text = new String(files.bytes(dcr), StandardCharsets.UTF_8) + "[GRP]\n" + type
                    + "\nDCR_GRP_NAME = X\nDCR_GRP_N_EP = 0\n";
            files = files.with(dcr, text.getBytes(StandardCharsets.UTF_8));
            files = Example.set(files, dcr, "DCR_N_GRP", "4");
        }

        assertThat(findings(files, Example.request().build()))
                .filteredOn(Finding::isBlocking)
                .extracting(Finding::ruleId)
                .contains(rule);
    }

    @Test
    void groups_without_endpoints_are_refused() {
        String groups = Stream.of("CSS", "ASM", "DB")
                .map(type -> "[GRP]\nDCR_GRP_TYPE = " + type + "\nDCR_GRP_NAME = G" + type + "\nDCR_GRP_N_EP = 0\n")
                .collect(Collectors.joining());
        byte[] dcr = ("DCR_N_GRP = 3\nDCR_VTD_PATH = /dev/raw/raw2\nDCR_OGUID = 63635\n" + groups)
                .getBytes(StandardCharsets.UTF_8);

        assertThat(findings(
                        ClusterFiles.empty().with(Example.DCR_1, dcr),
                        Example.request().build()))
                .anyMatch(Finding::isBlocking);
    }

    /** The rules report names that differ, even if few instances are left. */
    @ParameterizedTest
    @ValueSource(strings = {"dmmal.ini", "dmasvrmal.ini"})
    void mal_files_without_the_instances_of_the_nodes_are_refused(String name) {
        ClusterFiles other = BASE;
        ClusterFiles empty = BASE;
        for (FileId file : BASE.ids()) {
            if (file.name().equals(name)) {
                other = Example.set(other, file, 2, "mal_inst_name", "NOBODY");
                empty = empty.with(file, new byte[0]);
            }
        }

        for (ClusterFiles files : List.of(other, empty)) {
            assertThat(findings(files, Example.request().build()))
                    .filteredOn(Finding::isBlocking)
                    .isNotEmpty()
                    .noneMatch(finding -> finding.ruleId().startsWith("EXT"));
        }
    }

    @Test
    void the_directory_of_another_nodes_archive_is_refused_at_the_value() {
        FileId second = new FileId("10.0.2.102", "/home/data/dsc1_config/dmarch.ini");
        ClusterFiles files = BASE;
        for (FileId arch : List.of(Example.ARCH_1, second)) {
            String more = "\n[X]\nARCH_TYPE=LOCAL\nARCH_DEST=/x/" + arch.path().replace('/', '_') + "\n";
            String text = new String(files.bytes(arch), StandardCharsets.UTF_8) + more;
            files = files.with(arch, text.getBytes(StandardCharsets.UTF_8));
        }
        String taken = "/x/" + Example.ARCH_1.path().replace('/', '_');
        ExtendRequest request =
                Example.request().putValues("dmarch.X.ARCH_DEST", taken).build();

        Finding finding = finding("EXT-0103", files, request);
        assertThat(finding.variant()).isEqualTo("taken");
        assertThat(finding.primary()).hasToString("request.values dmarch.X.ARCH_DEST");
        assertThat(finding.related()).extracting(Location::path).containsExactly(Example.ARCH_1.path());
        assertThat(finding.parameters()).containsEntry("value", taken);
    }

    @Test
    void the_request_chooses_between_several_configurations() {
        ClusterFiles files = Example.set(BASE, Example.DCR_2, "DCR_OGUID", "63636");
        ExtendRequest second = Example.request().dcrConfig(Example.DCR_2).build();

        assertThat(findings(files, Example.request().build()))
                .extracting(Finding::ruleId)
                .contains("CLU-0103");
        assertThat(findings(files, second))
                .isNotEmpty()
                .noneMatch(finding -> finding.ruleId().equals("CLU-0103")
                        || finding.primary().toString().startsWith(Example.DCR_1.toString()));
        assertThat(Example.planned(BASE, second).plan().steps())
                .filteredOn(step -> step.id().equals("export-dcr"))
                .extracting(Step::host)
                .containsExactly("10.0.2.102");
    }

    @Test
    void an_empty_set_of_files_is_refused() {
        assertThat(ExtendPlanner.plan(ClusterFiles.empty(), Example.request().build()))
                .isInstanceOf(PlanResult.Rejected.class);
    }

    @Test
    void a_second_node_on_a_known_machine_gives_no_warning() {
        GeneratedCluster one =
                new GeneratedCluster(ClusterLayout.builder().oneMachine(true).build());

        assertThat(findings(one.files(), one.next(2))).isEmpty();
    }

    @Test
    void a_result_holds_only_the_rehearsal_of_its_own_plan() {
        PlanResult.Planned planned = Example.manual();
        PlanResult.Planned other = Example.planned(
                BASE, Example.manualRequest().cssPort(Port.of(9600)).build());
        RehearsalResult passed = planned.rehearsal();
        RehearsalResult failed =
                new RehearsalResult(passed.planId(), passed.requirements(), 1, 1, List.of(), false, Optional.empty());

        assertThat(planned.with(passed)).isEqualTo(planned);
        assertThatThrownBy(() -> planned.with(other.rehearsal())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> planned.with(failed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findings_come_in_the_order_of_their_places_each_once() {
        ExtendRequest request = Example.request()
                .host(HostAddress.of("10.0.2.300"))
                .logFiles(List.of("+DMLOG/a.log"))
                .build();

        assertThat(findings(bothDcr(0, "DCR_OGUID", "63636"), request))
                .isSortedAccordingTo(Finding.ORDER)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(2);
    }

    @Test
    void a_rule_that_was_broken_before_is_not_reported_again() {
        ExtendRequest taken =
                Example.request().cssPort(Port.of(9501)).asmPort(Port.of(9501)).build();

        assertThat(findings(BASE, taken)).extracting(Finding::ruleId).contains("DSC-0301");
        assertThat(findings(bothDcr(0, "DCR_OGUID", "63636"), Example.request().build()))
                .filteredOn(Finding::isBlocking)
                .extracting(Finding::ruleId)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_further_error_of_the_new_node_is_reported_too() {
        ExtendRequest taken =
                Example.request().cssPort(Port.of(9501)).asmPort(Port.of(9501)).build();

        assertThat(findings(bothDcr(2, "DCR_EP_PORT", "9349"), taken))
                .filteredOn(finding -> finding.ruleId().equals("DSC-0301"))
                .extracting(finding -> finding.primary().toString())
                .hasSize(2)
                .anyMatch(place -> place.startsWith("request."))
                .anyMatch(place -> place.startsWith("10.0.2.101:"));
    }
}
