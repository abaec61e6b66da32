package io.github.dmdsc.ini.commons;

import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one section that the leaves of the tree were read from. A leaf remembers its entry only if its key
 * repeats in the section or if several leaves share a line. For every other leaf, the key identifies the entry. This
 * saves most of the memory of a configuration with many keys.
 */
final class Origins {
    private final DocumentModel model;
    private final IniSection section;
    private final Texts texts;
    private final List<ImmutableNode> read;

    /** The entries that no leaf remembers, by key. Built at the first look-up by key. */
    private @Nullable Map<String, Origin> byKey;

    /**
     * @param texts the conversion of values with which the section was read
     * @param read the leaves as they were read
     */
    Origins(DocumentModel model, IniSection section, Texts texts, List<ImmutableNode> read) {
        this.model = model;
        this.section = section;
        this.texts = texts;
        // Commons Configuration keeps the children of a node in a linked list.
        this.read = new ArrayList<>(read);
    }

    /** Returns the keys that several entries have, with regard to letter case. */
    static Set<String> repeatedKeys(IniSection section) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (IniEntry entry : section.entries()) {
            String key = entry.key();
            if (!seen.add(key)) {
                repeated.add(key);
            }
        }
        return repeated;
    }

    /** Returns whether a leaf is the same object that was read from an entry with a single value. */
    @SuppressWarnings("ReferenceEquality")
    boolean isAsRead(ImmutableNode leaf, int entry) {
        return isOfOneValue(entry) && read.get(entry) == leaf;
    }

    private boolean isOfOneValue(int entry) {
        return read.size() == section.entries().size() && entry < read.size();
    }

    /**
     * Returns the entry of this section from which a leaf was read; null if there is none.
     *
     * @param next the number of the entry after the entry of the previous leaf; usually this leaf was read from it
     */
    @Nullable
    Origin of(ImmutableNode leaf, int next) {
        @Nullable Origin origin = model.origin(leaf).orElse(null);
        if (origin != null) {
            return origin.section() == section.index() && !origin.isSection() ? origin : null;
        }
        if (isOfOneValue(next) && section.entries().get(next).key().equals(leaf.getNodeName())) {
            return Origin.ofValue(
                    section.entries().get(next), 0, 1, Texts.of(read.get(next).getValue()));
        }
        return byKey().get(leaf.getNodeName());
    }

    private Map<String, Origin> byKey() {
        Map<String, Origin> found = byKey;
        if (found == null) {
            found = new HashMap<>();
            Set<String> repeated = repeatedKeys(section);
            for (IniEntry entry : section.entries()) {
                String key = entry.key();
                List<String> values = texts.values(entry.value());
                if (values.size() == 1 && !repeated.contains(key)) {
                    found.put(key, Origin.ofValue(entry, 0, 1, values.get(0)));
                }
            }
            byKey = found;
        }
        return found;
    }
}
