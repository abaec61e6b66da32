package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.ExtendRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The families of values that have a name or an option of their own, and what a request says of them. */
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
    static final String DCRV_DISKS = "dcrv.disks";
    public static final String MONITOR = "monitor";
    public static final String REMOTE_ARCHIVES = "archives.remote";
    /** Not decided, but the address that is asked for. */
    public static final String HOST = "host";
    /** Not decided, but the number behind those that are there. */
    static final String SEQNO = "seqno";

    private static final Map<String, String> FLAGS = Map.ofEntries(
            Map.entry(CSS_PORT, "--css-port"),
            Map.entry(ASM_PORT, "--asm-port"),
            Map.entry(SHM_KEY, "--shm-key"),
            Map.entry(SHM_SIZE, "--shm-size"),
            Map.entry(DB_PORT, "--db-port"),
            Map.entry(MAL_PORT, "--mal-port"),
            Map.entry(ASM_MAL_PORT, "--asm-mal-port"),
            Map.entry(CSS_NAME, "--css-name"),
            Map.entry(ASM_NAME, "--asm-name"),
            Map.entry(DB_NAME, "--db-name"),
            Map.entry(CONFIG_PATH, "--config-path"),
            Map.entry(SERVICE_HOST, "--service-host"),
            Map.entry(BIN_DIRECTORY, "--bin"),
            Map.entry(LOG_FILES, "--log-file"),
            Map.entry(LOG_SIZE, "--log-size"),
            Map.entry(DCRV_DISKS, "--dcrv-disk"),
            Map.entry(MONITOR, "--monitor"),
            Map.entry(REMOTE_ARCHIVES, "--remote-archives"),
            Map.entry(HOST, "--host"),
            Map.entry(SEQNO, "--host"));

    private ValueFamily() {}

    /** The option that gives a family's value. */
    public static String flag(String family) {
        String flag = FLAGS.get(family);
        return flag != null ? flag : "--value " + family + "=…";
    }

    /** What the request gives, by family. */
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
        // These are lists, and the plan keeps them as such.
        given.remove(LOG_FILES);
        given.remove(DCRV_DISKS);
        if (!request.logFiles().isEmpty()) {
            given.put(LOG_FILES, String.join(",", request.logFiles()));
        }
        if (!request.dcrvDisks().isEmpty()) {
            given.put(DCRV_DISKS, String.join(",", request.dcrvDisks()));
        }
        // Its two values are a type of their own, so only its own option can give it.
        given.remove(REMOTE_ARCHIVES);
        request.remoteArchives()
                .ifPresent(choice -> given.put(REMOTE_ARCHIVES, choice.name().toLowerCase(Locale.ROOT)));
        // A monitor's file is more than a text: only the option of its own can give it.
        given.remove(MONITOR);
        request.monitor().ifPresent(file -> given.put(MONITOR, file.toString()));
        return given;
    }
}
