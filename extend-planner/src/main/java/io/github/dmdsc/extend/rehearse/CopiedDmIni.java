package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.ParameterInfo;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that the new dm.ini agrees with the dm.ini that it was copied from (R6). The parameters that belong to one
 * node may differ: the directory, the name, the port, and every parameter in which the old nodes differ. If there is
 * only one old node, every parameter whose value holds its directory, its name or one of its addresses may differ too.
 * All other parameters belong to the cluster and must be equal.
 */
final class CopiedDmIni {
    private static final Set<String> OWN = ParameterTable.of(DmIni.class).parameters().stream()
            .filter(parameter -> parameter.scope() == Scope.NODE)
            .map(ParameterInfo::key)
            .collect(Collectors.toUnmodifiableSet());

    /** The places of the database, which must be equal on the new node if they are equal on all old nodes. */
    private static final List<String> DATABASE = List.of(DmIni.SYSTEM_PATH, DmIni.CTL_PATH);

    /** The beginning of the names under which a request gives parameters of dm.ini. */
    private static final String PREFIX = "dm.";

    private final PlanContext context;
    private final Ini copy;
    private final Ini source;

    CopiedDmIni(PlanContext context, Ini copy) {
        this.context = context;
        this.copy = copy;
        this.source = ini(context, context.nodes().get(0));
    }

    private static Ini ini(PlanContext context, PlanContext.Node node) {
        return context.base().get(node.dmIni()).ini();
    }

    /** Returns a parameter that differs although it must not; empty if there is none. */
    Optional<String> changed() {
        Set<String> own = context.ownParameters();
        List<Ini.Entry> wanted = entries(source, own);
        List<Ini.Entry> found = entries(copy, own);
        for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
            if (i >= found.size()) {
                return Optional.of(wanted.get(i).key());
            }
            Ini.Entry entry = found.get(i);
            if (i >= wanted.size() || !entry.equals(wanted.get(i))) {
                return Optional.of(entry.key() + " = " + entry.value());
            }
        }
        Map<String, String> given = given(context);
        Stream<String> shared =
                Stream.concat(DATABASE.stream(), Stream.of(DmIni.ARCH_INI).filter(key -> !given.containsKey(key)));
        return Stream.concat(
                        shared.filter(key -> agree(key) && !copy.global(key).equals(source.global(key))),
                        given.entrySet().stream()
                                .filter(each -> !copy.global(each.getKey())
                                        .equals(Values.plain(each.getKey(), each.getValue())))
                                .map(Map.Entry::getKey))
                .findFirst();
    }

    /** Returns the values that the request gives under the key of a parameter that nodes usually share. */
    private static Map<String, String> given(PlanContext context) {
        Map<String, String> given = new TreeMap<>();
        context.plan().request().values().forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !name.equals("dm.path") && !OWN.contains(name.substring(PREFIX.length()))) {
                given.put(name.substring(PREFIX.length()), value);
            }
        });
        return given;
    }

    private boolean agree(String key) {
        return context.nodes().stream()
                .allMatch(node -> ini(context, node).global(key).equals(source.global(key)));
    }

    private static List<Ini.Entry> entries(Ini ini, Set<String> without) {
        return ini.sections().stream()
                .flatMap(part -> part.entries().stream())
                .filter(entry -> !without.contains(entry.key()))
                .toList();
    }

    /** Returns the parameters of dm.ini that belong to one node and may differ. */
    static Set<String> own(PlanContext context) {
        Set<String> own = new HashSet<>(OWN);
        own.addAll(given(context).keySet());
        Ini source = ini(context, context.nodes().get(0));
        if (context.nodes().size() == 1) {
            source.globals().entries().stream()
                    .filter(entry ->
                            mentions(source, entry) || context.addresses().isMentionedIn(entry.value()))
                    .forEach(entry -> own.add(entry.key()));
        }
        Map<String, String> first = source.globals().values();
        for (PlanContext.Node node : context.nodes()) {
            Map<String, String> other = ini(context, node).globals().values();
            Stream.concat(first.keySet().stream(), other.keySet().stream())
                    .filter(key -> !Objects.equals(first.get(key), other.get(key)))
                    .forEach(own::add);
        }
        return own;
    }

    private static boolean mentions(Ini source, Ini.Entry entry) {
        String value = Values.path(entry.value());
        return value.contains(source.path(DmIni.CONFIG_PATH)) || value.contains(source.global(DmIni.INSTANCE_NAME));
    }
}
