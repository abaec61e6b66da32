package io.github.dmdsc.model;

/**
 * The two storage editions of DMDSC. They differ in their disks, in their parameters and in the names of their tools.
 */
public enum StorageEdition {
    /** One DCR disk and one vote disk; {@code DCR_VTD_PATH} is set. */
    DMASM,
    /** 1, 3 or 5 DCRV disks; {@code DCR_DISK_LOAD_PATH} is set. */
    MIRROR
}
