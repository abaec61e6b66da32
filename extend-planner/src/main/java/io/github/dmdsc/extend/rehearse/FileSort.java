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
        if (globals.find("DCR_N_GRP").isPresent()) {
            return DCR_CONFIGURATION;
        } else if (globals.find("DMDCR_SEQNO").isPresent()) {
            return DMDCR;
        } else if (globals.find("INSTANCE_NAME").isPresent()) {
            return DM_INI;
        } else if (globals.find("CSSM_OGUID").isPresent()) {
            return MONITOR;
        } else if (ini.named().stream()
                .anyMatch(part -> part.find("MAL_INST_NAME").isPresent())) {
            return MAL;
        }
        return ini.named().stream().anyMatch(part -> part.find("ARCH_TYPE").isPresent()) ? ARCHIVES : OTHER;
    }
}
