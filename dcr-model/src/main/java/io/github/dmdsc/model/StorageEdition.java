package io.github.dmdsc.model;

/**
 * The two storage editions of DMDSC. They differ in their disks, in their parameters and in the names of their tools
 * (DM8 DMDSC manual, "DMASM" and "DMASM mirror").
 */
public enum StorageEdition {
    /** One DCR disk and one vote disk; {@code DCR_VTD_PATH} is set. */
    DMASM,
    /** At first 1, 3 or 5 DCRV disks, later 1 to 5; {@code DCR_DISK_LOAD_PATH} is set. */
    MIRROR
}
