package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.StorageEdition;

/** The tool, or the person, that carries out a step. */
public enum Tool {
    /** DCR and disk tool of the DMASM edition. */
    DMASMCMD("dmasmcmd"),
    /** DCR and disk tool of the mirror edition. */
    DMASMCMDM("dmasmcmdm"),
    /** Shell on the ASM file system, DMASM edition. */
    DMASMTOOL("dmasmtool"),
    /** Shell on the ASM file system, mirror edition. */
    DMASMTOOLM("dmasmtoolm"),
    /** ASM server of the DMASM edition. */
    DMASMSVR("dmasmsvr"),
    /** ASM server of the mirror edition. */
    DMASMSVRM("dmasmsvrm"),
    /** Cluster synchronisation service. */
    DMCSS("dmcss"),
    /** Monitor console. */
    DMCSSM("dmcssm"),
    /** Database instance. */
    DMSERVER("dmserver"),
    /** The tool that converts dm.ctl to text. */
    DMCTLCVT("dmctlcvt"),
    /** SQL shell. */
    DISQL("disql"),
    /** The shell and the tools of the operating system. */
    SHELL("shell"),
    /** A person. */
    OPERATOR("operator");

    private final String program;

    Tool(String program) {
        this.program = program;
    }

    /** The server program of a kind of process in an edition. */
    public static Tool server(GroupType process, StorageEdition edition) {
        return switch (process) {
            case CSS -> DMCSS;
            case ASM -> edition == StorageEdition.MIRROR ? DMASMSVRM : DMASMSVR;
            case DB -> DMSERVER;
        };
    }

    /** The name of the program. */
    @JsonValue
    public String program() {
        return program;
    }
}
