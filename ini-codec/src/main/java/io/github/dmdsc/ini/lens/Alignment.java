package io.github.dmdsc.ini.lens;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Assigns to each new part the old part that it continues, so that the part keeps its lines and comments. Parts are
 * compared by name or by value, and keep their order.
 *
 * @param oldOf for each new part, the index of the old part that it continues, or -1 if it is new; the indexes rise
 */
record Alignment(List<Integer> oldOf) {
    /** Pairs parts with equal names, as a longest common subsequence. */
    static Alignment byName(List<?> before, List<?> after) {
        // Leave out equal parts at both ends. Usually nothing or one part has changed, and the size of the table below
        // is the product of the numbers of the remaining parts.
        int same = 0;
        while (same < Math.min(before.size(), after.size()) && before.get(same).equals(after.get(same))) {
            same++;
        }
        int end = before.size();
        int afterEnd = after.size();
        while (end > same && afterEnd > same && before.get(end - 1).equals(after.get(afterEnd - 1))) {
            end--;
            afterEnd--;
        }
        List<Integer> oldOf = new ArrayList<>();
        IntStream.range(0, same).forEach(oldOf::add);
        for (int old : longestCommon(before.subList(same, end), after.subList(same, afterEnd))) {
            oldOf.add(old < 0 ? old : old + same);
        }
        IntStream.range(end, before.size()).forEach(oldOf::add);
        return new Alignment(oldOf);
    }

    private static List<Integer> longestCommon(List<?> before, List<?> after) {
        int[][] length = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                length[i][j] = before.get(i).equals(after.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        List<Integer> oldOf = new ArrayList<>();
        int i = 0;
        for (int j = 0; j < after.size(); j++) {
            while (i < before.size() && !before.get(i).equals(after.get(j)) && length[i + 1][j] >= length[i][j + 1]) {
                i++;
            }
            oldOf.add(i < before.size() && before.get(i).equals(after.get(j)) ? i++ : -1);
        }
        return oldOf;
    }

    /**
     * Pairs parts as {@link #byName} if parts were only removed. Otherwise, parts may have been renamed, and each new
     * part continues the old part at the same position.
     */
    static Alignment byNameOrPlace(List<?> before, List<?> after) {
        Alignment named = byName(before, after);
        boolean onlyRemoved = !named.oldOf.contains(-1);
        if (onlyRemoved) {
            return named;
        }
        List<Integer> oldOf = new ArrayList<>();
        for (int j = 0; j < after.size(); j++) {
            oldOf.add(j < before.size() ? j : -1);
        }
        return new Alignment(oldOf);
    }

    /** Returns the old parts that no new part continues, the last first. */
    List<Integer> removed(int oldCount) {
        Set<Integer> continued = new HashSet<>(oldOf);
        List<Integer> removed = new ArrayList<>();
        for (int i = oldCount - 1; i >= 0; i--) {
            if (!continued.contains(i)) {
                removed.add(i);
            }
        }
        return removed;
    }
}
