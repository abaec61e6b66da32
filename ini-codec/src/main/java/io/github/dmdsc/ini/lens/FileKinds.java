package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.DmInit;
import io.github.dmdsc.model.DmInitInstance;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.FileKind;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.WatcherGroup;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells the kind of a file. A file is known by what it says; by its name only where it says nothing.
 */
public final class FileKinds {
    private FileKinds() {}

    /** The kind of a file, or empty where it is none of these. */
    public static Optional<FileKind> of(FileId file, IniDocument document) {
        return byContent(document).or(() -> byName(file.name().toLowerCase(Locale.ROOT)));
    }

    private static Optional<FileKind> byContent(IniDocument document) {
        IniSection global = document.global();
        // Before the DCR's: a group of watchers may be called GRP, and an instance in dminit.ini has an address.
        if (anySection(document, WatcherGroup.INSTANCE_INI) || anySection(document, WatcherGroup.OGUID)) {
            return Optional.of(FileKind.DMWATCHER);
        }
        if (anySection(document, DmInitInstance.LOG_PATHS)
                || (has(global, DmInit.SYSTEM_PATH) && anySection(document, DmInitInstance.CONFIG_PATH))) {
            return Optional.of(FileKind.DMINIT);
        }
        if (has(global, DmdcrCfg.GROUP_COUNT) || !document.sections("GRP").isEmpty()) {
            return Optional.of(FileKind.DMDCR_CFG);
        }
        if (has(global, Dmdcr.DCR_PATH) || has(global, Dmdcr.SEQNO) || has(global, Dmdcr.MAL_PATH)) {
            return Optional.of(FileKind.DMDCR);
        }
        if (has(global, Dmcssm.OGUID) || has(global, Dmcssm.CSS_ADDRESSES)) {
            return Optional.of(FileKind.DMCSSM);
        }
        if (has(global, DmIni.INSTANCE_NAME) && (has(global, DmIni.CONFIG_PATH) || has(global, DmIni.CTL_PATH))) {
            return Optional.of(FileKind.DM_INI);
        }
        for (IniSection section : document.sections()) {
            if (has(section, MalInstance.NAME)) {
                return Optional.of(FileKind.MAL);
            }
            if (has(section, DmArchive.TYPE)) {
                return Optional.of(FileKind.DMARCH);
            }
        }
        return Optional.empty();
    }

    private static boolean anySection(IniDocument document, String key) {
        return document.sections().stream().skip(1).anyMatch(section -> has(section, key));
    }

    private static boolean has(IniSection section, String key) {
        return section.first(key).isPresent();
    }

    private static Optional<FileKind> byName(String name) {
        return switch (name) {
            case "dmdcr_cfg.ini", "dmdcr_cfg_bak.ini" -> Optional.of(FileKind.DMDCR_CFG);
            case "dmdcr.ini" -> Optional.of(FileKind.DMDCR);
            case "dmmal.ini", "dmasvrmal.ini" -> Optional.of(FileKind.MAL);
            case "dm.ini" -> Optional.of(FileKind.DM_INI);
            case "dmarch.ini" -> Optional.of(FileKind.DMARCH);
            case "dmwatcher.ini" -> Optional.of(FileKind.DMWATCHER);
            case "dminit.ini" -> Optional.of(FileKind.DMINIT);
            case "dmcssm.ini" -> Optional.of(FileKind.DMCSSM);
            default -> Optional.empty();
        };
    }
}
