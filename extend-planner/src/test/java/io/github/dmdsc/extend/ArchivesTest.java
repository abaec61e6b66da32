package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.plan.RemoteArchiveChoice;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.StoragePath;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Waiver;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example with other dmarch.ini files; {@code |} stands for the end of a line. */
class ArchivesTest {
    private static final FileId ARCH_2 = new FileId("10.0.2.102", "/home/data/dsc1_config/dmarch.ini");
    private static final FileId NEW_ARCH = new FileId("10.0.2.103", "/home/data/dsc2_config/dmarch.ini");
    private static final String LOCAL = "[ARCHIVE_LOCAL1]|ARCH_TYPE=LOCAL|ARCH_DEST=/arch/%s|";

    private static final ClusterFiles SHARED = files(
            LOCAL.formatted("DSC0") + remote("R1", "dsc1", "/incoming").replace("REMOTE", "remote"),
            LOCAL.formatted("DSC1") + remote("R1", "DSC0", "/incoming").replace("REMOTE", "remote"));

    private static ClusterFiles files(String first, String second) {
        return Example.files()
                .with(Example.ARCH_1, first.replace('|', '\n').getBytes(StandardCharsets.UTF_8))
                .with(ARCH_2, second.replace('|', '\n').getBytes(StandardCharsets.UTF_8));
    }

    private static String remote(String section, String to, String path) {
        return "[" + section + "]|ARCH_TYPE=REMOTE|ARCH_DEST=" + to + "|ARCH_INCOMING_PATH=" + path + "|";
    }

    private static ExtendRequest adding() {
        return Example.request().remoteArchives(RemoteArchiveChoice.ADD).build();
    }

    private static List<String> archives(PlanResult.Planned planned, int node) {
        return ClusterLens.get(planned.target())
                .cluster()
                .orElseThrow()
                .nodes()
                .get(node)
                .dmArch()
                .orElseThrow()
                .value()
                .archives()
                .stream()
                .map(archive -> archive.section() + " " + archive.destination().orElse("-") + " "
                        + archive.incomingPath().map(StoragePath::text).orElse("-"))
                .toList();
    }

    private static List<String> refused(ClusterFiles files) {
        return ((PlanResult.Rejected) ExtendPlanner.plan(files, adding()))
                .findings().stream()
                        .filter(finding -> finding.ruleId().equals("EXT-0107"))
                        .map(Finding::primary)
                        .map(Object::toString)
                        .toList();
    }

