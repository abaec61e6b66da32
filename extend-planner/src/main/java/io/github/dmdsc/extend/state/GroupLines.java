package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.check.Finding;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the lines that dmcssm prints about a group, before or after its table. */
final class GroupLines {
    private static final Pattern AUTO =
            Pattern.compile("(?i)\\s*\\[([^\\]]+)\\]\\s+auto\\s+(restart|check)\\s*=\\s*([^\\s,]+).*");
    private static final Pattern OK_COUNT = Pattern.compile("(?i)\\s*n_ok_ep\\s*=\\s*(\\S+)\\s*");
    private static final Pattern STATUS =
            Pattern.compile("(?i)\\s*sta\\s*=\\s*([^,]*?)\\s*(?:,\\s*sub_sta\\s*=\\s*(.*?)\\s*)?");
    private static final Pattern BREAK = Pattern.compile("(?i)\\s*break\\s+ep\\s*=\\s*(.*?)\\s*");
    private static final Pattern RECOVER = Pattern.compile("(?i)\\s*recover\\s+ep\\s*=\\s*(.*?)\\s*");
    private static final Pattern CRASH =
            Pattern.compile("(?i)\\s*crash\\s+process\\s+over\\s+flag\\s+is\\s+(\\S+)\\s*");
    /** No manual shows this line, so all text around the known status words is ignored. */
    private static final Pattern DCRV = Pattern.compile("(?i).*\\bDCRV_STATUS\\b(.*)");

    private static final Pattern OTHER =
            Pattern.compile("(?i)\\s*(?:ok_ep_arr\\s*\\(.*|self css info\\s*:.*|\\(\\s*\\d+\\s*,\\s*\\d+\\s*\\)\\s*)");

    private final Capture capture;
    private final GroupState.Builder group;
    private final Consumer<Finding> report;

    GroupLines(Capture capture, GroupState.Builder group, Consumer<Finding> report) {
        this.capture = capture;
        this.group = group;
        this.report = report;
    }

    /** Returns whether a line is one of these, and therefore not a row of the table. */
    static boolean matches(String line) {
        return AUTO.matcher(line).matches()
                || OK_COUNT.matcher(line).matches()
                || STATUS.matcher(line).matches()
                || BREAK.matcher(line).matches()
                || RECOVER.matcher(line).matches()
                || CRASH.matcher(line).matches()
                || DCRV.matcher(line).matches()
                || OTHER.matcher(line).matches();
    }

    void read(int index) {
        String line = capture.line(index);
        Matcher auto = AUTO.matcher(line);
        Matcher count = OK_COUNT.matcher(line);
        Matcher status = STATUS.matcher(line);
        Matcher breaking = BREAK.matcher(line);
        Matcher recovering = RECOVER.matcher(line);
        Matcher crash = CRASH.matcher(line);
        Matcher disks = DCRV.matcher(line);
        if (disks.matches()) {
            readDisks(index, disks.group(1));
        } else if (auto.matches()) {
            String name = auto.group(1).strip();
            Reported<Activity> flag = Vocabulary.ACTIVITY.of(auto.group(3));
            if (auto.group(2).equalsIgnoreCase("restart")) {
                group.putAutoRestart(name, flag);
            } else {
                group.putAutoCheck(name, new Placed<>(flag, capture.at(index)));
            }
        } else if (count.matches() && count.group(1).matches("[0-9]{1,9}")) {
            group.okCount(Integer.parseInt(count.group(1)));
        } else if (status.matches()) {
            if (!Vocabulary.GROUP.knows(status.group(1))) {
                report.accept(StateFindings.unknownWord(capture.at(index), "sta", status.group(1)));
            }
            group.status(new Placed<>(Vocabulary.GROUP.of(status.group(1)), capture.at(index)));
            String sub = status.group(2);
            if (sub != null) {
                group.subStatus(sub);
            }
        } else if (breaking.matches()) {
            group.breakEndpoint(new Placed<>(breaking.group(1), capture.at(index)));
        } else if (recovering.matches()) {
            group.recoverEndpoint(new Placed<>(recovering.group(1), capture.at(index)));
        } else if (crash.matches()) {
            group.crashOver(Vocabulary.ACTIVITY.of(crash.group(1)));
        }
    }

    private void readDisks(int index, String words) {
        List<String> states = Stream.of(words.split("[^\\p{L}_]+", -1))
                .filter(word -> Vocabulary.DISK.knows(word) || word.equalsIgnoreCase(DiskStatus.UNKNOWN.name()))
                .toList();
        (states.isEmpty() ? List.of(words) : states)
                .forEach(word -> group.addDcrvDisks(new Placed<>(Vocabulary.DISK.of(word), capture.at(index))));
    }
}
