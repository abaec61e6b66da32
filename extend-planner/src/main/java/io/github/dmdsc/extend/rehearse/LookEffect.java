package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Look;

/**
 * Notes the facts that a person learns from the endpoints that were just shown. If the cluster does not meet the
 * condition of the look, the person learns nothing.
 */
final class LookEffect {
    private final ModelState state;

    LookEffect(ModelState state) {
        this.state = state;
    }

    ModelState of(Look.ExpectedState expected) {
        ModelState seen = state.without(Fact.ENDPOINTS_SHOWN, Fact.INSTANCES_SHOWN, Fact.INSTANCES_SHOWN_THERE);
        boolean extended = state.knows(Fact.NODE_EXTENDED);
        return switch (expected) {
            case OK_BEFORE, OK_IN_NEW_MONITOR, STILL_OK -> extended || !state.allWell() ? seen : before(seen);
            case NEW_NODE_LISTED ->
                extended && state.knows(Fact.ENDPOINTS_SHOWN) ? seen.with(Fact.NEW_NODE_SHOWN) : seen;
            case OK_WITH_NEW_NODE -> extended ? after(seen) : seen;
        };
    }

    /** Notes the facts that a person learns from the complete output of a monitor. */
    ModelState all() {
        ModelState seen = state.with(Fact.SHOWN_LAST);
        if (state.knows(Fact.NODE_EXTENDED)) {
            return seen.with(Fact.NEW_NODE_SHOWN);
        }
        return state.allWell() ? seen.with(Fact.CLUSTER_SEEN_WELL).with(Fact.EVERY_GROUP_SEEN_WELL) : seen;
    }

    private ModelState before(ModelState seen) {
        if (state.knows(Fact.ENDPOINTS_SHOWN)) {
            return seen.with(Fact.SHOWN_LAST).with(Fact.CLUSTER_SEEN_WELL).with(Fact.EVERY_GROUP_SEEN_WELL);
        }
        // The view shows instances only. That is enough to set up a missing monitor, but not for later changes.
        boolean enough = state.knows(Fact.INSTANCES_SHOWN) && state.monitors().isEmpty();
        return enough ? seen.with(Fact.CLUSTER_SEEN_WELL) : seen;
    }

    private ModelState after(ModelState seen) {
        ModelState next = seen;
        next = state.knows(Fact.ENDPOINTS_SHOWN) ? next.with(Fact.SHOWN_LAST).with(Fact.NEW_NODE_SHOWN) : next;
        next = state.knows(Fact.INSTANCES_SHOWN) ? next.with(Fact.VIEWED_LAST) : next;
        return state.knows(Fact.INSTANCES_SHOWN_THERE) ? next.with(Fact.VIEWED_LAST_THERE) : next;
    }
}
