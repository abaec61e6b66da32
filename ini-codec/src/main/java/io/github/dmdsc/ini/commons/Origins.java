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
 * What leaves of the tree stand for in one section of the document that was read. A leaf whose key repeats in its section,
 * or that shares its line, remembers its origin. Of others the key tells, and that spares a configuration of many keys the
 * better part of its memory.
 */
final class Origins {
    private final DocumentModel model;
    private final IniSection section;
    private final Texts texts;
    private final List<ImmutableNode> read;

    /** By key, those that no leaf remembers; made when something was added or removed. */
    private @Nullable Map<String, Origin> byKey;

    /**
     * @param texts as they were when the section was read
     * @param read the leaves as they were read
     */
    Origins(DocumentModel model, IniSection section, Texts texts, List<ImmutableNode> read) {
        this.model = model;
        this.section = section;
        this.texts = texts;
        // Commons Configuration keeps the children of a node in a linked list.
        this.read = new ArrayList<>(read);
    }

    /** The keys that several entries have, with regard to letter case. */
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

    /** Whether a leaf is the very one that was read from an entry, which holds no other value. */
    @SuppressWarnings("ReferenceEquality")
    boolean isAsRead(ImmutableNode leaf, int entry) {
        return isOfOneValue(entry) && read.get(entry) == leaf;
    }

    private boolean isOfOneValue(int entry) {
        return read.size() == section.entries().size() && entry < read.size();
    }

    /**
     * What a leaf stands for in this section, or null.
     *
     * @param next the entry behind the one that the leaf before stands for; mostly it is this leaf's
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
