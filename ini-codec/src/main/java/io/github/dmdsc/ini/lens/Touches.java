package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.IniDialect;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds the lines in which two texts of one file differ, and the parameter or the header to which each of them belongs.
 */
final class Touches {
    private final FileId file;
    private final IniDocument before;
    private final IniDocument after;
    private final List<Touched> touched = new ArrayList<>();
    private final NavigableMap<Integer, Touched> byLineBefore = new TreeMap<>();
    private final NavigableMap<Integer, Touched> byLineAfter = new TreeMap<>();

    /**
     * The headers and parameters that exist before and after the edit: their lines after it, by their lines before it.
     */
    private final SortedMap<Integer, Integer> continued = new TreeMap<>();

    private Touches(FileId file, IniDocument before, IniDocument after) {
        this.file = file;
        this.before = before;
        this.after = after;
    }

    /**
     * Returns the touched lines in the order of their numbers after the edit; a removed line has its number before the
     * edit.
     */
    static List<Touched> between(FileId file, IniDocument before, IniDocument after) {
        Touches touches = new Touches(file, before, after);
        for (Pair<IniSection> pair : pairs(before.sections(), after.sections(), Touches::identity, Touches::name)) {
            touches.sections(pair);
        }
        touches.linesBetween();
        touches.touched.sort(Comparator.comparingInt(
                each -> each.after().or(each::before).map(Touched.Line::number).orElse(0)));
        return List.copyOf(touches.touched);
    }

    private void sections(Pair<IniSection> pair) {
        String name = pair.after().or(pair::before).map(IniSection::name).orElse("");
        compare(name, "", pair.map(Touches::header));
        Pair<Map<String, List<IniEntry>>> entries = pair.map(section -> Optional.of(byKey(section)));
        Set<String> keys = new LinkedHashSet<>();
        Stream.of(entries.before(), entries.after())
                .flatMap(Optional::stream)
                .forEach(all -> keys.addAll(all.keySet()));
        for (String key : keys) {
            Pair<List<IniEntry>> all = entries.map(each -> Optional.ofNullable(each.get(key)));
            pairs(all.before().orElse(List.of()), all.after().orElse(List.of()), IniEntry::value, entry -> "")
                    .forEach(both -> compare(
                            name, key, both.map(entry -> Optional.of(new Touched.Line(entry.line(), entry.value())))));
        }
    }

    private static Map<String, List<IniEntry>> byKey(IniSection section) {
        Map<String, List<IniEntry>> entries = new LinkedHashMap<>();
        section.entries()
                .forEach(entry -> entries.computeIfAbsent(IniDialect.canonical(entry.key()), key -> new ArrayList<>())
                        .add(entry));
        return entries;
    }

    private void compare(String section, String key, Pair<Touched.Line> lines) {
        if (lines.before().isPresent() && lines.after().isPresent()) {
            continued.put(lines.before().get().number(), lines.after().get().number());
        }
        if (!lines.before().map(Touched.Line::value).equals(lines.after().map(Touched.Line::value))) {
            add(new Touched(file, section, key, lines.before(), lines.after()));
        }
    }

    private void add(Touched line) {
        touched.add(line);
        line.before().ifPresent(at -> byLineBefore.put(at.number(), line));
        line.after().ifPresent(at -> byLineAfter.put(at.number(), line));
    }

    /**
     * Finds the comments, blank lines and malformed lines that differ. They lie between the headers and parameters that
     * exist before and after the edit.
     */
    private void linesBetween() {
        int old = 1;
        int fresh = 1;
        for (Map.Entry<Integer, Integer> pair : continued.entrySet()) {
            // Skip a part that was moved up: the lines before it are already compared.
            if (pair.getValue() >= fresh) {
                compare(old, pair.getKey(), fresh, pair.getValue());
                addLineEnd(pair.getKey(), pair.getValue());
                old = pair.getKey() + 1;
                fresh = pair.getValue() + 1;
            }
        }
        compare(old, before.lineCount() + 1, fresh, after.lineCount() + 1);
    }

    /** Compares two runs of lines. Equal lines at their starts, and then at their ends, are the lines that stay. */
    private void compare(int fromBefore, int endBefore, int fromAfter, int endAfter) {
        int old = fromBefore;
        int fresh = fromAfter;
        while (old < endBefore && fresh < endAfter && before.line(old).equals(after.line(fresh))) {
            addLineEnd(old++, fresh++);
        }
        int oldEnd = endBefore;
        int freshEnd = endAfter;
        while (oldEnd > old && freshEnd > fresh && before.line(oldEnd - 1).equals(after.line(freshEnd - 1))) {
            oldEnd--;
            freshEnd--;
        }
        for (int line = old; line < oldEnd; line++) {
            if (!byLineBefore.containsKey(line)) {
                add(beside(byLineBefore, line, old, oldEnd), Optional.of(line(before, line)), Optional.empty());
            }
        }
        for (int line = fresh; line < freshEnd; line++) {
            if (!byLineAfter.containsKey(line)) {
                add(beside(byLineAfter, line, fresh, freshEnd), Optional.empty(), Optional.of(line(after, line)));
            }
        }
    }

