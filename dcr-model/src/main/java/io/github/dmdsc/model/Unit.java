package io.github.dmdsc.model;

/** The units of numbers. */
public enum Unit {
    /** No unit: the value is a name, a path, a switch or a number of things. */
    NONE,
    /** Kilobytes. */
    KILOBYTES,
    /** Megabytes. */
    MEGABYTES,
    /** Milliseconds. */
    MILLISECONDS,
    /** Seconds. */
    SECONDS,
    /** Minutes. */
    MINUTES
}
