package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.Observed;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The files after a copy of the configuration directory that was complete, late or broken off, and files that did not
 * come from it.
 */
class CopiedFilesTest {
    private static final FileId SQLLOG = new FileId("10.0.2.101", "/home/data/dsc0_config/sqllog.ini");
    private static final FileId COPIED = new FileId("10.0.2.103", "/home/data/dsc2_config/sqllog.ini");

    private final ClusterFiles base = Example.files().with(SQLLOG, bytes("BUF_TOTAL_SIZE = 10240\n"));
    private final ExtendPlan plan =
            Example.planned(base, Example.manualRequest().build()).plan();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ClusterFiles upTo(String id) {
        List<Step> before =
                plan.steps().stream().takeWhile(step -> !step.id().equals(id)).toList();
        return CarriedOut.files(plan, base, plan.steps().subList(0, before.size() + 1));
    }

    private Recovery.Way first(String failed, ClusterFiles files) {
        Recovery recovery = Recovery.recover(plan, failed, Observed.of(files));
        assertThat(recovery.findings()).isEmpty();
        return recovery.ways().get(0);
    }

    private void foreign(ClusterFiles files, FileId foreign) {
        Recovery recovery = Recovery.recover(plan, "copy-config", Observed.of(files));
        assertThat(recovery.ways()).isEmpty();
        assertThat(recovery.findings())
                .extracting(finding -> finding.parameters().get("file"))
                .containsExactly(foreign);
    }

    @Test
    void files_beside_the_directory_or_on_another_host_do_not_count() {
        ClusterFiles beside = base.with(new FileId("10.0.2.103", "/home/data/dsc2_config.old/dm.ini"), bytes("x"))
                .with(new FileId("10.0.2.102", "/home/data/dsc2_config/dm.ini"), bytes("x"));

        assertThat(first("copy-config", beside).steps()).extracting(Step::id).containsExactly("copy-config");
    }

    @Test
    void a_copy_is_complete_if_exactly_the_files_of_its_directory_exist() {
        ClusterFiles more = base.with(new FileId("10.0.2.102", "/home/data/dsc0_config/other.ini"), bytes("A = 1\n"))
                .with(new FileId("10.0.2.101", "/home/data/dsc0_config.old/other.ini"), bytes("A = 1\n"));
        ExtendPlan wider =
                Example.planned(more, Example.manualRequest().build()).plan();
        List<Step> done = wider.steps().stream()
                .takeWhile(step -> !step.id().startsWith("write."))
                .toList();

        ClusterFiles copied = CarriedOut.files(wider, more, done);

        assertThat(Recovery.recover(wider, "copy-config", Observed.of(copied))
                        .ways()
                        .get(0)
                        .kind())
                .isEqualTo(Recovery.Kind.GO_ON);
        for (FileId file : copied.ids()) {
            if (file.host().equals("10.0.2.103")) {
                assertThat(Recovery.recover(wider, "copy-config", Observed.of(copied.without(file)))
                                .ways()
                                .get(0)
                                .kind())
                        .as("without %s", file)
                        .isEqualTo(Recovery.Kind.RETRY);
            }
        }
    }

    /** There is no journal. */
    @Test
    void a_part_of_a_copy_shows_that_the_plan_was_begun() {
        for (ClusterFiles part : List.of(
                upTo("copy-config").without(COPIED),
                base.with(COPIED, base.bytes(SQLLOG)),
                upTo("copy-config").without(new FileId("10.0.2.103", "/home/data/dsc2_config/dmarch.ini")))) {
            Status status = Status.of(plan, Observed.of(part));

            assertThat(status.begun()).isTrue();
            assertThat(status.uncertain())
                    .extracting(Step::id)
                    .containsExactly("add-log-files", "copy-config", "extend-dcr", "extend-node");
            assertThat(status.from().map(Step::id)).contains("add-log-files");
            assertThat(status.ways()).isNotEmpty();
        }
    }

    @Test
    void a_file_in_the_copied_directory_that_the_plan_does_not_know_is_reported_as_extra() {
        FileId extra = new FileId("10.0.2.103", "/home/data/dsc2_config/foo.ini");

        assertThat(Status.of(
                                plan,
                                Observed.of(base.with(extra, bytes("x = 1\n")).with(COPIED, bytes("ours\n"))))
                        .findings())
                .extracting(
                        finding -> finding.parameters().get("file"),
                        Finding::ruleId,
                        Finding::variant,
                        finding -> finding.parameters().get("planned"))
                .containsExactly(
                        tuple(extra, "EXT-0301", "extra", Optional.empty()),
                        tuple(COPIED, "EXT-0301", "", Hashes.sha256(base.bytes(SQLLOG))));
    }

