package io.github.dmdsc.ini;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds sections or entries by name, regardless of letter case, in the order of the file. The index is built at the
 * first look-up and updated by each edit after it. Not thread-safe.
 */
final class NameIndex<T> {
    private final Supplier<List<T>> things;
    private final Function<T, String> name;
    private @Nullable Map<String, List<T>> byName;

    /** @param things returns all sections or entries in their present order */
    NameIndex(Supplier<List<T>> things, Function<T, String> name) {
        this.things = things;
        this.name = name;
    }

    /** Returns the things by their canonical names. */
    static <T> Map<String, List<T>> of(List<T> things, Function<T, String> name) {
        Map<String, List<T>> byName = new HashMap<>(things.size() * 2);
        for (T thing : things) {
            same(byName, name.apply(thing)).add(thing);
        }
        return byName;
    }

    private static <T> List<T> same(Map<String, List<T>> byName, String name) {
        return byName.computeIfAbsent(IniDialect.canonical(name), any -> new ArrayList<>(1));
    }

    List<T> all(String wanted) {
        Map<String, List<T>> found = byName;
        if (found == null) {
            found = of(things.get(), name);
            byName = found;
        }
        return found.getOrDefault(IniDialect.canonical(wanted), List.of());
    }

    /**
     * Updates the index for a thing that is new, or that has a new name or place. If the thing is not the last one with
     * its name, the index is built again at the next look-up.
     *
     * @param isLast whether the thing is the last one
     */
    void added(T thing, boolean isLast) {
        if (byName != null) {
            List<T> same = same(byName, name.apply(thing));
            if (isLast || same.isEmpty()) {
                same.add(thing);
            } else {
                byName = null;
            }
        }
    }

    /** Updates the index for a thing that had this name and loses its name or its place. */
    void removed(String old, T thing) {
        if (byName != null) {
            same(byName, old).remove(thing);
        }
    }
}
