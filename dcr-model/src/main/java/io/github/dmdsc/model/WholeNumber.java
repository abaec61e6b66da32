package io.github.dmdsc.model;

/** A value that the files write as one whole number. */
public sealed interface WholeNumber permits Megabytes, Milliseconds, Oguid, Port, PortOrNone, Seconds, Seqno, ShmKey {
    /** The number, as the file writes it. */
    long toLong();
}
