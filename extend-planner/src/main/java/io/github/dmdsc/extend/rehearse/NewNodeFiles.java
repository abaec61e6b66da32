package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.base.HostPaths;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks that the new node's own files are those of a node that can join (R6, R7). */
final class NewNodeFiles {
    private final PlanContext context;
    private final ModelState state;

    NewNodeFiles(PlanContext context, ModelState state) {
        this.context = context;
        this.state = state;
    }

    /** Returns the new dmdcr.ini: the one on the new host that did not exist before. */
    Optional<FileId> dmdcr() {
        return state.files().configurations().stream()
                .filter(file -> !context.base().contains(file) && file.host().equals(context.newHost()))
                .filter(file -> state.files().get(file).sort() == FileSort.DMDCR)
                .findFirst();
    }

    /** Returns the new dm.ini: the one that the new dmdcr.ini starts, or else the one in the copied directory. */
    Optional<FileId> dmIni() {
        List<FileId> fresh = state.files().ids().stream()
                .filter(file -> !context.base().contains(file) && file.host().equals(context.newHost()))
                .filter(file -> state.files().get(file).sort() == FileSort.DM_INI)
                .toList();
        List<String> started = dmdcr().map(
                        file -> StartCommand.of(state.ini(file), Kind.DB).dmInis())
                .orElse(List.of());
        return fresh.stream()
                .filter(file -> started.contains(file.path()))
                .findFirst()
                .or(() -> state.copies().keySet().stream()
                        .map(to -> to.sibling(to.path() + "/dm.ini"))
                        .filter(fresh::contains)
                        .findFirst())
                .or(() -> fresh.stream().findFirst());
    }

    void demand(Judge judge) {
        judge.demand(Requirement.CONFIG_DIRECTORY, dmIni().isPresent(), context.newHost());
        judge.demand(Requirement.NEW_DMDCR, dmdcr().isPresent(), context.newHost());
        dmIni().ifPresent(file -> dmIni(file, judge));
        dmIni().ifPresent(file -> new CopiedTexts(context, state).demand(file, judge));
        dmdcr().ifPresent(file -> dmdcr(file, judge));
    }

    private void dmIni(FileId file, Judge judge) {
        Ini ini = state.ini(file);
        judge.demand(
                Requirement.CONFIG_DIRECTORY,
                state.copies().containsKey(file.sibling(ini.path(DmIni.CONFIG_PATH))),
                file + " CONFIG_PATH");
        demandValue(judge, Requirement.CONFIG_DIRECTORY, file, ini, DmIni.INSTANCE_NAME, context.newName(Kind.DB));
        Optional<String> changed = new CopiedDmIni(context, ini).changed();
        judge.demand(Requirement.CONFIG_DIRECTORY, changed.isEmpty(), file + " " + changed.orElse(""));
        if (ini.global(DmIni.ARCH_INI).equals("1")) {
            archives(state.files().inConfigPath(file, "dmarch.ini"), ini.path(DmIni.CONFIG_PATH), judge);
        }
    }

    /**
     * Demands that the new node's archives have directories of their own if those of the old nodes have. The new node
     * must have a remote archive for every old node, or for none. On another host the same path is another directory,
     * unless it is on ASM.
     */
    private void archives(FileId file, String configPath, Judge judge) {
        Set<String> taken = new HashSet<>();
        Set<String> here = new HashSet<>();
        boolean each = context.nodes().size() > 1;
        boolean eachHere = true;
        boolean absolute = true;
        for (PlanContext.Node node : context.nodes()) {
            Ini other = state.ini(state.files().inConfigPath(node.dmIni(), "dmarch.ini"));
            for (String directory : locals(other)) {
                each &= taken.add(directory);
            }
            // On another host, a directory with the path of the new node's CONFIG_PATH is another directory.
            if (!node.host().equals(file.host())) {
                taken.removeIf(directory -> directory.startsWith(configPath + "/"));
            }
            for (String directory : directories(other)) {
                boolean shared = node.host().equals(file.host()) || directory.startsWith("+");
                eachHere &= !shared || here.add(directory);
                absolute &= isAbsolute(directory);
            }
        }
        Ini fresh = state.ini(file);
        List<String> own = directories(fresh);
        judge.demand(Requirement.CONFIG_DIRECTORY, !own.isEmpty(), file);
        if (absolute) {
            judge.demand(
                    Requirement.CONFIG_DIRECTORY,
                    own.stream().allMatch(NewNodeFiles::isAbsolute),
                    file + " ARCH_DEST = " + own);
        }
        if (each) {
            judge.demand(
                    Requirement.CONFIG_DIRECTORY,
                    locals(fresh).stream().noneMatch(taken::contains),
                    file + " ARCH_DEST");
        }
        if (eachHere) {
            judge.demand(Requirement.CONFIG_DIRECTORY, own.stream().noneMatch(here::contains), file + " ARCH_DEST");
        }
        List<String> remote = remotes(fresh);
        List<String> old = context.old().names(Kind.DB);
        if (!remote.isEmpty()) {
            judge.demandEqual(
                    Requirement.CONFIG_DIRECTORY, capitals(old), capitals(remote), file + " ARCH_TYPE = REMOTE");
        }
    }

