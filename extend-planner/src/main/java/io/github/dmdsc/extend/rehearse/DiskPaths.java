package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.base.HostPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The directories of the shared disks, as far as the files name them (R10, M11). */
final class DiskPaths {
    private final PlanContext context;

    DiskPaths(PlanContext context) {
        this.context = context;
    }

    /** Whether a DCR disk can have this path. A DCRV disk must lie in a directory that the files name. */
    boolean mayHold(String disk) {
        String path = Values.path(disk);
        return !context.mirror()
                || directories().stream().anyMatch(directory -> directory(path).equals(directory));
    }

    /**
     * Whether all directories from which the new node's ASM server takes its disks were listed. A single directory need
     * not be checked here.
     */
    boolean allListed(Set<String> listed) {
        List<Ini.Part> asm = context.planned().dcr().endpoints(Kind.ASM);
        String paths = context.mirror()
                ? context.old().globals().get(DmdcrCfg.DISK_LOAD_PATH)
                : asm.isEmpty() ? "" : asm.get(asm.size() - 1).get(DcrEndpoint.ASM_LOAD_PATH);
        Set<String> seen = listed.stream().map(path -> Values.path(path)).collect(Collectors.toSet());
        List<String> several = paths(paths);
        return several.size() < 2 || seen.containsAll(several);
    }

    /** Whether a list of this directory shows disks of the cluster. */
    boolean shows(String listed) {
        List<String> seen = new ArrayList<>(directories());
        Stream.concat(context.old().endpoints(Kind.ASM).stream(), context.planned().dcr().endpoints(Kind.ASM).stream())
                .forEach(endpoint -> seen.addAll(paths(endpoint.get(DcrEndpoint.ASM_LOAD_PATH))));
        context.disks().forEach(disk -> seen.add(directory(Values.path(disk))));
        return seen.contains(Values.path(listed));
    }

    private List<String> directories() {
        if (!context.mirror()) {
            return List.of();
        }
        List<String> directories = new ArrayList<>(paths(context.old().globals().get(DmdcrCfg.DISK_LOAD_PATH)));
        context.nodes()
                .forEach(node -> directories.addAll(
                        paths(context.base().get(node.dmdcr()).ini().global(Dmdcr.DCR_PATH))));
        return directories;
    }

    private static List<String> paths(String list) {
        return Stream.of(list.split(",", -1))
                .map(path -> Values.path(path.strip()))
                .filter(path -> !path.isEmpty())
                .toList();
    }

    private static String directory(String path) {
        return HostPaths.normal(path + "/..");
    }
}
