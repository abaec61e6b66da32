package io.github.dmdsc.extend.tools;

import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.model.StorageEdition;
import java.util.List;
import java.util.stream.Collectors;

/** The tools of one storage edition and their grammar (DM8 DMDSC manual, "DMASM" and "DMASM mirror"). */
public enum ToolProfile {
    /** The tools of the DMASM edition. */
    DMASM(Tool.DMASMCMD, Tool.DMASMTOOL, "dcrdisk"),
    /** The tools of the mirror edition. */
    MIRROR(Tool.DMASMCMDM, Tool.DMASMTOOLM, "dcrvdisk");

    private final Tool command;
    private final Tool shell;
    private final String disk;

    ToolProfile(Tool command, Tool shell, String disk) {
        this.command = command;
        this.shell = shell;
        this.disk = disk;
    }

    /** Returns the tools of an edition. */
    public static ToolProfile of(StorageEdition edition) {
        return edition == StorageEdition.MIRROR ? MIRROR : DMASM;
    }

    /** The tool for disks and DCR. */
    public Tool command() {
        return command;
    }

    /** The shell on the ASM file system. */
    public Tool shell() {
        return shell;
    }

    /** Returns the command that exports the DCR configuration from a disk. */
    public String export(String disk0, String file) {
        return "export " + disk + " " + quoted(disk0) + " to " + quoted(file);
    }

    String extend(List<String> disks, String file) {
        return "extend " + disk + " " + all(disks) + " from " + quoted(file);
    }

    String check(String disk0) {
        return "check " + disk + " " + quoted(disk0);
    }

    /**
     * Returns the command that initialises the DCR again after a failed extension; the password in it is a placeholder.
     */
    String initialise(List<String> disks, String file) {
        return this == MIRROR
                ? "create system diskgroup asmdisk " + all(disks) + " attribute config=" + quoted(file) + ", passwd="
                        + quoted(ToolCommand.ToolScript.PASSWORD)
                : "init dcrdisk " + quoted(disks.get(0)) + " from " + quoted(file) + " identified by "
                        + quoted(ToolCommand.ToolScript.PASSWORD);
    }

    static String listDisks(String path) {
        return "listdisks " + quoted(path);
    }

    private static String all(List<String> disks) {
        return disks.stream().map(ToolProfile::quoted).collect(Collectors.joining(","));
    }

    /**
     * Puts a path in quotes. The tools have no escape character, so the planner has refused paths with quotes before.
     */
    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
