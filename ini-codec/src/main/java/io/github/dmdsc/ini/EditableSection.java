package io.github.dmdsc.ini;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A section of a document that is being edited. The object stands for the same section wherever edits move it. After
 * the section is removed, and after the edit has ended, every method throws {@link IllegalStateException}. Not
 * thread-safe.
 *
 * <p>Keys are compared without regard to the case of A to Z. If a key repeats, its entries are numbered from 0.
 */
public final class EditableSection {
    private static final int SECTION_ENDS = SectionBody.SECTION_ENDS;

    private final IniEditor editor;
    private final LineList lines;

    /** Null for the global section. */
    private final @Nullable Stretch header;

    private final SectionBody body;
    private final NameIndex<EditableEntry> index = new NameIndex<>(this::entries, EditableEntry::key);
    private final CommentedOut commentedOut = new CommentedOut(this);

    EditableSection(IniEditor editor, @Nullable Stretch header) {
        this.editor = editor;
        this.lines = editor.lines();
        this.header = header;
        this.body = new SectionBody(lines, header);
    }

    boolean hasHeader() {
        return header != null;
    }

    Stretch header() {
        Stretch line = anchor();
        if (header == null) {
            throw new IllegalArgumentException("the global section has no header");
        }
        return line;
    }

    /** The line before the first line of the section. */
    private Stretch anchor() {
        editor.requireOpen();
        if (header != null && header.gone) {
            throw new IllegalStateException("the section was removed");
        }
        return header == null ? lines.ends() : header;
    }

    /** The name as written in the header, without the blanks around it; empty for the global section only. */
    public String name() {
        if (anchor() == lines.ends()) {
            return "";
        }
        Line line = header().line();
        return line.text(line.valueStart(), line.valueEnd());
    }

    /** All entries in the order of the file; the list is a copy. */
    public List<EditableEntry> entries() {
        List<EditableEntry> found = new ArrayList<>();
        Stretch at = lines.next(LineTable.ENTRY | SECTION_ENDS, anchor());
        for (; at.is(LineTable.ENTRY); at = lines.next(LineTable.ENTRY | SECTION_ENDS, at)) {
            found.add(editor.entry(at, this));
        }
        return found;
    }

    /** Returns all entries with this key in the order of the file; the list is a copy. */
    public List<EditableEntry> all(String key) {
        anchor();
        return List.copyOf(index.all(key));
    }

