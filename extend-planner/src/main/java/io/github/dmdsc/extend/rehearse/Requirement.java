package io.github.dmdsc.extend.rehearse;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.dmdsc.model.check.Localized;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Text;
import java.util.Map;

/**
 * The requirements that a plan must meet. R1 to R15 come from the DM8 DMDSC manual, chapter 14; M1 to M18 are
 * requirements of the model itself.
 */
public enum Requirement implements Localized {
    /**
     * A look shows that every endpoint is OK and active, before the first change except a new monitor, and again
     * directly before the DCR is extended.
     */
    CLUSTER_OK("R1"),
    /** The plan adds one node. */
    ONE_NODE("R2"),
    /** The plan does not change the state or the mode of an instance. */
    NO_STATE_CHANGE("R3"),
    /** If an instance fails during the extension, the extension has failed. */
    NO_INSTANCE_FAILS("R4"),
    /** The new node has at least two redo log files on ASM, all of the same size. */
    LOG_FILES("R5"),
    /**
     * The new node's configuration directory is a copy of an existing one, with a dm.ini and a dmarch.ini of the new
     * node.
     */
    CONFIG_DIRECTORY("R6"),
    /** The new dmdcr.ini has the seqno and the paths of the new node. */
    NEW_DMDCR("R7"),
    /** Every MAL file has the new instance, and the copies of a MAL file are equal. */
    MAL_FILES("R8"),
    /** The counts, the arrays, the order and the unique values in the DCR configuration are correct. */
    DCR_CONFIGURATION("R9"),
    /** The plan uses the tools of the storage edition, and writes all DCR disks. */
    DCR_DISKS("R10"),
    /** The logs are read after {@code extend node}. */
    READ_LOGS("R11"),
    /** The processes start in this order: CSS, ASM, DB. */
    START_ORDER("R12"),
    /** Every monitor lists every CSS. */
    MONITORS("R13"),
    /** The re-initialisation leads back to the old cluster. */
    REINITIALISE("R14"),
    /** The plan removes nothing except files that a failed step left in the new node's directory. */
    NO_REMOVAL("R15"),
    /** Each command is one that its tool knows, and each instruction to a person is one that an extension needs. */
    GRAMMAR("M1"),
    /** The steps follow the order of chapter 14. */
    CHAPTER_ORDER("M2"),
    /** The files have the hashes with which the plan was made. */
    FRESH_FILES("M3"),
    /** The DCR configuration was exported and compared before anything else, and right before the DCR is extended. */
    EXPORTED("M4"),
    /**
     * A look shows the free space before the redo log files are added. Afterwards, looks show the new files in dm.ctl
     * and on ASM.
     */
    LOG_FILES_SEEN("M5"),
    /** Each extended DCR disk is checked, and an export of it is compared. */
    DCR_CHECKED("M6"),
    /** The monitor for {@code extend node} lists the CSS of the old nodes and no other CSS. */
    OLD_MONITOR("M7"),
    /** If dmcss starts a process automatically, the plan waits for it. The plan starts every other process. */
    AUTO_START("M8"),
    /** All files that were equal to the exported DCR configuration are equal when the DCR is extended. */
    DCR_COPIES("M9"),
    /** Either all old nodes get a remote archive for the new node, or none of them does. */
    REMOTE_ARCHIVES("M10"),
    /**
     * Before the first change, the new host is prepared, its ports are listed, and its disks are compared with those of
     * an old host.
     */
    PREFLIGHT("M11"),
    /** A monitor shows the new endpoints before they are started. */
    NEW_NODE_SHOWN("M12"),
    /** After the last change, a look in a monitor, and one through an old and the new instance, show the cluster. */
    PROVED("M13"),
    /** At the end, every old and new process is OK and active. */
    ALL_RUN("M14"),
    /** A service is registered before it is started. */
    SERVICES("M15"),
    /** A person confirms before a step that cannot be undone, and before the new node begins to join. */
    CONFIRMED("M16"),
    /**
     * Each step depends on the steps that must come before it, so that every order that the dependencies allow meets
     * the requirements.
     */
    WAITING("M17"),
    /** The command of a step does what its action says, and nothing else. */
    SAID("M18");

    private static final Messages MESSAGES = Messages.beside(Requirement.class);

    private final String id;

    Requirement(String id) {
        this.id = id;
    }

    /** The stable id, for example {@code R1}. */
    @JsonValue
    public String id() {
        return id;
    }

    /** The requirement as a sentence. */
    @Override
    public Text text() {
        return MESSAGES.text("rule." + id, Map.of());
    }

    Text broken(Violation violation) {
        boolean values = violation.expected().isPresent();
        return MESSAGES.text(
                values ? "broken.values" : "broken",
                Map.of(
                        "rule", this,
                        "where", violation.where(),
                        "expected", violation.expected().orElse(""),
                        "found", violation.found().orElse("")));
    }
}
