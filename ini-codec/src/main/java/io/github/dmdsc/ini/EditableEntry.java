package io.github.dmdsc.ini;

import java.util.List;
import java.util.Optional;

/**
 * An entry of a document that is being edited. The object stands for the same entry wherever edits move it. After the
 * entry is removed or commented out, and after the edit has ended, every method throws {@link IllegalStateException}.
 * Not thread-safe.
 */
public final class EditableEntry {
    private final IniEditor editor;
    private final Stretch stretch;
    private EditableSection section;

    EditableEntry(IniEditor editor, Stretch stretch, EditableSection section) {
        this.editor = editor;
        this.stretch = stretch;
        this.section = section;
    }

    Stretch stretch() {
        editor.requireOpen();
        if (stretch.gone || stretch.entry != this) {
            throw new IllegalStateException("the entry was removed or commented out");
        }
        return stretch;
    }

    private Line line() {
        return stretch().line();
    }

    /** The section that the entry is in now. */
    public EditableSection section() {
        stretch();
        return section;
    }

    /** The key as the file writes it. */
    public String key() {
        Line line = line();
        return line.text(line.token(), line.keyEnd());
    }

    /** The value as the file writes it, with its quotes and without the blanks around it; may be empty. */
    public String value() {
        Line line = line();
        return line.text(line.valueStart(), line.valueEnd());
    }

    /** The trailing comment, without the blanks after it; empty if there is none. */
    public Optional<IniComment> comment() {
        return IniComment.trailing(line());
    }

    /** The comments on the lines directly above, from top to bottom; unmodifiable. */
    public List<IniComment> commentsAbove() {
        return editor.surroundings().comments(stretch());
    }

    /** The number of blank lines directly above the entry, or above the comments directly above it. */
    public int blankLinesAbove() {
        return editor.surroundings().blankLines(stretch());
    }

    /**
     * Replaces the value. The rest of the line does not change; a blank is added only if it is needed to separate the
     * value from the comment.
     *
     * @throws EditRefusedException if the value would not read back unchanged
     */
    public void set(String value) {
        Line line = line();
        if (line.text(line.valueStart(), line.valueEnd()).equals(value)) {
            return;
        }
        EditChecks.requireValue(value, editor.encoding());
        Text text = new Text(editor.encoding()).add(line.bytes(line.start(), line.valueStart()));
        int rest = line.valueEnd();
        if (value.isEmpty()) {
            int behindMark = line.commentStart() + 2;
            if (behindMark < line.contentEnd() && line.at(behindMark - 2) == '/' && !line.isBlankAt(behindMark)) {
                // At the start of a value, "//" begins a comment only if a blank follows.
                text.add(line.bytes(rest, behindMark)).add(" ");
                rest = behindMark;
            }
        } else if (!line.hasValue()) {
            boolean blankThere = line.valueStart() > line.equalsSign() + 1;
            String gap = blankThere ? "" : editor.copier().gapFor(stretch);
            int behindGap = behindGap(line, gap);
            // Use blanks that the line has. With new blanks, the comment would move each time a value is removed and
            // set again.
            text.add(
                            behindGap > rest
                                    ? line.bytes(rest, behindGap)
                                    : editor.encoding().encode(gap))
                    .add(value);
            rest = behindGap;
            if (rest < line.contentEnd() && !line.isBlankAt(rest)) {
                text.add(" ");
            }
        } else {
            text.add(value);
        }
        editor.lines().rewrite(stretch, text.add(line.bytes(rest, line.end())).toBytes());
    }

    /**
     * Returns the position for a new value in a line without a value: after the blanks of the line that can be the gap
     * before the value. At least one blank stays before the comment. If there is no blank to use, the result is the end
     * of the empty value.
     */
    private static int behindGap(Line line, String gap) {
        int from = line.valueEnd();
        int blanks = from;
        while (line.isBlankAt(blanks)) {
            blanks++;
        }
        int like = from + gap.length();
        boolean isLike = like < blanks && line.text(from, like).equals(gap);
        return isLike ? like : blanks - from > 1 ? from + 1 : from;
    }

    /**
     * Replaces the key. The {@code =} keeps its column if {@link EditStyle#columns} is {@code true} and the neighbours
     * are aligned.
     *
     * @throws EditRefusedException if the key would not read back unchanged
     */
    public void rename(String key) {
        Line line = line();
        String old = line.text(line.token(), line.keyEnd());
        if (old.equals(key)) {
            return;
        }
        EditChecks.requireKey(key, editor.encoding());
        EntryStyle style = editor.copier().like(stretch, key);
        Text text = new Text(editor.encoding())
                .add(line.bytes(line.start(), line.token()))
                .add(key)
                .add(style.beforeEquals())
                .add("=");
        int rest = line.equalsSign() + 1;
        if (line.hasValue()) {
            text.add(style.afterEquals());
            rest = line.valueStart();
        }
        editor.lines().rewrite(stretch, text.add(line.bytes(rest, line.end())).toBytes());
        section.renamed(this, old);
    }

