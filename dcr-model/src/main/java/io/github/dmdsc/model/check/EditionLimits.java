package io.github.dmdsc.model.check;

/**
 * The limits that differ between editions of the manual.
 *
 * @param maxEndpoints the most endpoints that a group may have
 */
public record EditionLimits(int maxEndpoints) {
    /** The current edition: 8 endpoints per group. */
    public static final EditionLimits CURRENT = new EditionLimits(8);

    /** Older editions: 16 endpoints per group. */
    public static final EditionLimits OLDER = new EditionLimits(16);
}
