package io.github.dmdsc.extend.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.ExtendPlanner;
import io.github.dmdsc.extend.GeneratedCluster;
import io.github.dmdsc.extend.OtherClustersTest;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextChecksTest {
    private static final ClusterFiles BASE = Example.files();

    private static List<String> refused(ClusterFiles files, ExtendRequest request) {
        PlanResult result = ExtendPlanner.plan(files, request);
        assertThat(result).isInstanceOf(PlanResult.Rejected.class);
        return ((PlanResult.Rejected) result)
                .findings().stream()
                        .filter(Finding::isBlocking)
                        .map(finding ->
                                finding.ruleId() + " " + finding.primary().path() + " "
                                        + finding.parameters().getOrDefault("why", ""))
                        .distinct()
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\n", "\r", "\u0001", "\u007f"})
    void a_log_file_that_cannot_be_quoted_in_sql_is_refused(String hostile) {
        ExtendRequest request = Example.request()
                .logFiles(List.of("+DMLOG/log/a" + hostile + "b.log", "+DMLOG/log/c.log"))
                .build();
        assertThat(ExtendPlanner.plan(BASE, request)).isNotInstanceOf(PlanResult.Planned.class);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                given(
                        "request.logFiles",
                        "'",
                        text -> Example.request()
                                .logFiles(List.of("+DMLOG/log/a" + text + "b.log", "+DMLOG/log/c.log"))),
                given(
                        "request.configPath",
                        "BLANK_OR_QUOTE",
                        text -> Example.request().configPath("/home/c" + text + "d")),
                given(
                        "request.monitor",
                        "BLANK_OR_QUOTE",
                        text -> Example.request().monitor(new FileId("watch", "/home/m" + text + "n/dmcssm.ini"))),
                given(
                        "request.values dmdcr.path",
                        "BLANK_OR_QUOTE",
                        text -> Example.request().putValues("dmdcr.path", "/home/c" + text + "d/dmdcr.ini")),
                given(
                        "request.binDirectory",
                        "BLANK_OR_QUOTE",
                        text -> Example.request().binDirectory("/opt/b" + text + "c")));
    }

    private static Arguments given(String place, String why, Function<String, ExtendRequest.Builder> request) {
        return arguments(place, why, request);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void a_text_of_the_request_must_fit_the_tools_or_its_option_is_refused(
            String place, String why, Function<String, ExtendRequest.Builder> request) {
        ClusterFiles files = place.equals("request.monitor") ? BASE.without(Example.MONITOR) : BASE;

        assertThat(refused(files, request.apply("'").build())).contains("EXT-0105 " + place + " " + why);
        if (why.startsWith("blank")) {
            assertThat(refused(files, request.apply(" ").build())).contains("EXT-0105 " + place + " " + why);
        }
        if (place.equals("request.binDirectory") || place.equals("request.monitor")) {
            assertThat(refused(files, request.apply("\t").build()))
                    .contains("EXT-0105 " + place + " " + why)
                    .noneMatch(finding -> finding.endsWith("U+0009"));
        }
        if (!place.equals("request.configPath")) {
            assertThat(refused(files, request.apply("\u0001").build())).contains("EXT-0105 " + place + " U+0001");
        }
        if (!place.startsWith("request.values")) {
            Example.planned(files, request.apply("-").build());
        }
    }

    @Test
    void a_dcrv_disk_is_quoted_too() {
        assertThat(refused(
                        OtherClustersTest.mirror(BASE),
                        Example.request().addDcrvDisks("/dev/d'0").build()))
                .contains("EXT-0105 request.dcrvDisks '");
    }

    /** Matching a pattern must not take a frame of the stack for each part of a text. */
    @Test
    void very_long_lists_and_paths_are_checked_without_stack_overflow() {
        List<String> many = IntStream.range(0, 5_000)
                .mapToObj(i -> "+DMLOG/log/DSC2_log" + i + ".log")
                .toList();
        String deep = "+DMLOG" + "/d".repeat(20_000);

        Example.planned(BASE, Example.request().logFiles(many).build());
        assertThat(refused(
                        BASE,
                        Example.request().logFiles(List.of(deep, deep + "2")).build()))
                .as("the path is too long for ASM")
                .singleElement()
                .asString()
                .startsWith("EXT-0118 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {" x/dmcssm.ini", "\tx/dmcssm.ini", "'x/dmcssm.ini"})
    void the_first_character_is_checked_too(String path) {
        assertThat(refused(
                        BASE.without(Example.MONITOR),
                        Example.request().monitor(new FileId("watch", path)).build()))
                .contains("EXT-0105 request.monitor BLANK_OR_QUOTE");
    }

    @Test
    void the_reason_is_in_the_language_of_the_reader() {
        PlanResult result = ExtendPlanner.plan(
                BASE, Example.request().configPath("/dm data/x").build());

        assertThat(((PlanResult.Rejected) result).findings())
                .filteredOn(finding -> finding.ruleId().equals("EXT-0105"))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.message().en()).endsWith(" (blank, ', \").");
                    assertThat(finding.message().zh()).endsWith("（空格、'、\"）。");
                });
    }

    @Test
    void paths_in_the_files_are_refused_with_their_location() {
        ClusterFiles disk = BASE;
        ClusterFiles load = BASE;
        ClusterFiles moved = BASE;
        for (FileId dmdcr : List.of(Example.DMDCR_1, Example.DMDCR_2)) {
            disk = Example.set(disk, dmdcr, "DMDCR_PATH", "/dev/raw/r'1");
        }
        for (FileId dcr : List.of(Example.DCR_1, Example.DCR_2)) {
            load = Example.set(load, dcr, 5, "DCR_EP_ASM_LOAD_PATH", "/dev/r'w");
            load = Example.set(load, dcr, 6, "DCR_EP_ASM_LOAD_PATH", "/dev/r'w");
            moved = moved.with(dcr.sibling("/home/d'ta/dmdcr_cfg_bak.ini"), moved.bytes(dcr))
                    .without(dcr);
        }
        ExtendRequest request = Example.request().build();
        ClusterFiles mirror = OtherClustersTest.mirror(BASE);
        for (FileId dcr : List.of(Example.DCR_1, Example.DCR_2)) {
            mirror = Example.set(mirror, dcr, "DCR_DISK_LOAD_PATH", "/dev/dcrv,/dev/o'x");
        }
        ExtendRequest disks =
                Example.request().addDcrvDisks("/dev/dcrv/d0", "/dev/dcrv/d1").build();

        assertThat(refused(mirror, disks)).contains("EXT-0105 /home/data/dmdcr_cfg_bak.ini '");
        assertThat(refused(disk, request)).containsExactly("EXT-0105 /home/data/dmdcr.ini '");
        assertThat(refused(load, request)).containsExactly("EXT-0105 request.values asm.DCR_EP_ASM_LOAD_PATH '");
        assertThat(refused(moved, request)).containsExactly("EXT-0105 /home/d'ta/dmdcr_cfg_bak.ini '");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home/data/dsc2_config/dm.ini", "/home/data/dsc2_config/dmmal.ini", "/home/data/node.ini"})
    void existing_files_are_not_overwritten(String path) {
        FileId left = new FileId("10.0.2.103", path);
        ClusterFiles files = BASE.with(left, new byte[] {'#'});
        ExtendRequest request =
                Example.request().putValues("dmdcr.path", "/home/data/node.ini").build();

        assertThat(refused(files, request)).contains("EXT-0109 " + path + " ").doesNotHaveDuplicates();
    }

    /** This also holds on a machine that has a node already: the new node needs a directory of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"dmarch.ini", "sqllog.ini", "important.dat"})
    void the_directory_of_the_new_node_must_be_empty(String name) {
        GeneratedCluster one =
                new GeneratedCluster(ClusterLayout.builder().oneMachine(true).build());
        FileId left = new FileId("10.1.0.1", "/data/DSC2_conf/" + name);
        FileId beside = new FileId("10.1.0.1", "/data/DSC2_conf.old/" + name);
        FileId elsewhere = new FileId("10.1.0.9", "/data/DSC2_conf/" + name);

        assertThat(refused(one.files().with(left, new byte[] {'#'}), one.next(2)))
                .containsExactly("EXT-0109 " + left.path() + " ");
        Example.planned(one.files().with(beside, new byte[] {'#'}), one.next(2));
        Example.planned(one.files().with(elsewhere, new byte[] {'#'}), one.next(2));
    }

    /** The nodes of one machine may share a dmasvrmal.ini. On a machine without a node, an existing file is refused. */
    @Test
    void the_mal_file_of_a_dmasmsvr_is_shared_only_with_a_node() {
        FileId left = new FileId("10.0.2.103", "/home/data/dmasvrmal.ini");
        byte[] theirs = BASE.bytes(new FileId("10.0.2.101", "/home/data/dmasvrmal.ini"));

        assertThat(refused(BASE.with(left, theirs), Example.request().build()))
                .contains("EXT-0109 /home/data/dmasvrmal.ini ");
    }

    @Test
    void a_mal_file_that_another_node_of_the_machine_has_alone_is_refused() {
        GeneratedCluster one =
                new GeneratedCluster(ClusterLayout.builder().oneMachine(true).build());

        assertThat(refused(
                        one.files(),
                        one.next(2).toBuilder()
                                .putValues("dmdcr.DMDCR_MAL_PATH", "/data/DSC0/dmasvrmal.ini")
                                .build()))
                .containsExactly("EXT-0109 /data/DSC0/dmasvrmal.ini ");
    }

    @Test
    void a_relative_directory_of_an_archive_is_refused() {
        ExtendRequest request = Example.request()
                .putValues("dmarch.ARCHIVE_LOCAL1.ARCH_DEST", "arch")
                .build();

        assertThat(refused(BASE, request)).containsExactly("EXT-0103 request.values dmarch.ARCHIVE_LOCAL1.ARCH_DEST ");
    }

    @Test
    void an_existing_file_of_a_monitor_is_not_overwritten() {
        FileId left = new FileId("watch", "/home/x.ini");
        ClusterFiles files = BASE.without(Example.MONITOR).with(left, new byte[] {'#'});

        assertThat(refused(files, Example.request().monitor(left).build())).contains("EXT-0109 /home/x.ini ");
    }

    @Test
    void a_group_that_a_monitor_stops_must_not_have_blanks_in_its_name() {
        ClusterFiles files = BASE;
        for (FileId file : List.of(Example.DCR_1, Example.DCR_2)) {
            files = files.with(
                    file,
                    new String(files.bytes(file), StandardCharsets.UTF_8)
                            .replace("GRP_ASM", "GRP ASM")
                            .getBytes(StandardCharsets.UTF_8));
        }

        assertThat(refused(files, Example.request().build()))
                .containsExactly("EXT-0105 " + Example.DCR_1.path() + " BLANK_OR_QUOTE");
    }

    @Test
    void the_path_of_a_monitor_must_not_have_blanks() {
        FileId blank = new FileId("monitor", "/home/data/dm cssm/dmcssm.ini");
        ClusterFiles files = BASE.with(blank, BASE.bytes(Example.MONITOR)).without(Example.MONITOR);

        assertThat(refused(files, Example.request().build()))
                .containsExactly("EXT-0105 /home/data/dm cssm/dmcssm.ini BLANK_OR_QUOTE");
    }

    @Test
    void a_file_must_have_a_path_in_the_plan_directory() {
        FileId odd = new FileId("..", "/home/dmcssm.ini");

        assertThat(refused(
                        BASE.without(Example.MONITOR),
                        Example.request().monitor(odd).build()))
                .containsExactly("EXT-0105 /home/dmcssm.ini /…/");
    }
}
