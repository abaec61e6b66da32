package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.IniDialect;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.check.Read;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lens of dmdcr_cfg.ini. The endpoints of a group are the sections with its name, in any part of the file. A new
 * section follows directly after the endpoint before it.
 */
final class DcrLens implements Lens<DmdcrCfg> {
    private static final String GROUP_SECTION = "GRP";

    private final SectionCodec<DmdcrCfg> globals = new SectionCodec<>(DmdcrCfg.class);
    private final SectionCodec<DcrGroup> groups = new SectionCodec<>(DcrGroup.class);
    private final SectionCodec<DcrEndpoint> endpoints = new SectionCodec<>(DcrEndpoint.class);

    @Override
    public Read<DmdcrCfg> get(IniDocument document, FileId file) {
        FileReading reading = new FileReading(document, file);
        DmdcrCfg value = globals.decode(document.global(), reading).value();
        Map<String, List<IniSection>> byName = new LinkedHashMap<>();
        for (IniSection section :
                document.sections().subList(1, document.sections().size())) {
            byName.computeIfAbsent(IniDialect.canonical(section.name()), name -> new ArrayList<>())
                    .add(section);
        }
        List<DcrGroup> read = new ArrayList<>();
        for (IniSection section : document.sections(GROUP_SECTION)) {
            DcrGroup group = group(section, reading);
            List<IniSection> own = group.name()
                    .map(name -> byName.remove(IniDialect.canonical(name)))
                    .orElse(List.of());
            read.add(group.withEndpoints(members(own, reading)));
        }
        byName.remove(GROUP_SECTION);
        if (read.stream().allMatch(group -> group.name().isPresent())) {
            byName.values()
                    .forEach(strays -> strays.forEach(stray -> reading.report(BindFindings.noGroup(file, stray))));
        }
        return new Read<>(value.withGroups(read), reading.findings());
    }

    /**
     * Reads a group. If its name is reserved, it is read without its name and endpoints, because its endpoints could
     * not be distinguished from groups.
     */
    private DcrGroup group(IniSection section, FileReading reading) {
        Decoded<DcrGroup> decoded = groups.decode(section, reading);
        DcrGroup group = decoded.value();
        if (!isReserved(name(group))) {
            return group;
        }
        section.first(DcrGroup.NAME)
                .ifPresent(entry -> reading.report(BindFindings.reservedName(reading.file(), entry)));
        return decoded.valueWithout(DcrGroup.NAME);
    }

    private List<DcrEndpoint> members(List<IniSection> sections, FileReading reading) {
        return sections.stream()
                .map(section -> endpoints.decode(section, reading).value())
                .toList();
    }

    @Override
    public IniDocument put(DmdcrCfg value, IniDocument document) {
        for (DcrGroup group : value.groups()) {
            if (isReserved(name(group))) {
                throw new IllegalArgumentException("a group must not be named " + GROUP_SECTION);
            }
        }
        DmdcrCfg old = get(document, FileReading.NOWHERE).value();
        IniDocument changed = globals.change(document, 0, ParameterTable.texts(old), ParameterTable.texts(value));
        Alignment alignment = Alignment.byName(names(old.groups()), names(value.groups()));
        for (int gone : alignment.removed(old.groups().size())) {
            for (DcrEndpoint ignored : old.groups().get(gone).endpoints()) {
                List<IniSection> own = changed.sections(name(old.groups().get(gone)));
                changed = changed.remove(own.get(own.size() - 1));
            }
            changed = changed.remove(changed.sections(GROUP_SECTION).get(gone));
        }
        for (int i = 0; i < value.groups().size(); i++) {
            DcrGroup group = value.groups().get(i);
            int continued = alignment.oldOf().get(i);
            DcrGroup before = continued >= 0 ? old.groups().get(continued) : null;
            if (before == null) {
                changed = insertGroup(changed, i, group);
                before = group.withEndpoints(strays(changed, name(group)));
            } else {
                int section = changed.sections(GROUP_SECTION).get(i).index();
                changed = groups.change(changed, section, ParameterTable.texts(before), ParameterTable.texts(group));
            }
            changed = putEndpoints(changed, i, before.endpoints(), group);
        }
        return changed;
    }

    /** Returns the sections that have the name of a new group. When the group is added, they become its endpoints. */
    private List<DcrEndpoint> strays(IniDocument document, String name) {
        return name.isEmpty() ? List.of() : members(document.sections(name), FileReading.silent(document));
    }

    private IniDocument insertGroup(IniDocument document, int index, DcrGroup group) {
        List<IniSection> present = document.sections(GROUP_SECTION);
        List<Map.Entry<String, String>> entries = SectionCodec.entries(ParameterTable.texts(group));
        return index < present.size()
                ? document.insertBefore(present.get(index), GROUP_SECTION, entries)
                : document.append(GROUP_SECTION, entries);
    }

    private IniDocument putEndpoints(IniDocument document, int groupIndex, List<DcrEndpoint> before, DcrGroup group) {
        List<DcrEndpoint> after = group.endpoints();
        String name = name(group);
        Alignment alignment = Alignment.byNameOrPlace(endpointNames(before), endpointNames(after));
        IniDocument changed = document;
        for (int gone : alignment.removed(before.size())) {
            changed = changed.remove(changed.sections(name).get(gone));
        }
        for (int i = 0; i < after.size(); i++) {
            int continued = alignment.oldOf().get(i);
            Map<String, List<String>> image = ParameterTable.texts(after.get(i));
            List<IniSection> own = changed.sections(name);
            if (continued >= 0) {
                Map<String, List<String>> old = ParameterTable.texts(before.get(continued));
                changed = endpoints.change(changed, own.get(i).index(), old, image);
            } else {
                // If the group has no endpoint yet, the first one follows its [GRP] section.
                IniSection sibling =
                        i > 0 ? own.get(i - 1) : changed.sections(GROUP_SECTION).get(groupIndex);
                changed = changed.insertAfter(sibling, sectionName(own, name), SectionCodec.entries(image));
            }
        }
        return changed;
    }

    /**
     * Returns the section name of a new endpoint, spelt as in the sections of its siblings, or as the group spells it
     * if there are none.
     */
    private static String sectionName(List<IniSection> own, String name) {
        return own.isEmpty() ? name : own.get(own.size() - 1).name();
    }

    /** Returns whether the endpoints of a group with this name would be read as groups. */
    private static boolean isReserved(String name) {
        return IniDialect.canonical(name).equals(GROUP_SECTION);
    }

    private static List<String> names(List<DcrGroup> of) {
        return of.stream().map(group -> IniDialect.canonical(name(group))).toList();
    }

    private static List<String> endpointNames(List<DcrEndpoint> of) {
        return of.stream().map(endpoint -> endpoint.name().orElse("")).toList();
    }

    private static String name(DcrGroup group) {
        return group.name().orElse("");
    }
}
