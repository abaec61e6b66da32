package io.github.dmdsc.extend.state;

import java.util.Optional;

/**
 * The result of a check of a DCR disk by dmasmcmd, or of a DCRV disk by dmasmcmdm.
 *
 * @param disk the disk; empty if neither the text nor the command names it
 * @param outcome the outcome
 * @param detail the line as printed
 */
record DcrCheck(Optional<String> disk, Outcome outcome, String detail) {
    /** The outcomes of a check. */
    public enum Outcome {
        /** The disk is good. */
        SUCCESS,
        /** The disk is not good. */
        FAILED,
        /** A word that dmdsc does not know. */
        UNKNOWN
    }
}
