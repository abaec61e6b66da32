package io.github.dmdsc.extend.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.state.TableReader.Heading;
import io.github.dmdsc.model.check.Read;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests tables in all forms in which terminals show them. */
class TablesTest {
    private static final String HEAD = "group[name = G, seq = 2, type = DB, Control Node = 0]\n";

    private static GroupState group(Read<ClusterState> reading) {
        return reading.value().groups().get(0).value();
    }

    private static List<String> names(Read<ClusterState> reading) {
        return group(reading).endpoints().stream()
                .map(row -> row.value().name())
                .toList();
    }

    private static Read<ClusterState> show(String table) {
        return Shown.read(Tool.DMCSSM, HEAD + table);
    }

    /** Returns the only row of a table, which must have no finding. */
    private static EndpointState row(String table) {
        Read<ClusterState> reading = show(table);
        assertThat(reading.findings()).isEmpty();
        assertThat(group(reading).endpoints()).hasSize(1);
        return group(reading).endpoints().get(0).value();
    }

    @Test
    void headings_may_be_wrapped_without_a_ruler_below_them() {
        EndpointState row = row("ep: inst_name seqno\n    is_ok active\n    DSC0 7 OK TRUE\n=====\n");

        assertThat(row.seqno()).contains(7);
        assertThat(row.active()).contains(new Reported<>(Activity.TRUE, "TRUE"));
    }

    @Test
    void a_row_may_take_up_to_five_lines() {
        String headings = "inst_name seqno port is_ok active guid ts\n";

        assertThat(row(headings + "DSC0 0\n5236\nOK\nTRUE\n7 8\n=====\n").other())
                .isEqualTo(Map.of("guid", "7", "ts", "8"));
        Read<ClusterState> six = show(headings + "DSC0 0\n5236\nOK\nTRUE\n7\n8\n=====\n");
        assertThat(Shown.rules(six)).containsExactly("STA-0102");
        assertThat(names(six)).isEmpty();
    }

    @Test
    void a_row_may_be_wrapped_in_the_middle_of_a_status() {
        assertThat(row("inst_name seqno is_ok inst_status\nDSC0 0 OK INVALID EP\n     STATUS\n=====\n")
                        .instanceStatus())
                .contains(new Reported<>(InstanceStatus.INVALID_EP_STATUS, "INVALID EP STATUS"));
        assertThat(row("inst_name mode inst_status\nDSC0 Control Node\n     OPEN\n=====\n")
                        .instanceStatus())
                .contains(new Reported<>(InstanceStatus.OPEN, "OPEN"));
    }

    @Test
    void a_row_that_may_take_one_line_or_two_is_not_read() {
        Read<ClusterState> reading = show("inst_name mode inst_status\nDSC0 Control Node\nDREAMING\n=====\n");

        assertThat(Shown.rules(reading)).containsExactly("STA-0102");
        assertThat(names(reading)).isEmpty();
    }

    @Test
    void a_complete_row_does_not_include_the_next_line() {
        assertThat(row("inst_name is_ok mode\nDSC0 OK NORMAL\nNODE\n=====\n").mode())
                .contains(new Reported<>(EndpointMode.NORMAL, "NORMAL"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[TRACE]The ASM looks at 1 OPEN",
                "2026-03-02 21:10:04.570 [ERROR] dmcssm P0000001500 OPEN OK 1",
                "[CSS0]             [2026-03-02 21:10:04:154] [DB]: OPEN OK 1"
            })
    void log_lines_before_or_within_a_row_are_ignored(String log) {
        String table =
                "inst_name seqno inst_status is_ok\n" + log + "\nDSC0 0\n" + log + "\nOPEN OK\n" + log + "\n=====\n";

        assertThat(row(table).health()).contains(new Reported<>(Health.OK, "OK"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "=====\n"})
    void a_row_ends_at_a_blank_line_and_at_the_end_of_its_table(String between) {
        Read<ClusterState> reading =
                show("inst_name seqno inst_status is_ok\nDSC0 0 OPEN\n" + between + "fine\n=====\n");

        assertThat(Shown.rules(reading)).containsExactly("STA-0102");
        assertThat(group(reading).unread()).singleElement().satisfies(line -> {
            assertThat(line.value()).isEqualTo("DSC0 0 OPEN");
            assertThat(line.at().line()).isEqualTo(3);
        });
        assertThat(names(reading)).isEmpty();
    }

    @Test
    void blank_lines_between_rows_are_ignored_and_each_row_has_its_line() {
        Read<ClusterState> reading = show("inst_name seqno is_ok\n\nDSC0 0 OK\n\n\nDSC1 1 OK\n=====\n");

        assertThat(group(reading).endpoints())
                .extracting(row -> row.at().line())
                .containsExactly(4, 7);
        assertThat(reading.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "active",
                "inst_name why",
                "inst_name is_ok which nobody knows",
                "is_ok is_ok",
                "is_ok active 2",
                "is_ok 是否正常"
            })
    void a_line_with_few_headings_does_not_begin_a_table(String line) {
        assertThat(Shown.rules(show(line + "\nDSC0 OK\n"))).contains("STA-0105");
    }

    @Test
    void up_to_half_of_the_headings_may_be_unknown() {
        assertThat(row("inst_name is_ok colour taste\nDSC0 OK green sour\n=====\n")
                        .other())
                .isEqualTo(Map.of("colour", "green", "taste", "sour"));
    }

    @Test
    void repeated_headings_start_the_table_again() {
        String headings = "LINEID EP_NAME EP_STATUS\n";

        Read<ClusterState> reading = Shown.read(Tool.DISQL, headings + headings + "1 DSC0 OK\n\n");

        assertThat(reading.value().instances().orElseThrow().value().rows()).hasSize(1);
        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("STA-0108");
            assertThat(finding.primary().line()).isEqualTo(2);
        });
    }

    @Test
    void rows_under_repeated_headings_belong_to_the_same_group() {
        Read<ClusterState> reading = show("inst_name is_ok\nDSC0 OK\ninst_name is_ok\nDSC1 OK\n=====\n");

        assertThat(names(reading)).containsExactly("DSC0", "DSC1");
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void a_heading_is_recognised_by_each_of_its_names() {
        Capture capture = new Capture(ToolOutput.of(Tool.DMCSSM, "capture", "名称 colour\nleft red\nright blue"));
        TableReader reader = new TableReader(
                capture,
                List.of(Heading.of(Content.NAME, "name", "名称"), Heading.of(Content.NAME, "colour")),
                line -> false,
                false);

        TableReader.Table table = reader.rows(reader.header(0).orElseThrow());

        assertThat(table.rows())
                .extracting(Placed::value)
                .containsExactly(Map.of("name", "left", "colour", "red"), Map.of("name", "right", "colour", "blue"));
        assertThat(table.closed()).isFalse();
    }

    @Test
    void a_number_of_more_than_nine_digits_is_kept_as_text() {
        EndpointState row = row("inst_name seqno port is_ok\nDSC0 123456789 1234567890 OK\n=====\n");

        assertThat(row.seqno()).contains(123_456_789);
        assertThat(row.port()).isEmpty();
        assertThat(row.other()).isEqualTo(Map.of("port", "1234567890"));
    }
}
