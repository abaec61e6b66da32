package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.IniDocument;
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
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.WatcherGroup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Recognises the kind of a file and gives its lens. A file is recognised by its content, and by its name only if the
 * content is not enough. If the content fits several kinds, the first of them in the list of this class is used.
 */
final class FileKinds {
    private static final List<Entry> ALL = List.of(
            // These two come first: a group of watchers may have the name GRP, like a section of a DCR configuration,
            // and an instance in dminit.ini has an address, like one in a MAL file.
            new Entry(
                    FileKind.DMWATCHER,
                    Lenses.DMWATCHER,
                    document ->
                            inSection(document, WatcherGroup.INSTANCE_INI) || inSection(document, WatcherGroup.OGUID),
                    "dmwatcher.ini"),
            new Entry(
                    FileKind.DMINIT,
                    Lenses.DMINIT,
                    document -> inSection(document, DmInitInstance.LOG_PATHS)
                            || (global(document, DmInit.SYSTEM_PATH)
                                    && inSection(document, DmInitInstance.CONFIG_PATH)),
                    "dminit.ini"),
            // dm.ini is by far the longest kind of file; its first lines are enough to recognise it.
            new Entry(
                    FileKind.DM_INI,
                    Lenses.DM_INI,
                    document -> global(document, DmIni.INSTANCE_NAME)
                            && (global(document, DmIni.CONFIG_PATH) || global(document, DmIni.CTL_PATH)),
                    "dm.ini"),
            new Entry(
                    FileKind.DMDCR_CFG,
                    Lenses.DMDCR_CFG,
                    document -> global(document, DmdcrCfg.GROUP_COUNT)
                            || !document.sections("GRP").isEmpty(),
                    "dmdcr_cfg.ini",
                    "dmdcr_cfg_bak.ini"),
            new Entry(
                    FileKind.DMDCR,
                    Lenses.DMDCR,
                    document -> global(document, Dmdcr.DCR_PATH)
                            || global(document, Dmdcr.SEQNO)
                            || global(document, Dmdcr.MAL_PATH),
                    "dmdcr.ini"),
            new Entry(
                    FileKind.DMCSSM,
                    Lenses.DMCSSM,
                    document -> global(document, Dmcssm.OGUID) || global(document, Dmcssm.CSS_ADDRESSES),
                    "dmcssm.ini"),
            new Entry(
                    FileKind.MAL,
                    Lenses.MAL,
                    document -> global(document, MalInstance.NAME) || inSection(document, MalInstance.NAME),
                    "dmmal.ini",
                    "dmasvrmal.ini"),
            new Entry(
                    FileKind.DMARCH,
                    Lenses.DMARCH,
                    document -> global(document, DmArchive.TYPE) || inSection(document, DmArchive.TYPE),
                    "dmarch.ini"));

    private record Entry(
            FileKind kind, Lens<? extends ParameterSet<?>> lens, Predicate<IniDocument> content, Set<String> names) {
        Entry(FileKind kind, Lens<? extends ParameterSet<?>> lens, Predicate<IniDocument> content, String... names) {
            this(kind, lens, content, Set.of(names));
        }
    }

    private FileKinds() {}

    /** Returns the kind of a file; empty if it is none of the kinds. */
    static Optional<FileKind> of(FileId file, IniDocument document) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return first(entry -> entry.content().test(document))
                .or(() -> first(entry -> entry.names().contains(name)))
                .map(Entry::kind);
    }

    /** Returns the lens of the files of a kind. */
    static Lens<? extends ParameterSet<?>> lens(FileKind kind) {
        return first(entry -> entry.kind() == kind).map(Entry::lens).orElseThrow();
    }

    private static Optional<Entry> first(Predicate<Entry> fits) {
        return ALL.stream().filter(fits).findFirst();
    }

    private static boolean global(IniDocument document, String key) {
        return document.global().first(key).isPresent();
    }

    private static boolean inSection(IniDocument document, String key) {
        return document.sections().stream()
                .skip(1)
                .anyMatch(section -> section.first(key).isPresent());
    }
}
