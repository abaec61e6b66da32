package io.github.dmdsc.extend.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Prints states in the forms of the tools, each time with other gaps, columns, line breaks and lines in between. */
final class Printer {
    private static final List<String> LOG = List.of(
            "[CSS0]             [2026-03-02 21:10:04:154] [DB]: 设置命令[EP START], 目标站点 DSC1[1], 命令序号[73]",
            "[monitor]          [2026-03-02 21:10:04:001] notify CSS(seqno:0) to clear, OK TRUE 1",
            "2026-03-02 21:10:04.570 [ERROR] dmcssm P0000001500 T0000000000000001500  OPEN WORKING OK TRUE 1");
    private static final List<String> PROSE =
            List.of("", "hello", "[dmdba@m ~]$ ./dmcssm INI_PATH=/x/dmcssm.ini", "connected", "show", "上一次登录");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final String lineEnd;

    Printer(long seed) {
        this.random = new Random(seed);
        this.lineEnd = random.nextBoolean() ? "\n" : "\r\n";
    }

    String show(List<GroupState> groups, List<String> columns) {
        prose();
        line("monitor current time:2026-03-02 21:10:05" + (random.nextBoolean() ? ", n_group:" + groups.size() : ""));
        for (GroupState group : groups) {
            group(group, columns);
        }
        line("=".repeat(5 + random.nextInt(100)));
        prose();
        return text.toString();
    }

    String view(List<Map<String, String>> rows, List<String> columns) {
        prose();
        line("SQL> select * from v$dsc_ep_info;");
        List<String> all = new ArrayList<>(columns);
        all.add(0, random.nextBoolean() ? "LINEID" : "行号");
        line(spread(all));
        line("-".repeat(10) + " " + "-".repeat(12));
        int number = 1;
        for (Map<String, String> row : rows) {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(number++)));
            columns.forEach(column -> cells.add(row.getOrDefault(column, "")));
            log();
            line(spread(cells));
        }
        line("");
        line(random.nextBoolean() ? "used time: 1.204(ms). Execute id is 58." : "已用时间: 1.204(毫秒). 执行号:58.");
        prose();
        return text.toString();
    }

    private void group(GroupState group, List<String> columns) {
        String rule = "=".repeat(5 + random.nextInt(30));
        line(rule + " group[name = " + group.name() + ", seq = "
                + group.sequence().orElseThrow() + ", type = " + group.type().orElseThrow() + ", Control Node = "
                + group.controlNode().orElseThrow() + "] " + rule);
        boolean behind = random.nextBoolean();
        if (!behind) {
            lines(group);
        }
        List<String> shuffled = new ArrayList<>(columns);
        Collections.shuffle(shuffled, random);
        line((random.nextBoolean() ? "ep:" + gap() : gap()) + wrapped(shuffled));
        for (Placed<EndpointState> row : group.endpoints()) {
            between();
            Map<String, String> cells = States.cells(row.value());
            line(gap()
                    + wrapped(shuffled.stream()
                            .map(column -> cells.getOrDefault(column, ""))
                            .toList()));
        }
        between();
        if (behind) {
            line("=".repeat(20));
            lines(group);
        }
    }

    private void lines(GroupState group) {
        group.autoCheck().forEach((css, flag) -> line("[" + css + "] auto check = " + flag.value() + ", global info:"));
        group.autoRestart().forEach((name, flag) -> line("[" + name + "] auto restart = " + flag));
        if (!group.dcrvDisks().isEmpty()) {
            line("DCRV_STATUS: "
                    + group.dcrvDisks().stream()
                            .map(disk -> disk.value().toString())
                            .collect(Collectors.joining(", ")));
        }
        group.okCount().ifPresent(count -> line("n_ok_ep = " + count));
        line("ok_ep_arr(index, seqno):");
        line("(0, 0)");
        group.status()
                .ifPresent(status -> line("sta = " + status.value()
                        + group.subStatus().map(sub -> ", sub_sta = " + sub).orElse("")));
        group.breakEndpoint().ifPresent(endpoint -> line("break ep = " + endpoint.value()));
        group.recoverEndpoint().ifPresent(endpoint -> line("recover ep = " + endpoint.value()));
        group.crashOver().ifPresent(flag -> line("crash process over flag is " + flag));
    }

    private String wrapped(List<String> cells) {
        if (cells.size() < 8 || random.nextInt(3) > 0) {
            return spread(cells);
        }
        int at = 4 + random.nextInt(cells.size() - 7);
        return spread(cells.subList(0, at)) + lineEnd + spread(cells.subList(at, cells.size()));
    }

    private String spread(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.length() == 0 ? "" : gap()).append(cell);
        }
        return line.append(random.nextBoolean() ? "   " : "").toString();
    }

    private String gap() {
        return random.nextInt(6) == 0 ? "\t" : " ".repeat(1 + random.nextInt(5));
    }

    private void between() {
        if (random.nextInt(4) == 0) {
            line("");
        }
        log();
    }

    private void log() {
        if (random.nextInt(4) == 0) {
            line(LOG.get(random.nextInt(LOG.size())));
        }
    }

    private void prose() {
        for (int i = random.nextInt(4); i > 0; i--) {
            line(PROSE.get(random.nextInt(PROSE.size())));
        }
    }

    private void line(String line) {
        text.append(line).append(lineEnd);
    }
}
