package io.github.dmdsc.extend.prove;

import io.github.dmdsc.extend.rehearse.Shown;
import io.github.dmdsc.extend.state.Activity;
import io.github.dmdsc.extend.state.ClusterState;
import io.github.dmdsc.extend.state.EndpointMode;
import io.github.dmdsc.extend.state.EndpointState;
import io.github.dmdsc.extend.state.GroupState;
import io.github.dmdsc.extend.state.GroupStatus;
import io.github.dmdsc.extend.state.Health;
import io.github.dmdsc.extend.state.InstanceStatus;
import io.github.dmdsc.extend.state.Placed;
import io.github.dmdsc.extend.state.Reported;
import io.github.dmdsc.extend.state.VoteStatus;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Location;
import java.util.ArrayList;
import java.util.List;

/** What the model's monitor shows, as the state of a cluster. */
final class ShownState {
    private static final Location SCREEN = Location.outside("show");

    private ShownState() {}

    static ClusterState of(Shown shown) {
        var state = ClusterState.builder();
        for (GroupType type : GroupType.values()) {
            state.addGroups(placed(group(
                    type,
                    shown.endpoints().stream()
                            .filter(endpoint -> endpoint.type() == type)
                            .toList())));
        }
        return state.build();
    }

    private static GroupState group(GroupType type, List<Shown.Endpoint> endpoints) {
        var group = GroupState.builder()
                .name("GRP_" + type)
                .type(type)
                .controlNode(0)
                .closed(true);
        if (type != GroupType.CSS) {
            group.okCount((int) endpoints.stream().filter(Shown.Endpoint::well).count())
                    .status(placed(reported(GroupStatus.OPEN)))
                    .subStatus("STARTUP")
                    .breakEndpoint(placed("NULL"))
                    .recoverEndpoint(placed("NULL"));
        }
        List<Placed<EndpointState>> rows = new ArrayList<>();
        for (int i = 0; i < endpoints.size(); i++) {
            rows.add(placed(endpoint(i, endpoints.get(i))));
        }
        return group.endpoints(rows).build();
    }

    private static EndpointState endpoint(int seqno, Shown.Endpoint endpoint) {
        boolean well = endpoint.well();
        return EndpointState.builder()
                .name(endpoint.name())
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
