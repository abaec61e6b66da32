package io.github.dmdsc.extend.state;

import io.github.dmdsc.extend.state.TableReader.Heading;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the output of {@code show} and {@code show monitor} in dmcssm. */
final class MonitorReader {
    private static final List<Heading> ENDPOINTS = List.of(
            Heading.of(Content.TIME, "css_time"),
            Heading.of(Content.NAME, "inst_name", "实例名", "实例名称", "节点实例名"),
            Heading.of(Content.NUMBER, "seqno", "节点编号", "节点序号"),
            Heading.of(Content.NUMBER, "port", "端口", "端口号"),
            Heading.of(Content.of(Vocabulary.MODE), "mode", "模式", "节点模式"),
            Heading.of(Content.of(Vocabulary.INSTANCE), "inst_status", "sys_status", "实例状态", "实例系统状态"),
            Heading.of(Content.of(Vocabulary.VOTE), "vtd_status", "集群状态", "实例集群状态"),
            Heading.of(Content.of(Vocabulary.HEALTH), "is_ok", "是否正常"),
            Heading.of(Content.of(Vocabulary.ACTIVITY), "active", "是否活动"),
            Heading.of(Content.NUMBER, "guid"),
            Heading.of(Content.NUMBER, "pid", "进程号"),
            Heading.of(Content.NUMBER, "ts", "时间戳"));
    private static final List<Heading> CONNECTIONS = List.of(
            Heading.of(Content.TIME, "conn_time", "连接时间"),
            Heading.of(Content.NUMBER, "mid"),
            Heading.of(Content.NAME, "mon_ip", "from_ip", "ip"),
            Heading.of(Content.NAME, "from_name"));
    private static final Pattern RULE = Pattern.compile("\\s*={5,}.*");
    private static final Pattern GROUP = Pattern.compile("(?i)group\\s*\\[");
    private static final Pattern TIME =
            Pattern.compile("(?i)\\s*monitor current time\\b.*?(?:n_group\\s*:\\s*(\\d{1,4}))?\\s*");
    private static final Pattern SHOW = Pattern.compile("(?i)\\s*show(?:\\s+(\\S+))?\\s*;?\\s*");

    private final Capture capture;
    private final List<Finding> findings;
    private final Map<String, Placed<GroupState>> groups = new LinkedHashMap<>();
    /** The place of the last output about each group, also in earlier rounds. */
    private final Map<String, Location> places = new HashMap<>();

    private final List<Placed<MonitorConnection>> connections = new ArrayList<>();
    private final TableReader endpointTable;
    private final TableReader connectionTable;
    private boolean wholeRound;

    /** The forms of the command {@code show}. */
    private enum Show {
        ALL_GROUPS,
        ONE_GROUP,
        NOT_ECHOED
    }

    MonitorReader(Capture capture, List<Finding> findings) {
        this.capture = capture;
        this.findings = findings;
        this.connectionTable = new TableReader(capture, CONNECTIONS, this::isOutsideTable, false);
        this.endpointTable = new TableReader(
                capture,
                ENDPOINTS,
                index -> isOutsideTable(index) || connectionTable.header(index).isPresent(),
                false);
    }

    private boolean isOutsideTable(int index) {
        String line = capture.line(index);
        return RULE.matcher(line).matches()
                || GROUP.matcher(line).find()
                || TIME.matcher(line).matches()
                || GroupLines.matches(line);
    }

    void read() {
        int announced = -1;
        int counted = 0;
        Location announcement = capture.whole();
        int at = 0;
        int before = 0;
        while (at < capture.size()) {
            Matcher time = TIME.matcher(capture.line(at));
            if (time.matches()) {
                reportMissingGroups(announcement, announced, counted);
                announced = time.group(1) == null ? -1 : Integer.parseInt(time.group(1));
                announcement = capture.at(at);
                counted = 0;
                if (command(before, at) != Show.ONE_GROUP && (announced < 0 || announced > 1)) {
                    beginRound();
                }
                at++;
                before = at;
            } else if (GROUP.matcher(capture.line(at)).find()) {
                if (counted >= announced && command(before, at) == Show.ALL_GROUPS) {
                    beginRound();
                }
                counted++;
                before = at;
                at = group(at);
            } else {
                at = connectionTable.header(at).map(this::connections).orElse(at + 1);
            }
        }
        reportMissingGroups(announcement, announced, counted);
    }

