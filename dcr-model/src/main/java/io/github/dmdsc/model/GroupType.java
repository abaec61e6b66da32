package io.github.dmdsc.model;

/** What the endpoints of a DCR group are. */
public enum GroupType {
    /** Cluster synchronisation: dmcss. Exactly one group per cluster. */
    CSS,
    /** The ASM file system: dmasmsvr, or dmasmsvrm in the mirror edition. At most one group per cluster. */
    ASM,
    /** Database instances: dmserver. */
    DB
}
