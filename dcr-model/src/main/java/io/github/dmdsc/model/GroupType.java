package io.github.dmdsc.model;

/** The types of DCR group (DM8 DMDSC manual, "dmdcr_cfg.ini"). */
public enum GroupType {
    /** Cluster synchronisation: dmcss. Exactly one group per cluster. */
    CSS,
    /** The ASM file system: dmasmsvr, or dmasmsvrm in the mirror edition. At most one group per cluster. */
    ASM,
    /** Database instances: dmserver. */
    DB
}
