package io.github.dmdsc.ini.files;

/**
 * How much is read before reading stops. Configuration is small; the limits keep a wrong directory, or a hostile
 * archive, from filling the memory.
 *
 * @param maxFiles how many files, links and other things that are not directories are looked at, the skipped ones
 *     included; and how many directories
 * @param maxFileBytes how many bytes one file may have
 * @param maxTotalBytes how many bytes all files together may have; of an archive, all that is unpacked, long names included
 */
public record ReadLimits(int maxFiles, long maxFileBytes, long maxTotalBytes) {
    private static final ReadLimits DEFAULTS = new ReadLimits(20_000, 4L << 20, 64L << 20);

    /** @throws IllegalArgumentException if a limit is negative, or one file could exceed an array */
    public ReadLimits {
        if (maxFiles < 0 || maxFileBytes < 0 || maxTotalBytes < 0) {
            throw new IllegalArgumentException("a limit is negative");
        }
        if (maxFileBytes > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException("a file of " + maxFileBytes + " bytes does not fit into an array");
        }
    }

    /** 20,000 files of at most 4 MiB each, 64 MiB together. */
    public static ReadLimits defaults() {
        return DEFAULTS;
    }

    /** The same with another number of files. */
    public ReadLimits withMaxFiles(int files) {
        return new ReadLimits(files, maxFileBytes, maxTotalBytes);
    }

    /** The same with another size of a file. */
    public ReadLimits withMaxFileBytes(long bytes) {
        return new ReadLimits(maxFiles, bytes, maxTotalBytes);
    }

    /** The same with another size of all files together. */
    public ReadLimits withMaxTotalBytes(long bytes) {
        return new ReadLimits(maxFiles, maxFileBytes, bytes);
    }
}
