package io.github.dmdsc.ini.diff;

import io.github.dmdsc.ini.IniDialect;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.ini.lens.Lens;
import io.github.dmdsc.ini.lens.Lenses;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.FileKind;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.SectionSet;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the image of a file. The models give the meanings of values, and the document gives their places. */
final class ImageReader {
    private static final String SEQNO = DcrEndpoint.SEQNO;
    private static final String ADDRESS = Dmcssm.CSS_ADDRESSES;

    /** Kinds of file that are compared as texts, because no process of the cluster reads them. */
    private static final Set<FileKind> UNREAD = Set.of(FileKind.DMWATCHER, FileKind.DMINIT);

    private final FileId file;
    private final IniDocument document;
    private final List<Finding> findings = new ArrayList<>();

    /** The sections that are in no image yet, by the line of their header. */
    private final SortedMap<Integer, IniSection> remaining = new TreeMap<>();

    private ImageReader(FileId file, IniDocument document) {
        this.file = file;
        this.document = document;
        List<IniSection> sections = document.sections();
        sections.subList(1, sections.size()).forEach(section -> remaining.put(section.line(), section));
    }

    /**
     * An image, and the lines and values of the file that are not in it.
     *
     * @param image the image of the file
     * @param findings the lines and values that no model can read
     */
    record Result(Image image, List<Finding> findings) {}

    static Result read(FileId file, IniDocument document) {
        ImageReader reader = new ImageReader(file, document);
        Image image = reader.file(Lenses.kind(file, reader.document));
        return new Result(image, reader.findings);
    }

    private Image file(Optional<FileKind> kind) {
        return kind.filter(known -> !UNREAD.contains(known))
                .map(Lenses::of)
                .map(this::image)
                .orElseGet(() -> globals(Optional.empty(), List.of(), Set.of()));
    }

    private <T extends ParameterSet<?>> Image image(Lens<T> lens) {
        Read<T> bound = lens.get(document, file);
        findings.addAll(bound.findings());
        T model = bound.value();
        if (model instanceof DmdcrCfg dcr) {
            return dcr(dcr);
        }
        if (model instanceof Dmcssm) {
            return globals(Optional.of(model), addresses(), Set.of(ADDRESS));
        }
        return globals(
                Optional.of(model),
                lens.sections(model).stream().map(this::part).toList(),
                Set.of());
    }

    private Image dcr(DmdcrCfg dcr) {
        List<Image> groups = new ArrayList<>();
        for (DcrGroup group : dcr.groups()) {
            String name = group.name().orElse("");
            List<Image> endpoints = new ArrayList<>();
            for (int i = 0; i < group.endpoints().size(); i++) {
                endpoints.add(endpoint(name, group.number(i), group.endpoints().get(i)));
            }
            groups.add(section(PartKind.GROUP, name, IniDialect.canonical(name), group, Optional.empty(), endpoints));
        }
        return globals(Optional.of(dcr), groups, Set.of());
    }

    private Image endpoint(String group, int seqno, DcrEndpoint endpoint) {
        String name = endpoint.name().orElse("");
        Part part = new Part(file, PartKind.ENDPOINT, group + "/" + name);
        var number = new Change.EndpointRenumbered.Numbered(
                part, seqno, endpoint.origin().at(SEQNO));
        return section(
                PartKind.ENDPOINT, part.name(), IniDialect.canonical(name), endpoint, Optional.of(number), List.of());
    }

    private Image part(SectionSet<?> part) {
        String name = part.section();
        PartKind kind = part instanceof DmArchive ? PartKind.ARCHIVE : PartKind.SECTION;
        if (part instanceof MalInstance instance) {
            name = instance.name().orElse("[" + name + "]");
            kind = PartKind.MAL_INSTANCE;
        }
        return section(kind, name, IniDialect.canonical(name), part, Optional.empty(), List.of());
    }

    private List<Image> addresses() {
        List<Image> addresses = new ArrayList<>();
        for (IniEntry entry : document.global().all(ADDRESS)) {
            Part part = new Part(file, PartKind.CSS_ADDRESS, entry.value());
            addresses.add(new Image(
                    part,
                    IniDialect.canonical(entry.value().replace(" ", "")),
                    Location.of(file, entry.line(), entry.valueColumn()),
                    Optional.empty(),
                    new TreeMap<>(),
                    List.of()));
        }
        return addresses;
    }

    /** Returns the image of the whole file: its globals, the given parts, and all other sections. */
    private Image globals(Optional<? extends ParameterSet<?>> model, List<Image> parts, Set<String> without) {
        Part part = new Part(file, PartKind.GLOBALS, "");
        SortedMap<String, Image.Meaning> parameters = parameters(part, document.global(), model);
        parameters.keySet().removeAll(without);
        List<Image> children = new ArrayList<>(parts);
        for (IniSection section : remaining.values()) {
            Part other = new Part(file, PartKind.SECTION, section.name());
            children.add(new Image(
                    other,
                    IniDialect.canonical(section.name()),
                    Location.of(file, section.line(), section.column()),
                    Optional.empty(),
                    parameters(other, section, Optional.empty()),
                    List.of()));
        }
        return new Image(part, "", Location.of(file), Optional.empty(), parameters, children);
    }

    private Image section(
            PartKind kind,
            String name,
            String key,
            ParameterSet<?> model,
            Optional<Change.EndpointRenumbered.Numbered> seqno,
            List<Image> children) {
        Part part = new Part(file, kind, name);
        Location at = model.origin().self();
        IniSection section = Objects.requireNonNull(remaining.remove(at.line()));
        return new Image(part, key, at, seqno, parameters(part, section, Optional.of(model)), children);
    }

    private SortedMap<String, Image.Meaning> parameters(
            Part part, IniSection section, Optional<? extends ParameterSet<?>> model) {
        Map<String, List<IniEntry>> byKey = new LinkedHashMap<>();
        for (IniEntry entry : section.entries()) {
            byKey.computeIfAbsent(IniDialect.canonical(entry.key()), key -> new ArrayList<>())
                    .add(entry);
        }
        Map<String, List<String>> read = model.map(ParameterTable::texts).orElse(Map.of());
        SortedMap<String, Image.Meaning> parameters = new TreeMap<>();
        byKey.forEach((key, entries) -> {
            List<String> texts = entries.stream().map(IniEntry::value).toList();
            IniEntry first = entries.get(0);
            Value value = new Value(part, texts, Location.of(file, first.line(), first.valueColumn()));
            // If the model can read the value, the meaning is in normal form: 60 for 060, {0,1} for {0, 1}.
            List<String> own = read.getOrDefault(key, texts);
            String meaning = String.join("\n", own.size() == 1 && texts.size() == 1 ? own : texts);
            parameters.put(key, new Image.Meaning(value, meaning));
        });
        return parameters;
    }
}
