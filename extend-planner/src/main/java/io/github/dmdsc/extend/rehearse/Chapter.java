package io.github.dmdsc.extend.rehearse;

/**
 * How far the manual's chapter is, by what has been changed. A monitor that is missing is set up before the DCR is
 * extended, since {@code extend node} needs one and no step after the point of no return should be one that prepares.
 */
enum Chapter {
    BEFORE,
    EXPORT,
    LOG_FILES,
    CONFIG_DIRECTORY,
    NEW_DMDCR,
    MAL_FILES,
    DCR_CONFIGURATION,
    NEW_MONITOR,
    EXTEND_DCR,
    EXTEND_NODE,
    START_CSS_AND_ASM,
    START_DB,
    MONITOR_FILES,
    RESTARTED_MONITORS,
    ARCHIVES_OF_OTHERS
}
