package io.github.dmdsc.model.check;

/**
 * The limits that differ between editions of the manual.
 *
 * @param maxEndpoints the most endpoints that a group may have
 */
public record Limits(int maxEndpoints) {
    /** The current edition: 8 endpoints per group. */
    public static final Limits CURRENT = new Limits(8);

    /** Older editions: 16 endpoints per group. */
    public static final Limits OLDER = new Limits(16);
}
