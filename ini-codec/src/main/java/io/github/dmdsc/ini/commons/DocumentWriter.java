package io.github.dmdsc.ini.commons;

import io.github.dmdsc.ini.EditStyle;
import io.github.dmdsc.ini.EditableEntry;
import io.github.dmdsc.ini.EditableSection;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEditor;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.jspecify.annotations.Nullable;

/** Applies the changes of a node tree to the document from which it was read, in one edit. */
final class DocumentWriter {
    private static final int NEW = -1;

    private final DocumentModel model;
    private final IniDocument base;
    private final Texts texts;

    /**
     * Creates a writer.
     *
     * @param base the document from which the nodes were read; an empty document for a new configuration
     */
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
            Optional<Origin> origin = model.origin(child);
            if (origin.isEmpty() || !origin.get().isUnchangedSection(child)) {
                check(model.shapeProblem(child, true));
            }
            (model.isSection(child) ? sections : globals).add(child);
        }
        Target global = new Target(0, "", false, runs(0, model.readRoot(), globals));
        List<Target> targets = new ArrayList<>();
        int last = 0;
        for (ImmutableNode node : sections) {
            @Nullable Origin origin = model.origin(node).orElse(null);
            // The indexes must rise, so that no section is used twice.
            if (origin == null || origin.section() <= last) {
                check(texts.sectionProblem(node.getNodeName()));
                targets.add(new Target(NEW, node.getNodeName(), false, added(node.getChildren())));
            } else {
                last = origin.section();
                boolean unchanged = origin.isUnchangedSection(node);
                List<Run> runs = unchanged ? List.of() : runs(last, origin.sectionNode(), node.getChildren());
                targets.add(new Target(last, node.getNodeName(), unchanged, runs));
            }
        }
        return base.edit(editor -> edit(editor.style(EditStyle.KEYS_AS_GIVEN), global, targets));
    }

    static String noPlace(@Nullable String what) {
        return "an INI file has sections and their keys, and no place for " + what;
    }

    /**
     * The new content of a section.
     *
     * @param section its index in the base, or {@link #NEW}
     * @param unchanged whether the section stays as it was read; {@code runs} is then empty
     */
    private record Target(int section, String name, boolean unchanged, List<Run> runs) {
        List<Map.Entry<String, String>> entries() {
            List<Map.Entry<String, String>> entries = new ArrayList<>();
            runs.forEach(run -> run.lines().forEach(line -> entries.add(Map.entry(run.key(), line))));
            return entries;
        }
    }

    /**
     * Consecutive values that come from one line of the document, or one new value.
     *
     * @param entry the index of the line's entry in its section, or {@link #NEW}
     * @param lines the new values of one or more lines; empty if the line does not change
     */
    private record Run(int entry, String key, List<String> lines) {}

    /**
     * Returns the runs of one section. Values that were read from another section, or whose order changed, are new
     * values.
     */
    private List<Run> runs(int section, ImmutableNode read, List<ImmutableNode> nodes) throws ConfigurationException {
        Origins origins = model.origins(base.sections().get(section), read);
        // Commons Configuration keeps the children of a node that changed in a linked list.
        List<ImmutableNode> leaves = new ArrayList<>(nodes);
        List<Run> runs = new ArrayList<>(leaves.size());
        int lastEntry = NEW;
        for (int from = 0, to; from < leaves.size(); from = to) {
            ImmutableNode leaf = leaves.get(from);
            to = from + 1;
            if (origins.isAsRead(leaf, lastEntry + 1)) {
                lastEntry++;
                runs.add(new Run(lastEntry, leaf.getNodeName(), List.of()));
                continue;
            }
            @Nullable Origin origin = origins.of(leaf, lastEntry + 1);
            if (origin == null || origin.entry() <= lastEntry) {
                runs.add(added(leaf));
                continue;
            }
            lastEntry = origin.entry();
            List<Origin> line = new ArrayList<>(List.of(origin));
            while (to < leaves.size() && origin.parts() > 1) {
                @Nullable Origin next = origins.of(leaves.get(to), lastEntry);
                if (next == null
                        || next.entry() != lastEntry
                        || next.part() <= line.get(line.size() - 1).part()) {
                    break;
                }
                line.add(next);
                to++;
            }
            runs.add(kept(line, leaves.subList(from, to)));
        }
        return runs;
    }

    private Run kept(List<Origin> line, List<ImmutableNode> leaves) throws ConfigurationException {
        Origin first = line.get(0);
        String key = leaves.get(0).getNodeName();
        List<String> values =
                leaves.stream().map(leaf -> Texts.of(leaf.getValue())).toList();
        boolean unchanged = line.size() == first.parts()
                && line.stream().map(Origin::value).toList().equals(values);
        return new Run(first.entry(), key, unchanged ? List.of() : lines(key, values));
    }

    private List<Run> added(List<ImmutableNode> leaves) throws ConfigurationException {
        List<Run> runs = new ArrayList<>();
        for (ImmutableNode leaf : leaves) {
            runs.add(added(leaf));
        }
        return runs;
    }

    private Run added(ImmutableNode leaf) throws ConfigurationException {
        String key = leaf.getNodeName();
        String value = Texts.of(leaf.getValue());
        check(texts.entryProblem(key, value));
        return new Run(NEW, key, List.of(line(key, value)));
    }

    /** Returns the text of one line with all values. If there is no such text, returns one text for each value. */
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
        BitSet kept = new BitSet();
        targets.stream().filter(target -> target.section() != NEW).forEach(target -> kept.set(target.section()));
        List<IniSection> read = base.sections();
        for (int i = read.size() - 1; i > 0; i--) {
            if (!kept.get(i)) {
                editor.section(read.get(i)).remove();
            }
        }
        change(editor, global);
        // Unchanged sections are not looked up, unless a new section follows them.
        @Nullable Supplier<EditableSection> before = null;
        for (Target target : targets) {
            if (target.section() == NEW) {
                EditableSection inserted = insert(editor, before, targets, target);
                before = () -> inserted;
            } else {
                if (!target.unchanged()) {
                    change(editor, target);
                }
                before = () -> editor.section(read.get(target.section()));
            }
        }
    }

    private EditableSection insert(
            IniEditor editor, @Nullable Supplier<EditableSection> before, List<Target> targets, Target target) {
        if (before != null) {
            return before.get().insertAfter(target.name(), target.entries());
        }
        Optional<Target> first =
                targets.stream().filter(other -> other.section() != NEW).findFirst();
        return first.isPresent()
                ? editor.section(base.sections().get(first.get().section()))
                        .insertBefore(target.name(), target.entries())
                : editor.append(target.name(), target.entries());
    }

    private void change(IniEditor editor, Target target) {
        IniSection read = base.sections().get(target.section());
        List<IniEntry> entries = read.entries();
        BitSet kept = new BitSet();
        target.runs().stream().filter(run -> run.entry() != NEW).forEach(run -> kept.set(run.entry()));
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (!kept.get(i)) {
                editor.entry(entries.get(i)).remove();
            }
        }
        Optional<Run> firstKept =
                target.runs().stream().filter(run -> run.entry() != NEW).findFirst();
        // Unchanged lines are not looked up, so the time of a save depends on its changes.
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
                    above = editor.section(read).add(run.key(), line);
                }
            }
        }
    }

    private static void check(Optional<String> problem) throws ConfigurationException {
        if (problem.isPresent()) {
            throw new ConfigurationException(problem.get());
        }
    }
}
