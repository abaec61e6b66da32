package io.github.dmdsc.model.check;

/** The severities of a finding, the most severe first. */
public enum Severity {
    /** The cluster or the request cannot be used before the problem is fixed or waived. */
    ERROR,
    /** The cluster works, but a person should look at the problem. */
    WARNING,
    /** For information only. */
    INFO
}
