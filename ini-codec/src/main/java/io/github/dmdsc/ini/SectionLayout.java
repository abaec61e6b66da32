package io.github.dmdsc.ini;

import java.util.List;

/** Where sections begin and end in the eye of a human reader, and what separates them. */
final class SectionLayout {
    /** A document that shows no separator gets this many blank lines. */
    private static final int USUAL_SEPARATOR = 1;

    private final Pieces pieces;
    private final List<IniSection> sections;

    SectionLayout(IniDocument document) {
        this.pieces = document.pieces();
        this.sections = document.sections();
    }

    /** The first of the comment lines directly above a line, which are about it; else the line. */
    int blockStart(int of) {
        int line = of;
        while (line > 0 && pieces.kind(line - 1) == LineTable.COMMENT) {
            line--;
        }
        return line;
    }

    /** The first of the blank lines directly before a line; else the line. */
    int skipBlankLinesBack(int line) {
        int at = line;
        while (at > 0 && pieces.kind(at - 1) == LineTable.BLANK) {
            at--;
        }
        return at;
    }

    int skipBlankLines(int line) {
        int at = line;
        while (at < pieces.lineCount() && pieces.kind(at) == LineTable.BLANK) {
            at++;
        }
        return at;
    }

    /** How many blank lines go between a section and its neighbours: as many as before this one, else the next. */
    int separator(IniSection section) {
        for (int i = Math.max(section.index(), 1); i < sections.size(); i++) {
            int block = blockStart(sections.get(i).headerLine());
            int before = skipBlankLinesBack(block);
            if (before > 0) {
                return block - before;
            }
        }
        return USUAL_SEPARATOR;
    }

    /** The line behind the last entry; in a section without entries the one behind the header. */
    int behindLastEntry(IniSection section) {
        int last = section.lastEntryLine();
        if (last >= section.begin() || section.hasHeader()) {
            return last + 1;
        }
        // An empty global section: its first entry goes below a comment that heads the file, yet not between the header
        // that ends the section and the comment on it.
        int end = section.end();
        return skipBlankLinesBack(end < pieces.lineCount() ? blockStart(end) : end);
    }
}
