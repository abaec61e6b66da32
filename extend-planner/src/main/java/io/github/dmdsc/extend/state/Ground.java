package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Text;
import io.github.dmdsc.model.check.Worded;
import java.util.Locale;
import java.util.Map;

/**
 * Why a condition counts as proven, as refuted, or as neither. Its sentence is looked up when somebody asks for it, and
 * equality does not depend on it.
 *
 * @param condition the condition
 * @param outcome what counts
 * @param subject of what, for example {@code DB DSC1}, or the path of a file
 * @param at the line that shows it; without a line where nothing does
 * @param shown what the line shows; {@code -} where nothing does
 */
public record Ground(Condition condition, Outcome outcome, String subject, Location at, String shown)
        implements Worded {
    private static final Messages MESSAGES = Messages.beside(Ground.class);

    @Override
    public Text words() {
        String key = condition.name().toLowerCase(Locale.ROOT).replace('_', '-') + "."
                + outcome.name().toLowerCase(Locale.ROOT);
        return MESSAGES.text(key, Map.of("subject", subject, "shown", shown, "at", at));
    }

    /** What the outputs say of a condition. */
    public enum Outcome {
        /** It holds. */
        PROVEN,
        /** It does not hold. */
        REFUTED,
        /** They do not tell. */
        OPEN
    }

    /** What is asked of one endpoint, group, disk or file. */
    public enum Condition {
        /** The endpoint is listed. */
        LISTED,
        /** Its {@code is_ok} (V$DSC_EP_INFO: EP_STATUS) is OK. */
        OK,
        /** Its {@code active} is TRUE. */
        ACTIVE,
        /** Its {@code inst_status} is OPEN. */
        OPEN,
        /** Its {@code vtd_status} is WORKING; asked only where that column is printed. */
        WORKING,
        /** The {@code sta} of its group is OPEN; not asked of CSS. */
        GROUP_OPEN,
        /** No failure is being handled in the group; not asked of CSS. */
        NO_BREAK,
        /** No endpoint of the group is joining again; not asked of CSS. */
        NO_RECOVER,
        /** dmcss lets a node rejoin by itself ({@code auto check}); asked only where that is printed. */
        AUTO_CHECK,
        /** Each {@code DCRV_STATUS} is OK; asked only where that is printed, as the mirror edition does. */
        DCRV_DISK_OK,
        /** The disk passed its check. */
        DCR_CHECKED,
        /** dm.ctl names the file. */
        IN_CONTROL_FILE,
        /** The file is listed on ASM. */
        ON_ASM,
        /** The disk group has more space than new log files take (V$ASMGROUP). */
        SPACE,
        /** The log file has the size of the new ones, and lies in their disk group (V$RLOGFILE). */
        LOG_FILE_ALIKE
    }
}
