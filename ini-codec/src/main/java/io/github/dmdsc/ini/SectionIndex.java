package io.github.dmdsc.ini;

import java.util.ArrayList;
import java.util.List;

/** Where the sections of a document are. */
final class SectionIndex {
    private final List<IniSection> sections;

    private SectionIndex(List<IniSection> sections) {
        this.sections = sections;
    }

    static SectionIndex of(IniDocument document) {
        Pieces pieces = document.pieces();
        int count = pieces.lineCount();
        List<IniSection> sections = new ArrayList<>();
        int header = IniSection.NO_HEADER;
        while (header < count) {
            int end = pieces.next(LineTable.HEADER | LineTable.MALFORMED_HEADER, header + 1, count);
            sections.add(new IniSection(document, sections.size(), header, end));
            header = pieces.next(LineTable.HEADER, end, count);
        }
        return new SectionIndex(List.copyOf(sections));
    }

    List<IniSection> all() {
        return sections;
    }

    List<IniSection> named(String name) {
        List<IniSection> found = new ArrayList<>();
        for (IniSection section : sections) {
            if (section.hasName(name)) {
                found.add(section);
            }
        }
        return List.copyOf(found);
    }
}
