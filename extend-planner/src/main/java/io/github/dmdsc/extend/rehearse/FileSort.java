package io.github.dmdsc.extend.rehearse;

/** What a file is, by the keys that are in it. */
enum FileSort {
    DCR_CONFIGURATION,
    DMDCR,
    DM_INI,
    MAL,
    ARCHIVES,
    MONITOR,
    OTHER;

    static FileSort of(Ini ini) {
        Ini.Part globals = ini.globals();
        if (globals.has("DCR_N_GRP")) {
            return DCR_CONFIGURATION;
        } else if (globals.has("DMDCR_SEQNO")) {
            return DMDCR;
        } else if (globals.has("INSTANCE_NAME")) {
            return DM_INI;
        } else if (globals.has("CSSM_OGUID")) {
            return MONITOR;
        } else if (ini.named().stream().anyMatch(part -> part.has("MAL_INST_NAME"))) {
            return MAL;
        }
        return ini.named().stream().anyMatch(part -> part.has("ARCH_TYPE")) ? ARCHIVES : OTHER;
    }
}
