package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Origin;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The origin of a value that was read from a section; positions are looked up only when a finding needs them.
 *
 * @param file the file
 * @param section the section
 * @param codec the codec that read the section
 * @param unread the keys whose values cannot be read
 */
record IniOrigin(FileId file, IniSection section, SectionCodec<?> codec, Set<String> unread) implements Origin {
    IniOrigin {
        unread = Set.copyOf(unread);
    }

    @Override
    public Location self() {
        return section.index() == 0 ? Location.of(file) : Location.of(file, section.line(), section.column());
    }

    @Override
    public Location at(String key) {
        return at(section.first(key));
    }

    @Override
    public Location at(String key, int number) {
        Optional<IniEntry> held =
                codec.readEntries(section, key).stream().skip(number).findFirst();
        return at(held.or(() -> section.first(key)));
    }

    private Location at(Optional<IniEntry> entry) {
        return entry.map(found -> Location.of(file, found.line(), found.valueColumn()))
                .orElseGet(this::self);
    }

    /** Returns a copy with one more key whose value cannot be read. */
    IniOrigin alsoUnread(String key) {
        Set<String> more = new TreeSet<>(unread);
        more.add(key);
        return new IniOrigin(file, section, codec, more);
    }

    @Override
    public boolean unreadable(String key) {
        return unread.contains(key);
    }
}
