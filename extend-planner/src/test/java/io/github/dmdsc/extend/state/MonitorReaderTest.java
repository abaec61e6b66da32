package io.github.dmdsc.extend.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Read;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MonitorReaderTest {
    @Test
    void show_lists_every_group_and_every_endpoint() {
        ClusterState state = Shown.state(Tool.DMCSSM, Shown.WELL);

        assertThat(state.groups())
                .extracting(group -> group.value().type().orElseThrow())
                .containsExactly(GroupType.CSS, GroupType.ASM, GroupType.DB);
        GroupState db = state.groups().get(2).value();
        assertThat(db.name()).isEqualTo("GRP_DSC");
        assertThat(db.sequence()).contains(2);
        assertThat(db.controlNode()).contains(0);
        assertThat(db.okCount()).contains(2);
        assertThat(db.status().orElseThrow().value().meaning()).isEqualTo(GroupStatus.OPEN);
        assertThat(db.subStatus()).contains("STARTUP");
        assertThat(db.breakEndpoint().orElseThrow().value()).isEqualTo("NULL");
        assertThat(db.closed()).isTrue();
        assertThat(state.groups().get(0).value().autoRestart().get("DSC1"))
                .isEqualTo(new Reported<>(Activity.TRUE, "TRUE"));
    }

    @Test
    void a_row_is_read_into_typed_values_with_its_line() {
        Placed<EndpointState> row = Shown.state(Tool.DMCSSM, Shown.WELL)
                .groups()
                .get(2)
                .value()
                .endpoints()
                .get(1);

        assertThat(row.at()).isEqualTo(Shown.lineOf(Shown.WELL, "DSC1          1"));
        assertThat(row.value().name()).isEqualTo("DSC1");
        assertThat(row.value().seqno()).contains(1);
        assertThat(row.value().port()).contains(5236);
        assertThat(row.value().mode()).contains(new Reported<>(EndpointMode.NORMAL, "Normal Node"));
        assertThat(row.value().instanceStatus()).contains(new Reported<>(InstanceStatus.OPEN, "OPEN"));
        assertThat(row.value().voteStatus()).contains(new Reported<>(VoteStatus.WORKING, "WORKING"));
        assertThat(row.value().health()).contains(new Reported<>(Health.OK, "OK"));
        assertThat(row.value().active()).contains(new Reported<>(Activity.TRUE, "TRUE"));
        assertThat(row.value().other())
                .containsEntry("css_time", "2026-03-02 21:10:04")
                .containsEntry("ts", "52300");
    }

    @Test
    void the_older_form_has_no_times_and_describes_the_group_after_its_table() {
        String text = """
                ====== group[name = ASM, seq = 1, type = ASM, Control Node = 1] ======
                ep:     inst_name  seqno  port  mode     sys_status    vtd_status    is_ok     active    guid    ts
                        A1         0      8063  Normal Node AFTER REDO TO SHUTDOWN   OK        TRUE      6       7
                        A2         1      8064  Control Node OPEN      STARTUP2      ERROR     FALSE     8       9
                ======================================================================

                n_ok_ep = 1
                (0, 0)
                sta = Control Node STARTUP, sub_sta = WAIT_STARTUP
                break ep = 1
                recover ep = NULL
                crash process over flag is FALSE
                """;

        GroupState group = Shown.state(Tool.DMCSSM, text).groups().get(0).value();

        assertThat(group.status().orElseThrow().value().meaning()).isEqualTo(GroupStatus.CONTROL_NODE_STARTUP);
        assertThat(group.breakEndpoint().orElseThrow().value()).isEqualTo("1");
        assertThat(group.crashOver().orElseThrow().meaning()).isEqualTo(Activity.FALSE);
        assertThat(group.endpoints())
                .extracting(row -> row.value().instanceStatus().orElseThrow().meaning())
                .containsExactly(InstanceStatus.AFTER_REDO, InstanceStatus.OPEN);
        assertThat(group.endpoints())
                .extracting(row -> row.value().voteStatus().orElseThrow().meaning())
                .containsExactly(VoteStatus.TO_SHUTDOWN, VoteStatus.STARTUP2);
    }

    @Test
    void headings_and_words_may_be_chinese() {
        String text = """
                group[name = G, seq = 2, type = DB, Control Node = 0]
                实例名称 节点序号 模式 实例状态 集群状态 是否正常 是否活动
                DSC0 0 控制节点 OPEN WORKING 正常 是
                DSC1 1 普通节点 OPEN WORKING 故障 否
                =====
                """;

        List<Placed<EndpointState>> rows =
                Shown.state(Tool.DMCSSM, text).groups().get(0).value().endpoints();

        assertThat(rows)
                .extracting(row -> row.value().health().orElseThrow().meaning())
                .containsExactly(Health.OK, Health.ERROR);
        assertThat(rows)
                .extracting(row -> row.value().mode().orElseThrow().meaning())
                .containsExactly(EndpointMode.CONTROL, EndpointMode.NORMAL);
        assertThat(rows.get(1).value().active().orElseThrow().text()).isEqualTo("否");
    }

    @Test
    void an_unknown_word_is_kept_and_reported() {
        Read<ClusterState> reading = Shown.read(
                Tool.DMCSSM, Shown.WELL.replaceFirst("OPEN               WORKING", "DREAMING           WORKING"));

        EndpointState css0 =
                reading.value().groups().get(0).value().endpoints().get(0).value();
        assertThat(css0.instanceStatus()).contains(new Reported<>(InstanceStatus.UNKNOWN, "DREAMING"));
        assertThat(Shown.rules(reading)).containsExactly("STA-0107");
    }

    @Test
    void an_ambiguous_row_is_not_read() {
        String text = """
                group[name = G, seq = 2, type = DB, Control Node = 0]
                inst_name mode inst_status is_ok active
                DSC0 Chief Node BOOT OK TRUE
                =====
                """;

        Read<ClusterState> reading = Shown.read(Tool.DMCSSM, text);

        assertThat(Shown.rules(reading)).containsExactly("STA-0102");
        assertThat(reading.value().groups().get(0).value().endpoints()).isEmpty();
        assertThat(reading.value().groups().get(0).value().unread())
                .extracting(Placed::at)
                .containsExactly(new Location("", "capture", 3, 0));
    }

    @Test
    void an_incomplete_row_is_reported_with_its_line() {
        String cut = Shown.WELL.substring(0, Shown.WELL.indexOf("OK           TRUE         51600"));

        Read<ClusterState> reading = Shown.read(Tool.DMCSSM, cut);

        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("STA-0102");
            assertThat(finding.primary()).isEqualTo(Shown.lineOf(Shown.WELL, "DSC1          1"));
        });
        assertThat(reading.value().groups().get(2).value().closed()).isFalse();
    }

    @Test
    void announced_groups_that_are_missing_are_reported() {
        String cut = Shown.WELL.substring(0, Shown.WELL.indexOf("=================== group[name = GRP_DSC"));

        assertThat(Shown.rules(Shown.read(Tool.DMCSSM, cut))).containsExactly("STA-0106");
    }

    @Test
    void a_group_without_its_table_is_reported() {
        String cut = Shown.WELL.substring(0, Shown.WELL.indexOf("(1, 1)"));

        assertThat(Shown.rules(Shown.read(Tool.DMCSSM, cut))).containsExactlyInAnyOrder("STA-0105", "STA-0106");
    }

    @Test
    void a_table_without_names_is_reported() {
        String text =
                "group[name = G, seq = 2, type = DB]\ninst_status vtd_status is_ok active\nOPEN WORKING OK TRUE\n";

        Read<ClusterState> reading = Shown.read(Tool.DMCSSM, text);

        assertThat(Shown.rules(reading)).containsExactly("STA-0103");
        assertThat(reading.findings().get(0).message().en())
                .isEqualTo("The headings of this table lack inst_name, so its rows cannot be used.");
        assertThat(reading.value().groups().get(0).value().endpoints()).isEmpty();
        assertThat(reading.value().groups().get(0).value().unread()).hasSize(1);
    }

    @Test
    void the_last_show_counts_and_the_case_of_the_group_does_not_matter() {
        String later = """
                show grp_dsc
                group[name = grp_dsc, seq = 2, type = DB, Control Node = 0]
                ep: inst_name seqno is_ok active
                    DSC0 0 ERROR FALSE
                =====
                """;

        Read<ClusterState> reading = Shown.read(Tool.DMCSSM, Shown.WELL + later);

        assertThat(reading.value().groups()).hasSize(3);
        assertThat(reading.value().groups().get(2).value().endpoints()).hasSize(1);
        assertThat(Shown.rules(reading)).containsExactly("STA-0108");
    }

    @Test
    void a_group_line_that_cannot_be_read_is_reported() {
        assertThat(Shown.rules(Shown.read(Tool.DMCSSM, "==== group[seq = 1, type = CSS ====\n")))
                .contains("STA-0104", "STA-0101");
    }

    @Test
    void show_monitor_lists_the_connections() {
        String text = """
                Get monitor connect info from css(seqno:0, name:CSS0).
                The first line is self connect info.

                CONN_TIME            MID            MON_IP                   FROM_NAME
                2026-03-02 21:00:01  17730001       ::ffff:10.0.2.110        dmcssm
                2026-03-02 20:00:01  17730002       ::ffff:10.0.2.101        dmwatcher

                ==================================================
                """;

        assertThat(Shown.state(Tool.DMCSSM, text).monitors())
                .extracting(Placed::value)
                .containsExactly(
                        connection("2026-03-02 21:00:01", "17730001", "::ffff:10.0.2.110", "dmcssm"),
                        connection("2026-03-02 20:00:01", "17730002", "::ffff:10.0.2.101", "dmwatcher"));
    }

    private static MonitorConnection connection(String since, String id, String address, String program) {
        return new MonitorConnection(Optional.of(since), Optional.of(id), Optional.of(address), Optional.of(program));
    }

    @Test
    void colours_prompts_and_log_lines_do_not_disturb() {
        String noisy = Shown.WELL
                .replace("show\n", "\u001B[32m[dmdba@m ~]$\u001B[0m ./dmcssm INI_PATH=dmcssm.ini\nshow\n")
                .replace("CSS1          1", "\u001B[1mCSS1\u001B[0m          1")
                .replace(
                        "        2026-03-02 21:10:04    DSC1",
                        "[CSS0]             [2026-03-02 21:10:04:154] [DB]: 设置命令[NONE], 目标站点 DSC1[1], 命令序号[0]\n"
                                + "        2026-03-02 21:10:04    DSC1")
                .replace("\n", "\r\n");

        assertThat(Shown.state(Tool.DMCSSM, noisy)).isEqualTo(Shown.state(Tool.DMCSSM, Shown.WELL));
    }

    @Test
    void other_text_is_reported() {
        assertThat(Shown.rules(Shown.read(Tool.DMCSSM, "Connection refused\n"))).containsExactly("STA-0101");
        assertThat(Shown.rules(Shown.read(Tool.SHELL, "total 4\n"))).containsExactly("STA-0110");
    }
}
