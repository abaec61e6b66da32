package io.github.dmdsc.ini.commons;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.jspecify.annotations.Nullable;

/** Brings the changes of a node tree into the document that it was read from. */
final class DocumentWriter {
    private static final int NEW = -1;

    private final DocumentModel model;
    private IniDocument document;

    DocumentWriter(DocumentModel model) {
        this.model = model;
        this.document = model.document();
    }

    IniDocument write() throws ConfigurationException {
        ImmutableNode root = model.getRootNode();
        if (root.getValue() != null || !root.getAttributes().isEmpty()) {
            throw new ConfigurationException(noPlace("the root's own value"));
        }
        List<ImmutableNode> globals = new ArrayList<>();
        List<ImmutableNode> sections = new ArrayList<>();
        for (ImmutableNode child : root.getChildren()) {
            check(shapeProblem(child, true));
            (model.isSection(child) ? sections : globals).add(child);
        }
        List<Integer> continued = sectionsContinued(sections);
        for (int i = document.sections().size() - 1; i > 0; i--) {
            if (!continued.contains(i)) {
                document = document.remove(section(i));
            }
        }
        entries(0, 0, globals);
        for (int i = 0; i < sections.size(); i++) {
            if (continued.get(i) == NEW) {
                insert(i + 1, sections.get(i));
            } else {
                entries(i + 1, continued.get(i), sections.get(i).getChildren());
            }
        }
        return document;
    }

    /** What keeps a node and those below it from being a section, or a key, whatever their texts are. */
    Optional<String> shapeProblem(ImmutableNode node, boolean isTop) {
        boolean isSection = isTop && model.isSection(node);
        boolean wasSection =
                model.origin(node).filter(origin -> origin.entry() < 0).isPresent();
        if (!node.getAttributes().isEmpty()
                || (isSection
                        ? node.getValue() != null
                        : wasSection || !node.getChildren().isEmpty())) {
            return Optional.of(noPlace(node.getNodeName()));
        }
        for (ImmutableNode child : node.getChildren()) {
            Optional<String> problem = shapeProblem(child, false);
            if (problem.isPresent()) {
                return Optional.of(noPlace(node.getNodeName() + "." + child.getNodeName()));
            }
        }
        return Optional.empty();
    }

    static String noPlace(@Nullable String what) {
        return "an INI file has sections and their keys, and no place for " + what;
    }

    /** For each node the section it was read from, or {@link #NEW}; rising, so that no section counts twice. */
    private List<Integer> sectionsContinued(List<ImmutableNode> nodes) {
        List<Integer> continued = new ArrayList<>();
        int last = 0;
        for (ImmutableNode node : nodes) {
            Optional<Origin> origin = model.origin(node);
            int section = origin.isPresent() ? origin.get().section() : NEW;
            continued.add(section > last ? section : NEW);
            last = Math.max(last, section);
        }
        return continued;
    }

    /** Likewise for the entries of one section; what was read from another one is new here. */
    private List<Integer> entriesContinued(int section, List<ImmutableNode> nodes) {
        List<Integer> continued = new ArrayList<>();
        int last = NEW;
        for (ImmutableNode node : nodes) {
            Optional<Origin> origin = model.origin(node).filter(found -> found.section() == section);
            int entry = origin.isPresent() ? origin.get().entry() : NEW;
            continued.add(entry > last ? entry : NEW);
            last = Math.max(last, entry);
        }
        return continued;
    }

    /** Makes the entries of a section those of some nodes; {@code wasIndex} is the section's index when it was read. */
    private void entries(int index, int wasIndex, List<ImmutableNode> leaves) throws ConfigurationException {
        List<Integer> continued = entriesContinued(wasIndex, leaves);
        for (int i = section(index).entries().size() - 1; i >= 0; i--) {
            if (!continued.contains(i)) {
                document = document.remove(section(index).entries().get(i));
            }
        }
        for (int i = 0; i < leaves.size(); i++) {
            ImmutableNode leaf = leaves.get(i);
            String value = Texts.of(leaf.getValue());
            if (continued.get(i) == NEW) {
                check(texts().entry(leaf.getNodeName(), value));
                document = added(section(index), i, leaf.getNodeName(), value);
                continue;
            }
            IniEntry entry = section(index).entries().get(i);
            if (!entry.value().equals(value)) {
                check(texts().value(leaf.getNodeName(), value));
                document = document.set(entry, value);
            }
        }
    }

    /** The document with a new entry that becomes the one at that position. */
    private IniDocument added(IniSection section, int position, String key, String value) {
        List<IniEntry> present = section.entries();
        if (present.isEmpty()) {
            return document.add(section, key, value);
        }
        return position == 0
                ? document.addBefore(present.get(0), key, value)
                : document.addAfter(present.get(position - 1), key, value);
    }

    private void insert(int index, ImmutableNode node) throws ConfigurationException {
        check(texts().section(node.getNodeName()));
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        for (ImmutableNode leaf : node.getChildren()) {
            String value = Texts.of(leaf.getValue());
            check(texts().entry(leaf.getNodeName(), value));
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

    private Texts texts() {
        return new Texts(document);
    }

    private static void check(Optional<String> problem) throws ConfigurationException {
        if (problem.isPresent()) {
            throw new ConfigurationException(problem.get());
        }
    }
}
