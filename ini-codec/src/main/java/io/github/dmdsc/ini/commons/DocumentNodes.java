package io.github.dmdsc.ini.commons;

import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.configuration2.tree.ImmutableNode;

/** A document as a tree of nodes, each remembering what it stands for. */
final class DocumentNodes {
    // Nodes are equal only to themselves, so equal sections stay apart.
    private final Map<ImmutableNode, Origin> references = new HashMap<>();
    private final ImmutableNode root;

    DocumentNodes(Texts texts) {
        ImmutableNode.Builder builder = new ImmutableNode.Builder();
        for (IniSection section : texts.document().sections()) {
            ImmutableNode.Builder parent =
                    section.index() == 0 ? builder : new ImmutableNode.Builder().name(section.name());
            for (IniEntry entry : section.entries()) {
                addValues(texts.values(entry.value()), entry, parent);
            }
            if (section.index() > 0) {
                ImmutableNode node = parent.create();
                builder.addChild(node);
                references.put(node, Origin.ofSection(section.index()));
            }
        }
        root = builder.create();
    }

    private void addValues(List<String> values, IniEntry entry, ImmutableNode.Builder parent) {
        for (int part = 0; part < values.size(); part++) {
            String value = values.get(part);
            ImmutableNode leaf =
                    new ImmutableNode.Builder().name(entry.key()).value(value).create();
            parent.addChild(leaf);
            references.put(leaf, new Origin(entry.section().index(), entry.index(), part, values.size(), value));
        }
    }

    ImmutableNode root() {
        return root;
    }

    Map<ImmutableNode, Origin> references() {
        return references;
    }
}
