package io.github.dmdsc.ini;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sections of a document, in their order and by name. */
final class SectionIndex {
    private final List<IniSection> sections;

    /** The sections by canonical name. May be computed by several threads at once: each finds the same sections. */
    private volatile @Nullable Map<String, List<IniSection>> byName;

    private SectionIndex(List<IniSection> sections) {
        this.sections = sections;
    }

    static SectionIndex of(IniDocument document) {
        LineTable lines = document.lines();
        int count = lines.rows();
        List<IniSection> sections = new ArrayList<>();
        int header = IniSection.NO_HEADER;
        while (header < count) {
            int end = lines.next(LineTable.HEADER | LineTable.MALFORMED_HEADER, header + 1, count);
            sections.add(new IniSection(document, sections.size(), header, end));
            header = lines.next(LineTable.HEADER, end, count);
        }
        return new SectionIndex(List.copyOf(sections));
    }

    List<IniSection> all() {
        return sections;
    }

    /** Returns the entries of the document between the end of a section and the next header. */
    List<IniLine> entriesOutside(IniDocument document) {
        List<IniLine> found = new ArrayList<>();
        for (IniSection section : sections) {
            boolean last = section.index() == sections.size() - 1;
            int next = last
                    ? document.lineCount()
                    : sections.get(section.index() + 1).headerLine();
            found.addAll(IniLine.find(document, LineTable.ENTRY, section.end(), next));
        }
        return List.copyOf(found);
    }

    List<IniSection> named(String name) {
        Map<String, List<IniSection>> found = byName;
        if (found == null) {
            found = NameIndex.of(sections, IniSection::name);
            found.replaceAll((any, same) -> List.copyOf(same));
            byName = found;
        }
        return found.getOrDefault(IniDialect.canonical(name), List.of());
    }
}
