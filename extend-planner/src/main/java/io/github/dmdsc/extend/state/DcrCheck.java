package io.github.dmdsc.extend.state;

import java.util.Optional;

/**
 * What dmasmcmd said when it was told to check a DCR disk, or dmasmcmdm a DCRV disk.
 *
 * @param disk the disk that was named, where the text echoes the command or the command is known
 * @param outcome what came of it
 * @param detail the line as printed
 */
record DcrCheck(Optional<String> disk, Outcome outcome, String detail) {
    /** What came of it. */
    public enum Outcome {
        /** The disk is good. */
        SUCCESS,
        /** The disk is not good. */
        FAILED,
        /** A word that this library does not know. */
        UNKNOWN
    }
}
