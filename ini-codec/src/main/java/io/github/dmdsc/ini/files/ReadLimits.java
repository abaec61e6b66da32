package io.github.dmdsc.ini.files;

/**
 * The limits of reading. They keep a wrong directory or a hostile archive from filling the memory. Anything beyond a
 * limit is an ERROR.
 *
 * @param maxFiles the greatest number of files, links and other entries that are not directories, including skipped
 *     ones; also the greatest number of directories
 * @param maxFileBytes the greatest size of one file in bytes
 * @param maxTotalBytes the greatest size of all files together in bytes; for an archive, of everything that is
 *     unpacked, including long names
 */
public record ReadLimits(int maxFiles, long maxFileBytes, long maxTotalBytes) {
    private static final ReadLimits DEFAULTS = new ReadLimits(20_000, 4L << 20, 64L << 20);

    /** @throws IllegalArgumentException if a limit is negative, or {@code maxFileBytes} is more than 2147483631 */
    public ReadLimits {
        if (maxFiles < 0 || maxFileBytes < 0 || maxTotalBytes < 0) {
            throw new IllegalArgumentException("a limit is negative");
        }
        if (maxFileBytes > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException("a file of " + maxFileBytes + " bytes does not fit into an array");
        }
    }

    /** The default limits: 20,000 files, 4 MiB for one file, 64 MiB for all files together. */
    public static ReadLimits defaults() {
        return DEFAULTS;
    }

    /** Returns a copy with another {@link #maxFiles}. */
    public ReadLimits withMaxFiles(int files) {
        return new ReadLimits(files, maxFileBytes, maxTotalBytes);
    }

    /** Returns a copy with another {@link #maxFileBytes}. */
    public ReadLimits withMaxFileBytes(long bytes) {
        return new ReadLimits(maxFiles, bytes, maxTotalBytes);
    }

    /** Returns a copy with another {@link #maxTotalBytes}. */
    public ReadLimits withMaxTotalBytes(long bytes) {
        return new ReadLimits(maxFiles, maxFileBytes, bytes);
    }
}
