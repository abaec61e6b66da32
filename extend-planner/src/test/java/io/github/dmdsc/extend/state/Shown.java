package io.github.dmdsc.extend.state;

import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.util.List;

/** Sample output of the tools of a cluster of two nodes, to which a third is added. */
final class Shown {
    /** The output of a monitor of a cluster without faults. */
    static final String WELL = """
            show

            monitor current time:2026-03-02 21:10:05, n_group:3
            =================== group[name = GRP_CSS, seq = 0, type = CSS, Control Node = 0] ===================

            [CSS0] auto check = TRUE, global info:
            [ASM0] auto restart = FALSE
            [DSC0] auto restart = TRUE
            [CSS1] auto check = TRUE, global info:
            [ASM1] auto restart = FALSE
            [DSC1] auto restart = TRUE

            ep:     css_time               inst_name     seqno     port    mode         inst_status        vtd_status   is_ok        active       guid              ts
                    2026-03-02 21:10:04    CSS0          0         9341    Control Node OPEN               WORKING      OK           TRUE         40100             40800
                    2026-03-02 21:10:04    CSS1          1         9343    Normal Node  OPEN               WORKING      OK           TRUE         51200             51900

            =================== group[name = GRP_ASM, seq = 1, type = ASM, Control Node = 0] ===================

            n_ok_ep = 2
            ok_ep_arr(index, seqno):
            (0, 0)
            (1, 1)

            sta = OPEN, sub_sta = STARTUP
            break ep = NULL
            recover ep = NULL

            crash process over flag is TRUE
            ep:     css_time               inst_name     seqno     port    mode         inst_status        vtd_status   is_ok        active       guid              ts
                    2026-03-02 21:10:04    ASM0          0         9349    Control Node OPEN               WORKING      OK           TRUE         40300             41000
                    2026-03-02 21:10:04    ASM1          1         9351    Normal Node  OPEN               WORKING      OK           TRUE         51400             52100

            =================== group[name = GRP_DSC, seq = 2, type = DB, Control Node = 0] ===================

            n_ok_ep = 2
            ok_ep_arr(index, seqno):
            (0, 0)
            (1, 1)

            sta = OPEN, sub_sta = STARTUP
            break ep = NULL
            recover ep = NULL

            crash process over flag is TRUE
            ep:     css_time               inst_name     seqno     port    mode         inst_status        vtd_status   is_ok        active       guid              ts
                    2026-03-02 21:10:04    DSC0          0         5236    Control Node OPEN               WORKING      OK           TRUE         40500             41200
                    2026-03-02 21:10:04    DSC1          1         5236    Normal Node  OPEN               WORKING      OK           TRUE         51600             52300

            ====================================================================================================
            """;

    /** The row of the new instance before it is started. */
    static final String NEW_ROW = "        2026-03-02 21:10:04    DSC2          2         5236    Normal Node  SHUTDOWN"
            + "           SHUTDOWN     ERROR        FALSE        0                 0\n";

    private Shown() {}

    /** Returns the output of a monitor of a cluster without faults to which DSC2 is added but not yet started. */
    static String extended() {
        int end = WELL.indexOf("\n====", WELL.indexOf("DSC1          1"));
        return WELL.substring(0, end) + NEW_ROW + WELL.substring(end);
    }

    static Read<ClusterState> read(Tool tool, String text) {
        return ClusterState.read(ToolOutput.of(tool, "capture", text));
    }

    /** Reads a text that must have no finding. */
    static ClusterState state(Tool tool, String text) {
        Read<ClusterState> reading = read(tool, text);
        if (!reading.findings().isEmpty()) {
            throw new AssertionError(reading.findings());
        }
        return reading.value();
    }

    static ClusterState show(String text) {
        return read(Tool.DMCSSM, text).value();
    }

    /** Returns the line of the first occurrence of a text, counted from 1. */
    static Location lineOf(String text, String part) {
        long line = text.substring(0, text.indexOf(part))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        return new Location("", "capture", (int) line, 0);
    }

    static List<String> rules(Read<?> reading) {
        return reading.findings().stream().map(Finding::ruleId).toList();
    }
}
