package io.github.dmdsc.model;

/** The kinds of configuration file of a cluster. */
public enum FileKind {
    /** dmdcr_cfg.ini, or an export of the DCR disk with any name. */
    DMDCR_CFG,
    /** dmdcr.ini. */
    DMDCR,
    /** dmmal.ini or dmasvrmal.ini. */
    MAL,
    /** dm.ini. */
    DM_INI,
    /** dmarch.ini. */
    DMARCH,
    /** dmcssm.ini. */
    DMCSSM,
    /** dmwatcher.ini. Only a cluster with a standby has it. */
    DMWATCHER,
    /** dminit.ini, with which the database was created. */
    DMINIT
}
