package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Located;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.check.Diagnostic;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Compares each node's copy of a MAL file with the first node's, and shows the first thing that differs. */
final class MalEquality {
    private MalEquality() {}

    static void check(
            String id,
            Cluster cluster,
            Function<ClusterNode, Optional<Located<MalConfig>>> file,
            Consumer<Diagnostic> report) {
        Optional<Located<MalConfig>> first = cluster.nodes().stream()
                .flatMap(node -> file.apply(node).stream())
                .findFirst();
        cluster.nodes().stream()
                .flatMap(node -> file.apply(node).stream())
                .skip(1)
                .forEach(copy -> compare(id, first.orElseThrow(), copy, report));
    }

    private static void compare(
            String id, Located<MalConfig> first, Located<MalConfig> copy, Consumer<Diagnostic> report) {
        MalConfig expected = first.value();
        MalConfig value = copy.value();
        int shared = Math.min(expected.instances().size(), value.instances().size());
        for (int i = 0; i < shared; i++) {
            MalInstance one = expected.instances().get(i);
            MalInstance other = value.instances().get(i);
            if (!withoutZones(one).equals(withoutZones(other))) {
                report.accept(Findings.error(id)
                        .at(other.origin().self())
                        .against(one.origin().self())
                        .with("file", copy.file())
                        .with("what", text(other))
                        .with("expected", text(one))
                        .manual(Findings.MAL)
                        .build());
                return;
            }
        }
        boolean sameGlobals = globals(expected).equals(globals(value));
        if (!sameGlobals || expected.instances().size() != value.instances().size()) {
            report.accept(Findings.error(id)
                    .at(value.origin().self())
                    .against(expected.origin().self())
                    .with("file", copy.file())
                    .with("what", text(value))
                    .with("expected", text(expected))
                    .manual(Findings.MAL)
                    .build());
        }
    }

    private static MalConfig globals(MalConfig mal) {
        return MalConfig.builder().from(mal).instances(List.of()).build();
    }

    private static String text(MalConfig mal) {
        return globals(mal) + " [" + mal.instances().size() + "]";
    }

    private static MalInstance withoutZones(MalInstance instance) {
        return MalInstance.builder()
                .from(instance)
                .section(instance.section().toUpperCase(Locale.ROOT))
                .host(instance.host().map(HostAddress::withoutZone))
                .serviceHost(instance.serviceHost().map(HostAddress::withoutZone))
                .build();
    }

    private static String text(MalInstance instance) {
        return "[" + instance.section() + "] " + instance.name().orElse("-") + " "
                + Objects.toString(instance.host().orElse(null), "-") + ":"
                + Objects.toString(instance.port().orElse(null), "-") + " "
                + Objects.toString(instance.serviceHost().orElse(null), "-") + ":"
                + Objects.toString(instance.servicePort().orElse(null), "-");
    }
}
