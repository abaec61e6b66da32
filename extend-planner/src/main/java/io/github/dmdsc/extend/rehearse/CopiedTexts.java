package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks the other files of the copied directory (R6). A line must not hold the directory or the name of the source
 * node, unless it also holds those of another old node, or every old node has the line. If sqllog.ini of the source node
 * has the section that dm.ini names, that of the new node has it too.
 *
 * @param context the fixed facts of the rehearsal
 * @param state the state of the cluster
 */
record CopiedTexts(PlanContext context, ModelState state) {
    private static final Set<String> KNOWN = Set.of("dm.ini", "dmmal.ini", "dmarch.ini");
    private static final String LOGGING = "sqllog.ini";
    private static final String LOG_SECTION = "SVR_LOG_NAME";

    void demand(FileId dmIni, Judge judge) {
        List<String> first = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (PlanContext.Node node : context.nodes()) {
            Ini ini = context.base().get(node.dmIni()).ini();
            (first.isEmpty() ? first : others)
                    .addAll(List.of(ini.path(DmIni.CONFIG_PATH), ini.global(DmIni.INSTANCE_NAME)));
        }
        others.removeAll(first);
        // dm.ini may lie outside the configuration directory, so the directory is the one that dm.ini names.
        String directory = state.files().get(dmIni).ini().path(DmIni.CONFIG_PATH);
        first.remove(directory);
        for (FileId file : state.files().ids()) {
            boolean below = file.host().equals(dmIni.host()) && file.path().startsWith(directory + "/");
            String text = new String(state.files().get(file).bytes(), StandardCharsets.ISO_8859_1);
            String name = below ? file.path().substring(directory.length() + 1) : "";
            if (below && !file.equals(dmIni) && !KNOWN.contains(name) && text.indexOf(0) < 0) {
                judge.demand(
                        Requirement.CONFIG_DIRECTORY,
                        !name.equals(LOGGING)
                                || hasLogSection(dmIni)
                                || !hasLogSection(context.nodes().get(0).dmIni()),
                        file + " " + LOG_SECTION);
                text.lines()
                        .filter(line -> holds(line, first) && !holds(line, others) && !isEverywhere(name, line))
                        .forEach(line -> judge.demand(Requirement.CONFIG_DIRECTORY, false, file + " " + line.strip()));
            }
        }
    }

    /** Whether sqllog.ini has the section that a dm.ini names. The charset of a name that is not ASCII is unknown. */
    private boolean hasLogSection(FileId dmIni) {
        String section = Values.capitals(state.ini(dmIni).global(LOG_SECTION));
        return section.chars().anyMatch(letter -> letter >= 128)
                || state.ini(state.files().inConfigPath(dmIni, LOGGING)).named().stream()
                        .anyMatch(part -> part.name().equals(section));
    }

    /** Whether each of several old nodes has a line in its file with this name. */
    private boolean isEverywhere(String name, String line) {
        return context.nodes().size() > 1
                && context.nodes().stream()
                        .map(node -> context.base().get(context.base().inConfigPath(node.dmIni(), name)))
                        .allMatch(file -> new String(file.bytes(), StandardCharsets.ISO_8859_1)
                                .lines()
                                .anyMatch(other -> other.strip().equals(line.strip())));
    }

    private static boolean holds(String line, List<String> names) {
        return names.stream().anyMatch(name -> holds(line, name));
    }

    /** Whether a line holds a name as a whole, and not as a part of a longer name or path. */
    private static boolean holds(String line, String name) {
        for (int at = line.indexOf(name); at >= 0 && !name.isEmpty(); at = line.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || (!isPart(line.charAt(at - 1)) && line.charAt(at - 1) != '/');
            if (begins && (end == line.length() || !isPart(line.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(char c) {
        return (c < 128 && Character.isLetterOrDigit(c)) || "_$.-".indexOf(c) >= 0;
    }
}
