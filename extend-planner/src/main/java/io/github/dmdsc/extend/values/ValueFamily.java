package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.model.check.Input;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The names of the families of values, the attributes of the request that give them, and the values that a request
 * gives.
 */
public final class ValueFamily {
    public static final String CSS_PORT = "css.DCR_EP_PORT";
    static final String ASM_PORT = "asm.DCR_EP_PORT";
    static final String SHM_KEY = "asm.DCR_EP_SHM_KEY";
    static final String SHM_SIZE = "asm.DCR_EP_SHM_SIZE";
    static final String DB_PORT = "dm.PORT_NUM";
    static final String MAL_PORT = "dmmal.MAL_PORT";
    static final String ASM_MAL_PORT = "dmasvrmal.MAL_PORT";
    static final String CSS_NAME = "css.DCR_EP_NAME";
    static final String ASM_NAME = "asm.DCR_EP_NAME";
    static final String DB_NAME = "dm.INSTANCE_NAME";
    static final String CONFIG_PATH = "dm.CONFIG_PATH";
    static final String SERVICE_HOST = "dmmal.MAL_INST_HOST";
    static final String BIN_DIRECTORY = "bin";
    static final String LOG_FILES = "log.files";
    static final String LOG_SIZE = "log.size";
    public static final String DCRV_DISKS = "dcrv.disks";
    public static final String MONITOR = "monitor";
    public static final String REMOTE_ARCHIVES = "archives.remote";
    /** The address in the request; no decision gives it. */
    public static final String HOST = "host";
    /** The seqno of the new node, the next one after the existing; no decision gives it. */
    static final String SEQNO = "seqno";

    static final Input SAME_MACHINE = input("sameMachine", "");
    static final Input MONITOR_SERVICES = input("monitorServices", "");
    static final Input OLDER_LIMITS = input("limits", "older");
    private static final String VALUES = "values";

    private static final Map<String, String> ATTRIBUTES = Map.ofEntries(
            Map.entry(CSS_PORT, "cssPort"),
            Map.entry(ASM_PORT, "asmPort"),
            Map.entry(SHM_KEY, "shmKey"),
            Map.entry(SHM_SIZE, "shmSize"),
            Map.entry(DB_PORT, "dbPort"),
            Map.entry(MAL_PORT, "malPort"),
            Map.entry(ASM_MAL_PORT, "asmMalPort"),
            Map.entry(CSS_NAME, "cssName"),
            Map.entry(ASM_NAME, "asmName"),
            Map.entry(DB_NAME, "dbName"),
            Map.entry(CONFIG_PATH, "configPath"),
            Map.entry(SERVICE_HOST, "serviceHost"),
            Map.entry(BIN_DIRECTORY, "binDirectory"),
            Map.entry(LOG_FILES, "logFiles"),
            Map.entry(LOG_SIZE, "logSize"),
            Map.entry(DCRV_DISKS, "dcrvDisks"),
            Map.entry(MONITOR, "monitor"),
            Map.entry(REMOTE_ARCHIVES, "remoteArchives"),
            Map.entry(HOST, "host"),
            Map.entry(SEQNO, "host"));

    private ValueFamily() {}

    /** Returns the attribute of the request that gives the value of a family. */
    static String attribute(String family) {
        return ATTRIBUTES.getOrDefault(family, VALUES);
    }

    /** Returns the input that a finding names for a family. */
    public static Input input(String family) {
        String attribute = ATTRIBUTES.get(family);
        return attribute != null ? input(attribute, "") : byName(family);
    }

    /** Returns the input for a value that the request gives by the name of its family. */
    static Input byName(String family) {
        return input(VALUES, family);
    }

    private static Input input(String attribute, String value) {
        return new Input("request." + attribute, value);
    }

    /** Returns the values that the request gives, by family. */
    public static Map<String, String> given(ExtendRequest request) {
        Map<String, String> given = new LinkedHashMap<>(request.values());
        request.cssPort().ifPresent(port -> given.put(CSS_PORT, port.toString()));
        request.asmPort().ifPresent(port -> given.put(ASM_PORT, port.toString()));
        request.shmKey().ifPresent(key -> given.put(SHM_KEY, key.toString()));
        request.shmSize().ifPresent(size -> given.put(SHM_SIZE, size.toString()));
        request.dbPort().ifPresent(port -> given.put(DB_PORT, port.toString()));
        request.malPort().ifPresent(port -> given.put(MAL_PORT, port.toString()));
        request.asmMalPort().ifPresent(port -> given.put(ASM_MAL_PORT, port.toString()));
        request.cssName().ifPresent(name -> given.put(CSS_NAME, name));
        request.asmName().ifPresent(name -> given.put(ASM_NAME, name));
        request.dbName().ifPresent(name -> given.put(DB_NAME, name));
        request.configPath().ifPresent(path -> given.put(CONFIG_PATH, path));
        request.serviceHost().ifPresent(host -> given.put(SERVICE_HOST, host.text()));
        request.binDirectory().ifPresent(path -> given.put(BIN_DIRECTORY, path));
        request.logSize().ifPresent(size -> given.put(LOG_SIZE, size.toString()));
        // These are lists, and only their own attributes can give them.
        given.remove(LOG_FILES);
        given.remove(DCRV_DISKS);
        if (!request.logFiles().isEmpty()) {
            given.put(LOG_FILES, String.join(",", request.logFiles()));
        }
        if (!request.dcrvDisks().isEmpty()) {
            given.put(DCRV_DISKS, String.join(",", request.dcrvDisks()));
        }
        // This is a choice, and only its own attribute can give it.
        given.remove(REMOTE_ARCHIVES);
        request.remoteArchives()
                .ifPresent(choice -> given.put(REMOTE_ARCHIVES, choice.name().toLowerCase(Locale.ROOT)));
        // This is a file, and only its own attribute can give it.
        given.remove(MONITOR);
        request.monitor().ifPresent(file -> given.put(MONITOR, file.toString()));
        return given;
    }
}
