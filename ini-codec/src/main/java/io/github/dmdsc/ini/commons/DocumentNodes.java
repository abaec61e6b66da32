package io.github.dmdsc.ini.commons;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.configuration2.tree.ImmutableNode;

/** A document as a tree of nodes, each remembering what it stands for. */
final class DocumentNodes {
    // Nodes are equal only to themselves, so equal sections stay apart.
    private final Map<ImmutableNode, Origin> references = new HashMap<>();
    private final ImmutableNode root;

    /** With {@code remember} false the nodes count as new ones. */
    DocumentNodes(IniDocument document, boolean remember) {
        ImmutableNode.Builder builder = new ImmutableNode.Builder();
        for (IniSection section : document.sections()) {
            ImmutableNode.Builder parent =
                    section.index() == 0 ? builder : new ImmutableNode.Builder().name(section.name());
            for (IniEntry entry : section.entries()) {
                ImmutableNode leaf = new ImmutableNode.Builder()
                        .name(entry.key())
                        .value(entry.value())
                        .create();
                parent.addChild(leaf);
                remember(leaf, new Origin(section.index(), entry.index()), remember);
            }
            if (section.index() > 0) {
                ImmutableNode node = parent.create();
                builder.addChild(node);
                remember(node, new Origin(section.index(), -1), remember);
            }
        }
        root = builder.create();
    }

    private void remember(ImmutableNode node, Origin origin, boolean remember) {
        if (remember) {
            references.put(node, origin);
        }
    }

    ImmutableNode root() {
        return root;
    }

    Map<ImmutableNode, Origin> references() {
        return references;
    }
}
