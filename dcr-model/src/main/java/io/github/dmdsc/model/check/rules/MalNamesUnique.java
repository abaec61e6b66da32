package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.base.Names;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Section names and instance names are unique in a MAL file. */
final class MalNamesUnique implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0303").manual(Findings.MAL);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        for (ClusterNode node : cluster.nodes()) {
            node.asmMal().ifPresent(file -> check(file, report));
            node.dbMal().ifPresent(file -> check(file, report));
        }
    }

    private void check(ConfigFile<MalConfig> file, Consumer<Finding> report) {
        Map<String, MalInstance> seen = new HashMap<>();
        for (MalInstance instance : file.value().instances()) {
            check(seen, "", instance.section(), file, instance, report);
            instance.name().ifPresent(name -> check(seen, MalInstance.NAME, name, file, instance, report));
        }
    }

    /** @param key the parameter that has the name; empty for the name of the section */
    private static void check(
            Map<String, MalInstance> seen,
            String key,
            String name,
            ConfigFile<MalConfig> file,
            MalInstance instance,
            Consumer<Finding> report) {
        MalInstance first = seen.putIfAbsent(key + " " + Names.folded(name), instance);
        if (first == null) {
            return;
        }
        FindingBuilder finding = key.isEmpty()
                ? KIND.variant("section")
                        .at(instance.origin().self())
                        .against(first.origin().self())
                : KIND.at(instance.origin().at(key)).against(first.origin().at(key));
        report.accept(finding.with("name", name).with("file", file.file()).build());
    }
}