    private static Set<String> capitals(List<String> names) {
        return names.stream().map(Values::capitals).collect(Collectors.toCollection(TreeSet::new));
    }

    static boolean isAbsolute(String path) {
        return path.replace('\\', '/').matches("(?:[A-Za-z]:)?/.*|\\+.+");
    }

    static List<String> directories(Ini ini) {
        return ini.named().stream()
                .map(part ->
                        HostPaths.normal(part.get(isRemote(part) ? DmArchive.INCOMING_PATH : DmArchive.DESTINATION)))
                .toList();
    }

    private static List<String> locals(Ini ini) {
        return ini.named().stream()
                .filter(part -> !isRemote(part))
                .map(part -> HostPaths.normal(part.get(DmArchive.DESTINATION)))
                .toList();
    }

    private static boolean isRemote(Ini.Part archive) {
        return archive.get(DmArchive.TYPE).equalsIgnoreCase("REMOTE");
    }

    /** Returns the instances for which a dmarch.ini has a remote archive. */
    static List<String> remotes(Ini ini) {
        return ini.named().stream()
                .filter(NewNodeFiles::isRemote)
                .map(part -> part.get(DmArchive.DESTINATION))
                .toList();
    }

    private void dmdcr(FileId file, Judge judge) {
        Ini ini = state.ini(file);
        Ini source = context.base().get(context.nodes().get(0).dmdcr()).ini();
        demandValue(judge, Requirement.NEW_DMDCR, file, ini, Dmdcr.SEQNO, String.valueOf(context.before()));
        demandValue(judge, Requirement.NEW_DMDCR, file, ini, Dmdcr.DCR_PATH, source.global(Dmdcr.DCR_PATH));
        FileId mal = file.sibling(ini.path(Dmdcr.MAL_PATH));
        judge.demand(
                Requirement.NEW_DMDCR, isOwnOrShared(mal) && state.files().contains(mal), file + " DMDCR_MAL_PATH");
        for (Kind kind : List.of(Kind.ASM, Kind.DB)) {
            StartCommand command = StartCommand.of(ini, kind);
            CalledProgram program = new CalledProgram(context, kind);
            boolean own = command.isEmpty()
                    || command.service().isPresent()
                    || (program.isRight(command) && arguments(kind, command, file));
            judge.demand(Requirement.NEW_DMDCR, own, file + " DMDCR_" + kind + "_STARTUP_CMD");
        }
    }

    /**
     * Whether the new node has a dmasvrmal.ini of its own, or shares one with all nodes of its machine. All nodes have
     * the same text in it.
     */
    private boolean isOwnOrShared(FileId mal) {
        List<String> taken = context.nodes().stream()
                .filter(node -> node.host().equals(mal.host()))
                .map(node -> state.ini(node.dmdcr()).path(Dmdcr.MAL_PATH))
                .toList();
        return !taken.contains(mal.path()) || Set.copyOf(taken).size() == 1;
    }

    /**
     * Whether the command names the right files. The server needs both; a script of the operator may find them itself.
     */
    private boolean arguments(Kind kind, StartCommand command, FileId dmdcr) {
        boolean server = new CalledProgram(context, kind).isServer(command);
        String dmIni = dmIni().map(FileId::path).orElse("");
        boolean named = !command.dmdcrs().isEmpty()
                && (kind != Kind.DB || !command.dmInis().isEmpty());
        return (named || !server)
                && command.dmdcrs().stream().allMatch(dmdcr.path()::equals)
                && command.dmInis().stream().allMatch(dmIni::equals);
    }

    private static void demandValue(Judge judge, Requirement rule, FileId file, Ini ini, String key, String value) {
        judge.demandEqual(rule, value, ini.global(key), file + " " + key);
    }

    /** Returns the service that dmcss restarts for a process of this kind. */
    Optional<String> service(Kind kind) {
        return dmdcr().flatMap(file -> StartCommand.of(state.ini(file), kind).service());
    }

    /**
     * Returns the other options with which a process of this kind is started if the startup command calls the program
     * itself.
     */
    List<String> options(Kind kind) {
        return dmdcr().map(file -> StartCommand.of(state.ini(file), kind))
                .filter(new CalledProgram(context, kind)::isServer)
                .map(StartCommand::options)
                .orElse(List.of());
    }

    /** Whether dmcss starts a process of this kind on the new host by itself. */
    boolean isStartedByDmcss(Kind kind) {
        if (dmdcr().isEmpty()) {
            return false;
        }
        Ini ini = state.ini(dmdcr().get());
        String interval = ini.global(kind == Kind.ASM ? Dmdcr.ASM_RESTART_INTERVAL : Dmdcr.DB_RESTART_INTERVAL);
        return !StartCommand.of(ini, kind).isEmpty() && !interval.equals("0");
    }
}
