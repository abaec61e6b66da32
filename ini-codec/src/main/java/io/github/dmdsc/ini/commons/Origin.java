package io.github.dmdsc.ini.commons;

import io.github.dmdsc.ini.IniEntry;
import java.util.Objects;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.jspecify.annotations.Nullable;

/**
 * The part of the document from which a node was read.
 *
 * @param section the index of the section
 * @param entry the index of the entry in the section, or {@link #HEADER} for the section itself
 * @param part the index of the node's value among the values in the line of the entry
 * @param parts the number of values in the line
 * @param value the value as it was read; empty for a section
 * @param node the node as it was read, for a section; otherwise null
 */
record Origin(
        int section,
        int entry,
        int part,
        int parts,
        String value,
        @Nullable ImmutableNode node) {
    private static final int HEADER = -1;

    static Origin ofSection(int section, ImmutableNode node) {
        return new Origin(section, HEADER, 0, 1, "", node);
    }

    static Origin ofValue(IniEntry entry, int part, int parts, String value) {
        return new Origin(entry.section().index(), entry.index(), part, parts, value, null);
    }

    /** The node of the section as it was read. */
    ImmutableNode sectionNode() {
        return Objects.requireNonNull(node);
    }

    /**
     * Returns whether a section is unchanged. Nodes are immutable, so a changed section has another node than the one
     * read.
     */
    @SuppressWarnings("ReferenceEquality")
    boolean isUnchangedSection(ImmutableNode now) {
        return now == node;
    }

    boolean isSection() {
        return entry == HEADER;
    }
}
