package io.github.dmdsc.ini;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the edits of one pass over a document, see {@link IniDocument#edit}. Each edit sees the result of the edits
 * before it. The sections and entries of an editor stay valid through all edits. To use a handle of the original
 * document, pass it to {@link #section(IniSection)} or {@link #entry(IniEntry)}. A text that would not read back
 * unchanged is refused with {@link EditRefusedException}; if you do not catch it, the pass ends without a new document.
 * Not thread-safe.
 *
 * <p>The time of an edit depends on the lines that it changes. The whole file is copied once, at the end.
 *
 * <p>Section names are compared without regard to the case of A to Z. If a name repeats, its sections are numbered from
 * 0. The empty name is that of the global section.
 */
public final class IniEditor {
    private final IniDocument document;
    private final Encoding encoding;
    private final LineList lines;
    private final Surroundings surroundings;
    private final SectionMoves moves;
    private final EditableSection global;
    private EditStyle style = EditStyle.LIKE_SIBLINGS;
    private final NameIndex<EditableSection> index = new NameIndex<>(this::sections, EditableSection::name);
    private int commentVersion;
    private boolean over;

    IniEditor(IniDocument document) {
        this.document = document;
        this.encoding = document.encoding();
        this.lines = new LineList(document.lines(), encoding, document.usualLineEnd());
        this.surroundings = new Surroundings(this);
        this.moves = new SectionMoves(this);
        this.global = new EditableSection(this, null);
    }

    /**
     * Sets how all later edits write new lines. The default is {@link EditStyle#LIKE_SIBLINGS}.
     *
     * @return this editor
     */
    public IniEditor style(EditStyle chosen) {
        requireOpen();
        style = chosen;
        return this;
    }

    /**
     * The global section: the lines before the first header. It has an empty name and no header, and it always exists.
     */
    public EditableSection global() {
        requireOpen();
        return global;
    }

    /** All sections in the order of the file, the global one first; the list is a copy. */
    public List<EditableSection> sections() {
        requireOpen();
        List<EditableSection> found = new ArrayList<>(List.of(global));
        Stretch at = lines.next(LineTable.HEADER, lines.ends());
        for (; at != lines.ends(); at = lines.next(LineTable.HEADER, at)) {
            found.add(sectionAt(at));
        }
        return found;
    }

    /** Returns all sections with this name in the order of the file; the list is a copy. */
    public List<EditableSection> sections(String name) {
        requireOpen();
        return List.copyOf(index.all(name));
    }

    /**
     * Returns the first section with this name.
     *
     * @throws NoSuchElementException if there is none
     */
    public EditableSection section(String name) {
        return section(name, 0);
    }

    /**
     * Returns a section with this name.
     *
     * @param name the name, in any letter case
     * @param number the position among the sections with this name, from 0
     * @throws NoSuchElementException if there is no such section
     */
    public EditableSection section(String name, int number) {
        requireOpen();
        List<EditableSection> found = index.all(name);
        if (number < 0 || number >= found.size()) {
            throw new NoSuchElementException(
                    "no section [" + name + "] with number " + number + "; there are " + found.size());
        }
        return found.get(number);
    }

    /**
     * Returns the editable section for a section of the original document. Edits may have moved it.
     *
     * @throws IllegalArgumentException if the section is of another document
     * @throws IllegalStateException if it was removed
     */
    public EditableSection section(IniSection section) {
        requireOpen();
        if (!section.isOf(document)) {
            throw new IllegalArgumentException("the handle belongs to another document");
        }
        if (!section.hasHeader()) {
            return global;
        }
        Stretch header = lines.read(section.headerLine());
        if (header.gone) {
            throw new IllegalStateException("the section was removed");
        }
        return sectionAt(header);
    }

    /**
     * Returns the editable entry for an entry of the original document. Edits may have moved it.
     *
     * @throws IllegalArgumentException if the entry is of another document
     * @throws IllegalStateException if it was removed or commented out
     */
    public EditableEntry entry(IniEntry entry) {
        requireOpen();
        if (!entry.section().isOf(document)) {
            throw new IllegalArgumentException("the handle belongs to another document");
        }
        Stretch line = lines.read(entry.lineIndex());
        if (line.gone || !line.is(LineTable.ENTRY)) {
            throw new IllegalStateException("the entry was removed or commented out");
        }
        return line.entry != null ? line.entry : entry(line, section(entry.section()));
    }

    /**
     * Sets the value of the first entry with this key in the first section with this name. A missing section or entry
     * is added.
     *
     * @return the entry
     * @throws EditRefusedException if a text would not read back unchanged
     */
    public EditableEntry set(String section, String key, String value) {
        requireOpen();
        List<EditableSection> found = index.all(section);
        if (!found.isEmpty()) {
            return found.get(0).set(key, value);
        }
        // Check first. Otherwise, a refused entry would leave an empty section.
        EditChecks.requireEntry(key, value, encoding);
        return append(section, List.of()).set(key, value);
    }

    /**
     * Adds a section at the end of the file. If the file has sections, the new section is written like the last one, as
     * {@link EditableSection#insertAfter} does.
     *
     * @param name the name of the new section
     * @param entries the keys and values of the new section
     * @return the new section
     * @throws EditRefusedException if a text would not read back unchanged
     */
    public EditableSection append(String name, List<Map.Entry<String, String>> entries) {
        requireOpen();
        EditChecks.requireSection(name, entries, encoding);
        Stretch lastHeader = lines.previous(LineTable.HEADER, lines.ends());
        EditableSection last = lastHeader == lines.ends() ? global : sectionAt(lastHeader);
        int present = lines.count(lines.blanksStart(lines.ends()), lines.ends());
        int missing =
                lines.first() == lines.ends() ? 0 : Math.max(0, last.body().separator() - present);
        String lineEnd = lines.lineEndAt(lines.before(lines.ends()));
        return insert(lines.ends(), lineEnd, missing, last.hasHeader() ? last : null, 0, name, entries);
    }

    /** Inserts a section before a line, with blank lines above and below. */
    EditableSection insert(
            Stretch before,
            String lineEnd,
            int above,
            @Nullable EditableSection model,
            int below,
            String name,
            List<Map.Entry<String, String>> entries) {
        byte[] text = new Text(encoding)
                .add(lineEnd.repeat(above))
                .add(copier().section(model, model(model), name, entries, lineEnd))
                .add(lineEnd.repeat(below))
                .toBytes();
        EditableSection added = sectionAt(lines.insert(before, text, lineEnd).get(above));
        joined(added);
        return added;
    }

    /** Returns the entry whose style new entries of a section get, or null if the document has no entry. */
    @Nullable
    Stretch model(@Nullable EditableSection section) {
        if (section != null) {
            Stretch own = section.body().lastEntry();
            if (own != null) {
                return own;
            }
            List<EditableSection> same = index.all(section.name());
            for (int i = same.lastIndexOf(section) - 1; i >= 0; i--) {
                Stretch found = same.get(i).body().lastEntry();
                if (found != null) {
                    return found;
                }
            }
        }
        Stretch first = lines.next(LineTable.ENTRY, lines.ends());
        return first == lines.ends() ? null : first;
    }

    /** Records that a section is new, or has a new name or place. */
    void joined(EditableSection section) {
        index.added(section, lines.next(LineTable.HEADER, section.header()) == lines.ends());
    }

    /** Records that a section loses its name or place. */
    void left(EditableSection section) {
        index.removed(section.name(), section);
    }

    EditableSection sectionAt(Stretch header) {
        if (header.section == null) {
            header.section = new EditableSection(this, header);
        }
        return header.section;
    }

    EditableEntry entry(Stretch line, EditableSection section) {
        if (line.entry == null) {
            line.entry = new EditableEntry(this, line, section);
        }
        return line.entry;
    }

    Stretch own(EditableEntry entry) {
        if (!entry.isIn(this)) {
            throw new IllegalArgumentException("the entry belongs to another edit");
        }
        return entry.stretch();
    }

    EditableSection own(EditableSection section) {
        if (!section.isIn(this)) {
            throw new IllegalArgumentException("the section belongs to another edit");
        }
        return section;
    }

    StyleCopier copier() {
        return new StyleCopier(lines, encoding, style);
    }

    Encoding encoding() {
        return encoding;
    }

    LineList lines() {
        return lines;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    SectionMoves moves() {
        return moves;
    }

    void commentsChanged() {
        commentVersion++;
    }

    int commentVersion() {
        return commentVersion;
    }

    void requireOpen() {
        if (over) {
            throw new IllegalStateException("the edit is over; look the section or entry up in the new document");
        }
    }

    /** Ends the edits and returns the lines with all of them. */
    LineList finish() {
        over = true;
        return lines;
    }
}
