package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Creates the state that the monitor of the rehearsal's model shows. */
final class ShownState {
    private static final Location SCREEN = Location.outside("show");

    private ShownState() {}

    static ClusterState of(Map<GroupType, Map<String, Boolean>> endpoints) {
        var state = ClusterState.builder();
        for (GroupType type : GroupType.values()) {
            state.addGroups(placed(group(type, endpoints.getOrDefault(type, Map.of()))));
        }
        return state.build();
    }

    private static GroupState group(GroupType type, Map<String, Boolean> endpoints) {
        var group = GroupState.builder()
                .name("GRP_" + type)
                .type(type)
                .controlNode(0)
                .closed(true);
        if (type != GroupType.CSS) {
            group.okCount((int) endpoints.values().stream().filter(well -> well).count())
                    .status(placed(reported(GroupStatus.OPEN)))
                    .subStatus("STARTUP")
                    .breakEndpoint(placed("NULL"))
                    .recoverEndpoint(placed("NULL"));
        }
        List<Placed<EndpointState>> rows = new ArrayList<>();
        endpoints.forEach((name, well) -> rows.add(placed(endpoint(rows.size(), name, well))));
        return group.endpoints(rows).build();
    }

    private static EndpointState endpoint(int seqno, String name, boolean well) {
        return EndpointState.builder()
                .name(name)
                .seqno(seqno)
                .mode(reported(EndpointMode.NORMAL))
                .instanceStatus(reported(well ? InstanceStatus.OPEN : InstanceStatus.SHUTDOWN))
                .voteStatus(reported(well ? VoteStatus.WORKING : VoteStatus.SHUTDOWN))
                .health(reported(well ? Health.OK : Health.ERROR))
                .active(reported(well ? Activity.TRUE : Activity.FALSE))
                .build();
    }

    private static <T> Placed<T> placed(T value) {
        return new Placed<>(value, SCREEN);
    }

    private static <E extends Enum<E>> Reported<E> reported(E meaning) {
        return new Reported<>(meaning, meaning.name());
    }
}
