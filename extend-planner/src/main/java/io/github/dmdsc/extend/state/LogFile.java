package io.github.dmdsc.extend.state;

import java.util.Optional;

/**
 * A row of V$RLOGFILE.
 *
 * @param path {@code PATH}
 * @param bytes {@code RLOG_SIZE}
 */
record LogFile(String path, Optional<Long> bytes) {
    private static final long MEGABYTE = 1024L * 1024;

    /** The name of the disk group of the file, without a plus sign; empty if the file is not on ASM. */
    Optional<String> diskGroup() {
        return path.startsWith("+") ? Optional.of(path.substring(1).replaceFirst("/.*", "")) : Optional.empty();
    }

    /** Its size in MB, rounded up. */
    Optional<Long> megabytes() {
        return bytes.map(size -> size / MEGABYTE + (size % MEGABYTE == 0 ? 0 : 1));
    }
}
