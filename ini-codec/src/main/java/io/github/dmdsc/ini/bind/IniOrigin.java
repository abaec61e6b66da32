package io.github.dmdsc.ini.bind;

import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Origin;

/** The origin of a value that was read from a section; positions are looked up only when a finding asks for them. */
record IniOrigin(FileId file, IniSection section) implements Origin {
    @Override
    public Location self() {
        return section.index() == 0 ? Location.of(file) : Location.of(file, section.line(), section.column());
    }

    @Override
    public Location at(String key) {
        return section.first(key)
                .map(entry -> Location.of(file, entry.line(), entry.valueColumn()))
                .orElseGet(this::self);
    }

    @Override
    public Location at(String key, int number) {
        return section.all(key).stream()
                .filter(entry -> !entry.value().isEmpty())
                .skip(number)
                .findFirst()
                .map(entry -> Location.of(file, entry.line(), entry.valueColumn()))
                .orElseGet(() -> at(key));
    }
}