    /** Returns the last command that the text echoes between two lines. */
    private Show command(int from, int to) {
        for (int at = to - 1; at >= from; at--) {
            Matcher show = SHOW.matcher(capture.line(at));
            if (show.matches()) {
                return show.group(1) == null ? Show.ALL_GROUPS : Show.ONE_GROUP;
            }
        }
        return Show.NOT_ECHOED;
    }

    /** Forgets the groups of earlier rounds, so that they do not complete this round if its output is cut off. */
    private void beginRound() {
        groups.clear();
        wholeRound = true;
    }

    private void reportMissingGroups(Location at, int announced, int shown) {
        if (announced > shown) {
            findings.add(StateFindings.groupsMissing(at, announced, shown));
        }
    }

    private int connections(TableReader.Header header) {
        connections.clear();
        TableReader.Table table = connectionTable.rows(header);
        table.unread().forEach(line -> findings.add(StateFindings.row(line)));
        for (Placed<Map<String, String>> row : table.rows()) {
            Cells cells = new Cells(row, findings::add);
            connections.add(new Placed<>(
                    new MonitorConnection(
                            cells.text("conn_time"), cells.text("mid"), cells.text("mon_ip"), cells.text("from_name")),
                    row.at()));
        }
        return table.next();
    }

    /** Reads one group and returns the index of the line after it. */
    private int group(int from) {
        Optional<GroupHead> head = GroupHead.read(capture, from);
        if (head.isEmpty()) {
            findings.add(StateFindings.group(capture.at(from), capture.line(from)));
            return from + 1;
        }
        GroupState.Builder group = head.get().begin(findings::add);
        GroupLines lines = new GroupLines(capture, group, findings::add);
        boolean table = false;
        boolean closed = false;
        int at = head.get().next();
        while (at < capture.size()
                && !GROUP.matcher(capture.line(at)).find()
                && !TIME.matcher(capture.line(at)).matches()
                && connectionTable.header(at).isEmpty()) {
            Optional<TableReader.Header> header = endpointTable.header(at);
            if (header.isPresent()) {
                TableReader.Table read = endpoints(header.get(), at, group);
                table = true;
                closed = read.closed();
                at = read.next();
            } else {
                lines.read(at);
                at++;
            }
        }
        if (!table) {
            findings.add(StateFindings.noTable(head.get().at(), head.get().name()));
        }
        remember(head.get(), group.closed(closed).build());
        return at;
    }

    private void remember(GroupHead head, GroupState group) {
        String key = StateReader.key(group);
        Location earlier = places.put(key, head.at());
        if (earlier != null) {
            findings.add(StateFindings.repeated(head.at(), earlier, head.name()));
        }
        groups.remove(key);
        groups.put(key, new Placed<>(group, head.at()));
    }

    private TableReader.Table endpoints(TableReader.Header header, int at, GroupState.Builder group) {
        TableReader.Table table = endpointTable.rows(header);
        if (!header.has("inst_name") || !header.hasWords()) {
            String missing = header.has("inst_name") ? "inst_status, is_ok, active" : "inst_name";
            findings.add(StateFindings.headings(capture.at(at), missing));
            table.rows()
                    .forEach(row -> group.addUnread(
                            new Placed<>(String.join(" ", row.value().values()), row.at())));
        } else {
            table.rows().forEach(row -> group.addEndpoints(new Placed<>(endpoint(row), row.at())));
        }
        table.unread().forEach(line -> {
            findings.add(StateFindings.row(line));
            group.addUnread(line);
        });
        return table;
    }

    private EndpointState endpoint(Placed<Map<String, String>> row) {
        Cells cells = new Cells(row, findings::add);
        return EndpointState.builder()
                .name(cells.text("inst_name").orElse(""))
                .seqno(cells.number("seqno"))
                .port(cells.number("port"))
                .mode(cells.word("mode", Vocabulary.MODE))
                .instanceStatus(cells.word("inst_status", Vocabulary.INSTANCE))
                .voteStatus(cells.word("vtd_status", Vocabulary.VOTE))
                .health(cells.word("is_ok", Vocabulary.HEALTH))
                .active(cells.word("active", Vocabulary.ACTIVITY))
                .other(cells.left())
                .build();
    }

    /** Returns whether the text has a round of all groups, which replaces all groups of earlier outputs. */
    boolean wholeRound() {
        return wholeRound;
    }

    List<Placed<GroupState>> groups() {
        return List.copyOf(groups.values());
    }

    List<Placed<MonitorConnection>> connections() {
        return List.copyOf(connections);
    }
}
