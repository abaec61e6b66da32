package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.DmInit;
import io.github.dmdsc.model.DmInitInstance;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.Dmwatcher;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.FileKind;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.WatcherGroup;
import java.util.Optional;
import java.util.Set;

/** The lens for each kind of file. */
public final class Lenses {
    /** dmdcr_cfg.ini, and exports of the DCR disk. */
    public static final Lens<DmdcrCfg> DMDCR_CFG = new DcrLens();

    /** dmdcr.ini. */
    public static final Lens<Dmdcr> DMDCR = new FlatLens<>(Dmdcr.class);

    /** dmmal.ini and dmasvrmal.ini. */
    public static final Lens<MalConfig> MAL = new SectionedLens<>(
            MalConfig.class, MalInstance.class, MalConfig::instances, (mal, parts) -> mal.withInstances(parts));

    /** dm.ini. */
    public static final Lens<DmIni> DM_INI = new FlatLens<>(DmIni.class);

    /** dmarch.ini. Each of its sections may have a value of ARCH_SEND_POLICY of its own. */
    public static final Lens<DmArch> DMARCH = SectionedLens.withGlobalsAnywhere(
            DmArch.class,
            DmArchive.class,
            DmArch::archives,
            (arch, parts) -> arch.withArchives(parts),
            Set.of(DmArch.WAIT_APPLY, DmArch.RESERVE_TIME, DmArch.LOCAL_SHARE, DmArch.LOCAL_SHARE_CHECK));

    /** dmcssm.ini. */
    public static final Lens<Dmcssm> DMCSSM = new FlatLens<>(Dmcssm.class);

    /** dmwatcher.ini. */
    public static final Lens<Dmwatcher> DMWATCHER = new SectionedLens<>(
            Dmwatcher.class, WatcherGroup.class, Dmwatcher::groups, (watcher, parts) -> watcher.withGroups(parts));

    /** dminit.ini. */
    public static final Lens<DmInit> DMINIT = new SectionedLens<>(
            DmInit.class, DmInitInstance.class, DmInit::instances, (init, parts) -> init.withInstances(parts));

    private Lenses() {}

    /** Returns the lens for the files of a kind. */
    public static Lens<? extends ParameterSet<?>> of(FileKind kind) {
        return FileKinds.lens(kind);
    }

    /**
     * Returns the kind of a file; empty if it is none of the kinds. A file is recognised by its content, and by its
     * name only if the content is not enough.
     */
    public static Optional<FileKind> kind(FileId file, IniDocument document) {
        return FileKinds.of(file, document);
    }
}