    @Test
    void a_file_that_the_copy_leaves_out_is_foreign() {
        ClusterFiles unarchived =
                Example.set(Example.set(base, Example.DM_INI_1, "ARCH_INI", "0"), Example.DM_INI_2, "ARCH_INI", "0");
        ExtendPlan without =
                Example.planned(unarchived, Example.manualRequest().build()).plan();
        List<Step> done = without.steps().stream()
                .takeWhile(step -> !step.id().startsWith("write."))
                .toList();
        ClusterFiles copied = CarriedOut.files(without, unarchived, done);
        FileId arch = new FileId("10.0.2.103", "/home/data/dsc2_config/dmarch.ini");

        assertThat(Recovery.recover(without, "copy-config", Observed.of(copied))
                        .ways()
                        .get(0)
                        .kind())
                .isEqualTo(Recovery.Kind.GO_ON);
        Recovery recovery = Recovery.recover(
                without, "copy-config", Observed.of(copied.with(arch, unarchived.bytes(Example.ARCH_1))));
        assertThat(recovery.ways()).isEmpty();
        assertThat(recovery.findings())
                .extracting(finding -> finding.parameters().get("file"))
                .containsExactly(arch);
    }

    /**
     * A copy that breaks off leaves the beginning of a file, or an empty file. A file with other content belongs to
     * another person.
     */
    @ParameterizedTest
    @CsvSource({"'',true", "BUF_TOTAL_SIZE = 10240,true", "BUF_TOTAL_SIZE = 1024X,false", "XUF,false"})
    void only_the_beginning_of_a_file_can_come_from_a_broken_copy(String text, boolean left) {
        ClusterFiles files = upTo("copy-config").with(COPIED, bytes(text));

        assertThat(Recovery.recover(plan, "copy-config", Observed.of(files))
                        .findings()
                        .isEmpty())
                .isEqualTo(left);
    }

    @Test
    void a_file_that_is_longer_than_its_source_is_foreign() {
        foreign(upTo("copy-config").with(COPIED, bytes("BUF_TOTAL_SIZE = 10240\n# ours\n")), COPIED);
    }

    /** A copy most likely breaks off in the longest file, and a step after the copy overwrites that file. */
    @Test
    void an_incomplete_file_may_be_one_that_the_plan_overwrites() {
        FileId dmIni = new FileId("10.0.2.103", "/home/data/dsc2_config/dm.ini");
        byte[] half = Arrays.copyOf(base.bytes(Example.DM_INI_1), 30_000);
        ClusterFiles files = base.with(dmIni, half);

        Recovery.Way again = first("copy-config", files);

        assertThat(again.kind()).isEqualTo(Recovery.Kind.RETRY);
        assertThat(again.steps()).extracting(Step::id).containsExactly("undo.copy-config", "copy-config");
        assertThat(Status.of(plan, Observed.of(files)))
                .satisfies(left -> assertThat(left.remaining())
                        .extracting(Step::id)
                        .contains("copy-config", "write.copy-config." + dmIni));
        half[100] = 'X';
        foreign(base.with(dmIni, half), dmIni);
    }

    /** A late copy has files that the plan has written in the meantime, completely or in part. */
    @Test
    void a_late_copy_may_have_the_old_or_the_new_content_of_a_file() {
        FileId from = new FileId("10.0.2.101", "/home/data/dsc0_config/dmmal.ini");
        FileId to = new FileId("10.0.2.103", "/home/data/dsc2_config/dmmal.ini");
        ClusterFiles changed = upTo("write.update-mal." + from);
        String before = new String(base.bytes(from), StandardCharsets.UTF_8);
        String after = new String(changed.bytes(from), StandardCharsets.UTF_8);
        assertThat(after).startsWith(before).isNotEqualTo(before);

        for (String text : List.of(before, after)) {
            assertThat(first("copy-config", changed.with(to, bytes(text))).kind())
                    .isEqualTo(Recovery.Kind.GO_ON);
        }
        for (String text : List.of(before.substring(0, 20), after.substring(0, before.length() + 5))) {
            assertThat(first("copy-config", changed.with(to, bytes(text))).kind())
                    .isEqualTo(Recovery.Kind.RETRY);
        }
    }

