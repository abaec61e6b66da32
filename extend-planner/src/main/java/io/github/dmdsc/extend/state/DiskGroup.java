package io.github.dmdsc.extend.state;

import java.util.Optional;

/**
 * A row of V$ASMGROUP.
 *
 * @param name {@code GROUP_NAME}
 * @param redundancy {@code TYPE}
 * @param free {@code FREE_MB}
 */
record DiskGroup(String name, Optional<Reported<Redundancy>> redundancy, Optional<Long> free) {}
