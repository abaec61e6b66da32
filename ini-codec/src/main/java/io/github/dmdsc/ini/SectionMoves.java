package io.github.dmdsc.ini;

import java.util.List;
import java.util.Map;

/** Removes, inserts and moves sections of a document that is being edited, with the blank lines that separate them. */
final class SectionMoves {
    private final IniEditor editor;
    private final LineList lines;

    SectionMoves(IniEditor editor) {
        this.editor = editor;
        this.lines = editor.lines();
    }

    /** Removes the lines begin..end of a section, and the blank lines before them. */
    void remove(EditableSection section, Stretch begin, Stretch end) {
        editor.left(section);
        Stretch from = lines.blanksStart(begin);
        lines.remove(from, lines.before(from) == lines.ends() ? skipBlankLines(end) : end);
        editor.commentsChanged();
    }

    EditableSection insertAfter(EditableSection sibling, String name, List<Map.Entry<String, String>> entries) {
        EditChecks.requireSection(name, entries, editor.encoding());
        SectionBody body = sibling.body();
        Stretch firstHeader = lines.next(LineTable.HEADER, lines.ends());
        if (!sibling.hasHeader() && body.lastEntry() == null) {
            return firstHeader == lines.ends()
                    ? editor.append(name, entries)
                    : insertBefore(editor.sectionAt(firstHeader), name, entries);
        }
        Stretch before = body.afterLastEntry();
        EditableSection model =
                sibling.hasHeader() || firstHeader == lines.ends() ? sibling : editor.sectionAt(firstHeader);
        String lineEnd = lines.lineEndAt(lines.before(before));
        return editor.insert(before, lineEnd, body.separator(), model, 0, name, entries);
    }

    EditableSection insertBefore(EditableSection sibling, String name, List<Map.Entry<String, String>> entries) {
        Stretch line = sibling.header();
        EditChecks.requireSection(name, entries, editor.encoding());
        int blanks = sibling.body().separator();
        return editor.insert(lines.blockStart(line), lines.lineEndAt(line), 0, sibling, blanks, name, entries);
    }

    void moveAfter(EditableSection section, EditableSection other) {
        section.header();
        Stretch first = lines.next(LineTable.HEADER, lines.ends());
        if (!other.hasHeader() && other.body().lastEntry() == null) {
            moveBefore(section, editor.sectionAt(first));
        } else if (other != section) {
            Stretch from = lines.blockStart(section.header());
            int blanks = section.body().separator();
            Stretch to = takeBlankLines(from, section.body().end());
            Stretch target = other.body().afterLastEntry();
            move(section, from, to, target == from ? to : target);
            separate(from, blanks);
        }
    }

    void moveBefore(EditableSection section, EditableSection other) {
        section.header();
        Stretch below = other.header();
        if (other != section) {
            Stretch from = lines.blockStart(section.header());
            int blanks = section.body().separator();
            // Find this line before blank lines are removed: without a blank line, the comments of the two sections
            // would be one block.
            Stretch target = lines.blockStart(below);
            Stretch to = takeBlankLines(from, section.body().end());
            move(section, from, to, target);
            separate(target, blanks);
        }
    }

    private void move(EditableSection section, Stretch from, Stretch to, Stretch target) {
        editor.left(section);
        lines.move(from, to, target, lines.lineEndAt(lines.before(target)));
        editor.commentsChanged();
        editor.joined(section);
    }

    /**
     * Removes the blank lines that separate the lines from..to from their neighbours.
     *
     * @return the new end of these lines
     */
    private Stretch takeBlankLines(Stretch from, Stretch to) {
        Stretch blanks = lines.blanksStart(from);
        if (lines.before(blanks) != lines.ends()) {
            lines.remove(blanks, from);
            return to;
        }
        Stretch behind = skipBlankLines(to);
        lines.remove(to, behind);
        return behind;
    }

    private Stretch skipBlankLines(Stretch line) {
        Stretch at = line;
        while (at.is(LineTable.BLANK)) {
            at = lines.after(at);
        }
        return at;
    }

    private void separate(Stretch below, int blanks) {
        if (blanks > 0) {
            String lineEnd = lines.lineEndAt(lines.before(below));
            lines.insert(below, editor.encoding().encode(lineEnd.repeat(blanks)), lineEnd);
        }
    }
}
