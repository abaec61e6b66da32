package io.github.dmdsc.extend.state;

/** The state of a DCRV disk (DM8 DMDSC manual, 5.10). */
enum DiskStatus {
    OK,
    FAILED,
    UNUSED,
    UNKNOWN
}
