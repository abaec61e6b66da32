package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.GroupType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which endpoints a cluster has to show: without that, a list that was cut off could not be told from a whole one.
 *
 * @param names the names by type
 */
public record ExpectedEndpoints(Map<GroupType, List<String>> names) {
    public ExpectedEndpoints {
        Map<GroupType, List<String>> copy = new EnumMap<>(GroupType.class);
        names.forEach((type, all) -> copy.put(type, List.copyOf(all)));
        names = Map.copyOf(copy);
    }

    /** Those of a DCR configuration. Endpoints without a name, and groups without a type, are left out. */
    public static ExpectedEndpoints of(DmdcrCfg dcr) {
        Map<GroupType, List<String>> names = new EnumMap<>(GroupType.class);
        for (DcrGroup group : dcr.groups()) {
            group.type().ifPresent(type -> {
                List<String> own = names.computeIfAbsent(type, none -> new ArrayList<>());
                group.endpoints().stream()
                        .map(DcrEndpoint::name)
                        .flatMap(Optional::stream)
                        .forEach(own::add);
            });
        }
        return new ExpectedEndpoints(names);
    }

    /** The names of one type, none if there is no such group. */
    public List<String> of(GroupType type) {
        return names.getOrDefault(type, List.of());
    }
}
