package io.github.dmdsc.ini;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each edit does to the lines. The texts have been checked and the handles belong to the document. */
final class DocumentEditor {
    private static final byte[] NOTHING = {};

    private final IniDocument document;
    private final Pieces pieces;
    private final Encoding encoding;
    private final StyleCopier style;

    DocumentEditor(IniDocument document) {
        this(document, new StyleCopier(document, false));
    }

    private DocumentEditor(IniDocument document, StyleCopier style) {
        this.document = document;
        this.pieces = document.pieces();
        this.encoding = document.encoding();
        this.style = style;
    }

    Pieces set(IniEntry entry, String value) {
        Line line = entry.row();
        Text text = new Text(encoding).add(line.bytes(line.start(), line.valueStart()));
        int contentEnd = line.contentEnd();
        int rest = line.valueEnd();
        if (value.isEmpty()) {
            int behindMark = line.commentStart() + 2;
            if (behindMark < contentEnd
                    && line.table().at(behindMark - 2) == '/'
                    && !IniDialect.isBlank(line.table().at(behindMark))) {
                // At the start of the value only "//" with a blank behind it is a comment.
                text.add(line.bytes(rest, behindMark)).add(" ");
                rest = behindMark;
            }
        } else if (!line.hasValue()) {
            boolean blankThere = line.valueStart() > line.equalsSign() + 1;
            text.add(blankThere ? "" : style.gapFor(entry)).add(value);
            if (rest < contentEnd && !IniDialect.isBlank(line.table().at(rest))) {
                text.add(" ");
            }
        } else {
            text.add(value);
        }
        byte[] bytes = text.add(line.bytes(rest, line.end())).toBytes();
        int index = entry.lineIndex();
        return pieces.splice(index, index + 1, LineScanner.scan(bytes, 0, encoding));
    }

    Pieces add(IniSection section, String key, String value) {
        int at = layout().behindLastEntry(section);
        String lineEnd = document.lineEndAt(at - 1);
        return replace(at, at, style.entry(style.entryStyle(section), key, value, lineEnd), lineEnd);
    }

    Pieces addAfter(IniEntry sibling, String key, String value) {
        int at = sibling.lineIndex() + 1;
        String lineEnd = document.lineEndAt(at - 1);
        return replace(at, at, style.entry(EntryStyle.of(sibling.row()), key, value, lineEnd), lineEnd);
    }

    Pieces addBefore(IniEntry sibling, String key, String value) {
        int at = layout().blockStart(sibling.lineIndex());
        String lineEnd = document.lineEndAt(sibling.lineIndex());
        return replace(at, at, style.entry(EntryStyle.of(sibling.row()), key, value, lineEnd), lineEnd);
    }

    Pieces remove(IniEntry entry) {
        return replace(entry.lineIndex(), entry.lineIndex() + 1, NOTHING, "");
    }

    /** The blank lines before the header go, too: they separated the section from what stands before it. */
    Pieces remove(IniSection section) {
        SectionLayout layout = layout();
        int from = layout.skipBlankLinesBack(section.headerLine());
        int to = layout.behindLastEntry(section);
        return replace(from, from == 0 ? layout.skipBlankLines(to) : to, NOTHING, "");
    }

    Pieces insertAfter(IniSection sibling, String name, List<Map.Entry<String, String>> entries) {
        List<IniSection> sections = document.sections();
        if (!sibling.hasHeader() && sibling.entries().isEmpty()) {
            return sections.size() > 1 ? insertBefore(sections.get(1), name, entries) : append(name, entries);
        }
        SectionLayout layout = layout();
        int at = layout.behindLastEntry(sibling);
        IniSection model = sibling.hasHeader() || sections.size() == 1 ? sibling : sections.get(1);
        String lineEnd = document.lineEndAt(at - 1);
        byte[] text = new Text(encoding)
                .add(lineEnd.repeat(layout.separator(sibling)))
                .add(style.section(model, name, entries, lineEnd))
                .toBytes();
        return replace(at, at, text, lineEnd);
    }

    Pieces insertBefore(IniSection sibling, String name, List<Map.Entry<String, String>> entries) {
        SectionLayout layout = layout();
        int at = layout.blockStart(sibling.headerLine());
        String lineEnd = document.lineEndAt(sibling.headerLine());
        byte[] text = new Text(encoding)
                .add(style.section(sibling, name, entries, lineEnd))
                .add(lineEnd.repeat(layout.separator(sibling)))
                .toBytes();
        return replace(at, at, text, lineEnd);
    }

    Pieces append(String name, List<Map.Entry<String, String>> entries) {
        int at = pieces.lineCount();
        SectionLayout layout = layout();
        List<IniSection> sections = document.sections();
        IniSection last = sections.get(sections.size() - 1);
        @Nullable IniSection model = last.hasHeader() ? last : null;
        int present = at - layout.skipBlankLinesBack(at);
        int missing = at == 0 ? 0 : Math.max(0, layout.separator(last) - present);
        String lineEnd = document.lineEndAt(at - 1);
        byte[] text = new Text(encoding)
                .add(lineEnd.repeat(missing))
                .add(style.section(model, name, entries, lineEnd))
                .toBytes();
        return replace(at, at, text, lineEnd);
    }

    Pieces insertAt(int index, String name, List<Map.Entry<String, String>> entries) {
        DocumentEditor asGiven = new DocumentEditor(document, new StyleCopier(document, true));
        List<IniSection> sections = document.sections();
        if (index > 1) {
            return asGiven.insertAfter(sections.get(index - 1), name, entries);
        }
        return sections.size() > 1
                ? asGiven.insertBefore(sections.get(1), name, entries)
                : asGiven.append(name, entries);
    }

    private SectionLayout layout() {
        return new SectionLayout(document);
    }

    private Pieces replace(int from, int to, byte[] text, String lineEnd) {
        return LineEditor.replace(pieces, from, to, text, lineEnd, encoding);
    }
}
