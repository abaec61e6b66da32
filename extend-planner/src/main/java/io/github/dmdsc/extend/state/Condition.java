package io.github.dmdsc.extend.state;

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
    /** The disk passed its check. */
    DCR_CHECKED,
    /** dm.ctl names the file. */
    IN_CONTROL_FILE,
    /** The file is listed on ASM. */
    ON_ASM
}