    /** The new node's dmarch.ini differs from its source, whenever it is copied. */
    @Test
    void a_late_copy_of_a_file_that_differs_on_every_node_is_overwritten() {
        ExtendedPlans.Planned remote = ExtendedPlans.of(
                ClusterLayout.builder().archives(Archives.LOCAL_AND_REMOTE).build());
        ExtendPlan archives = remote.plan();
        Change.CopyDirectory copy =
                archives.actions(Change.CopyDirectory.class).findFirst().orElseThrow();
        FileId from = new FileId(copy.from().host(), copy.from().path() + "/dmarch.ini");
        FileId to = new FileId(copy.to().host(), copy.to().path() + "/dmarch.ini");
        ClusterFiles all = CarriedOut.files(archives, remote.files(), archives.steps());
        assertThat(all.bytes(from)).isNotEqualTo(remote.files().bytes(from)).isNotEqualTo(all.bytes(to));

        ClusterFiles late = all.with(to, all.bytes(from));

        assertThat(Status.of(archives, Observed.of(late)))
                .satisfies(left -> assertThat(left.remaining())
                        .extracting(Step::id)
                        .contains("write.copy-config." + to)
                        .doesNotContain("copy-config"));
    }

    /** In the manual, a person copies this file from an existing node. */
    @Test
    void a_file_that_a_person_copied_from_the_first_node_is_overwritten() {
        FileId dmdcr = new FileId("10.0.2.103", "/home/data/dmdcr.ini");

        assertThat(first("write.write-dmdcr." + dmdcr, base.with(dmdcr, base.bytes(Example.DMDCR_1)))
                        .kind())
                .isEqualTo(Recovery.Kind.RETRY);
    }

    @Test
    void a_copy_of_another_file_is_foreign() {
        foreign(upTo("copy-config").with(COPIED, base.bytes(Example.DMDCR_1)), COPIED);
    }

    private static final FileId SCRIPT = new FileId("10.0.2.101", "/home/data/dsc0_config/start.sh");
    private static final FileId NEW_SCRIPT = new FileId("10.0.2.103", "/home/data/dsc2_config/start.sh");

    private static PlanResult.Planned withScript(String text) {
        return Example.planned(
                Example.files().with(SCRIPT, bytes(text)),
                Example.manualRequest().build());
    }

    /** Only a whole name or path stands for the node. A part of a longer name or path stands for something else. */
    @ParameterizedTest
    @CsvSource({
        "cd /home/data/dsc0_config, cd /home/data/dsc2_config",
        "LOG=/home/data/dsc0_config/log, LOG=/home/data/dsc2_config/log",
        "# DSC0: start, # DSC2: start",
        "cd /mnt/home/data/dsc0_config, cd /mnt/home/data/dsc0_config",
        "cd /home/data/dsc0_config.old, cd /home/data/dsc0_config.old",
        "DSC01, DSC01",
        "ulimit -n 65536, ulimit -n 65536",
    })
    void the_new_nodes_directory_and_name_replace_the_first_nodes(String line, String adapted) {
        PlanResult.Planned planned = withScript("#!/bin/sh\n" + line + "\n");

        assertThat(new String(planned.target().bytes(NEW_SCRIPT), StandardCharsets.UTF_8))
                .isEqualTo("#!/bin/sh\n" + adapted + "\n");
        assertThat(planned.plan().actions(Change.WriteFile.class))
                .filteredOn(write -> write.purpose() == Change.Purpose.ADAPT_COPY)
                .hasSize(line.equals(adapted) ? 0 : 1);
        assertThat(CarriedOut.files(
                                planned.plan(),
                                Example.files().with(SCRIPT, bytes("#!/bin/sh\n" + line + "\n")),
                                planned.plan().steps())
                        .bytes(NEW_SCRIPT))
                .isEqualTo(planned.target().bytes(NEW_SCRIPT));
    }

