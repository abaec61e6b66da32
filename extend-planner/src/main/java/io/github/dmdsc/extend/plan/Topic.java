package io.github.dmdsc.extend.plan;

import java.util.Locale;

/**
 * The topic of a question. Questions of one topic are shown together; topics are shown in the order of the constants.
 */
public enum Topic {
    /** Addresses of the new node. */
    ADDRESSES,
    /** Names of endpoints and sections. */
    NAMES,
    /** Ports and shared memory. */
    PORTS,
    /** Directories, files and disks on the host. */
    PLACES,
    /** Redo log files. */
    LOG_FILES,
    /** Archives of the new node and of the existing nodes. */
    ARCHIVES,
    /** Monitors. */
    MONITOR,
    /** Any other parameter. */
    OTHER;

    /**
     * The topic of a value.
     *
     * @param attribute the attribute of the request that gives the value
     * @param family the name of the family; it decides the topic if the attribute is {@code values}
     */
    static Topic of(String attribute, String family) {
        return switch (attribute) {
            case "host", "serviceHost" -> ADDRESSES;
            case "cssName", "asmName", "dbName" -> NAMES;
            case "cssPort", "asmPort", "dbPort", "malPort", "asmMalPort", "shmKey", "shmSize" -> PORTS;
            case "configPath", "binDirectory", "dcrvDisks" -> PLACES;
            case "logFiles", "logSize" -> LOG_FILES;
            case "remoteArchives" -> ARCHIVES;
            case "monitor" -> MONITOR;
            default -> ofFamily(family.toLowerCase(Locale.ROOT));
        };
    }

    private static Topic ofFamily(String name) {
        if (name.startsWith("dmarch")) {
            return ARCHIVES;
        } else if (name.startsWith("dmcssm")) {
            return MONITOR;
        } else if (name.endsWith("host")) {
            return ADDRESSES;
        } else if (name.endsWith("section") || name.endsWith("name")) {
            return NAMES;
        } else if (name.endsWith("port")) {
            return PORTS;
        }
        return name.endsWith("path") ? PLACES : OTHER;
    }
}
