package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.ParameterInfo;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.Scope;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides on parameters that only some nodes have. The new node does not get a parameter that belongs to one node. A
 * parameter of the cluster is set on the new node if most nodes set it; if half of the nodes set it, the first node
 * decides. Every difference that changes the behaviour is reported.
 */
final class PartlySet {
    private final StorageEdition edition;
    private final Inference infer;
    private final Map<String, Told> told = new TreeMap<>();

    PartlySet(StorageEdition edition, Inference infer) {
        this.edition = edition;
        this.infer = infer;
    }

    /** Why the new node gets or does not get a parameter. Each is a variant of EXT-0208. */
    enum Reason {
        /** Most nodes have it. */
        MOST_HAVE,
        /** Half of the nodes have it, and the first node is one of these. */
        HALF_HAVE,
        /** It belongs to the node that has it. */
        OF_NODE,
        /** Most nodes lack it. */
        MOST_LACK,
        /** Half of the nodes lack it, and the first node is one of these. */
        HALF_LACK;

        private static Reason of(boolean ofNode, int majority, boolean gets) {
            if (ofNode) {
                return OF_NODE;
            }
            if (gets) {
                return majority > 0 ? MOST_HAVE : HALF_HAVE;
            }
            return majority < 0 ? MOST_LACK : HALF_LACK;
        }
    }

    /** A report on one kind of values: the parameters that the new node gets or does not get. */
    private record Told(Reason reason, List<String> keys, Evidence has, Evidence lacks) {}

    /** Whether only some nodes have a parameter, and those that have it agree on its value. */
    static boolean concerns(Samples<?> samples, String key) {
        int having = samples.having(key).size();
        return having > 0
                && having < samples.size()
                && !key.equals(Samples.SECTION)
                && samples.texts(key).stream().distinct().count() == 1;
    }

    /**
     * Returns the new node's value; empty if it gets none.
     *
     * @param own whether the value belongs to the one node that has it, whatever the parameter is
     */
    Optional<String> value(String prefix, String key, Samples<?> samples, Class<?> type, boolean own) {
        Optional<ParameterInfo> parameter = ParameterTable.any(type).find(key);
        List<Integer> having = samples.having(key);
        String text = samples.texts(key).get(0);
        boolean ofNode =
                own || parameter.filter(named -> named.scope() == Scope.NODE).isPresent();
        boolean byDefault = parameter
                .flatMap(named -> named.byDefault(edition))
                .filter(text::equals)
                .isPresent();
        int majority = Integer.compare(2 * having.size(), samples.size());
        boolean gets = !ofNode && (majority > 0 || ((majority == 0 || byDefault) && having.contains(0)));
        if (!byDefault) {
            tell(prefix, key, samples, Reason.of(ofNode, majority, gets));
        }
        return gets && !having.contains(0)
                ? infer.majority(prefix + "." + key, samples.of(key))
                : Optional.of(text).filter(any -> gets);
    }

    private void tell(String prefix, String key, Samples<?> samples, Reason reason) {
        int lacking = 0;
        while (samples.having(key).contains(lacking)) {
            lacking++;
        }
        Evidence lacks = new Evidence(samples.origin(lacking).self(), "");
        told.computeIfAbsent(
                        prefix + " " + reason,
                        any -> new Told(
                                reason, new ArrayList<>(), samples.of(key).get(0), lacks))
                .keys()
                .add(prefix + "." + key);
    }

    /**
     * Returns one finding for each kind of parameters that only some nodes have. Kinds at the same places share one
     * finding.
     */
    List<Finding> findings() {
        Map<Places, List<String>> keys = new LinkedHashMap<>();
        told.forEach((kind, each) -> keys.computeIfAbsent(
                        new Places(each.has().at(), each.lacks().at(), each.reason()), any -> new ArrayList<>())
                .addAll(each.keys()));
        return keys.entrySet().stream()
                .map(entry -> ExtendFindings.partlySet(
                        entry.getValue(),
                        entry.getKey().has(),
                        entry.getKey().lacks(),
                        entry.getKey().reason()))
                .toList();
    }

    private record Places(Location has, Location lacks, Reason reason) {}
}
