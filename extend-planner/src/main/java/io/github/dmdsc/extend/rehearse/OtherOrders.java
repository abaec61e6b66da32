package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Makes orders of the steps that their dependencies allow (M17). If neither of two steps waits for the other, one of
 * these orders has them in exchanged places. If steps wait for whole groups of steps, as in good plans, a single order
 * is enough: the one in which the later step always goes first if its dependencies allow it.
 */
final class OtherOrders {
    private final List<Step> steps;

    OtherOrders(List<Step> steps) {
        this.steps = steps;
    }

    /**
     * Returns a step that waits for a step that does not come before it, or whose id another step has too; empty if
     * there is none.
     */
    Optional<String> waitsInVain() {
        Set<String> before = new HashSet<>();
        for (Step step : steps) {
            if (!before.containsAll(step.dependsOn()) || !before.add(step.id())) {
                return Optional.of(step.id());
            }
        }
        return Optional.empty();
    }

    /** Returns the orders. A step that waits for a step that does not come before it may be left out of them. */
    List<List<Step>> orders() {
        List<Step> latestFirst = latestFirst();
        int[] place = steps.stream().mapToInt(latestFirst::indexOf).toArray();
        List<List<Step>> orders = new ArrayList<>();
        orders.add(latestFirst);
        List<BitSet> needed = needed();
        IntStream.range(0, place.length)
                .filter(held -> IntStream.range(held + 1, place.length)
                        .anyMatch(later -> !needed.get(later).get(held) && place[later] > place[held]))
                .forEach(held -> orders.add(heldBack(held, needed)));
        return orders;
    }

    /** Returns for each step all steps that it waits for, directly or indirectly. */
    private List<BitSet> needed() {
        Map<String, BitSet> withSelf = new HashMap<>();
        List<BitSet> needed = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            BitSet before = new BitSet();
            steps.get(i).dependsOn().forEach(id -> before.or(withSelf.getOrDefault(id, new BitSet())));
            needed.add(before);
            BitSet all = (BitSet) before.clone();
            all.set(i);
            withSelf.put(steps.get(i).id(), all);
        }
        return needed;
    }

    /** Returns the order with one step as late as possible: after all steps that do not wait for it. */
    private List<Step> heldBack(int held, List<BitSet> needed) {
        List<Step> order = new ArrayList<>();
        List<Step> waiting = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            (i == held || needed.get(i).get(held) ? waiting : order).add(steps.get(i));
        }
        order.addAll(waiting);
        return order;
    }

    private List<Step> latestFirst() {
        Map<String, List<Integer>> waiting = new HashMap<>();
        int[] open = new int[steps.size()];
        PriorityQueue<Integer> ready = new PriorityQueue<>((one, other) -> Integer.compare(other, one));
        for (int i = 0; i < open.length; i++) {
            Set<String> needed = Set.copyOf(steps.get(i).dependsOn());
            open[i] = needed.size();
            for (String id : needed) {
                waiting.computeIfAbsent(id, key -> new ArrayList<>()).add(i);
            }
            if (needed.isEmpty()) {
                ready.add(i);
            }
        }
        List<Step> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            Step next = steps.get(ready.remove());
            order.add(next);
            for (int i : waiting.getOrDefault(next.id(), List.of())) {
                open[i]--;
                if (open[i] == 0) {
                    ready.add(i);
                }
            }
        }
        return List.copyOf(order);
    }
}
