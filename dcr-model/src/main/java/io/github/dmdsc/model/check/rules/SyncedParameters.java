package io.github.dmdsc.model.check.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Located;
import io.github.dmdsc.model.ModelJson;
import io.github.dmdsc.model.Origin;
import io.github.dmdsc.model.check.Diagnostic;
import io.github.dmdsc.model.check.Limits;
import io.github.dmdsc.model.check.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Parameters of dm.ini are the same on every node, but for those that name a node, its ports and its directories. */
public final class SyncedParameters implements Rule {
    @Override
    public String id() {
        return "DSC-0221";
    }

    private static final ObjectMapper MAPPER = ModelJson.mapper();

    /** Known to belong to the node; so does whatever ends in one of {@link #OWN_ENDINGS}. */
    private static final Set<String> OWN = Set.of("INSTANCE_NAME");

    private static final List<String> OWN_ENDINGS = List.of("_PATH", "PORT_NUM", "_PORT", "_DIR");

    @Override
    public void check(Cluster cluster, Limits limits, Consumer<Diagnostic> report) {
        List<DmIni> all = cluster.nodes().stream()
                .flatMap(node -> node.dmIni().stream())
                .map(Located::value)
                .toList();
        if (all.isEmpty()) {
            return;
        }
        Origin first = all.get(0).origin();
        Map<String, String> expected = parameters(all.get(0));
        Set<String> seen = new TreeSet<>();
        for (DmIni dmIni : all.subList(1, all.size())) {
            Map<String, String> values = parameters(dmIni);
            Set<String> keys = new TreeSet<>(expected.keySet());
            keys.addAll(values.keySet());
            for (String key : keys) {
                String value = values.getOrDefault(key, "-");
                String other = expected.getOrDefault(key, "-");
                if (!value.equalsIgnoreCase(other) && seen.add(key)) {
                    report.accept(Findings.warning(id())
                            .at(dmIni.origin().at(key))
                            .against(first.at(key))
                            .with("key", key)
                            .with("value", value)
                            .with("other", other)
                            .manual("DM8 DMDSC, dm.ini")
                            .build());
                }
            }
        }
    }

    private static Map<String, String> parameters(DmIni dmIni) {
        Map<String, String> values = new TreeMap<>();
        JsonNode json = MAPPER.valueToTree(dmIni);
        json.properties().forEach(parameter -> {
            String key = parameter.getKey();
            if (!OWN.contains(key) && OWN_ENDINGS.stream().noneMatch(key::endsWith)) {
                values.put(key, Findings.text(parameter.getValue()));
            }
        });
        return values;
    }
}
