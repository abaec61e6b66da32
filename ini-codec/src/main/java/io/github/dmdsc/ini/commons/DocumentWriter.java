package io.github.dmdsc.ini.commons;

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
import org.jspecify.annotations.Nullable;

/** Brings the changes of a node tree into the document that it was read from. */
final class DocumentWriter {
    private static final int NEW = -1;

    private final DocumentModel model;
    private IniDocument document;

    /** The base is the document that the nodes were read from, or has no lines if they were read from none. */
    DocumentWriter(DocumentModel model, IniDocument base) {
        this.model = model;
        this.document = base;
    }

    IniDocument write() throws ConfigurationException {
        ImmutableNode root = model.getRootNode();
        if (root.getValue() != null || !root.getAttributes().isEmpty()) {
            throw new ConfigurationException(noPlace("the root's own value"));
        }
        List<ImmutableNode> globals = new ArrayList<>();
        List<ImmutableNode> sections = new ArrayList<>();
        for (ImmutableNode child : root.getChildren()) {
            check(model.shapeProblem(child, true));
            (model.isSection(child) ? sections : globals).add(child);
        }
        List<Integer> continued = sectionsContinued(sections);
        Set<Integer> kept = new HashSet<>(continued);
        for (int i = document.sections().size() - 1; i > 0; i--) {
            if (!kept.contains(i)) {
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

    /** Values that follow one another and stand for one line of the document, or one value that is new. */
    private record Run(int entry, List<ImmutableNode> leaves) {
        String key() {
            return leaves.get(0).getNodeName();
        }

        List<String> values() {
            return leaves.stream().map(leaf -> Texts.of(leaf.getValue())).toList();
        }
    }

    /** The lines of one section; what was read from another section, or stands in another order now, is new here. */
    private List<Run> runs(int section, List<ImmutableNode> leaves) {
        List<Run> runs = new ArrayList<>();
        int lastEntry = NEW;
        int lastPart = NEW;
        for (ImmutableNode leaf : leaves) {
            Origin origin = model.origin(leaf)
                    .filter(found -> found.section() == section && !found.isSection())
                    .orElse(null);
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (origin != null && origin.entry() > lastEntry) {
                runs.add(new Run(origin.entry(), new ArrayList<>(List.of(leaf))));
                lastEntry = origin.entry();
                lastPart = origin.part();
            } else if (origin != null && last != null && last.entry() == origin.entry() && origin.part() > lastPart) {
                last.leaves().add(leaf);
                lastPart = origin.part();
            } else {
                runs.add(new Run(NEW, List.of(leaf)));
            }
        }
        return runs;
    }

    /** Makes the entries of a section those of some nodes; {@code wasIndex} is the section's index when it was read. */
    private void entries(int index, int wasIndex, List<ImmutableNode> leaves) throws ConfigurationException {
        List<Run> runs = runs(wasIndex, leaves);
        Set<Integer> kept = new HashSet<>();
        runs.forEach(run -> kept.add(run.entry()));
        for (int i = section(index).entries().size() - 1; i >= 0; i--) {
            if (!kept.contains(i)) {
                document = document.remove(section(index).entries().get(i));
            }
        }
        int position = 0;
        for (Run run : runs) {
            if (run.entry() != NEW && isAsRead(run)) {
                position++;
                continue;
            }
            boolean isNew = run.entry() == NEW;
            if (isNew) {
                check(texts().entryProblem(run.key(), run.values().get(0)));
            }
            for (String line : lines(run)) {
                document = isNew
                        ? added(section(index), position, run.key(), line)
                        : document.set(section(index).entries().get(position), line);
                isNew = true;
                position++;
            }
        }
    }

    private boolean isAsRead(Run run) {
        List<ImmutableNode> leaves = run.leaves();
        return leaves.stream()
                .allMatch(leaf -> model.origin(leaf)
                        .filter(origin -> origin.parts() == leaves.size()
                                && origin.value().equals(Texts.of(leaf.getValue())))
                        .isPresent());
    }

    /** The text of one line that holds the values; where there is none, each value gets a line of its own. */
    private List<String> lines(Run run) throws ConfigurationException {
        Optional<String> one = texts().line(run.values());
        if (one.isPresent()) {
            return List.of(one.get());
        }
        List<String> lines = new ArrayList<>();
        for (String value : run.values()) {
            lines.add(line(run.key(), value));
        }
        return lines;
    }

    private String line(String key, String value) throws ConfigurationException {
        check(texts().valueProblem(key, value));
        return texts().line(value).orElseThrow();
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
        check(texts().sectionProblem(node.getNodeName()));
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        for (ImmutableNode leaf : node.getChildren()) {
            String key = leaf.getNodeName();
            check(texts().entryProblem(key, Texts.of(leaf.getValue())));
            entries.add(Map.entry(key, line(key, Texts.of(leaf.getValue()))));
        }
        document = document.insertAt(index, node.getNodeName(), entries);
    }

    private IniSection section(int index) {
        return document.sections().get(index);
    }

    private Texts texts() {
        return model.texts(document);
    }

    private static void check(Optional<String> problem) throws ConfigurationException {
        if (problem.isPresent()) {
            throw new ConfigurationException(problem.get());
        }
    }
}
