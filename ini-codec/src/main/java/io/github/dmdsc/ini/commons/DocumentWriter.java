package io.github.dmdsc.ini.commons;

import io.github.dmdsc.ini.EditStyle;
import io.github.dmdsc.ini.EditableEntry;
import io.github.dmdsc.ini.EditableSection;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEditor;
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

/** Brings the changes of a node tree into the document that it was read from, in one edit. */
final class DocumentWriter {
    private static final int NEW = -1;

    private final DocumentModel model;
    private final IniDocument base;
    private final Texts texts;

    /** The base is the document that the nodes were read from, or has no lines if they were read from none. */
    DocumentWriter(DocumentModel model, IniDocument base) {
        this.model = model;
        this.base = base;
        this.texts = model.texts(base);
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
        Target global = new Target(0, "", runs(0, globals));
        List<Target> targets = new ArrayList<>();
        int last = 0;
        for (ImmutableNode node : sections) {
            Optional<Origin> origin = model.origin(node);
            int section = origin.isPresent() ? origin.get().section() : NEW;
            // Rising, so that no section counts twice.
            boolean continued = section > last;
            if (!continued) {
                check(texts.sectionProblem(node.getNodeName()));
            }
            last = Math.max(last, section);
            int was = continued ? section : NEW;
            targets.add(new Target(was, node.getNodeName(), runs(was, node.getChildren())));
        }
        return base.edit(editor -> edit(editor.style(EditStyle.KEYS_AS_GIVEN), global, targets));
    }

    static String noPlace(@Nullable String what) {
        return "an INI file has sections and their keys, and no place for " + what;
    }

    /**
     * What a section is to become.
     *
     * @param section its index in the base, or {@link #NEW}
     */
    private record Target(int section, String name, List<Run> runs) {
        List<Map.Entry<String, String>> entries() {
            List<Map.Entry<String, String>> entries = new ArrayList<>();
            runs.forEach(run -> run.lines().forEach(line -> entries.add(Map.entry(run.key(), line))));
            return entries;
        }
    }

    /**
     * Values that follow one another and stand for one line of the document, or one value that is new.
     *
     * @param entry the index of the line's entry in its section, or {@link #NEW}
     * @param lines what is to stand there, in one line or more; empty if the line stays as it is
     */
    private record Run(int entry, String key, List<String> lines) {}

    /** The lines of one section; what was read from another section, or stands in another order now, is new here. */
    private List<Run> runs(int section, List<ImmutableNode> leaves) throws ConfigurationException {
        List<Run> runs = new ArrayList<>();
        List<ImmutableNode> line = new ArrayList<>();
        int lastEntry = NEW;
        int lastPart = NEW;
        for (ImmutableNode leaf : leaves) {
            Origin origin = model.origin(leaf)
                    .filter(found -> found.section() == section && !found.isSection())
                    .orElse(null);
            boolean continues =
                    origin != null && !line.isEmpty() && origin.entry() == lastEntry && origin.part() > lastPart;
            if (!continues) {
                addRun(runs, lastEntry, line);
                line = new ArrayList<>();
            }
            if (origin != null && (continues || origin.entry() > lastEntry)) {
                line.add(leaf);
                lastEntry = origin.entry();
                lastPart = origin.part();
            } else {
                String key = leaf.getNodeName();
                String value = Texts.of(leaf.getValue());
                check(texts.entryProblem(key, value));
                runs.add(new Run(NEW, key, List.of(line(key, value))));
            }
        }
        addRun(runs, lastEntry, line);
        return runs;
    }

    private void addRun(List<Run> runs, int entry, List<ImmutableNode> leaves) throws ConfigurationException {
        if (!leaves.isEmpty()) {
            String key = leaves.get(0).getNodeName();
            List<String> values =
                    leaves.stream().map(leaf -> Texts.of(leaf.getValue())).toList();
            runs.add(new Run(entry, key, isAsRead(leaves) ? List.of() : lines(key, values)));
        }
    }

    private boolean isAsRead(List<ImmutableNode> leaves) {
        return leaves.stream()
                .allMatch(leaf -> model.origin(leaf)
                        .filter(origin -> origin.parts() == leaves.size()
                                && origin.value().equals(Texts.of(leaf.getValue())))
                        .isPresent());
    }

    /** The text of one line that holds the values; where there is none, each value gets a line of its own. */
    private List<String> lines(String key, List<String> values) throws ConfigurationException {
        Optional<String> one = texts.line(values);
        if (one.isPresent()) {
            return List.of(one.get());
        }
        List<String> lines = new ArrayList<>();
        for (String value : values) {
            lines.add(line(key, value));
        }
        return lines;
    }

    private String line(String key, String value) throws ConfigurationException {
        check(texts.valueProblem(key, value));
        return texts.line(value).orElseThrow();
    }

    private void edit(IniEditor editor, Target global, List<Target> targets) {
        Set<Integer> kept = new HashSet<>();
        targets.forEach(target -> kept.add(target.section()));
        List<IniSection> read = base.sections();
        for (int i = read.size() - 1; i > 0; i--) {
            if (!kept.contains(i)) {
                editor.section(read.get(i)).remove();
            }
        }
        change(editor, global);
        @Nullable EditableSection before = null;
        for (Target target : targets) {
            if (target.section() == NEW) {
                before = insert(editor, before, targets, target);
            } else {
                before = change(editor, target);
            }
        }
    }

    private EditableSection insert(
            IniEditor editor, @Nullable EditableSection before, List<Target> targets, Target target) {
        if (before != null) {
            return before.insertAfter(target.name(), target.entries());
        }
        Optional<Target> first =
                targets.stream().filter(other -> other.section() != NEW).findFirst();
        return first.isPresent()
                ? editor.section(base.sections().get(first.get().section()))
                        .insertBefore(target.name(), target.entries())
                : editor.append(target.name(), target.entries());
    }

    private EditableSection change(IniEditor editor, Target target) {
        IniSection read = base.sections().get(target.section());
        List<IniEntry> entries = read.entries();
        Set<Integer> kept = new HashSet<>();
        target.runs().forEach(run -> kept.add(run.entry()));
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (!kept.contains(i)) {
                editor.entry(entries.get(i)).remove();
            }
        }
        EditableSection section = editor.section(read);
        Optional<Run> firstKept =
                target.runs().stream().filter(run -> run.entry() != NEW).findFirst();
        // Lines that stay are not looked at, so that a save costs what it changes.
        @Nullable EditableEntry above = null;
        int aboveRead = NEW;
        for (Run run : target.runs()) {
            List<String> added = run.lines();
            if (run.entry() != NEW) {
                above = null;
                aboveRead = run.entry();
                if (!added.isEmpty()) {
                    editor.entry(entries.get(aboveRead)).set(added.get(0));
                    added = added.subList(1, added.size());
                }
            }
            for (String line : added) {
                if (above != null) {
                    above = above.addAfter(run.key(), line);
                } else if (aboveRead != NEW) {
                    above = editor.entry(entries.get(aboveRead)).addAfter(run.key(), line);
                } else if (firstKept.isPresent()) {
                    above = editor.entry(entries.get(firstKept.get().entry())).addBefore(run.key(), line);
                } else {
                    above = section.add(run.key(), line);
                }
            }
        }
        return section;
    }

    private static void check(Optional<String> problem) throws ConfigurationException {
        if (problem.isPresent()) {
            throw new ConfigurationException(problem.get());
        }
    }
}
