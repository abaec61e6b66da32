package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.SectionSet;
import io.github.dmdsc.model.check.Read;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The lens of a file that has global parameters and one section for each part, for example a MAL instance or an
 * archive. Where global parameters may stand in any section, they belong to the file, and not to the section.
 */
final class SectionedLens<T extends ParameterSet<T>, P extends SectionSet<P>> implements Lens<T> {
    private final Function<T, List<P>> parts;
    private final BiFunction<T, List<P>, T> withParts;
    private final SectionCodec<T> globals;
    private final SectionCodec<P> sections;
    private final Set<String> anywhere;

    /** Makes a lens for a file whose global parameters stand before the first section. */
    SectionedLens(Class<T> type, Class<P> partType, Function<T, List<P>> parts, BiFunction<T, List<P>, T> withParts) {
        this(type, partType, parts, withParts, Set.of());
    }

    private SectionedLens(
            Class<T> type,
            Class<P> partType,
            Function<T, List<P>> parts,
            BiFunction<T, List<P>, T> withParts,
            Set<String> anywhere) {
        this.parts = parts;
        this.withParts = withParts;
        this.globals = new SectionCodec<>(type, Set.of(), anywhere);
        this.sections = new SectionCodec<>(partType, anywhere, Set.of());
        this.anywhere = anywhere;
    }

    /**
     * Makes a lens for a file of which some global parameters may also stand in or behind any section.
     *
     * @param anywhere the keys of these parameters
     */
    static <T extends ParameterSet<T>, P extends SectionSet<P>> SectionedLens<T, P> withGlobalsAnywhere(
            Class<T> type,
            Class<P> partType,
            Function<T, List<P>> parts,
            BiFunction<T, List<P>, T> withParts,
            Set<String> anywhere) {
        return new SectionedLens<>(type, partType, parts, withParts, anywhere);
    }

    @Override
    public Read<T> get(IniDocument document, FileId file) {
        FileReading reading = new FileReading(document, file);
        T value = globals.decode(ofGlobals(document), reading).value();
        List<P> read = new ArrayList<>();
        for (IniSection section :
                document.sections().subList(1, document.sections().size())) {
            read.add(sections.decode(section, reading).value(section.name()));
        }
        return new Read<>(withParts.apply(value, read), reading.findings());
    }

    @Override
    public IniDocument put(T value, IniDocument document) {
        T old = get(document, FileReading.NOWHERE).value();
        List<P> oldParts = parts.apply(old);
        List<P> newParts = parts.apply(value);
        for (P part : newParts) {
            if (!Collections.disjoint(part.other().keySet(), anywhere)) {
                throw new IllegalArgumentException(part.section() + " has a parameter of the whole file");
            }
        }
        Alignment alignment = Alignment.byName(names(oldParts), names(newParts));
        IniDocument changed = putGlobals(value, old, document);
        for (int gone : alignment.removed(oldParts.size())) {
            changed = changed.remove(changed.sections().get(gone + 1));
            if (!anywhere.isEmpty()) {
                // Global parameters that stood in the section stay in the file.
                changed = putGlobals(value, get(changed, FileReading.NOWHERE).value(), changed);
            }
        }
        for (int i = 0; i < newParts.size(); i++) {
            int continued = alignment.oldOf().get(i);
            Map<String, List<String>> image = ParameterTable.texts(newParts.get(i));
            if (continued >= 0) {
                changed = sections.change(changed, i + 1, ParameterTable.texts(oldParts.get(continued)), image);
            } else {
                changed = insert(changed, i + 1, newParts.get(i).section(), SectionCodec.entries(image));
            }
        }
        return changed;
    }

    private IniDocument putGlobals(T value, T old, IniDocument document) {
        return globals.change(document, ofGlobals(document), ParameterTable.texts(old), ParameterTable.texts(value));
    }

    /** Returns the global section and the other sections in which global parameters may stand. */
    private List<IniSection> ofGlobals(IniDocument document) {
        return anywhere.isEmpty() ? List.of(document.global()) : document.sections();
    }

    @Override
    public List<P> sections(T value) {
        return parts.apply(value);
    }

    /** Inserts a section at an index. */
    private static IniDocument insert(
            IniDocument document, int index, String name, List<Map.Entry<String, String>> entries) {
        List<IniSection> present = document.sections();
        if (index > 1) {
            return document.insertAfter(present.get(index - 1), name, entries);
        }
        return present.size() > 1
                ? document.insertBefore(present.get(1), name, entries)
                : document.append(name, entries);
    }

    private List<String> names(List<P> of) {
        return of.stream().map(SectionSet::section).toList();
    }
}
