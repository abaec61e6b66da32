package io.github.dmdsc.extend.rehearse;

/**
 * The part of the manual's chapter 14 that the last change belongs to. A missing monitor is set up first, because only
 * a monitor shows every group, and {@code extend node} needs its console.
 */
enum Chapter {
    BEFORE,
    NEW_MONITOR,
    EXPORT,
    LOG_FILES,
    CONFIG_DIRECTORY,
    NEW_DMDCR,
    MAL_FILES,
    DCR_CONFIGURATION,
    EXTEND_DCR,
    EXTEND_NODE,
    START_CSS_AND_ASM,
    START_DB,
    MONITOR_FILES,
    RESTARTED_MONITORS,
    ARCHIVES_OF_OTHERS
}
