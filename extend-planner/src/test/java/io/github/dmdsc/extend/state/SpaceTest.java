package io.github.dmdsc.extend.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests whether new log files fit, from the output of V$ASMGROUP and V$RLOGFILE in DIsql. */
class SpaceTest {
    /** In the form in which DIsql prints a SELECT; the columns are those of the manual (DMDSC, 15.2.2.2). */
    private static final String GROUPS = """
            SQL> select group_name, type, total_mb, free_mb from v$asmgroup;

            LINEID     GROUP_NAME TYPE     TOTAL_MB    FREE_MB
            ---------- ---------- -------- ----------- -----------
            1          DMLOG      EXTERNAL 10240       1024
            2          DMDATA     NORMAL   20480       1024
            3          DMARCH     HIGH     20480       1024
            4          DMODD      UNDEF    20480       1024

            used time: 1.204(ms). Execute id is 58.
            """;

    private static final String LOGS = """
            行号     PATH                    RLOG_SIZE
            ---------- ----------------------- --------------------
            1          +DMLOG/log/DSC0_01.log  268435456
            2          +DMLOG/log/DSC0_02.log  268435456

            已用时间: 0.453(毫秒). 执行号:5.
            """;

    private static Class<?> kind(Verdict verdict) {
        return verdict.getClass();
    }

    private static ClusterState read(String... texts) {
        return ClusterState.read(List.of(texts).stream()
                        .map(text -> ToolOutput.of(Tool.DISQL, "capture", text))
                        .toList())
                .value();
    }

    @ParameterizedTest
    @CsvSource({
        "DMLOG, 1023, Proven",
        "dmlog, 512, Proven",
        "DMLOG, 1024, NoEvidence",
        "DMLOG, 1025, Refuted",
        "DMDATA, 511, Proven",
        "DMDATA, 512, NoEvidence",
        "DMDATA, 1024, NoEvidence",
        "DMDATA, 1025, Refuted",
        "DMARCH, 340, Proven",
        "DMARCH, 341, NoEvidence",
        "DMODD, 341, NoEvidence",
        "DMODD, 1025, Refuted",
        "NOWHERE, 1, Refuted"
    })
    void the_space_must_suffice_for_each_copy_of_the_files_in_the_group(String group, long megabytes, String verdict) {
        assertThat(kind(read(GROUPS).spaceFor(group, megabytes, false)).getSimpleName())
                .isEqualTo(verdict);
    }

    @Test
    void the_space_for_archives_can_be_refuted_but_not_proven() {
        assertThat(kind(read(GROUPS).spaceFor("DMLOG", 0, true))).isEqualTo(Verdict.NoEvidence.class);
        assertThat(kind(read(GROUPS).spaceFor("DMLOG", 1025, true))).isEqualTo(Verdict.Refuted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GROUP_NAME TOTAL_MB FREE_MB\nDMLOG 10240 x\n",
                "GROUP_NAME TOTAL_MB FREE_MB\nDMLOG 10240 -1\n\nused time: 1(ms).\n",
                "GROUP_NAME TOTAL_MB FREE_MB\nDMLOG 10240 9999999999999999999\n\nused time: 1(ms).\n",
                "GROUP_NAME TOTAL_MB FREE_MB\nDMDATA 10240 1024\n"
            })
    void missing_values_are_no_evidence(String text) {
        assertThat(kind(read(text).spaceFor("DMLOG", 1, false))).isEqualTo(Verdict.NoEvidence.class);
    }

    /** Reads all columns of the manual, including one with parentheses in its name. */
    @Test
    void every_column_of_the_view_may_be_selected() {
        String all = """
                LINEID GROUP_ID GROUP_NAME N_DISK AU_SIZE EXTENT_SIZE(AU) TOTAL_SIZE FREE_SIZE TOTAL_FILE_NUM TYPE REDO_SIZE(MB) RBL_STAT RBL_PWR AU_SIZE_MB TOTAL_MB FREE_MB
                ------ -------- ---------- ------ ------- --------------- ---------- --------- -------------- ---- ------------- -------- ------- ---------- -------- -------
                1      0        DMLOG      3      NULL    4               10240      900       12             HIGH 128           ENABLE   2       4          40960    3600

                used time: 1.204(ms). Execute id is 58.
                """;

        assertThat(kind(read(all).spaceFor("DMLOG", 1199, false))).isEqualTo(Verdict.Proven.class);
        assertThat(kind(read(all).spaceFor("DMLOG", 3601, false))).isEqualTo(Verdict.Refuted.class);
    }

    @ParameterizedTest
    @CsvSource({"256, DMLOG, Proven", "256, dmlog, Proven", "512, DMLOG, Refuted", "256, DMDATA, Refuted"})
    void existing_log_files_are_compared_with_the_new_ones(long megabytes, String group, String verdict) {
        assertThat(kind(read(LOGS).logFilesAlike(megabytes, List.of(group))).getSimpleName())
                .isEqualTo(verdict);
    }

    @Test
    void an_incomplete_list_of_log_files_proves_nothing() {
        String cut = LOGS.substring(0, LOGS.indexOf("2          +"));

        assertThat(kind(read(cut).logFilesAlike(256, List.of("DMLOG")))).isEqualTo(Verdict.NoEvidence.class);
        assertThat(kind(read(LOGS + "SQL> select path, rlog_size from v$rlogfile;\n")
                        .logFilesAlike(256, List.of("DMLOG"))))
                .isEqualTo(Verdict.NoEvidence.class);
        assertThat(kind(read("").logFilesAlike(256, List.of("DMLOG")))).isEqualTo(Verdict.NoEvidence.class);
    }

    @ParameterizedTest
    @CsvSource({"1024, 0", "512, 0", "511, 1", "0, 1"})
    void a_group_without_space_for_two_more_such_log_files_is_named(long free, int findings) {
        List<Finding> found = read(LOGS, GROUPS.replace("10240       1024", "10240       " + free))
                .checkSpace();

        assertThat(found).hasSize(findings).allSatisfy(finding -> {
            assertThat(finding.ruleId()).isEqualTo("STA-0204");
            assertThat(finding.primary().line()).isEqualTo(5);
            assertThat(finding.parameters())
                    .containsEntry("group", "DMLOG")
                    .containsEntry("free", free)
                    .containsEntry("size", 256L);
        });
    }

    @Test
    void one_view_alone_names_no_group() {
        assertThat(read(LOGS).checkSpace()).isEmpty();
        assertThat(read(GROUPS.replace(" 1024", " 1")).checkSpace()).isEmpty();
    }
}
