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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the parameters and headers in which two texts of one file differ. */
final class Touches {
    private final FileId file;
    private final List<Touched> touched = new ArrayList<>();

    private Touches(FileId file) {
        this.file = file;
    }

    /** In the order of the lines after the edit, a removed line where it stood before. */
    static List<Touched> between(FileId file, IniDocument before, IniDocument after) {
        Touches touches = new Touches(file);
        for (Pair<IniSection> pair : pairs(before.sections(), after.sections(), Touches::identity, Touches::name)) {
            touches.sections(pair);
        }
        touches.touched.sort(Comparator.comparingInt(
                each -> each.after().or(each::before).map(Touched.Line::number).orElse(0)));
        return List.copyOf(touches.touched);
    }

    private void sections(Pair<IniSection> pair) {
        String name = pair.after().or(pair::before).map(IniSection::name).orElse("");
        add(name, "", pair.map(Touches::header));
        Set<String> keys = new LinkedHashSet<>();
        Stream.of(pair.before(), pair.after())
                .flatMap(Optional::stream)
                .flatMap(section -> section.entries().stream())
                .forEach(entry -> keys.add(IniDialect.canonical(entry.key())));
        for (String key : keys) {
            List<IniEntry> old = pair.before().map(section -> section.all(key)).orElse(List.of());
            List<IniEntry> fresh = pair.after().map(section -> section.all(key)).orElse(List.of());
            pairs(old, fresh, IniEntry::value, entry -> "")
                    .forEach(entries -> add(
                            name,
                            key,
                            entries.map(entry -> Optional.of(new Touched.Line(entry.line(), entry.value())))));
        }
    }

    private void add(String section, String key, Pair<Touched.Line> lines) {
        if (!lines.before().map(Touched.Line::value).equals(lines.after().map(Touched.Line::value))) {
            touched.add(new Touched(file, section, key, lines.before(), lines.after()));
        }
    }

    private static Optional<Touched.Line> header(IniSection section) {
        return section.index() > 0 ? Optional.of(new Touched.Line(section.line(), section.name())) : Optional.empty();
    }

    /** Sections of one name are told apart by the name of their endpoint or group. */
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
     * Pairs things with equal identities in their order, and between those the things of one name in their order; what is
     * left over has no partner.
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

    /** A thing before and after. */
    private record Pair<T>(Optional<T> before, Optional<T> after) {
        <R> Pair<R> map(Function<T, Optional<R>> of) {
            return new Pair<>(before.flatMap(of), after.flatMap(of));
        }
    }
}
