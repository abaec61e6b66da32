package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import io.github.dmdsc.model.facts.NodeWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** Parameters of dm.ini are the same on every node, except names, addresses, ports and directories. */
final class SyncedParameters implements Rule {
    private static final FindingKind KIND =
            Findings.warning("DSC-0221").manual(Findings.DM_INI).waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    /** The ends of the keys of directories and ports, which may differ between nodes. */
    private static final List<String> OWN_ENDINGS = List.of("_PATH", DmIni.PORT, "_PORT", "_DIR");

    /** The parameters with an accessor that are the same on all nodes. */
    private static final Map<String, Function<DmIni, Optional<Integer>>> SHARED = Map.of(
            DmIni.ARCH_INI, DmIni::archIni,
            DmIni.DSC_POOLS, DmIni::dscPools,
            DmIni.DSC_USE_SBT, DmIni::dscUseSbt);

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        List<ClusterNode> nodes = FirstDatabase.nodes(cluster).stream()
                .filter(node -> node.dmIni().isPresent())
                .toList();
        List<DmIni> all = nodes.stream()
                .flatMap(node -> node.dmIni().stream())
                .map(ConfigFile::value)
                .toList();
        for (int i = 1; i < all.size(); i++) {
            DmIni dmIni = all.get(i);
            Set<String> keys = differing(dmIni, all.get(0));
            if (!keys.isEmpty()) {
                NodeWords own = NodeWords.of(cluster, nodes.get(i));
                NodeWords ofFirst = NodeWords.of(cluster, nodes.get(0));
                keys.removeIf(key -> own.neutral(value(dmIni, key).toString())
                        .equalsIgnoreCase(ofFirst.neutral(value(all.get(0), key).toString())));
            }
            for (String key : keys) {
                report.accept(KIND.at(dmIni.origin().at(key))
                        .against(all.get(0).origin().at(key))
                        .with("key", key)
                        .with("value", value(dmIni, key))
                        .with("other", value(all.get(0), key))
                        .build());
            }
        }
    }

    private static Set<String> differing(DmIni dmIni, DmIni first) {
        Set<String> keys = new TreeSet<>();
        for (String key : SHARED.keySet()) {
            boolean read = !dmIni.origin().unreadable(key) && !first.origin().unreadable(key);
            if (read && !inForce(dmIni, key).equals(inForce(first, key))) {
                keys.add(key);
            }
        }
        // There are hundreds of other parameters, and nearly always all are equal.
        if (!dmIni.other().equals(first.other())) {
            Set<String> either = new TreeSet<>(dmIni.other().keySet());
            either.addAll(first.other().keySet());
            if (dmIni.listenAddress().isPresent() && first.listenAddress().isPresent()) {
                either.remove(DmIni.LISTEN_ADDRESS);
            }
            either.removeIf(
                    key -> OWN_ENDINGS.stream().anyMatch(key::endsWith) || same(value(dmIni, key), value(first, key)));
            keys.addAll(either);
        }
        return keys;
    }

    private static String inForce(DmIni dmIni, String key) {
        return value(dmIni, key)
                .map(Object::toString)
                .or(() -> ParameterTable.of(DmIni.class)
                        .find(key)
                        .flatMap(parameter -> parameter.byDefault(StorageEdition.DMASM)))
                .orElse("");
    }

    private static boolean same(Optional<?> one, Optional<?> other) {
        return one.toString().equalsIgnoreCase(other.toString());
    }

    /**
     * Returns a number if the parameter has an accessor, otherwise its text, or a list of its texts if it is repeated.
     */
    private static Optional<?> value(DmIni dmIni, String key) {
        Function<DmIni, Optional<Integer>> shared = SHARED.get(key);
        if (shared != null) {
            return shared.apply(dmIni);
        }
        List<String> values = dmIni.other().getOrDefault(key, List.of());
        return values.size() > 1 ? Optional.of(values) : values.stream().findFirst();
    }
}
