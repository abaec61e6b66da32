package io.github.dmdsc.extend.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.check.Read;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tests that every printed state reads back equal, and that no text makes a reader fail. */
class StateLawsTest {
    @Provide
    Arbitrary<List<GroupState>> clusters() {
        return States.clusters();
    }

    @Provide
    Arbitrary<List<String>> columns() {
        return States.columns();
    }

    @Provide
    Arbitrary<List<EndpointState>> rows() {
        return States.endpoints().list().ofMinSize(1).ofMaxSize(6);
    }

    @Property(tries = 175)
    void show_reads_back_as_the_printed_state(
            @ForAll("clusters") List<GroupState> groups, @ForAll("columns") List<String> columns, @ForAll long seed) {
        String text = new Printer(seed).show(groups, columns);

        Read<ClusterState> reading = Shown.read(Tool.DMCSSM, text);

        assertThat(reading.value().groups())
                .extracting(Placed::value)
                .isEqualTo(groups.stream()
                        .map(group -> States.only(group, columns))
                        .toList());
        assertThat(reading.findings()).allMatch(finding -> finding.ruleId().equals("STA-0107"));
    }

    @Property(tries = 175)
    void the_view_reads_back_as_the_printed_rows(@ForAll("rows") List<EndpointState> rows, @ForAll long seed) {
        List<String> columns = new ArrayList<>(List.of("EP_NAME", "EP_SEQNO", "EP_MODE", "EP_STATUS", "EP_GUID"));
        Collections.shuffle(columns, new Random(seed));
        List<Map<String, String>> cells =
                rows.stream().map(StateLawsTest::viewCells).toList();

        InstanceView view = Shown.state(Tool.DISQL, new Printer(seed).view(cells, columns))
                .instances()
                .orElseThrow()
                .value();

        assertThat(view.rows())
                .extracting(Placed::value)
                .isEqualTo(rows.stream()
                        .map(row -> new InstanceView.Instance(
                                row.name(), row.seqno(), row.mode(), row.health(), Map.of("ep_guid", guid(row))))
                        .toList());
        assertThat(view.closed()).isTrue();
    }

    private static String guid(EndpointState row) {
        return String.valueOf(row.other().get("guid"));
    }

    private static Map<String, String> viewCells(EndpointState row) {
        Map<String, String> printed = States.cells(row);
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("EP_NAME", row.name());
        cells.put("EP_SEQNO", String.valueOf(printed.get("seqno")));
        cells.put("EP_MODE", String.valueOf(printed.get("mode")));
        cells.put("EP_STATUS", String.valueOf(printed.get("is_ok")));
        cells.put("EP_GUID", guid(row));
        return cells;
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "group[",
                "name = G",
                "seq = 2",
                "type = DB",
                "]",
                "=====",
                "ep:",
                "inst_name",
                "seqno",
                "mode",
                "is_ok",
                "active",
                "inst_status",
                "css_time",
                "2026-03-02",
                "21:10:04",
                "DSC0",
                "0",
                "99999999999999999999",
                "Control Node",
                "OPEN",
                "OK",
                "TRUE",
                "sta =",
                "break ep = ",
                "n_ok_ep = 9999999999",
                "n_group:99999",
                "monitor current time",
                "EP_NAME",
                "EP_STATUS",
                "LINEID",
                "----",
                "SQL>",
                "ASM>",
                "check dcrdisk '/d'",
                "ASMCMD check DCRDISK success",
                "ls +DMLOG",
                "NO.1 name: a.log",
                "total [9999999999]",
                "ts_name=RLOG",
                "ts_nth=99999999999",
                "fil_path=+A/b.log",
                "\u001B[0m",
                "[x] auto restart =",
                "(0, 0)",
                "\t",
                "中",
                "\u0000");
        Arbitrary<String> separators = Arbitraries.of(" ", "  ", "\n", "\r\n", "\t", ", ", "");
        Arbitrary<String> composed = pieces.flatMap(piece -> separators.map(piece::concat))
                .list()
                .ofMaxSize(60)
                .map(all -> String.join("", all));
        return Arbitraries.oneOf(composed, Arbitraries.strings().ofMaxLength(400));
    }

    @Property(tries = 700)
    void no_text_makes_a_reader_fail(@ForAll("texts") String text, @ForAll Tool tool) {
        assertThatCode(() -> ClusterState.read(ToolOutput.of(tool, "any", text, text)))
                .doesNotThrowAnyException();
    }

    @Property(tries = 175)
    void reading_a_text_twice_gives_equal_results(@ForAll("texts") String text, @ForAll Tool tool) {
        assertThat(Shown.read(tool, text)).isEqualTo(Shown.read(tool, text));
    }
}
