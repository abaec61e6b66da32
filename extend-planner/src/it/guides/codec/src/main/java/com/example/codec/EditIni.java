package com.example.codec;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads an INI file and changes lines of it; every other byte stays. */
final class EditIni {
    private EditIni() {}

    static IniDocument read(Path file) throws IOException {
        return IniDocument.parse(Files.readAllBytes(file));
    }

    /** Every value of a key, with the line on which it stands. */
    static List<String> values(IniDocument document, String section, String key) {
        return document.sections(section).stream()
                .flatMap(found -> found.all(key).stream())
                .map(entry -> entry.line() + ": " + entry.value())
                .toList();
    }

    /** Changes a value in the section of that name and number, counted from 0. */
    static IniDocument set(IniDocument document, String section, int number, String key, String value) {
        IniSection found = document.sections(section).get(number);
        IniEntry entry = found.first(key).orElseThrow();
        return document.set(entry, value);
    }

    /** Adds a section at the end, written like the sections before it. */
    static IniDocument append(IniDocument document, String section, String key, String value) {
        return document.append(section, List.of(Map.entry(key, value)));
    }
}
