package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.FileId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the new node's own files are those of a node that can join (R6, R7). */
final class NewNodeFiles {
    private final Setting setting;
    private final World world;

    NewNodeFiles(Setting setting, World world) {
        this.setting = setting;
        this.world = world;
    }

    /** The new dmdcr.ini: the one that was not there before. */
    Optional<FileId> dmdcr() {
        return world.files().ids().stream()
                .filter(file -> !setting.base().contains(file) && file.host().equals(setting.newHost()))
                .filter(file -> world.files().get(file).sort() == FileSort.DMDCR)
                .findFirst();
    }

    /** The new dm.ini: the one in the copied directory. */
    Optional<FileId> dmIni() {
        return world.copies().keySet().stream()
                .filter(to -> to.host().equals(setting.newHost()))
                .map(to -> to.sibling(to.path() + "/dm.ini"))
                .filter(world.files()::contains)
                .findFirst();
    }

    void demand(Judge judge) {
        judge.demand(Rule.CONFIG_DIRECTORY, dmIni().isPresent(), setting.newHost());
        judge.demand(Rule.NEW_DMDCR, dmdcr().isPresent(), setting.newHost());
        dmIni().ifPresent(file -> dmIni(file, judge));
        dmdcr().ifPresent(file -> dmdcr(file, judge));
    }

    private void dmIni(FileId file, Judge judge) {
        Ini ini = world.ini(file);
        Ini source = setting.base().get(setting.nodes().get(0).dmIni()).ini();
        judge.demand(Rule.CONFIG_DIRECTORY, ini.path("CONFIG_PATH").equals(file.directory()), file + " CONFIG_PATH");
        demandValue(judge, Rule.CONFIG_DIRECTORY, file, ini, "INSTANCE_NAME", setting.newName(Kind.DB));
        for (String shared : List.of("SYSTEM_PATH", "CTL_PATH", "ARCH_INI")) {
            demandValue(judge, Rule.CONFIG_DIRECTORY, file, ini, shared, source.global(shared));
        }
        if (ini.global("ARCH_INI").equals("1")) {
            archives(file.sibling(file.directory() + "/dmarch.ini"), judge);
        }
    }

    /** Archives go to a directory of the node's own where those of the others do, and to every other node or none. */
    private void archives(FileId file, Judge judge) {
        Set<String> taken = new HashSet<>();
        boolean each = true;
        for (Setting.Node node : setting.nodes()) {
            FileId other = node.dmIni().sibling(node.dmIni().directory() + "/dmarch.ini");
            for (String directory : directories(world.ini(other))) {
                each &= taken.add(directory);
            }
        }
        List<String> own = directories(world.ini(file));
        judge.demand(Rule.CONFIG_DIRECTORY, !own.isEmpty(), file);
        if (each) {
            judge.demand(Rule.CONFIG_DIRECTORY, own.stream().noneMatch(taken::contains), file + " ARCH_DEST");
        }
        List<String> remote = remotes(world.ini(file));
        List<String> old = setting.old().names(Kind.DB);
        judge.demand(
                Rule.CONFIG_DIRECTORY,
                remote.isEmpty() || Set.copyOf(remote).equals(Set.copyOf(old)),
                file + " ARCH_TYPE = REMOTE");
    }

    private static List<String> directories(Ini ini) {
        return ini.named().stream()
                .map(part ->
                        part.get(part.get("ARCH_TYPE").equalsIgnoreCase("REMOTE") ? "ARCH_INCOMING_PATH" : "ARCH_DEST"))
                .toList();
    }

    /** The instances that a dmarch.ini names. */
    static List<String> remotes(Ini ini) {
        return ini.named().stream()
                .filter(part -> part.get("ARCH_TYPE").equalsIgnoreCase("REMOTE"))
                .map(part -> part.get("ARCH_DEST"))
                .toList();
    }

    private void dmdcr(FileId file, Judge judge) {
        Ini ini = world.ini(file);
        Ini source = setting.base().get(setting.nodes().get(0).dmdcr()).ini();
        demandValue(judge, Rule.NEW_DMDCR, file, ini, "DMDCR_SEQNO", String.valueOf(setting.before()));
        demandValue(judge, Rule.NEW_DMDCR, file, ini, "DMDCR_PATH", source.global("DMDCR_PATH"));
        FileId mal = file.sibling(ini.path("DMDCR_MAL_PATH"));
        boolean ownMal = setting.nodes().stream()
                .noneMatch(node -> node.host().equals(file.host())
                        && world.ini(node.dmdcr()).path("DMDCR_MAL_PATH").equals(mal.path()));
        judge.demand(Rule.NEW_DMDCR, ownMal && world.files().contains(mal), file + " DMDCR_MAL_PATH");
        for (String key : List.of("DMDCR_ASM_STARTUP_CMD", "DMDCR_DB_STARTUP_CMD")) {
            for (String word : ini.global(key).split("\\s+", -1)) {
                String value = Ini.slashed(word.substring(word.indexOf('=') + 1));
                if (Ini.capitals(word).startsWith("DCR_INI=")) {
                    judge.demand(Rule.NEW_DMDCR, value.equals(file.path()), file + " " + key);
                } else if (word.startsWith("path=")) {
                    boolean own =
                            dmIni().map(FileId::path).filter(value::equals).isPresent();
                    judge.demand(Rule.NEW_DMDCR, own, file + " " + key);
                }
            }
        }
    }

    private static void demandValue(Judge judge, Rule rule, FileId file, Ini ini, String key, String value) {
        judge.demand(rule, ini.global(key).equals(value), file + " " + key + " = " + ini.global(key));
    }

    /** The service that dmcss restarts for a process of that kind. */
    Optional<String> service(Kind kind) {
        String[] words = dmdcr().map(world::ini)
                .map(ini -> ini.global("DMDCR_" + kind + "_STARTUP_CMD"))
                .orElse("")
                .split("\\s+", -1);
        if (words.length != 3) {
            return Optional.empty();
        }
        String name = words[0].endsWith("systemctl") ? words[2] : words[1];
        return words[0].endsWith("systemctl") || words[0].endsWith("service")
                ? Optional.of(name.endsWith(".service") ? name.substring(0, name.length() - 8) : name)
                : Optional.empty();
    }

    /** Whether dmcss starts a process of that kind on the new host by itself. */
    boolean startsItself(Kind kind) {
        if (kind == Kind.CSS || dmdcr().isEmpty()) {
            return false;
        }
        Ini ini = world.ini(dmdcr().get());
        String interval = ini.global("DMDCR_" + kind + "_RESTART_INTERVAL");
        return !ini.global("DMDCR_" + kind + "_STARTUP_CMD").isEmpty() && !interval.equals("0");
    }
}
