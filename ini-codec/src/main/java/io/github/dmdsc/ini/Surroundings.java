package io.github.dmdsc.ini;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Comments and blank lines around an entry or a header. */
final class Surroundings {
    private final IniEditor editor;
    private final LineList lines;

    Surroundings(IniEditor editor) {
        this.editor = editor;
        this.lines = editor.lines();
    }

    List<IniComment> comments(Stretch line) {
        return commentLines(line).stream()
                .map(each -> IniComment.of(each.line()))
                .toList();
    }

    private List<Stretch> commentLines(Stretch line) {
        List<Stretch> found = new ArrayList<>();
        for (Stretch at = lines.before(line); at.is(LineTable.COMMENT); at = lines.before(at)) {
            found.add(at);
        }
        Collections.reverse(found);
        return found;
    }

    void setComments(Stretch line, List<IniComment> comments) {
        comments.forEach(comment -> EditChecks.requireComment(comment, editor.encoding()));
        List<Stretch> present = commentLines(line);
        int common = Math.min(present.size(), comments.size());
        for (int i = 0; i < common; i++) {
            Stretch at = present.get(i);
            Line old = at.line();
            if (!IniComment.of(old).equals(comments.get(i))) {
                lines.rewrite(
                        at,
                        new Text(editor.encoding())
                                .add(old.bytes(old.start(), old.token()))
                                .add(comments.get(i).toString())
                                .add(old.bytes(old.contentEnd(), old.end()))
                                .toBytes());
            }
        }
        if (common < present.size()) {
            lines.remove(present.get(common), line);
        }
        if (common < comments.size()) {
            String lineEnd = lines.lineEndAt(line);
            Line below = line.line();
            Text text = new Text(editor.encoding());
            for (IniComment comment : comments.subList(common, comments.size())) {
                text.add(below.bytes(below.start(), below.token()))
                        .add(comment.toString())
                        .add(lineEnd);
            }
            lines.insert(line, text.toBytes(), lineEnd);
        }
        editor.commentsChanged();
    }

    int blankLines(Stretch line) {
        Stretch block = lines.blockStart(line);
        return lines.count(lines.blanksStart(block), block);
    }

    void setBlankLines(Stretch line, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("the number of blank lines is negative");
        }
        Stretch block = lines.blockStart(line);
        int present = blankLines(line);
        if (present < count) {
            String lineEnd = lines.lineEndAt(block);
            lines.insert(block, editor.encoding().encode(lineEnd.repeat(count - present)), lineEnd);
        }
        Stretch from = block;
        for (int i = count; i < present; i++) {
            from = lines.before(from);
        }
        lines.remove(from, block);
    }

    void setComment(Stretch stretch, Optional<IniComment> comment) {
        Line line = stretch.line();
        boolean header = line.kind() == LineTable.HEADER;
        int end = header ? line.keyEnd() + 1 : line.valueEnd();
        Text text = new Text(editor.encoding()).add(line.bytes(line.start(), end));
        if (comment.isPresent()) {
            EditChecks.requireComment(comment.get(), editor.encoding());
            if (!header && comment.get().mark().equals(";")) {
                throw new IllegalArgumentException("behind an entry a comment begins with # or //");
            }
            boolean present = line.commentStart() < line.contentEnd();
            text.add(
                    present
                            ? line.bytes(end, line.commentStart())
                            : editor.encoding().encode(gap(line, end)));
            text.add(comment.get().mark());
            boolean wouldBeValue = comment.get().mark().equals("//") && !header && !line.hasValue();
            boolean blankNeeded = wouldBeValue && !comment.get().text().isEmpty() && !startsBlank(comment.get());
            text.add(blankNeeded ? " " : "").add(comment.get().text());
        }
        byte[] bytes = text.add(line.bytes(line.contentEnd(), line.end())).toBytes();
        Line changed = LineScanner.scan(bytes, 0, editor.encoding()).line(0);
        String value = line.text(line.valueStart(), line.valueEnd());
        if (!changed.text(changed.valueStart(), changed.valueEnd()).equals(value)) {
            throw EditChecks.closesQuote(comment.map(IniComment::toString).orElse(""));
        }
        lines.rewrite(stretch, bytes);
    }

    private static boolean startsBlank(IniComment comment) {
        return IniDialect.isBlank(comment.text().charAt(0));
    }

    private static String gap(Line line, int end) {
        return end > line.start() && IniDialect.isBlank(line.at(end - 1)) ? "" : " ";
    }
}
