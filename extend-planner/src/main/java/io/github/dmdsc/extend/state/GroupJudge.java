package io.github.dmdsc.extend.state;

import io.github.dmdsc.extend.state.VerdictReason.Condition;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Judges a group by the lines that dmcssm prints about the group itself. */
final class GroupJudge {
    private static final String NONE = "NULL";

    private GroupJudge() {}

    static List<Verdict> verdicts(Placed<GroupState> placed) {
        GroupState group = placed.value();
        List<Verdict> verdicts = new ArrayList<>();
        group.unread()
                .forEach(line ->
                        verdicts.add(VerdictReasons.open(Condition.LISTED, group.name(), line.at(), line.value())));
        if (group.type().filter(GroupType.CSS::equals).isPresent()) {
            verdicts.addAll(ofCss(group));
            return verdicts;
        }
        Location at = group.status().map(Placed::at).orElse(placed.at());
        verdicts.add(VerdictReasons.word(
                Condition.GROUP_OPEN,
                group.name(),
                at,
                group.status().map(Placed::value),
                GroupStatus.OPEN,
                GroupStatus.UNKNOWN));
        verdicts.add(none(Condition.NO_BREAK, group.name(), placed.at(), group.breakEndpoint()));
        verdicts.add(none(Condition.NO_RECOVER, group.name(), placed.at(), group.recoverEndpoint()));
        return verdicts;
    }

    /**
     * Judges the CSS group by the lines that the monitor prints. Older monitors print none of them, and monitors of the
     * DMASM edition print no disks.
     */
    private static List<Verdict> ofCss(GroupState group) {
        List<Verdict> verdicts = new ArrayList<>();
        group.autoCheck()
                .forEach((css, flag) -> verdicts.add(VerdictReasons.word(
                        Condition.AUTO_CHECK,
                        css,
                        flag.at(),
                        Optional.of(flag.value()),
                        Activity.TRUE,
                        Activity.UNKNOWN)));
        group.dcrvDisks()
                .forEach(disk -> verdicts.add(VerdictReasons.word(
                        Condition.DCRV_DISK_OK,
                        "DCRV_STATUS",
                        disk.at(),
                        Optional.of(disk.value()),
                        DiskStatus.OK,
                        DiskStatus.UNKNOWN)));
        return verdicts;
    }

    private static Verdict none(Condition condition, String subject, Location group, Optional<Placed<String>> shown) {
        if (shown.isEmpty()) {
            return VerdictReasons.open(condition, subject, group, "-");
        }
        Placed<String> text = shown.get();
        if (text.value().equalsIgnoreCase(NONE)) {
            return VerdictReasons.proven(condition, subject, text.at(), text.value());
        }
        boolean cutOff = NONE.startsWith(text.value().toUpperCase(Locale.ROOT));
        return cutOff
                ? VerdictReasons.open(condition, subject, text.at(), text.value())
                : VerdictReasons.refuted(condition, subject, text.at(), text.value());
    }
}
