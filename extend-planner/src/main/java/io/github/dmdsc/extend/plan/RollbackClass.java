package io.github.dmdsc.extend.plan;

/** How a step can be undone or done again. */
public enum RollbackClass {
    /** The step changes nothing. */
    READ_ONLY,
    /** You can do the step again without harm. */
    RETRY_SAFE,
    /** The step can be undone: the files that it wrote can be put back. */
    REVERSIBLE,
    /**
     * The step cannot be undone, and doing it twice does harm. Before you do it again, check whether it took effect.
     */
    VERIFY_BEFORE_RETRY,
    /**
     * If the step fails because of a wrong file, only a re-initialisation may lead back: the cluster is stopped, and
     * its DCR disks are initialised again.
     */
    POINT_OF_NO_RETURN;

    /** Whether a step of this class must not be done twice. */
    public boolean onlyOnce() {
        return this == VERIFY_BEFORE_RETRY || this == POINT_OF_NO_RETURN;
    }
}
