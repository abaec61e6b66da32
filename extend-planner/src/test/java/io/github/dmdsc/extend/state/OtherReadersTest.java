package io.github.dmdsc.extend.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.check.Read;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OtherReadersTest {
    private static InstanceView view(String text) {
        return Shown.state(Tool.DISQL, text).instances().orElseThrow().value();
    }

    @Test
    void the_view_is_read_as_disql_prints_it() {
        String text = """
                SQL> select * from v$dsc_ep_info;

                LINEID     EP_NAME EP_SEQNO    EP_GUID              EP_TIMESTAMP         EP_MODE      EP_STATUS
                ---------- ------- ----------- -------------------- -------------------- ------------ ---------
                1          DSC0    0           13930                14203                Control Node OK
                2          DSC1    1           14091                14366                Normal Node  ERROR

                used time: 1.204(ms). Execute id is 58.
                SQL>
                """;

        InstanceView view = view(text);

        assertThat(view.closed()).isTrue();
        assertThat(view.rows())
                .extracting(row -> row.value().name()
                        + row.value().seqno().orElseThrow()
                        + row.value().mode().orElseThrow().meaning()
                        + row.value().status().orElseThrow().meaning())
                .containsExactly("DSC00CONTROLOK", "DSC11NORMALERROR");
        assertThat(view.rows().get(1).at()).isEqualTo(Shown.lineOf(text, "2          DSC1"));
        assertThat(view.rows().get(1).value().other()).containsEntry("ep_guid", "14091");
    }

    @Test
    void the_view_is_read_in_chinese_wrapped_and_with_its_columns_in_any_order() {
        String text = """
                服务器[LOCALHOST:5236]:处于普通打开状态
                SQL> SQL>
                行号     EP_STATUS EP_NAME
                ---------- --------- -------
                           EP_MODE      EP_SEQNO
                           ------------ -----------
                1          OK        DSC0
                           CONTROL NODE 0
                2          OK        DSC1
                           NORMAL NODE  1

                已用时间: 0.453(毫秒). 执行号:5.
                """;

        assertThat(view(text).rows())
                .extracting(row -> row.value().name()
                        + row.value().seqno().orElseThrow()
                        + row.value().mode().orElseThrow().meaning())
                .containsExactly("DSC00CONTROL", "DSC11NORMAL");
    }

    @Test
    void an_answer_without_rows_is_an_answer() {
        InstanceView view = view("LINEID EP_NAME EP_STATUS\n------ ------- ---------\nno rows\n\nused time: 1(ms).\n");

        assertThat(view.rows()).isEmpty();
        assertThat(view.closed()).isTrue();
    }

    @Test
    void the_statement_itself_is_not_a_table() {
        assertThat(Shown.rules(Shown.read(
                        Tool.DISQL, "SQL> select ep_name, ep_seqno, ep_mode, ep_status from v$dsc_ep_info;\n")))
                .containsExactly("STA-0101");
    }

    @Test
    void the_disk_of_a_check_is_read_from_the_echo() {
        String text = """
                dmasmcmd V8
                ASM>check dcrdisk '/dev/raw/raw1'
                [TRACE]The ASM looks at /dev/raw/raw1
                ASMCMD check DCRDISK success.
                Used time: 3.348(ms).
                ASM>check dcrdisk '/dev/raw/raw9'
                ASMCMD check DCRDISK failed, checksum does not match
                """;

        assertThat(Shown.state(Tool.DMASMCMD, text).dcrChecks())
                .extracting(Placed::value)
                .containsExactly(
                        new DcrCheck(
                                Optional.of("/dev/raw/raw1"),
                                DcrCheck.Outcome.SUCCESS,
                                "ASMCMD check DCRDISK success."),
                        new DcrCheck(
                                Optional.of("/dev/raw/raw9"),
                                DcrCheck.Outcome.FAILED,
                                "ASMCMD check DCRDISK failed, checksum does not match"));
    }

    @Test
    void without_an_echo_the_disk_of_a_check_is_read_from_the_command() {
        ToolOutput output =
                ToolOutput.of(Tool.DMASMCMDM, "c", "check dcrvdisk '/dev/v/d0'", "ASMCMDM check DCRVDISK success\n");

        assertThat(ClusterState.read(output).value().dcrChecks())
                .extracting(check -> check.value().disk().orElseThrow())
                .containsExactly("/dev/v/d0");
    }

    @Test
    void a_check_without_an_outcome_supersedes_an_earlier_one() {
        String text = """
                ASM>check dcrdisk '/dev/raw/raw1'
                ASMCMD check DCRDISK success
                ASM>check dcrdisk '/dev/raw/raw1'
                """;

        Read<ClusterState> reading = Shown.read(Tool.DMASMCMD, text);

        assertThat(Shown.rules(reading)).containsExactly("STA-0109");
        assertThat(reading.value().dcrChecks())
                .singleElement()
                .satisfies(check -> assertThat(check.value().outcome()).isEqualTo(DcrCheck.Outcome.UNKNOWN));
    }

    @Test
    void the_outcome_of_another_command_is_not_a_check() {
        assertThat(Shown.read(Tool.DMASMCMD, "ASM>export dcrdisk '/d' to '/i'\nASMCMD export DCRDISK success.\n")
                        .value()
                        .dcrChecks())
                .isEmpty();
    }

    @Test
    void the_files_of_dm_ctl_are_read_with_tablespace_and_node() {
        String text = """
                # table space name
                ts_name=RLOG
                # DSC node number
                ts_nth=1
                #-----------------------------------------------
                # file path
                fil_path=+DMLOG/log/DSC1_log01.log
                mirror_path=
                # file path
                fil_path=+DMLOG/log/DSC1_log02.log
                ts_name=MAIN
                fil_path = +DMDATA/data/dsc/MAIN.DBF
                """;

        assertThat(Shown.state(Tool.DMCTLCVT, text)
                        .controlFile()
                        .orElseThrow()
                        .value()
                        .files())
                .extracting(Placed::value)
                .containsExactly(
                        new ControlFile.Entry(Optional.of("RLOG"), Optional.of(1), "+DMLOG/log/DSC1_log01.log"),
                        new ControlFile.Entry(Optional.of("RLOG"), Optional.of(1), "+DMLOG/log/DSC1_log02.log"),
                        new ControlFile.Entry(Optional.of("MAIN"), Optional.empty(), "+DMDATA/data/dsc/MAIN.DBF"));
    }

    private static List<AsmListing> listings(String text) {
        return Shown.state(Tool.DMASMTOOL, text).listings().stream()
                .map(Placed::value)
                .toList();
    }

    private static List<String> names(AsmListing listing) {
        return listing.entries().stream().map(Placed::value).toList();
    }

    @Test
    void a_list_is_read_whether_its_names_are_labelled_or_not() {
        String text = """
                DMASMTOOL V8
                ASM>ls
                +
                disk groups total [2]......
                NO.1 \t name: DMLOG
                NO.2 \t name: DMDATA
                Used time: 1.759(ms).
                ASM>ls '+DMLOG/log'
                DSC0_log01.log
                DSC0_log02.log
                Used time: 2.066(ms).
                """;

        List<AsmListing> listings = listings(text);

        assertThat(listings).extracting(list -> list.directory().orElseThrow()).containsExactly("+", "+DMLOG/log");
        assertThat(listings)
                .extracting(OtherReadersTest::names)
                .containsExactly(List.of("DMLOG", "DMDATA"), List.of("DSC0_log01.log", "DSC0_log02.log"));
        assertThat(listings).allMatch(AsmListing::closed);
    }

    @Test
    void a_list_with_fewer_names_than_announced_is_not_complete() {
        Read<ClusterState> reading =
                Shown.read(Tool.DMASMTOOL, "ASM>ls +DMLOG\ntotal [2]......\nNO.1 name: a.log\nUsed time: 1(ms).\n");

        assertThat(Shown.rules(reading)).containsExactly("STA-0111");
        assertThat(reading.value().listings().get(0).value().closed()).isFalse();
    }
}
