package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.MalInstance;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that make up a cluster. A file is known by what it says; by its name only where it says nothing. */
public enum FileKind {
    /** dmdcr_cfg.ini, or an export of the DCR disk, whatever it is called. */
    DMDCR_CFG,
    /** dmdcr.ini. */
    DMDCR,
    /** dmmal.ini or dmasvrmal.ini. */
    MAL,
    /** dm.ini. */
    DM_INI,
    /** dmarch.ini. */
    DMARCH,
    /** dmcssm.ini. */
    DMCSSM;

    /** The kind of a file, or empty where it is none of these. */
    public static Optional<FileKind> of(FileId file, IniDocument document) {
        return byContent(document).or(() -> byName(file.name().toLowerCase(Locale.ROOT)));
    }

    private static Optional<FileKind> byContent(IniDocument document) {
        IniSection global = document.global();
        if (has(global, DmdcrCfg.GROUP_COUNT) || !document.sections("GRP").isEmpty()) {
            return Optional.of(DMDCR_CFG);
        }
        if (has(global, Dmdcr.DCR_PATH) || has(global, Dmdcr.SEQNO) || has(global, Dmdcr.MAL_PATH)) {
            return Optional.of(DMDCR);
        }
        if (has(global, Dmcssm.OGUID) || has(global, Dmcssm.CSS_ADDRESSES)) {
            return Optional.of(DMCSSM);
        }
        if (has(global, DmIni.INSTANCE_NAME) && (has(global, DmIni.CONFIG_PATH) || has(global, DmIni.CTL_PATH))) {
            return Optional.of(DM_INI);
        }
        for (IniSection section : document.sections()) {
            if (has(section, MalInstance.NAME)) {
                return Optional.of(MAL);
            }
            if (has(section, DmArchive.TYPE)) {
                return Optional.of(DMARCH);
            }
        }
        return Optional.empty();
    }

    private static boolean has(IniSection section, String key) {
        return section.first(key).isPresent();
    }

    private static Optional<FileKind> byName(String name) {
        return switch (name) {
            case "dmdcr_cfg.ini", "dmdcr_cfg_bak.ini" -> Optional.of(DMDCR_CFG);
            case "dmdcr.ini" -> Optional.of(DMDCR);
            case "dmmal.ini", "dmasvrmal.ini" -> Optional.of(MAL);
            case "dm.ini" -> Optional.of(DM_INI);
            case "dmarch.ini" -> Optional.of(DMARCH);
            case "dmcssm.ini" -> Optional.of(DMCSSM);
            default -> Optional.empty();
        };
    }
}