    /** ARCH_LOCAL_SHARE and ARCH_RESERVE_TIME stand behind a section on every node. */
    @ParameterizedTest
    @CsvSource({"2, true", "2, false", "3, true", "3, false"})
    void a_global_parameter_behind_a_section_stays_there_and_is_in_no_new_section(int nodes, boolean last) {
        ClusterLayout layout =
                ClusterLayout.builder().nodes(nodes).archives(Archives.SHARED).build();
        ClusterFiles files = OwnNetworksTest.edited(new GeneratedCluster(layout).files(), "dmarch.ini", text -> {
            String globals = "ARCH_LOCAL_SHARE = 1\nARCH_RESERVE_TIME = 4320\n";
            String rest = text.replaceFirst("ARCH_LOCAL_SHARE\\s*=\\s*1\n", "");
            return last ? rest + globals : rest.replace("[ARCHIVE_REMOTE1]", globals + "[ARCHIVE_REMOTE1]");
        });

        PlanResult.Planned planned = Example.planned(files, new GeneratedCluster(layout).next(nodes));

        assertThat(planned.notes()).extracting(Finding::ruleId).doesNotContain("DSC-0236", "EXT-0208");
        for (FileId file : planned.target().ids()) {
            if (file.name().equals("dmarch.ini")) {
                String text = new String(planned.target().bytes(file), StandardCharsets.UTF_8);
                assertThat(text).containsOnlyOnce("ARCH_LOCAL_SHARE").containsOnlyOnce("ARCH_RESERVE_TIME = 4320");
                assertThat(text.indexOf("ARCH_RESERVE_TIME")).isGreaterThan(text.indexOf("[ARCHIVE_LOCAL1]"));
            }
        }
        assertThat(ClusterLens.get(planned.target()).cluster().orElseThrow().nodes())
                .hasSize(nodes + 1)
                .allSatisfy(node -> {
                    DmArch arch = node.dmArch().orElseThrow().value();
                    assertThat(arch.localShare()).contains(1);
                    assertThat(arch.reserveTime()).contains(4320L);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "ARCHIVE_REMOTE1, ARCHIVE_REMOTE1, ARCHIVE_REMOTE2",
        "ARCH_REMOTE1, ARCH_REMOTE1, ARCH_REMOTE2",
        "ARCHIVE_REMOTE0, ARCHIVE_REMOTE0, ARCHIVE_REMOTE1",
        "REMOTE, REMOTE1, REMOTE2",
        "R99, R99, R100",
    })
    void the_numbers_of_remote_sections_continue_from_the_first(String there, String first, String second) {
        String node0 = LOCAL.formatted("DSC0") + remote(there, "DSC1", "/arch/DSC0_from_DSC1");
        String node1 = LOCAL.formatted("DSC1") + remote(there, "DSC0", "/arch/DSC1_from_DSC0");
        PlanResult.Planned planned = Example.planned(files(node0, node1), adding());

        assertThat(archives(planned, 2))
                .containsExactly(
                        "ARCHIVE_LOCAL1 /arch/DSC2 -",
                        first + " DSC0 /arch/DSC2_from_DSC0",
                        second + " DSC1 /arch/DSC2_from_DSC1");
        assertThat(archives(planned, 0)).endsWith(second + " DSC2 /arch/DSC0_from_DSC2");
        assertThat(archives(planned, 1)).endsWith(second + " DSC2 /arch/DSC1_from_DSC2");
    }

    /** The number of a section of another kind is not used again, in any letter case. */
    @Test
    void a_number_that_another_section_has_is_not_used() {
        String node0 = "[arch2]|ARCH_TYPE=LOCAL|ARCH_DEST=/arch/DSC0|" + remote("ARCH1", "DSC1", "/a/DSC0_DSC1");
        String node1 = "[arch2]|ARCH_TYPE=LOCAL|ARCH_DEST=/arch/DSC1|" + remote("ARCH1", "DSC0", "/a/DSC1_DSC0");
        PlanResult.Planned planned = Example.planned(files(node0, node1), adding());

        assertThat(archives(planned, 0)).endsWith("ARCH3 DSC2 /a/DSC0_DSC2");
        assertThat(archives(planned, 2))
                .containsExactly("arch2 /arch/DSC2 -", "ARCH1 DSC0 /a/DSC2_DSC0", "ARCH3 DSC1 /a/DSC2_DSC1");
    }

    /** A section [ARCHIVE_DSC1] whose ARCH_DEST is DSC0 would mislead a reader. */
    @ParameterizedTest
    @CsvSource({"ARCHIVE_DSC1, ARCHIVE_DSC0, ARCHIVE_DSC2", "FROMdsc1, FROMdsc0, FROMdsc2"})
    void remote_sections_that_are_named_after_their_instances_stay_so(String first, String second, String fresh) {
        String node0 = LOCAL.formatted("DSC0") + remote(first, "DSC1", "/arch/DSC0_from_DSC1");
        String node1 = LOCAL.formatted("DSC1") + remote(second, "DSC0", "/arch/DSC1_from_DSC0");
        PlanResult.Planned planned = Example.planned(files(node0, node1), adding());

        assertThat(archives(planned, 2))
                .containsExactly(
                        "ARCHIVE_LOCAL1 /arch/DSC2 -",
                        second + " DSC0 /arch/DSC2_from_DSC0",
                        first + " DSC1 /arch/DSC2_from_DSC1");
        assertThat(archives(planned, 0)).endsWith(fresh + " DSC2 /arch/DSC0_from_DSC2");
        assertThat(archives(planned, 1)).endsWith(fresh + " DSC2 /arch/DSC1_from_DSC2");
    }

    /** Sections of which one is named after something else are numbered, as all others are. */
    @Test
    void a_section_that_is_named_otherwise_leaves_the_names_to_the_numbers() {
        String node0 = LOCAL.formatted("DSC0") + remote("ARCHIVE_DSC1", "DSC1", "/arch/DSC0_from_DSC1");
        String node1 = LOCAL.formatted("DSC1") + remote("ARCHIVE_5", "DSC0", "/arch/DSC1_from_DSC0");

        assertThat(archives(Example.planned(files(node0, node1), adding()), 1))
                .endsWith("ARCHIVE_6 DSC2 /arch/DSC1_from_DSC2");
    }

    @ParameterizedTest
    @CsvSource({
        "/incoming/dsc1_arch, /incoming/dsc0_arch, /incoming/dsc0_arch, /incoming/dsc1_arch, /incoming/dsc2_arch",
        "/incoming/DSC1, /incoming/DSC0, /incoming/DSC0, /incoming/DSC1, /incoming/DSC2",
    })
    void a_directory_that_holds_the_name_of_the_sender_in_any_case_follows(
            String first, String second, String ofFirst, String ofSecond, String ofNew) {
        ClusterFiles files = files(
                LOCAL.formatted("DSC0") + remote("R1", "DSC1", first),
                LOCAL.formatted("DSC1") + remote("R1", "DSC0", second));
        PlanResult.Planned planned = Example.planned(files, adding());

        assertThat(archives(planned, 2))
                .containsExactly("ARCHIVE_LOCAL1 /arch/DSC2 -", "R1 DSC0 " + ofFirst, "R2 DSC1 " + ofSecond);
        assertThat(archives(planned, 0)).contains("R2 DSC2 " + ofNew);
    }

    /**
     * Each of two nodes keeps the archives of one node. This does not show whether a node keeps the archives of two
     * nodes in one directory.
     */
    @Test
    void two_nodes_do_not_show_whether_archives_share_a_directory() {
        List<Question> asked = Example.questions(SHARED, adding());

        assertThat(asked)
                .extracting(question ->
                        question.name() + " " + question.suggestion().orElse(""))
                .containsExactly(
                        "dmarch.R1.ARCH_INCOMING_PATH /incoming_DSC0",
                        "dmarch.R2.ARCH_INCOMING_PATH /incoming_DSC1",
                        "dmarch0.R2.ARCH_INCOMING_PATH /incoming_DSC2",
                        "dmarch1.R2.ARCH_INCOMING_PATH /incoming_DSC2");

        Map<String, String> answers = new TreeMap<>();
        asked.forEach(question -> answers.put(question.name(), "/incoming"));
        PlanResult.Planned planned = Example.planned(SHARED, adding().withValues(answers));
        assertThat(archives(planned, 2))
                .containsExactly("ARCHIVE_LOCAL1 /arch/DSC2 -", "R1 DSC0 /incoming", "R2 DSC1 /incoming");
    }

    @Test
    void the_question_for_the_choice_shows_who_sends_to_whom() {
        PlanResult result = ExtendPlanner.plan(SHARED, Example.request().build());

        List<Question> questions = ((PlanResult.NeedsInput) result).questions();
        assertThat(questions)
                .filteredOn(question -> question.name().equals("archives.remote"))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.evidence()).extracting(Evidence::value).containsExactly("dsc1", "DSC0");
                    assertThat(question.evidence().get(0).at())
                            .hasToString("10.0.2.101:/home/data/dsc0_config/dmarch.ini:6:11");
                });
    }

    @Test
    void every_file_without_one_archive_for_each_other_node_is_refused() {
        String good = remote("R1", "DSC0", "/a/DSC1_DSC0");
        String local = LOCAL.formatted("x");
        String first = "10.0.2.101:/home/data/dsc0_config/dmarch.ini";

        assertThat(refused(files(local, good))).containsExactly(first);
        assertThat(refused(files(remote("R1", "DSC9", "/a/x"), good))).containsExactly(first);
        assertThat(refused(files(remote("R1", "DSC0", "/a/x"), good))).containsExactly(first);
        assertThat(refused(files(remote("R1", "DSC1", "/a/x") + remote("R2", "DSC1", "/a/y"), good)))
                .containsExactly(first);
        assertThat(refused(files(local, remote("R1", "DSC9", "/a/x"))))
                .containsExactly(first, "10.0.2.102:/home/data/dsc1_config/dmarch.ini");
    }

    @Test
    void archives_of_a_node_do_not_matter_if_archiving_is_off() {
        ClusterFiles files = files(LOCAL.formatted("DSC0"), LOCAL.formatted("DSC1") + remote("R1", "DSC0", "/a/x"));
        files = Example.set(files, Example.DM_INI_1, "ARCH_INI", "0");
        files = Example.set(files, Example.DM_INI_2, "ARCH_INI", "0");

        PlanResult.Planned planned = Example.planned(files, Example.request().build());
        assertThat(planned.target().contains(NEW_ARCH)).isFalse();
    }

    @Test
    void local_archives_of_one_section_in_any_letter_case_are_continued() {
        String second = "[ARCHIVE_LOCAL2]|ARCH_TYPE=LOCAL|ARCH_DEST=/more/%s|";
        ClusterFiles files = files(
                LOCAL.formatted("DSC0") + second.formatted("DSC0"),
                LOCAL.formatted("DSC1").replace("ARCHIVE_LOCAL1", "archive_local1") + second.formatted("DSC1"));

        assertThat(archives(Example.planned(files, Example.request().build()), 2))
                .containsExactly("ARCHIVE_LOCAL1 /arch/DSC2 -", "ARCHIVE_LOCAL2 /more/DSC2 -");
    }

    /** The directory of the new node does not follow from the archive of one node, whatever its name is. */
    @ParameterizedTest
    @CsvSource({
        "/more/DSC0, ''",
        "/more/DSC0, [OTHER2]|ARCH_TYPE=LOCAL|ARCH_DEST=/more/DSC1|",
        "/more, ''",
    })
    void the_directory_of_a_section_that_only_the_first_node_has_is_asked_for(String directory, String otherwise) {
        String second = "[ARCHIVE_LOCAL2]|ARCH_TYPE=LOCAL|ARCH_DEST=" + directory + "|";
        ClusterFiles files = files(LOCAL.formatted("DSC0") + second, LOCAL.formatted("DSC1") + otherwise);

        assertThat(((PlanResult.NeedsInput)
                                ExtendPlanner.plan(files, Example.request().build()))
                        .questions())
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.name()).isEqualTo("dmarch.ARCHIVE_LOCAL2.ARCH_DEST");
                    assertThat(question.evidence()).extracting(Evidence::value).containsExactly(directory);
                });
        ExtendRequest answered = Example.request()
                .putValues("dmarch.ARCHIVE_LOCAL2.ARCH_DEST", "/more/DSC2")
                .build();
        assertThat(archives(Example.planned(files, answered), 2)).endsWith("ARCHIVE_LOCAL2 /more/DSC2 -");
    }

    /** The directory with the next number may belong to something else. */
    @Test
    void a_directory_for_archives_does_not_continue_a_pattern() {
        ClusterFiles files = files(
                LOCAL.formatted("DSC0") + remote("R1", "DSC1", "/in/1"),
                LOCAL.formatted("DSC1") + remote("R1", "DSC0", "/in/2"));

        assertThat(((PlanResult.NeedsInput) ExtendPlanner.plan(files, adding())).questions())
                .extracting(Question::name)
                .contains("dmarch.R1.ARCH_INCOMING_PATH", "dmarch1.R2.ARCH_INCOMING_PATH");
    }

    @Test
    void invalid_archive_files_are_refused_without_an_exception() {
        String none = "[R1]|ARCH_TYPE=REMOTE|ARCH_DEST=%s|";
        ClusterFiles noDirectory = files(
                LOCAL.formatted("DSC0") + none.formatted("DSC1"), LOCAL.formatted("DSC1") + none.formatted("DSC0"));

        assertThat(ExtendPlanner.plan(noDirectory, adding())).isInstanceOf(PlanResult.Rejected.class);
        assertThat(ExtendPlanner.plan(Example.files().without(Example.ARCH_1), adding()))
                .isInstanceOf(PlanResult.Rejected.class);
    }

    /** In the extended cluster the rule expects one more name, so the text of the finding differs. */
    @Test
    void an_error_of_the_old_cluster_is_reported_once() {
        ClusterFiles files = files(
                LOCAL.formatted("DSC0") + remote("R1", "DSC9", "/a/x"),
                LOCAL.formatted("DSC1") + remote("R1", "DSC0", "/a/y"));

        assertThat(((PlanResult.Rejected)
                                ExtendPlanner.plan(files, Example.request().build()))
                        .findings())
                .filteredOn(finding -> finding.ruleId().equals("DSC-0219"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().en()).contains("expected DSC1"));
    }

    @Test
    void a_waived_finding_is_reported_once() {
        ClusterFiles files = files(
                LOCAL.formatted("DSC0") + remote("R1", "DSC1", "/a/DSC0_DSC1"),
                LOCAL.formatted("DSC1") + "[R1]|ARCH_TYPE=REMOTE|ARCH_DEST=DSC0|");
        String place = "10.0.2.102:/home/data/dsc1_config/dmarch.ini";
        ExtendRequest waiving = Example.request()
                .remoteArchives(RemoteArchiveChoice.ADD)
                .addWaivers(new Waiver("DSC-0219", place, "set up by hand"))
                .build();

        assertThat(Example.planned(files, waiving).notes())
                .filteredOn(note -> note.ruleId().equals("DSC-0219"))
                .hasSize(1);
    }

    /** A parameter that only the first archive has is copied too. */
    @Test
    void new_remote_archives_get_the_parameters_of_the_first() {
        ClusterFiles files = files(
                LOCAL.formatted("DSC0") + remote("R1", "DSC1", "/a/DSC0_DSC1") + "ARCH_FILE_SIZE=128|",
                LOCAL.formatted("DSC1") + remote("R1", "DSC0", "/a/DSC1_DSC0"));
        PlanResult.Planned planned = Example.planned(files, adding());

        assertThat(planned.target().bytes(NEW_ARCH))
                .asString(StandardCharsets.UTF_8)
                .containsPattern("DSC2_DSC0\\s+ARCH_FILE_SIZE *= *128");
    }

    /** One directory does not show whether each node has its own. */
    @ParameterizedTest
    @CsvSource({"/arch, true", "/arch/DSC0, false"})
    void the_directory_of_the_only_node_is_asked_for_unless_it_has_its_name(String directory, boolean asked) {
        GeneratedCluster one = new GeneratedCluster(
                ClusterLayout.builder().nodes(1).archives(Archives.LOCAL).build());
        ClusterFiles files = one.files();
        for (FileId file : files.ids()) {
            if (file.name().equals("dmarch.ini")) {
                files = Example.set(files, file, 1, "ARCH_DEST", directory);
            }
        }

        assertThat(((PlanResult.NeedsInput) ExtendPlanner.plan(files, one.next(1)))
                        .questions().stream()
                                .anyMatch(question -> question.name().equals("dmarch.ARCHIVE_LOCAL1.ARCH_DEST")))
                .isEqualTo(asked);
    }

    @Test
    void the_order_of_the_archives_does_not_matter() {
        ClusterFiles files = files(
                "[A]|ARCH_TYPE=LOCAL|ARCH_DEST=/arch|[B]|ARCH_TYPE=LOCAL|ARCH_DEST=/b/DSC0|",
                "[B]|ARCH_TYPE=LOCAL|ARCH_DEST=/b/DSC1|[A]|ARCH_TYPE=LOCAL|ARCH_DEST=/arch|");

        assertThat(archives(Example.planned(files, Example.request().build()), 2))
                .containsExactly("A /arch -", "B /b/DSC2 -");
    }

    @Test
    void archives_wait_for_names_that_are_asked_for() {
        ExtendRequest strict = Example.request()
                .remoteArchives(RemoteArchiveChoice.ADD)
                .strict(true)
                .build();

        assertThat(((PlanResult.NeedsInput) ExtendPlanner.plan(SHARED, strict)).questions())
                .extracting(Question::attribute)
                .contains("dbName");
    }

    @Test
    void a_destination_without_a_pattern_becomes_a_question() {
        ClusterFiles files = files(LOCAL.formatted("alpha"), LOCAL.formatted("beta"));

        assertThat(((PlanResult.NeedsInput)
                                ExtendPlanner.plan(files, Example.request().build()))
                        .questions())
                .extracting(Question::name)
                .containsExactly("dmarch.ARCHIVE_LOCAL1.ARCH_DEST");
    }

    /**
     * The new node may archive even if only some nodes do. The dmarch.ini of a node that archives is its model. The
     * first node decides what is suggested.
     */
    @ParameterizedTest
    @CsvSource({"1, 0, true", "1, 0, false", "0, 1, true", "0, 1, false"})
    void the_new_node_archives_if_the_request_says_so_and_any_node_archives(String first, String second, boolean both) {
        ClusterFiles files = Example.set(Example.files(), Example.DM_INI_1, "ARCH_INI", first);
        files = Example.set(files, Example.DM_INI_2, "ARCH_INI", second);
        if (!both) {
            files = files.without(first.equals("0") ? Example.ARCH_1 : ARCH_2);
        }

        assertThat(Example.questions(files, Example.request().build()))
                .singleElement()
                .satisfies(question -> assertThat(question.suggestion()).contains(first));
        assertThat(archives(
                        Example.planned(
                                files,
                                Example.request().putValues("dm.ARCH_INI", "1").build()),
                        2))
                .containsExactly("ARCHIVE_LOCAL1 /home/data/dsc2_arch -");
        assertThat(Example.planned(
                                files,
                                Example.request().putValues("dm.ARCH_INI", "0").build())
                        .target()
                        .contains(NEW_ARCH))
                .isFalse();
    }

    /** A node without the parameter does not archive, and the first node decides for the new one. */
    @Test
    void the_new_node_archives_like_the_first_if_another_node_has_no_arch_ini() {
        ClusterFiles files =
                Example.remove(Example.files(), Example.DM_INI_2, "ARCH_INI").without(ARCH_2);

        assertThat(archives(Example.planned(files, Example.request().build()), 2))
                .containsExactly("ARCHIVE_LOCAL1 /home/data/dsc2_arch -");
    }

    @Test
    void archiving_and_the_directory_of_the_archives_are_asked_for_together() {
        ClusterFiles files = files(LOCAL.formatted("alpha"), LOCAL.formatted("beta"));
        files = Example.set(files, Example.DM_INI_1, "ARCH_INI", "0");

        assertThat(Example.questions(files, Example.request().build()))
                .extracting(Question::name)
                .containsExactly("dm.ARCH_INI", "dmarch.ARCHIVE_LOCAL1.ARCH_DEST");
        for (String answer : List.of("0", "1")) {
            PlanResult.Planned planned = Example.planned(
                    files,
                    Example.request()
                            .putValues("dm.ARCH_INI", answer)
                            .putValues("dmarch.ARCHIVE_LOCAL1.ARCH_DEST", "/arch/gamma")
                            .build());
            assertThat(planned.target().contains(NEW_ARCH)).isEqualTo(answer.equals("1"));
        }
    }

    /** The file of a single node does not show which REMOTE archives the new node needs. */
    @Test
    void remote_archives_are_not_inferred_if_a_node_has_no_file() {
        ClusterFiles files = files(LOCAL.formatted("DSC0") + remote("R1", "DSC1", "/a/DSC0_DSC1"), "")
                .without(ARCH_2);
        files = Example.set(files, Example.DM_INI_2, "ARCH_INI", "0");

        assertThat(((PlanResult.Rejected) ExtendPlanner.plan(
                                files,
                                Example.request().putValues("dm.ARCH_INI", "1").build()))
                        .findings())
                .filteredOn(Finding::isBlocking)
                .extracting(finding -> finding.ruleId() + " " + finding.primary())
                .containsExactly("EXT-0107 " + ARCH_2);
        assertThat(Example.planned(
                                files,
                                Example.request().putValues("dm.ARCH_INI", "0").build())
                        .target()
                        .contains(NEW_ARCH))
                .isFalse();
    }
}
