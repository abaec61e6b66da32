package io.github.dmdsc.extend.render;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.VisibleText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines that findings speak of, fit for a terminal: each with a caret under its column. Reads each file once. */
final class Excerpts {
    private static final String TAB = " ".repeat(4);

    private final ClusterFiles files;
    private final Map<FileId, IniDocument> documents = new HashMap<>();

    Excerpts(ClusterFiles files) {
        this.files = files;
    }

    /** The line and the caret, or nothing where a place is no line of these files. */
    List<String> at(Location place) {
        if (place.line() == 0) {
            return List.of();
        }
        return Optional.of(new FileId(place.host(), place.path()))
                .filter(files::contains)
                .map(file -> documents.computeIfAbsent(file, files::document))
                .filter(document -> place.line() <= document.lineCount())
                .map(document -> excerpt(document.line(place.line()), place.column()))
                .orElse(List.of());
    }

    private static List<String> excerpt(String line, int column) {
        if (column == 0) {
            return List.of(shown(line));
        }
        int width = shown(line.substring(0, Math.min(column - 1, line.length())))
                .codePoints()
                .map(Excerpts::cells)
                .sum();
        return List.of(shown(line), " ".repeat(width) + "^");
    }

    /** One line that moves no cursor and switches no colour, whatever a file or a message holds. */
    static String shown(String text) {
        return VisibleText.of(text.replace("\t", TAB));
    }

    /** How many columns a terminal needs for it. */
    static int cells(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        boolean wide = script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.HANGUL
                || (c >= 0x3000 && c <= 0x303F)
                || (c >= 0xFF01 && c <= 0xFF60);
        return wide ? 2 : 1;
    }
}
