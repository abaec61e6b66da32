package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The origin of a value that was read from a section; positions are looked up only when a finding needs them.
 *
 * @param file the file
 * @param sections the section of the value, then the other sections in which parameters of the value may stand
 * @param codec the codec that read the section
 * @param unread the keys whose values cannot be read
 */
record IniOrigin(FileId file, List<IniSection> sections, SectionCodec<?> codec, Set<String> unread) implements Origin {
    IniOrigin {
        sections = List.copyOf(sections);
        unread = Set.copyOf(unread);
    }

    @Override
    public Location self() {
        IniSection section = sections.get(0);
        return section.index() == 0 ? Location.of(file) : Location.of(file, section.line(), section.column());
    }

    @Override
    public Location at(String key) {
        return at(
                sections.size() == 1
                        ? sections.get(0).first(key)
                        : codec.entries(sections, key).stream().findFirst());
    }

    @Override
    public Location at(String key, int number) {
        return at(codec.readEntries(sections, key).stream().skip(number).findFirst());
    }

    private Location at(Optional<IniEntry> entry) {
        return entry.map(found -> Location.of(file, found.line(), found.valueColumn()))
                .orElseGet(this::self);
    }

    /** Returns a copy with one more key whose value cannot be read. */
    IniOrigin alsoUnread(String key) {
        Set<String> more = new TreeSet<>(unread);
        more.add(key);
        return new IniOrigin(file, sections, codec, more);
    }

    @Override
    public boolean unreadable(String key) {
        return unread.contains(key);
    }
}
