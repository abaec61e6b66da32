package io.github.dmdsc.extend.render;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.base.VisibleText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The lines of files that findings refer to, for a terminal, with a caret under the column. Also finds the column at
 * which the key or the value of a finding ends.
 */
final class Excerpts {
    private static final String TAB = " ".repeat(4);

    private final ClusterFiles files;

    Excerpts(ClusterFiles files) {
        this.files = files;
    }

    /**
     * Returns the line and the line with the caret. Without a column, returns only the line. Returns an empty list if
     * the place is not a line of these files.
     */
    List<String> at(Location place) {
        return document(place)
                .map(document -> excerpt(document.line(place.line()), place.column()))
                .orElse(List.of());
    }

    /**
     * Returns the column after the last character of the key or the value at a place, counted in characters from 1.
     * Returns empty if the place is in neither, for example in a header, or if the value is empty.
     */
    OptionalInt end(Location place) {
        return document(place)
                .map(document -> files.once(file(place), Excerpts.class, Excerpts::byLine))
                .map(lines -> lines.get(place.line()))
                .map(entry -> place.column() < entry.valueColumn() ? keyEnd(entry) : valueEnd(entry))
                .filter(end -> place.column() < end)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private static Map<Integer, IniEntry> byLine(IniDocument document) {
        return document.sections().stream()
                .flatMap(section -> section.entries().stream())
                .collect(Collectors.toMap(IniEntry::line, entry -> entry));
    }

    private static int keyEnd(IniEntry entry) {
        return entry.keyColumn() + entry.key().codePointCount(0, entry.key().length());
    }

    private static int valueEnd(IniEntry entry) {
        return entry.valueColumn() + entry.valueLength();
    }

    private static FileId file(Location place) {
        return new FileId(place.host(), place.path());
    }

    private Optional<IniDocument> document(Location place) {
        return Optional.of(place)
                .filter(at -> at.line() > 0)
                .map(Excerpts::file)
                .filter(files::contains)
                .map(files::document)
                .filter(document -> place.line() <= document.lineCount());
    }

    private static List<String> excerpt(String line, int column) {
        if (column == 0) {
            return List.of(visible(line));
        }
        int before = Math.min(column - 1, line.codePointCount(0, line.length()));
        int width = visible(line.substring(0, line.offsetByCodePoints(0, before)))
                .codePoints()
                .map(Excerpts::cells)
                .sum();
        return List.of(visible(line), " ".repeat(width) + "^");
    }

    /**
     * Returns the text with spaces for tabs and escapes for invisible characters, so that it cannot move the cursor or
     * change colours.
     */
    static String visible(String text) {
        return VisibleText.of(text.replace("\t", TAB));
    }

    /** Returns the number of columns in which a terminal shows a character. */
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
