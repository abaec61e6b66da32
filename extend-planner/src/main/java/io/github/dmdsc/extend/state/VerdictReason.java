package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Localized;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Text;
import java.util.Locale;
import java.util.Map;

/**
 * The reason why a condition counts as proven, as refuted, or as neither. Two reasons are equal if their components are
 * equal. {@link #text} gives the sentence.
 *
 * @param condition the condition
 * @param outcome the outcome
 * @param subject the endpoint, the group, the disk or the path that the condition is about, for example {@code DB DSC1}
 * @param at the line that shows it; if no line does, a place without a line
 * @param shown the text that the line shows; {@code -} if no line does
 */
public record VerdictReason(Condition condition, Outcome outcome, String subject, Location at, String shown)
        implements Localized {
    private static final Messages MESSAGES = Messages.beside(VerdictReason.class);

    @Override
    public Text text() {
        String key = condition.name().toLowerCase(Locale.ROOT).replace('_', '-') + "."
                + outcome.name().toLowerCase(Locale.ROOT);
        return MESSAGES.text(key, Map.of("subject", subject, "shown", shown, "at", at));
    }

    /** The outcomes of a condition. */
    public enum Outcome {
        /** The outputs show that the condition holds. */
        PROVEN,
        /** The outputs show that the condition does not hold. */
        REFUTED,
        /** The outputs do not show whether the condition holds. */
        OPEN
    }

    /** The conditions of an endpoint, a group, a disk or a file. */
    public enum Condition {
        /** The endpoint is listed. */
        LISTED,
        /** The {@code is_ok} of the endpoint (V$DSC_EP_INFO: {@code EP_STATUS}) is OK. */
        OK,
        /** The {@code active} of the endpoint is TRUE. */
        ACTIVE,
        /** The {@code inst_status} of the endpoint is OPEN. */
        OPEN,
        /** Its {@code vtd_status} is WORKING; judged only if the monitor prints that column. */
        WORKING,
        /** The {@code sta} of the group is OPEN; not judged for CSS. */
        GROUP_OPEN,
        /** The group is not handling a failure; not judged for CSS. */
        NO_BREAK,
        /** No endpoint of the group is rejoining; not judged for CSS. */
        NO_RECOVER,
        /** dmcss lets a node rejoin automatically ({@code auto check = TRUE}); judged only if the monitor prints it. */
        AUTO_CHECK,
        /** Each {@code DCRV_STATUS} is OK; judged only if the monitor prints it, as in the mirror edition. */
        DCRV_DISK_OK,
        /** The disk passed the check of the tool. */
        DCR_CHECKED,
        /** dm.ctl names the file. */
        IN_CONTROL_FILE,
        /** The file is listed on ASM. */
        ON_ASM,
        /** The disk group has more free space than the new redo log files take (V$ASMGROUP). */
        SPACE,
        /** The redo log file has the size of the new files, and is in one of their disk groups (V$RLOGFILE). */
        LOG_FILE_ALIKE
    }
}
