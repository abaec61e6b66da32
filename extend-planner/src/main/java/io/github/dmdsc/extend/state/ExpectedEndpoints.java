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
 * The endpoints that the output of a monitor must list. They are needed to recognise a list that was cut off.
 *
 * @param names the names of the endpoints, by the type of their group
 */
public record ExpectedEndpoints(Map<GroupType, List<String>> names) {
    public ExpectedEndpoints {
        Map<GroupType, List<String>> copy = new EnumMap<>(GroupType.class);
        names.forEach((type, all) -> copy.put(type, List.copyOf(all)));
        names = Map.copyOf(copy);
    }

    /** Returns the endpoints of a DCR configuration. Leaves out endpoints without a name and groups without a type. */
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

    /** Returns the names of the endpoints of one type; empty if there is no such group. */
    public List<String> of(GroupType type) {
        return names.getOrDefault(type, List.of());
    }
}
