package io.github.dmdsc.extend.cli;

import io.github.dmdsc.model.check.Limits;

/** The limits of the editions, as the command line names them. */
enum LimitsProfile {
    current,
    older;

    Limits limits() {
        return this == older ? Limits.OLDER : Limits.CURRENT;
    }
}
