package io.github.dmdsc.extend.cli;

import io.github.dmdsc.model.check.EditionLimits;

/** The limits of the editions, as the command line names them. */
enum LimitsProfile {
    current,
    older;

    EditionLimits limits() {
        return this == older ? EditionLimits.OLDER : EditionLimits.CURRENT;
    }
}
