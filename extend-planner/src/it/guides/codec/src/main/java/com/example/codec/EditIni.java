package com.example.codec;

import io.github.dmdsc.ini.EditableEntry;
import io.github.dmdsc.ini.EditableSection;
import io.github.dmdsc.ini.IniComment;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.files.IniFile;
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

    /** A number in the section of that name and number, counted from 0; an exception says where a wrong one stands. */
    static int port(IniDocument document, String section, int number, String key) {
        return document.find(section, number, key).orElseThrow().intValue(1024, 65535);
    }

    /** Changes a value in the section of that name and number, and leaves a note above it. */
    static IniDocument set(IniDocument document, String section, int number, String key, String value, String note) {
        return document.edit(e -> {
            EditableEntry entry = e.section(section, number).entry(key);
            entry.set(value);
            entry.setCommentsAbove(List.of(IniComment.of(note)));
        });
    }

    /** Many edits in one pass: the file is copied once, however many there are. */
    static IniDocument tidy(IniDocument document, String section, String unused, String old, String renamed) {
        return document.edit(e -> {
            for (EditableSection found : e.sections(section)) {
                found.all(unused).forEach(EditableEntry::removeWithComments);
                found.first(old).ifPresent(entry -> entry.rename(renamed));
            }
        });
    }

    /** Edits a file in its place: whole or not at all, and never over what somebody else wrote meanwhile. */
    static void move(Path file, String section, int number, String key, int port) throws IOException {
        IniFile.read(file).edit(e -> e.section(section, number).set(key, Integer.toString(port)));
    }

    /** Adds a section at the end, written like the sections before it. */
    static IniDocument append(IniDocument document, String section, String key, String value) {
        return document.append(section, List.of(Map.entry(key, value)));
    }
}
