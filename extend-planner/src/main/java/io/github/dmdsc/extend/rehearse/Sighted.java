package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Look;

/**
 * Notes the facts that a person learns from the endpoints that were just shown. If the cluster does not meet the
 * condition of the look, the person learns nothing.
 */
final class Sighted {
    private final World world;

    Sighted(World world) {
        this.world = world;
    }

    World of(Look.Sight sight) {
        World seen = world.without(Fact.ENDPOINTS_SHOWN, Fact.INSTANCES_SHOWN, Fact.INSTANCES_SHOWN_THERE);
        boolean extended = world.knows(Fact.NODE_EXTENDED);
        return switch (sight) {
            case WELL_BEFORE, WELL_IN_NEW_MONITOR, STILL_WELL -> extended || !world.allWell() ? seen : before(seen);
            case NEW_NODE_LISTED ->
                extended && world.knows(Fact.ENDPOINTS_SHOWN) ? seen.with(Fact.NEW_NODE_SHOWN) : seen;
            case WELL_WITH_NEW_NODE -> extended ? after(seen) : seen;
        };
    }

    /** Notes the facts that a person learns from the complete output of a monitor. */
    World all() {
        World seen = world.with(Fact.SHOWN_LAST);
        if (world.knows(Fact.NODE_EXTENDED)) {
            return seen.with(Fact.NEW_NODE_SHOWN);
        }
        return world.allWell() ? seen.with(Fact.CLUSTER_SEEN_WELL).with(Fact.EVERY_GROUP_SEEN_WELL) : seen;
    }

    private World before(World seen) {
        if (world.knows(Fact.ENDPOINTS_SHOWN)) {
            return seen.with(Fact.SHOWN_LAST).with(Fact.CLUSTER_SEEN_WELL).with(Fact.EVERY_GROUP_SEEN_WELL);
        }
        // The view shows instances only. That is enough to set up a missing monitor, but not for later changes.
        boolean enough = world.knows(Fact.INSTANCES_SHOWN) && world.monitors().isEmpty();
        return enough ? seen.with(Fact.CLUSTER_SEEN_WELL) : seen;
    }

    private World after(World seen) {
        World next = seen;
        next = world.knows(Fact.ENDPOINTS_SHOWN) ? next.with(Fact.SHOWN_LAST).with(Fact.NEW_NODE_SHOWN) : next;
        next = world.knows(Fact.INSTANCES_SHOWN) ? next.with(Fact.VIEWED_LAST) : next;
        return world.knows(Fact.INSTANCES_SHOWN_THERE) ? next.with(Fact.VIEWED_LAST_THERE) : next;
    }
}