    /** Addresses stand in URLs and before ports too, and a longer address is another one. */
    @ParameterizedTest
    @CsvSource({
        "ip=10.0.2.101, ip=10.0.2.103",
        "FILE=192.168.56.101, FILE=192.168.56.103",
        "url=http://10.0.2.101:5236/x, url=http://10.0.2.103:5236/x",
        "# DSC0 is 10.0.2.101., # DSC2 is 10.0.2.103.",
        "disql SYSDBA@192.168.56.101:5236, disql SYSDBA@192.168.56.103:5236",
        "ip=10.0.2.1015, ip=10.0.2.1015",
        "ip=110.0.2.101, ip=110.0.2.101",
        "version 10.0.2.101.7, version 10.0.2.101.7",
    })
    void a_line_that_holds_an_address_of_the_first_node_holds_the_new_ones(String line, String adapted) {
        PlanResult.Planned planned = withScript(line + "\n");

        assertThat(new String(planned.target().bytes(NEW_SCRIPT), StandardCharsets.UTF_8))
                .isEqualTo(adapted + "\n");
        assertThat(planned.notes()).noneMatch(finding -> finding.ruleId().equals("EXT-0209"));
    }

    @Test
    void the_causes_of_an_adapted_line_are_the_values_that_it_holds() {
        assertThat(withScript("ip=10.0.2.101\nDSC0 at 192.168.56.101\n").plan().files())
                .filteredOn(change -> change.file().equals(NEW_SCRIPT))
                .singleElement()
                .satisfies(change -> assertThat(change.provenance())
                        .extracting(why -> why.line() + " " + why.what() + " " + why.decision())
                        .containsExactly(
                                "1 MAL_HOST host",
                                "2 INSTANCE_NAME dm.INSTANCE_NAME",
                                "2 MAL_INST_HOST dmmal.MAL_INST_HOST"));
    }

