package io.github.dmdsc.extend.cli;

import io.github.dmdsc.model.check.ManualLimits;

/** The values of {@code --limits}. */
enum LimitsProfile {
    current,
    older;

    ManualLimits limits() {
        return this == older ? ManualLimits.OLDER : ManualLimits.CURRENT;
    }
}
