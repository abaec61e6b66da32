package io.github.dmdsc.extend.rehearse;

/**
 * How far the manual's chapter is, by what has been changed. A monitor that is missing is set up first: only a monitor
 * shows every group, and {@code extend node} needs its console.
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
