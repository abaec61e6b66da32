package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/**
 * No parameter without an accessor is repeated with different values. For parameters with an accessor, the reader
 * reports this (INI-0105), and for all parameters, it reports lines with the same value (INI-0123).
 */
final class RepeatedKeys implements Rule {
    private static final FindingKind KIND = Findings.warning("DSC-0226").waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        ParameterSets.of(cluster)
                .forEach(values -> values.other().forEach((key, all) -> {
                    if (all.stream().distinct().count() > 1) {
                        report.accept(KIND.at(values.origin().at(key, 1))
                                .against(values.origin().at(key))
                                .with("key", key)
                                .with("count", all.size())
                                .with("values", all)
                                .build());
                    }
                }));
    }
}
