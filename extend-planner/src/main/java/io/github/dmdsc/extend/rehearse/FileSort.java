package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.MalInstance;

/** The kind of a file, recognised by its keys. */
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
        if (globals.has(DmdcrCfg.GROUP_COUNT)) {
            return DCR_CONFIGURATION;
        } else if (globals.has(Dmdcr.SEQNO)) {
            return DMDCR;
        } else if (globals.has(DmIni.INSTANCE_NAME)) {
            return DM_INI;
        } else if (globals.has(Dmcssm.OGUID)) {
            return MONITOR;
        } else if (ini.named().stream().anyMatch(part -> part.has(MalInstance.NAME))) {
            return MAL;
        }
        return ini.named().stream().anyMatch(part -> part.has(DmArchive.TYPE)) ? ARCHIVES : OTHER;
    }
}
