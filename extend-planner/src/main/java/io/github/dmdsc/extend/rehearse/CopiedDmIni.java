package io.github.dmdsc.extend.rehearse;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the new dm.ini says what the one says that it was copied from (R6). Its own are the directory, the name and
 * the port, and every parameter in which the old nodes differ too, be it a path or an address. Of a single old node nobody
 * can tell that, so there it is what holds its directory or its name. Everything else is the cluster's.
 */
final class CopiedDmIni {
    private static final Set<String> OWN = Set.of("CONFIG_PATH", "INSTANCE_NAME", "PORT_NUM");
    /** What no two nodes may have of their own, whatever the old ones have. */
    private static final List<String> SHARED = List.of("SYSTEM_PATH", "CTL_PATH", "ARCH_INI");

    private final Setting setting;
    private final Ini copy;
    private final Ini source;

    CopiedDmIni(Setting setting, Ini copy) {
        this.setting = setting;
        this.copy = copy;
        this.source = setting.nodes().isEmpty() ? copy : ini(setting.nodes().get(0));
    }

    private Ini ini(Setting.Node node) {
        return setting.base().get(node.dmIni()).ini();
    }

    /** A parameter that is not as it must be, if there is one. */
    Optional<String> changed() {
        Set<String> own = own();
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
        return SHARED.stream()
                .filter(key -> !copy.global(key).equals(source.global(key)))
                .findFirst();
    }

    private static List<Ini.Entry> entries(Ini ini, Set<String> without) {
        return ini.sections().stream()
                .flatMap(part -> part.entries().stream())
                .filter(entry -> !without.contains(entry.key()))
                .toList();
    }

    private Set<String> own() {
        Set<String> own = new HashSet<>(OWN);
        if (setting.nodes().size() == 1) {
            source.globals().entries().stream().filter(this::mentions).forEach(entry -> own.add(entry.key()));
        }
        for (Setting.Node node : setting.nodes()) {
            Ini other = ini(node);
            source.globals().entries().forEach(entry -> {
                if (!other.global(entry.key()).equals(source.global(entry.key()))) {
                    own.add(entry.key());
                }
            });
            other.globals().entries().forEach(entry -> {
                if (source.globals().find(entry.key()).isEmpty()) {
                    own.add(entry.key());
                }
            });
        }
        return own;
    }

    private boolean mentions(Ini.Entry entry) {
        String value = Ini.slashed(entry.value());
        return value.contains(source.path("CONFIG_PATH")) || value.contains(source.global("INSTANCE_NAME"));
    }
}
