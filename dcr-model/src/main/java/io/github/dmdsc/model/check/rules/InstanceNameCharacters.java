package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** INSTANCE_NAME is made of letters, digits, underscores and dollar signs, and does not begin with a digit. */
final class InstanceNameCharacters implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0228")
            .manual("DM8 administrator's manual, creating a database")
            .waivable();

    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}_$][\\p{L}0-9_$]*");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        cluster.nodes().stream()
                .flatMap(node -> node.dmIni().stream())
                .map(ConfigFile::value)
                .forEach(dmIni -> dmIni.instanceName()
                        .filter(name -> !ALLOWED.matcher(name).matches())
                        .ifPresent(name -> report.accept(KIND.at(dmIni.origin().at(DmIni.INSTANCE_NAME))
                                .with("name", name)
                                .build())));
    }
}
