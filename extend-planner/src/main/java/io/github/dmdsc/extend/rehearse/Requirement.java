package io.github.dmdsc.extend.rehearse;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Text;
import io.github.dmdsc.model.check.Worded;
import java.util.Map;

/** What the model demands of a plan. R rules are those of the manual's chapter; M rules are the model's own. */
public enum Requirement implements Worded {
    /** Everything was seen to be well before anything changes. */
    CLUSTER_OK("R1"),
    /** One node at a time. */
    ONE_NODE("R2"),
    /** Nobody changes the state or mode of an instance under way. */
    NO_STATE_CHANGE("R3"),
    /** No instance fails under way. */
    NO_INSTANCE_FAILS("R4"),
    /** Two log files or more, on ASM, of one size. */
    LOG_FILES("R5"),
    /** The configuration directory is a copy with its own dm.ini and dmarch.ini. */
    CONFIG_DIRECTORY("R6"),
    /** The new dmdcr.ini has the new node's number and paths. */
    NEW_DMDCR("R7"),
    /** Every MAL file has the new instance and says the same. */
    MAL_FILES("R8"),
    /** Counts, arrays, order and uniqueness in the DCR configuration. */
    DCR_CONFIGURATION("R9"),
    /** The tools of the edition, on all DCR disks. */
    DCR_DISKS("R10"),
    /** The logs are read after {@code extend node}. */
    READ_LOGS("R11"),
    /** CSS, ASM, DB in this order. */
    START_ORDER("R12"),
    /** Monitors know every CSS. */
    MONITORS("R13"),
    /** The way back by initialising the DCR disk works. */
    REINITIALISE("R14"),
    /** Nothing is removed. */
    NO_REMOVAL("R15"),
    /** Every command is one that its tool knows. */
    GRAMMAR("M1"),
    /** The order of the chapter. */
    CHAPTER_ORDER("M2"),
    /** Files are as the plan knows them. */
    FRESH_FILES("M3"),
    /** The DCR configuration was exported and compared before anything else, and right before the DCR is extended. */
    EXPORTED("M4"),
    /** The log files were looked for. */
    LOG_FILES_SEEN("M5"),
    /** Each extended DCR disk was checked, and its export compared. */
    DCR_CHECKED("M6"),
    /** The monitor in use knows the old CSS and no other. */
    OLD_MONITOR("M7"),
    /** What dmcss starts is started by nobody else. */
    AUTO_START("M8"),
    /** Copies of the DCR configuration stay copies. */
    DCR_COPIES("M9"),
    /** Remote archives are on all old nodes or on none. */
    REMOTE_ARCHIVES("M10"),
    /** The new host was looked at. */
    PREFLIGHT("M11"),
    /** The monitor showed the new endpoints. */
    NEW_NODE_SHOWN("M12"),
    /** A last look after the last change. */
    PROVED("M13"),
    /** Everything runs in the end. */
    ALL_RUN("M14"),
    /** Services are registered before anybody starts them. */
    SERVICES("M15"),
    /** A person confirms before what cannot be undone. */
    CONFIRMED("M16"),
    /** Steps wait for those that they need. */
    WAITING("M17"),
    /** The words of a step say its action. */
    SAID("M18");

    private static final Messages MESSAGES = Messages.beside(Requirement.class);

    private final String id;

    Requirement(String id) {
        this.id = id;
    }

    /** Its stable name. */
    @JsonValue
    public String id() {
        return id;
    }

    /** What it demands. */
    @Override
    public Text words() {
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
