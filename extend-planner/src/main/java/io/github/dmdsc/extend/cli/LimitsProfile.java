package io.github.dmdsc.extend.cli;

import io.github.dmdsc.model.check.ManualLimits;

/** The limits of the editions, as the command line names them. */
enum LimitsProfile {
    current,
    older;

    ManualLimits limits() {
        return this == older ? ManualLimits.OLDER : ManualLimits.CURRENT;
    }
}