    /** Returns the first entry with this key. */
    public Optional<EditableEntry> first(String key) {
        anchor();
        List<EditableEntry> found = index.all(key);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /**
     * Returns the first entry with this key.
     *
     * @throws NoSuchElementException if there is none
     */
    public EditableEntry entry(String key) {
        return entry(key, 0);
    }

    /**
     * Returns an entry with this key.
     *
     * @param key the key
     * @param number the position among the entries with this key, from 0
     * @throws NoSuchElementException if there is no such entry
     */
    public EditableEntry entry(String key, int number) {
        anchor();
        List<EditableEntry> found = index.all(key);
        if (number < 0 || number >= found.size()) {
            throw new NoSuchElementException(
                    "no entry " + key + " with number " + number + " in [" + name() + "], which has " + found.size());
        }
        return found.get(number);
    }

    /**
     * Sets the value of the first entry with this key, or adds an entry if there is none.
     *
     * @throws EditRefusedException if the key or the value would not read back unchanged
     */
    public EditableEntry set(String key, String value) {
        Optional<EditableEntry> found = first(key);
        if (found.isEmpty()) {
            return add(key, value);
        }
        found.get().set(value);
        return found.get();
    }

    /**
     * Adds an entry after the last entry of the section, in the same style. In a section without entries, the entry
     * follows the header. Its style is then that of the last entry in an earlier section of the same name, or else of
     * the first entry of the document.
     *
     * @param key the key
     * @param value the value
     * @return the new entry
     * @throws EditRefusedException if the key or the value would not read back unchanged
     */
    public EditableEntry add(String key, String value) {
        Stretch before = body().afterLastEntry();
        return insert(before, editor.model(this), key, value, lines.lineEndAt(lines.before(before)));
    }

    EditableEntry insert(Stretch before, @Nullable Stretch model, String key, String value, String lineEnd) {
        EditChecks.requireEntry(key, value, editor.encoding());
        byte[] text = editor.copier().entry(model, key, value, lineEnd);
        EditableEntry added = editor.entry(lines.insert(before, text, lineEnd).get(0), this);
        joined(added);
        return added;
    }

    /**
     * Removes every entry with this key, as {@link EditableEntry#remove} does.
     *
     * @return the number of removed entries
     */
    public int remove(String key) {
        List<EditableEntry> found = all(key);
        found.forEach(EditableEntry::remove);
        return found.size();
    }

    /**
     * Makes an entry of the first comment line of the section that is an entry with this key, apart from its comment
     * mark. The mark and the blanks after it are removed.
     *
     * @throws NoSuchElementException if there is no such line
     * @throws EditRefusedException if the key would not read back unchanged
     */
    public EditableEntry commentIn(String key) {
        anchor();
        EditChecks.requireKey(key, editor.encoding());
        Stretch comment = commentedOut.next(key, editor.commentVersion());
        if (comment == null) {
            throw new NoSuchElementException("no comment in [" + name() + "] is an entry " + key);
        }
        lines.rewrite(comment, CommentedOut.uncommented(comment));
        EditableEntry entry = editor.entry(comment, this);
        joined(entry);
        return entry;
    }

    /** The comment lines between the header and the end of the section. */
    List<Stretch> commentLines() {
        List<Stretch> found = new ArrayList<>();
        Stretch at = lines.next(LineTable.COMMENT | SECTION_ENDS, anchor());
        for (; at.is(LineTable.COMMENT); at = lines.next(LineTable.COMMENT | SECTION_ENDS, at)) {
            found.add(at);
        }
        return found;
    }

    /**
     * Replaces the name in the header.
     *
     * @throws IllegalArgumentException for the global section
     * @throws EditRefusedException if the name would not read back as it is given
     */
    public void rename(String name) {
        Line line = header().line();
        if (name().equals(name)) {
            return;
        }
        EditChecks.requireSectionName(name, editor.encoding());
        editor.left(this);
        lines.rewrite(
                header(),
                new Text(editor.encoding())
                        .add(line.bytes(line.start(), line.valueStart()))
                        .add(name)
                        .add(line.bytes(line.valueEnd(), line.end()))
                        .toBytes());
        editor.joined(this);
    }

    /**
     * Removes the section from its header to its last entry, and the blank lines directly before the header. If the
     * section is the first text of the file, the blank lines after it are removed instead. Comments before the header
     * and after the last entry stay. If the next line would then make the file begin with a byte order mark, an empty
     * line stays.
     *
     * @throws IllegalArgumentException for the global section
     */
    public void remove() {
        editor.moves().remove(this, header(), body().afterLastEntry());
    }

    /**
     * Removes the section, the comment lines directly above its header, and all comments up to the next header. The
     * comment lines directly above the next header stay. Otherwise like {@link #remove()}.
     *
     * @throws IllegalArgumentException for the global section
     */
    public void removeWithComments() {
        editor.moves().remove(this, lines.blockStart(header()), body().end());
    }

    /**
     * Adds a section directly after the last entry of this section. As many blank lines separate the two sections as
     * separate this section from the text before it. The header has the style of this section's header. By default,
     * entries are written as follows; {@link EditStyle} changes it:
     *
     * <ul>
     *   <li>An entry whose key this section has is written in the style and in the order of this section.
     *   <li>The other entries follow. If all keys of this section have one letter case, they get that letter case.
     * </ul>
     *
     * <p>Comments are not copied.
     *
     * @param name the name of the new section
     * @param entries the keys and values of the new section
     * @return the new section
     * @throws EditRefusedException if a text would not read back unchanged
     */
    public EditableSection insertAfter(String name, List<Map.Entry<String, String>> entries) {
        anchor();
        return editor.moves().insertAfter(this, name, entries);
    }

    /**
     * Adds a section directly before this one and the comment lines directly above its header. Otherwise like {@link
     * #insertAfter}.
     *
     * @param name the name of the new section
     * @param entries the keys and values of the new section
     * @return the new section
     * @throws IllegalArgumentException for the global section, which is always the first
     * @throws EditRefusedException if a text would not read back unchanged
     */
    public EditableSection insertBefore(String name, List<Map.Entry<String, String>> entries) {
        return editor.moves().insertBefore(this, name, entries);
    }

    /**
     * Moves the section directly after the last entry of another section. The comment lines directly above the header
     * move too, and all lines up to the comments above the next header. Blank lines are handled as in {@link #remove()}
     * and {@link #insertAfter}.
     *
     * @param other the section to move after
     * @throws IllegalArgumentException if this is the global section, or if the other section belongs to another edit
     */
    public void moveAfter(EditableSection other) {
        editor.moves().moveAfter(this, editor.own(other));
    }

    /**
     * Moves the section directly before another section and the comment lines directly above its header. Otherwise like
     * {@link #moveAfter}.
     *
     * @param other the section to move before
     * @throws IllegalArgumentException if this section or the other one is the global section, or if the other one
     *     belongs to another edit
     */
    public void moveBefore(EditableSection other) {
        editor.moves().moveBefore(this, editor.own(other));
    }

    /** The comment after the header, without the blanks after it; empty for the global section. */
    public Optional<IniComment> comment() {
        return anchor() == lines.ends() ? Optional.empty() : IniComment.trailing(header().line());
    }

    /** The comments on the lines directly above the header, from top to bottom; unmodifiable. */
    public List<IniComment> commentsAbove() {
        return anchor() == lines.ends() ? List.of() : editor.surroundings().comments(header());
    }

    /** The number of blank lines directly above the header, or above the comments directly above it. */
    public int blankLinesAbove() {
        return anchor() == lines.ends() ? 0 : editor.surroundings().blankLines(header());
    }

    /**
     * Replaces the comment after the header, or adds one.
     *
     * @throws IllegalArgumentException for the global section
     * @throws EditRefusedException if the comment would not read back unchanged
     */
    public void setComment(IniComment comment) {
        editor.surroundings().setComment(header(), Optional.of(comment));
    }

    /**
     * Removes the comment after the header and the blanks before it.
     *
     * @throws IllegalArgumentException for the global section
     */
    public void removeComment() {
        editor.surroundings().setComment(header(), Optional.empty());
    }

    /**
     * Replaces the comments on the lines directly above the header, as {@link EditableEntry#setCommentsAbove} does.
     *
     * @throws IllegalArgumentException for the global section
     * @throws EditRefusedException if a comment would not read back as it is given
     */
    public void setCommentsAbove(List<IniComment> comments) {
        editor.surroundings().setComments(header(), comments);
    }

    /**
     * Sets the number of blank lines above the header, or above the comments directly above it.
     *
     * @param count the number of blank lines, 0 or more
     * @throws IllegalArgumentException for the global section, or if the number is negative
     */
    public void setBlankLinesAbove(int count) {
        editor.surroundings().setBlankLines(header(), count);
    }

    SectionBody body() {
        anchor();
        return body;
    }

    /** Records that an entry is in the section from now on. */
    void joined(EditableEntry entry) {
        index.added(entry, body().joined(entry.stretch()));
    }

    /** Records that an entry leaves the section. */
    void left(EditableEntry entry) {
        body().left(entry.stretch());
        index.removed(entry.key(), entry);
    }

    void renamed(EditableEntry entry, String old) {
        index.removed(old, entry);
        index.added(entry, body().isLast(entry.stretch()));
    }

    boolean isIn(IniEditor other) {
        return editor == other;
    }

    @Override
    public String toString() {
        return header == null ? "(global)" : header.gone ? "(removed)" : "[" + name() + "]";
    }
}