    /**
     * Removes the line of the entry with its trailing comment. Comments above it stay. If the next line would then make
     * the file begin with a byte order mark, an empty line stays.
     */
    public void remove() {
        removeFrom(stretch());
    }

    /** Removes the line of the entry and the comment lines directly above it, otherwise like {@link #remove}. */
    public void removeWithComments() {
        removeFrom(editor.lines().blockStart(stretch()));
    }

    private void removeFrom(Stretch from) {
        section.left(this);
        editor.lines().remove(from, editor.lines().after(stretch));
        if (from != stretch) {
            editor.commentsChanged();
        }
    }

    /**
     * Adds an entry directly after this one, in the same style.
     *
     * @param key the key
     * @param value the value
     * @return the new entry
     * @throws EditRefusedException if the key or the value would not read back unchanged
     */
    public EditableEntry addAfter(String key, String value) {
        return add(editor.lines().after(stretch()), key, value);
    }

    /**
     * Adds an entry directly before this one and the comment lines directly above it, otherwise like {@link #addAfter}.
     */
    public EditableEntry addBefore(String key, String value) {
        return add(editor.lines().blockStart(stretch()), key, value);
    }

    private EditableEntry add(Stretch before, String key, String value) {
        String lineEnd = editor.lines().lineEndAt(stretch);
        return section.insert(before, stretch, key, value, lineEnd);
    }

    /**
     * Moves the entry, with the comment lines directly above it, directly after another entry.
     *
     * @throws IllegalArgumentException if the other entry belongs to another edit
     */
    public void moveAfter(EditableEntry other) {
        Stretch target = editor.lines().after(editor.own(other));
        if (other != this && target != editor.lines().blockStart(stretch())) {
            move(target, other.section);
        }
    }

    /**
     * Moves the entry, with the comment lines directly above it, before another entry and the comment lines above that
     * entry.
     *
     * @throws IllegalArgumentException if the other entry belongs to another edit
     */
    public void moveBefore(EditableEntry other) {
        Stretch target = editor.lines().blockStart(editor.own(other));
        if (other != this) {
            move(target, other.section);
        }
    }

    /**
     * Moves the entry, with the comment lines directly above it, after the last entry of a section.
     *
     * @throws IllegalArgumentException if the section belongs to another edit
     */
    public void moveTo(EditableSection target) {
        Stretch last = editor.own(target).body().lastEntry();
        if (last != stretch()) {
            move(target.body().afterLastEntry(), target);
        }
    }

    private void move(Stretch before, EditableSection to) {
        LineList lines = editor.lines();
        Stretch from = lines.blockStart(stretch());
        section.left(this);
        lines.move(from, lines.after(stretch), before, lines.lineEndAt(lines.before(before)));
        editor.commentsChanged();
        section = to;
        section.joined(this);
    }

    /**
     * Puts {@code #} before the key, so that the line becomes a comment. Afterwards, do not use this object; {@link
     * EditableSection#commentIn} makes an entry of the line again.
     */
    public void commentOut() {
        Line line = line();
        section.left(this);
        stretch.entry = null;
        editor.lines()
                .rewrite(
                        stretch,
                        new Text(editor.encoding())
                                .add(line.bytes(line.start(), line.token()))
                                .add("#")
                                .add(line.bytes(line.token(), line.end()))
                                .toBytes());
        editor.commentsChanged();
    }

    /**
     * Replaces the trailing comment, or adds one.
     *
     * @throws IllegalArgumentException if the comment begins with {@code ;}, which begins no comment after a value
     * @throws EditRefusedException if the comment would not read back unchanged, or would change the value
     */
    public void setComment(IniComment comment) {
        editor.surroundings().setComment(stretch(), Optional.of(comment));
    }

    /** Removes the trailing comment and the blanks before it. */
    public void removeComment() {
        editor.surroundings().setComment(stretch(), Optional.empty());
    }

    /**
     * Replaces the comments on the lines directly above. A line whose comment stays as it is keeps its bytes; a new
     * line is indented like the entry.
     *
     * @throws EditRefusedException if a comment would not read back as it is given
     */
    public void setCommentsAbove(List<IniComment> comments) {
        editor.surroundings().setComments(stretch(), comments);
    }

    /**
     * Sets the number of blank lines above the entry, or above the comments directly above it.
     *
     * @param count the number of blank lines, 0 or more
     * @throws IllegalArgumentException if the number is negative
     */
    public void setBlankLinesAbove(int count) {
        editor.surroundings().setBlankLines(stretch(), count);
    }

    boolean isIn(IniEditor other) {
        return editor == other;
    }

    @Override
    public String toString() {
        return stretch.gone || stretch.entry != this ? "(removed)" : key() + " = " + value();
    }
}
