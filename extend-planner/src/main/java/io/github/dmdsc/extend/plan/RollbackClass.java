package io.github.dmdsc.extend.plan;

/** What it takes to come back from a step. */
public enum RollbackClass {
    /** It changes nothing. */
    READ_ONLY,
    /** Doing it again does no harm. */
    RETRY_SAFE,
    /** What it wrote can be put back. */
    REVERSIBLE,
    /** It has no inverse, and doing it twice does harm: look first whether it was done. */
    VERIFY_BEFORE_RETRY,
    /** If it fails for a wrong file, the cluster may have to be stopped and its DCR disk initialised anew. */
    POINT_OF_NO_RETURN;

    /** Whether a step of this class must not be done twice. */
    public boolean onlyOnce() {
        return this == VERIFY_BEFORE_RETRY || this == POINT_OF_NO_RETURN;
    }
}
