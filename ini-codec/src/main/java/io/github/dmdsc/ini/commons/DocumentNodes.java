package io.github.dmdsc.ini.commons;

import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.configuration2.tree.ImmutableNode;

/**
 * Makes a tree of nodes of a document, with a reference to the origin of each node for which {@link Origins} needs one.
 */
final class DocumentNodes {
    // Nodes are equal only to themselves, so equal sections stay apart.
    private final Map<ImmutableNode, Origin> references = new HashMap<>();
    private final ImmutableNode root;

    DocumentNodes(Texts texts) {
        ImmutableNode.Builder builder = new ImmutableNode.Builder();
        for (IniSection section : texts.document().sections()) {
            ImmutableNode.Builder parent =
                    section.index() == 0 ? builder : new ImmutableNode.Builder().name(section.name());
            Set<String> repeated = Origins.repeatedKeys(section);
            for (IniEntry entry : section.entries()) {
                List<String> values = texts.values(entry.value());
                addValues(values, entry, parent, values.size() > 1 || repeated.contains(entry.key()));
            }
            if (section.index() > 0) {
                ImmutableNode node = parent.create();
                builder.addChild(node);
                references.put(node, Origin.ofSection(section.index(), node));
            }
        }
        root = builder.create();
    }

    private void addValues(List<String> values, IniEntry entry, ImmutableNode.Builder parent, boolean isRemembered) {
        for (int part = 0; part < values.size(); part++) {
            String value = values.get(part);
            ImmutableNode leaf =
                    new ImmutableNode.Builder().name(entry.key()).value(value).create();
            parent.addChild(leaf);
            if (isRemembered) {
                references.put(leaf, Origin.ofValue(entry, part, values.size(), value));
            }
        }
    }

    ImmutableNode root() {
        return root;
    }

    Map<ImmutableNode, Origin> references() {
        return references;
    }
}