    /** Every node may report to the first one, or the first one may report to itself. */
    @Test
    void a_line_that_every_node_has_stays_and_is_reported() {
        FileId second = new FileId("10.0.2.102", "/home/data/dsc1_config/start.sh");
        String shared = "log=10.0.2.101\nprimary=DSC0\nfrom=/home/data/dsc0_config/x";
        ClusterFiles files = Example.files()
                .with(SCRIPT, bytes("agent=10.0.2.101\n" + shared + "\nname=DSC0\n"))
                .with(second, bytes("name=DSC1\nagent=10.0.2.102\n" + shared));
        PlanResult.Planned planned =
                Example.planned(files, Example.manualRequest().build());

        assertThat(new String(planned.target().bytes(NEW_SCRIPT), StandardCharsets.UTF_8))
                .isEqualTo("agent=10.0.2.103\n" + shared + "\nname=DSC2\n");
        assertThat(planned.notes())
                .filteredOn(finding -> finding.ruleId().equals("EXT-0209"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.primary().toString()).startsWith(SCRIPT.toString());
                    assertThat(finding.parameters().get("lines")).isEqualTo(List.of(2, 3, 4));
                    assertThat(finding.message().en()).startsWith("Every node has lines 2, 3, 4,");
                });
    }

    /** A file that only some nodes have does not show which lines every node has. */
    @Test
    void a_line_of_a_file_that_a_node_lacks_is_adapted() {
        assertThat(withScript("primary=DSC0\n").target().bytes(NEW_SCRIPT)).isEqualTo(bytes("primary=DSC2\n"));
    }

    /** SVR_LOG_NAME names a section of sqllog.ini. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // Each node has a section of its own, in its own file.
                "SLOG_DSC0; SLOG_DSC1; [SLOG_ALL]|[SLOG_DSC0]|; [SLOG_ALL]|[SLOG_DSC1]|; [SLOG_ALL]|[SLOG_DSC2]|",
                "slog_DSC0; slog_DSC1; [ SLOG_dsc0 ] # x|; [SLOG_DSC1]|; [ slog_DSC2 ] # x|",
                "SLOG.0; SLOG.1; [SLOG.0]|[SLOGX0]|; [SLOG.1]|; [SLOG.2]|[SLOGX0]|",
                // All nodes have the same file. The new node needs a section of its own in it.
                "SLOG_DSC0; SLOG_DSC1; [SLOG_DSC0]|[SLOG_DSC1]|; [SLOG_DSC0]|[SLOG_DSC1]|; [SLOG_DSC2]|[SLOG_DSC1]|",
                "SLOG_DSC0; SLOG_DSC1; [SLOG_DSC0]|[SLOG_DSC2]|; [SLOG_DSC0]|[SLOG_DSC2]|; [SLOG_DSC0]|[SLOG_DSC2]|",
                // The nodes have the same section.
                "SLOG_ALL; SLOG_ALL; [SLOG_ALL]|[SLOG_DSC0]|; [SLOG_ALL]|; [SLOG_ALL]|[SLOG_DSC0]|",
            })
    void the_section_of_sqllog_that_dm_ini_names_changes_with_it(
            String first, String second, String log, String otherLog, String adapted) {
        ClusterFiles files = Example.files()
                .with(SQLLOG, bytes(log.replace('|', '\n')))
                .with(
                        new FileId("10.0.2.102", "/home/data/dsc1_config/sqllog.ini"),
                        bytes(otherLog.replace('|', '\n')));
        files = Example.set(files, Example.DM_INI_1, "SVR_LOG_NAME", first);
        files = Example.set(files, Example.DM_INI_2, "SVR_LOG_NAME", second);
        PlanResult.Planned planned =
                Example.planned(files, Example.manualRequest().build());

        assertThat(planned.target().bytes(COPIED)).isEqualTo(bytes(adapted.replace('|', '\n')));
        String fresh = planned.target()
                .document(new FileId("10.0.2.103", "/home/data/dsc2_config/dm.ini"))
                .get("SVR_LOG_NAME")
                .orElseThrow();
        assertThat(planned.target().document(COPIED).sections(fresh)).hasSize(1);
        assertThat(planned.plan().files())
                .filteredOn(change -> change.file().equals(COPIED))
                .flatExtracting(change -> change.provenance())
                .extracting(why -> why.what() + " " + why.decision())
                .isEqualTo(log.equals(adapted) ? List.of() : List.of("SVR_LOG_NAME dm.SVR_LOG_NAME"));
        assertThat(planned.notes()).noneMatch(finding -> finding.ruleId().equals("EXT-0209"));
    }

    @Test
    void an_address_of_the_only_node_stays_and_is_reported() {
        GeneratedCluster one =
                new GeneratedCluster(ClusterLayout.builder().nodes(1).build());
        FileId agent = new FileId("10.1.0.1", "/data/DSC0_conf/dmagent.ini");
        ExtendRequest request = ExtendRequest.builder()
                .from(one.next(1))
                .cssName("CSS1")
                .asmName("ASM1")
                .dbName("DSC1")
                .configPath("/data/DSC1_conf")
                .build();
        ClusterFiles files = one.files().with(agent, bytes("ip=10.1.0.1\nname=DSC0\n"));
        Map<String, String> values = new TreeMap<>();
        Example.questions(files, request)
                .forEach(question ->
                        values.put(question.name(), question.suggestion().orElse("?")));
        PlanResult.Planned planned = Example.planned(files, request.withValues(values));

        assertThat(planned.target().bytes(new FileId("10.1.0.2", "/data/DSC1_conf/dmagent.ini")))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("ip=10.1.0.1\nname=DSC1\n");
        assertThat(planned.notes())
                .filteredOn(finding -> finding.ruleId().equals("EXT-0209"))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.parameters().get("lines")).isEqualTo(List.of(1)));
    }

    /** The address of a machine with several nodes stands for none of them. */
    @Test
    void the_address_of_one_machine_stays() {
        GeneratedCluster cluster =
                new GeneratedCluster(ClusterLayout.builder().oneMachine(true).build());
        FileId agent = new FileId("10.1.0.1", "/data/DSC0_conf/dmagent.ini");
        PlanResult.Planned planned =
                Example.planned(cluster.files().with(agent, bytes("ip=10.1.0.1\nname=DSC0\n")), cluster.next(2));

        assertThat(planned.target().bytes(new FileId("10.1.0.1", "/data/DSC2_conf/dmagent.ini")))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("ip=10.1.0.1\nname=DSC2\n");
    }

    @Test
    void a_line_that_names_several_nodes_stays_and_is_reported() {
        PlanResult.Planned planned = withScript("# nodes\nfor node in DSC0 DSC1; do echo $node; done\n");

        assertThat(planned.target().bytes(NEW_SCRIPT))
                .isEqualTo(planned.target().bytes(SCRIPT));
        assertThat(planned.notes())
                .filteredOn(finding -> finding.ruleId().equals("EXT-0209"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.primary().toString()).startsWith(SCRIPT.toString());
                    assertThat(finding.parameters().get("lines")).isEqualTo(List.of(2));
                });
    }

    @Test
    void a_binary_file_is_copied_unchanged() {
        String key = "\0DSC0\n";

        assertThat(withScript(key).target().bytes(NEW_SCRIPT)).isEqualTo(bytes(key));
    }
}
