package io.github.dmdsc.model;

/** The two storage editions of DMDSC. They differ in disks, in parameters and in the names of the tools. */
public enum StorageEdition {
    /** One DCR disk and one vote disk; {@code DCR_VTD_PATH} is set. */
    DMASM,
    /** 1, 3 or 5 DCRV disks in one directory; {@code DCR_DISK_LOAD_PATH} is set. */
    MIRROR
}
