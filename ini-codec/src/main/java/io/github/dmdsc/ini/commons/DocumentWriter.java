package io.github.dmdsc.ini.commons;

import io.github.dmdsc.ini.EditProblem;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.commons.configuration2.tree.InMemoryNodeModel;
import org.apache.commons.configuration2.tree.ReferenceNodeHandler;

/** Brings the changes of a node tree into the document that it was read from. */
final class DocumentWriter {
    private final ImmutableNode root;
    private final ReferenceNodeHandler nodes;
    private IniDocument document;

    DocumentWriter(IniDocument document, InMemoryNodeModel model) {
        this.document = document;
        this.root = model.getRootNode();
        this.nodes = model.getReferenceNodeHandler();
    }

    IniDocument write() throws ConfigurationException {
        List<ImmutableNode> globals = new ArrayList<>();
        List<ImmutableNode> sections = new ArrayList<>();
        for (ImmutableNode child : root.getChildren()) {
            (isSection(child) ? sections : globals).add(child);
        }
        checkDepth();
        removeSections(sections);
        entries(0, 0, globals);
        for (int i = 0; i < sections.size(); i++) {
            Optional<Origin> origin = origin(sections.get(i));
            if (origin.isPresent()) {
                entries(i + 1, origin.get().section(), sections.get(i).getChildren());
            } else {
                insert(i + 1, sections.get(i));
            }
        }
        return document;
    }

    /** What has children is a section; so is what was one and has lost them, and what has neither children nor value. */
    private boolean isSection(ImmutableNode node) {
        return origin(node)
                .map(origin -> origin.entry() < 0)
                .orElseGet(() -> !node.getChildren().isEmpty() || node.getValue() == null);
    }

    private Optional<Origin> origin(ImmutableNode node) {
        return Optional.ofNullable((Origin) nodes.getReference(node));
    }

    private void checkDepth() throws ConfigurationException {
        for (ImmutableNode section : root.getChildren()) {
            for (ImmutableNode entry : section.getChildren()) {
                if (!entry.getChildren().isEmpty()) {
                    throw new ConfigurationException("an INI file has no place for " + section.getNodeName() + "."
                            + entry.getNodeName() + "."
                            + entry.getChildren().get(0).getNodeName());
                }
            }
        }
    }

    private void removeSections(List<ImmutableNode> kept) {
        Set<Integer> indexes = new HashSet<>();
        kept.forEach(section -> origin(section).ifPresent(origin -> indexes.add(origin.section())));
        for (int i = document.sections().size() - 1; i > 0; i--) {
            if (!indexes.contains(i)) {
                document = document.remove(document.sections().get(i));
            }
        }
    }

    /** Makes the entries of a section those of some nodes; {@code wasIndex} is the section's index when it was read. */
    private void entries(int index, int wasIndex, List<ImmutableNode> leaves) throws ConfigurationException {
        Set<Integer> kept = new HashSet<>();
        for (ImmutableNode leaf : leaves) {
            origin(leaf).filter(origin -> origin.section() == wasIndex).ifPresent(origin -> kept.add(origin.entry()));
        }
        for (int i = section(index).entries().size() - 1; i >= 0; i--) {
            if (!kept.contains(i)) {
                document = document.remove(section(index).entries().get(i));
            }
        }
        for (int i = 0; i < leaves.size(); i++) {
            ImmutableNode leaf = leaves.get(i);
            String value = value(leaf);
            List<IniEntry> present = section(index).entries();
            if (origin(leaf).isPresent()) {
                if (!present.get(i).value().equals(value)) {
                    check(document.problemWith(value), value);
                    document = document.set(present.get(i), value);
                }
                continue;
            }
            check(document.keyProblem(leaf.getNodeName()), leaf.getNodeName());
            check(document.problemWith(value), value);
            document = i == 0
                    ? document.add(section(index), leaf.getNodeName(), value)
                    : document.addAfter(present.get(i - 1), leaf.getNodeName(), value);
        }
    }

    private void insert(int index, ImmutableNode node) throws ConfigurationException {
        check(document.sectionNameProblem(node.getNodeName()), node.getNodeName());
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        for (ImmutableNode leaf : node.getChildren()) {
            String value = value(leaf);
            check(document.keyProblem(leaf.getNodeName()), leaf.getNodeName());
            check(document.problemWith(value), value);
            entries.add(Map.entry(leaf.getNodeName(), value));
        }
        if (index > 1) {
            document = document.insertAfter(section(index - 1), node.getNodeName(), entries);
        } else if (document.sections().size() > 1) {
            document = document.insertBefore(section(1), node.getNodeName(), entries);
        } else {
            document = document.append(node.getNodeName(), entries);
        }
    }

    private IniSection section(int index) {
        return document.sections().get(index);
    }

    private static String value(ImmutableNode leaf) {
        return leaf.getValue() == null ? "" : leaf.getValue().toString();
    }

    private static void check(Optional<EditProblem> problem, String text) throws ConfigurationException {
        if (problem.isPresent()) {
            throw new ConfigurationException("'" + text + "' cannot stand in this file: " + problem.get());
        }
    }
}
