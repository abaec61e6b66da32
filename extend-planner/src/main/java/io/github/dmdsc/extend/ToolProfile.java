package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.StorageEdition;
import java.util.List;
import java.util.stream.Collectors;

/** The tools of one storage edition and their grammar (DM8 DMDSC manual, "DMASM" and "DMASM mirror"). */
enum ToolProfile {
    DMASM(Tool.DMASMCMD, Tool.DMASMTOOL, Tool.DMASMSVR, "dcrdisk"),
    MIRROR(Tool.DMASMCMDM, Tool.DMASMTOOLM, Tool.DMASMSVRM, "dcrvdisk");

    private final Tool command;
    private final Tool shell;
    private final Tool server;
    private final String disk;

    ToolProfile(Tool command, Tool shell, Tool server, String disk) {
        this.command = command;
        this.shell = shell;
        this.server = server;
        this.disk = disk;
    }

    static ToolProfile of(StorageEdition edition) {
        return edition == StorageEdition.MIRROR ? MIRROR : DMASM;
    }

    Tool command() {
        return command;
    }

    Tool shell() {
        return shell;
    }

    Tool server() {
        return server;
    }

    String export(String disk0, String file) {
        return "export " + disk + " " + quoted(disk0) + " to " + quoted(file);
    }

    String extend(List<String> disks, String file) {
        return "extend " + disk + " " + all(disks) + " from " + quoted(file);
    }

    String check(String disk0) {
        return "check " + disk + " " + quoted(disk0);
    }

    /** How the DCR is written anew where an extension left it unusable; the password is a placeholder. */
    String initialise(List<String> disks, String file, String password) {
        return this == MIRROR
                ? "create system diskgroup asmdisk " + all(disks) + " attribute config=" + quoted(file) + ", passwd="
                        + quoted(password)
                : "init dcrdisk " + quoted(disks.get(0)) + " from " + quoted(file) + " identified by "
                        + quoted(password);
    }

    static String listDisks(String path) {
        return "listdisks " + quoted(path);
    }

    private static String all(List<String> disks) {
        return disks.stream().map(ToolProfile::quoted).collect(Collectors.joining(","));
    }

    /** Paths come here only after the planner has refused those with quotes: the tools know no escape. */
    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
