package io.github.dmdsc.model;

/** What a number counts. */
public enum Unit {
    /** Nothing that has a unit: a name, a path, a switch, a number of things. */
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
