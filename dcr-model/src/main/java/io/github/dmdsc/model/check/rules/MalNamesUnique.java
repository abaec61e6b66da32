package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.base.Names;
import io.github.dmdsc.model.check.Finding;
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
            check(seen, "section", instance.section(), "", file, instance, report);
            instance.name()
                    .ifPresent(name -> check(seen, MalInstance.NAME, name, MalInstance.NAME, file, instance, report));
        }
    }

    private void check(
            Map<String, MalInstance> seen,
            String what,
            String name,
            String key,
            ConfigFile<MalConfig> file,
            MalInstance instance,
            Consumer<Finding> report) {
        MalInstance first = seen.putIfAbsent(what + " " + Names.folded(name), instance);
        if (first != null) {
            report.accept(KIND.at(
                            key.isEmpty()
                                    ? instance.origin().self()
                                    : instance.origin().at(key))
                    .against(
                            key.isEmpty()
                                    ? first.origin().self()
                                    : first.origin().at(key))
                    .with("what", what)
                    .with("name", name)
                    .with("file", file.file())
                    .build());
        }
    }
}
