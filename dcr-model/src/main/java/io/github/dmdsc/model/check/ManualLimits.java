package io.github.dmdsc.model.check;

/**
 * The limits that differ between editions of the manual. These editions are not the storage editions {@link
 * io.github.dmdsc.model.StorageEdition}.
 *
 * @param maxEndpoints the greatest number of endpoints in a group (DM8 DMDSC manual, "dmdcr_cfg.ini")
 */
public record ManualLimits(int maxEndpoints) {
    /** The current edition of the manual: 8 endpoints in a group. This is the default. */
    public static final ManualLimits CURRENT = new ManualLimits(8);

    /** Older editions of the manual: 16 endpoints in a group. */
    public static final ManualLimits OLDER = new ManualLimits(16);
}