    /** Returns the next touched line of the run at or after a line; if there is none, the last one before it. */
    private static Optional<Touched> beside(NavigableMap<Integer, Touched> byLine, int line, int from, int end) {
        NavigableMap<Integer, Touched> run = byLine.subMap(from, true, end, false);
        return Stream.of(run.ceilingEntry(line), run.floorEntry(line))
                .filter(Objects::nonNull)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * Adds a line that stays as touched if it gets a line end: it was the last line without a line end, and another
     * line now follows it.
     */
    private void addLineEnd(int old, int fresh) {
        boolean getsItsEnd = old == before.lineCount() && fresh < after.lineCount() && !endsWithLineEnd(before);
        if (getsItsEnd && !byLineAfter.containsKey(fresh)) {
            Optional<Touched> behind = beside(byLineAfter, fresh, fresh, after.lineCount() + 1);
            add(behind, Optional.of(line(before, old)), Optional.of(line(after, fresh)));
        }
    }

    private static boolean endsWithLineEnd(IniDocument document) {
        byte[] bytes = document.toBytes();
        return bytes[bytes.length - 1] == '\n' || bytes[bytes.length - 1] == '\r';
    }

    private static Touched.Line line(IniDocument document, int number) {
        return new Touched.Line(number, document.line(number));
    }

    private void add(Optional<Touched> with, Optional<Touched.Line> before, Optional<Touched.Line> after) {
        String section = with.map(Touched::section).orElse("");
        add(new Touched(file, section, with.map(Touched::key).orElse(""), before, after));
    }

    private static Optional<Touched.Line> header(IniSection section) {
        return section.index() > 0 ? Optional.of(new Touched.Line(section.line(), section.name())) : Optional.empty();
    }

    /**
     * Returns the name of a section together with the name of its endpoint or group, which distinguishes sections of
     * the same name.
     */
    private static String identity(IniSection section) {
        String part = section.first(DcrEndpoint.NAME)
                .or(() -> section.first(DcrGroup.NAME))
                .map(IniEntry::value)
                .orElse("");
        return name(section) + "\n" + IniDialect.canonical(part);
    }

    private static String name(IniSection section) {
        return IniDialect.canonical(section.name());
    }

    /**
     * Pairs the sections, or the entries with one key, before and after an edit. Those with equal identities are paired
     * first, as {@link Alignment#byName} does. Between these pairs, those with equal names are paired in their order.
     * The others have no partner.
     */
    private static <T> List<Pair<T>> pairs(
            List<T> before, List<T> after, Function<T, String> identity, Function<T, String> name) {
        List<Integer> oldOf = Alignment.byName(
                        before.stream().map(identity).toList(),
                        after.stream().map(identity).toList())
                .oldOf();
        List<Pair<T>> pairs = new ArrayList<>();
        int old = 0;
        int fresh = 0;
        while (fresh <= after.size()) {
            int end = fresh;
            while (end < after.size() && oldOf.get(end) < 0) {
                end++;
            }
            int oldEnd = end < after.size() ? oldOf.get(end) : before.size();
            pairs.addAll(inOrder(before.subList(old, oldEnd), after.subList(fresh, end), name));
            if (end < after.size()) {
                pairs.add(new Pair<>(Optional.of(before.get(oldEnd)), Optional.of(after.get(end))));
            }
            old = oldEnd + 1;
            fresh = end + 1;
        }
        return pairs;
    }

    private static <T> List<Pair<T>> inOrder(List<T> before, List<T> after, Function<T, String> name) {
        List<T> left = new ArrayList<>(before);
        List<Pair<T>> pairs = new ArrayList<>();
        for (T fresh : after) {
            Optional<T> old = left.stream()
                    .filter(each -> name.apply(each).equals(name.apply(fresh)))
                    .findFirst();
            old.ifPresent(left::remove);
            pairs.add(new Pair<>(old, Optional.of(fresh)));
        }
        left.forEach(old -> pairs.add(new Pair<>(Optional.of(old), Optional.empty())));
        return pairs;
    }

    /** A section, an entry or a line before and after an edit; empty on the side that lacks it. */
    private record Pair<T>(Optional<T> before, Optional<T> after) {
        <R> Pair<R> map(Function<T, Optional<R>> of) {
            return new Pair<>(before.flatMap(of), after.flatMap(of));
        }
    }
}
