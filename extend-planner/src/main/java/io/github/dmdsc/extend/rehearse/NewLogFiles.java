package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Look;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Carries out the step that adds the new node's redo log files, and the looks before and after it. */
final class NewLogFiles {
    private final ModelState state;
    private final Judge judge;

    NewLogFiles(ModelState state, Judge judge) {
        this.state = state;
        this.judge = judge;
    }

    /** Notes for which disk groups the free space was compared, and with how many MB. */
    ModelState space(List<Look.ShowSpace.Need> groups) {
        ModelState next = state;
        if (state.knows(Fact.GROUPS_SHOWN)) {
            for (Look.ShowSpace.Need need : groups) {
                next = next.withLook(
                        LookAct.SeeSpace.class,
                        room(Values.capitals(need.group()), BigInteger.valueOf(need.megabytes())));
            }
        }
        return next.without(Fact.GROUPS_SHOWN);
    }

    private static String room(String group, BigInteger megabytes) {
        return group + " " + megabytes + " MB";
    }

    /** Notes the size with which the sizes of the existing redo log files were compared. */
    ModelState sizes(int size) {
        ModelState next = state.without(Fact.SIZES_SHOWN);
        return state.knows(Fact.SIZES_SHOWN) ? next.withLook(LookAct.SeeSizes.class, String.valueOf(size)) : next;
    }

    /**
     * Adds redo log files. They cannot be removed again, so their size and the free space must have been compared
     * before.
     */
    ModelState added(ForwardAct.AddLogFiles add) {
        judge.demand(Requirement.LOG_FILES, state.logFiles().isEmpty(), state.logFiles());
        Map<String, BigInteger> needed = new TreeMap<>();
        for (ForwardAct.LogFile file : add.files()) {
            needed.merge(group(file.path()), new BigInteger(file.size()), BigInteger::add);
            boolean compared = state.looks(LookAct.SeeSizes.class).contains(file.size());
            judge.demand(Requirement.LOG_FILES_SEEN, compared, file.size() + " MB, V$RLOGFILE");
        }
        needed.forEach((group, megabytes) -> {
            String room = room(group, megabytes);
            judge.demand(
                    Requirement.LOG_FILES_SEEN,
                    state.looks(LookAct.SeeSpace.class).contains(room),
                    room);
        });
        return Model.changed(state, Chapter.LOG_FILES, judge).withLogFiles(add.files());
    }

    private static String group(String path) {
        return Values.capitals(path.replaceFirst("^\\+", "").replaceFirst("/.*", ""));
    }

    /** Notes that a directory on ASM was listed. */
    ModelState listed(String directory) {
        return state.withLook(LookAct.ListAsm.class, directory).with(Fact.ASM_SHOWN);
    }

    /**
     * Notes that the new redo log files were seen in dm.ctl, or in all their directories on ASM. The look must have
     * been for exactly these files.
     */
    ModelState seen(List<String> files) {
        ModelState next = state.without(Fact.CONTROL_FILE_SHOWN, Fact.ASM_SHOWN);
        Set<String> paths = new HashSet<>();
        Set<String> directories = new HashSet<>();
        for (ForwardAct.LogFile file : state.logFiles()) {
            paths.add(file.path());
            directories.add(file.path().substring(0, Math.max(0, file.path().lastIndexOf('/'))));
        }
        if (paths.isEmpty() || !new HashSet<>(files).equals(paths)) {
            return next;
        }
        if (state.knows(Fact.CONTROL_FILE_SHOWN)) {
            next = next.with(Fact.LOG_FILES_IN_CONTROL_FILE);
        }
        boolean all = state.looks(LookAct.ListAsm.class).containsAll(directories);
        return state.knows(Fact.ASM_SHOWN) && all ? next.with(Fact.LOG_FILES_ON_ASM) : next;
    }
}
