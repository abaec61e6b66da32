package io.github.dmdsc.model.check;

/** How bad a finding is. */
public enum Severity {
    /** The cluster, or the request, must not be used as it is. */
    ERROR,
    /** It works, but somebody should look at it. */
    WARNING,
    /** Worth knowing. */
    INFO
}
