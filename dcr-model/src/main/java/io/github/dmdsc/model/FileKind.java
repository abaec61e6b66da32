package io.github.dmdsc.model;

/** The kinds of file that a cluster has, or was made with. */
public enum FileKind {
    /** dmdcr_cfg.ini, or an export of the DCR disk, whatever it is called. */
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
    /** dmwatcher.ini: the cluster has a standby. */
    DMWATCHER,
    /** dminit.ini, from which the database was made. */
    DMINIT
}
