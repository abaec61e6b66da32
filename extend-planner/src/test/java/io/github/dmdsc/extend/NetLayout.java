package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.RemoteArchiveChoice;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.ShmKey;
import io.github.dmdsc.model.check.ManualLimits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One row of the table of layouts: a cluster and a request.
 *
 * @param name the name of the golden file
 * @param values the value of each axis
 */
record NetLayout(String name, Map<NetAxis, String> values) {
    /** Reads the rows of a table whose first line names the axes. */
    static List<NetLayout> read(List<String> table) {
        List<String> titles = words(table.get(0));
        List<NetLayout> rows = new ArrayList<>();
        for (String line : table.subList(1, table.size())) {
            List<String> words = words(line);
            Map<NetAxis, String> values = new EnumMap<>(NetAxis.class);
            for (NetAxis axis : NetAxis.values()) {
                values.put(axis, words.get(titles.indexOf(axis.title())));
            }
            String name =
                    "%02d-%s-%s".formatted(rows.size() + 1, values.get(NetAxis.EDITION), values.get(NetAxis.NODES));
            rows.add(new NetLayout(name, values));
        }
        return rows;
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split(" +", -1));
    }

    /** Returns the value of an axis. */
    String at(NetAxis axis) {
        return Objects.requireNonNull(values.get(axis));
    }

    /** Whether an axis has this value, which must be one of its values. */
    boolean is(NetAxis axis, String value) {
        if (!axis.choices().contains(value)) {
            throw new IllegalArgumentException(axis + " has no " + value);
        }
        return at(axis).equals(value);
    }

    int nodes() {
        return Integer.parseInt(at(NetAxis.NODES));
    }

    private NetCluster cluster(int nodes) {
        return new NetCluster(this, nodes);
    }

    /** Returns the files of the cluster. */
    ClusterFiles files() {
        return cluster(nodes()).files();
    }

    /** Returns the request for one more node. Answers may be missing unless the values are inferred. */
    ExtendRequest request() {
        ExtendRequest asked = new GeneratedCluster(cluster(nodes()).layout())
                .next(nodes())
                .withServices(is(NetAxis.SERVICES, "yes"))
                .withStrict(is(NetAxis.VALUES, "strict"))
                .withLimits(nodes() == 8 ? ManualLimits.OLDER : ManualLimits.CURRENT);
        if (is(NetAxis.ARCHIVES, "remote-keep")) {
            asked = asked.withRemoteArchives(RemoteArchiveChoice.KEEP);
        }
        if (is(NetAxis.LOGS, "three")) {
            asked = asked.withLogFiles("+LOG/a.log", "+LOG/b.log", "+DATA/dsc/c.log");
        }
        if (is(NetAxis.VALUES, "explicit")) {
            asked = asked.withCssName("CSSX")
                    .withAsmName("ASMX")
                    .withDbName("NEW")
                    .withConfigPath("/data/NEW_conf")
                    .withShmKey(ShmKey.of(99_999))
                    .withShmSize(Megabytes.of(30));
        }
        return is(NetAxis.VALUES, "inferred") ? asked : withPorts(asked);
    }

    private static ExtendRequest withPorts(ExtendRequest asked) {
        return asked.withCssPort(Port.of(11_500))
                .withAsmPort(Port.of(12_500))
                .withDbPort(Port.of(13_500))
                .withMalPort(Port.of(15_500))
                .withAsmMalPort(Port.of(16_500));
    }

    /**
     * Returns the result of planning. Each question is answered with the value that the node has in the same layout
     * with one more node.
     */
    Planning planning() {
        Map<String, String> known =
                is(NetAxis.VALUES, "inferred") ? Map.of() : cluster(nodes() + 1).ofLastNode();
        ExtendRequest asked = request();
        Planning planning = Planning.of(files(), asked);
        while (planning.result() instanceof PlanResult.NeedsInput open) {
            Map<String, String> given = new TreeMap<>(asked.values());
            open.questions().forEach(question -> {
                String answer = known.get(question.name());
                if (answer == null || given.put(question.name(), answer) != null) {
                    throw new IllegalStateException(name + " has no answer to " + question.name());
                }
            });
            asked = asked.withValues(given);
            planning = Planning.of(planning.files(), asked);
        }
        return planning;
    }

    /**
     * The result of planning.
     *
     * @param files the files before the extension
     * @param result the result
     */
    record Planning(ClusterFiles files, PlanResult result) {
        static Planning of(ClusterFiles files, ExtendRequest request) {
            return new Planning(files, ExtendPlanner.plan(files, request));
        }
    }
}
