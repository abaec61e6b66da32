package io.github.dmdsc.ini.lens;

import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Input;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Severity;
import java.util.List;

/**
 * The findings of {@link ClusterLens#get}, CLU-0101 to CLU-0111, and of {@link ClusterLens#put}, CLU-0120 and CLU-0121.
 */
final class ClusterFindings {
    private static final Messages MESSAGES = Messages.beside(ClusterFindings.class);

    private static final FindingKind NO_NODE = FindingKind.of(MESSAGES, "CLU-0101", Severity.ERROR);
    private static final FindingKind NO_DCR = FindingKind.of(MESSAGES, "CLU-0102", Severity.ERROR);
    private static final FindingKind SEVERAL_DCR = FindingKind.of(MESSAGES, "CLU-0103", Severity.ERROR);
    private static final FindingKind NO_SUCH_DCR = FindingKind.of(MESSAGES, "CLU-0104", Severity.ERROR);
    private static final FindingKind MISSING = FindingKind.of(MESSAGES, "CLU-0105", Severity.ERROR);
    private static final FindingKind NO_DM_INI = FindingKind.of(MESSAGES, "CLU-0106", Severity.ERROR);
    private static final FindingKind STRAY_HOST = FindingKind.of(MESSAGES, "CLU-0107", Severity.WARNING);
    private static final FindingKind WRONG_HOST =
            FindingKind.of(MESSAGES, "CLU-0108", Severity.ERROR).causedBy("DSC-0206");
    private static final FindingKind BACKUP = FindingKind.of(MESSAGES, "CLU-0109", Severity.WARNING);
    private static final FindingKind IN_BACKUPS = FindingKind.of(MESSAGES, "CLU-0110", Severity.INFO);
    private static final FindingKind BUILD_FILES = FindingKind.of(MESSAGES, "CLU-0111", Severity.INFO);
    private static final FindingKind CLASH = FindingKind.of(MESSAGES, "CLU-0120", Severity.ERROR);
    private static final FindingKind INEXPRESSIBLE = FindingKind.of(MESSAGES, "CLU-0121", Severity.ERROR);
    private static final Location ALL_FILES = Location.outside("<cluster-dir>");

    private static final Input DCR_CONFIG = new Input("dcrConfig", "<host>:<path>");

    private ClusterFindings() {}

    static Finding noNode() {
        return NO_NODE.at(ALL_FILES).build();
    }

    static Finding noDcr() {
        return NO_DCR.at(ALL_FILES).build();
    }

    static Finding severalDcr(FileId first, List<FileId> differing) {
        FindingBuilder finding = SEVERAL_DCR.at(Location.of(first)).with("first", first);
        differing.forEach(other -> finding.against(Location.of(other)));
        return finding.with("others", differing).with("attribute", DCR_CONFIG).build();
    }

    static Finding noSuchDcr(FileId chosen, List<FileId> candidates) {
        return NO_SUCH_DCR
                .at(Location.of(chosen))
                .with("file", chosen)
                .with("candidates", candidates)
                .build();
    }

    static Finding missing(Location from, String key, FileId file) {
        return MISSING.at(from)
                .against(Location.of(file))
                .with("key", key)
                .with("file", file)
                .variant(file.path().contains("#") ? "comment" : "")
                .build();
    }

    static Finding noDmIni(ConfigFile<Dmdcr> dmdcr, List<FileId> candidates) {
        FindingBuilder finding = NO_DM_INI.at(Location.of(dmdcr.file()));
        candidates.forEach(candidate -> finding.against(Location.of(candidate)));
        return finding.with("host", dmdcr.file().host())
                .with("candidates", candidates)
                .variant(candidates.isEmpty() ? "none" : "several")
                .build();
    }

    static Finding strayHost(FileId first) {
        return STRAY_HOST.at(Location.of(first)).with("host", first.host()).build();
    }

    static Finding wrongHost(ClusterNode node, int seqno, Location elsewhere) {
        return WRONG_HOST
                .at(node.dmdcr().value().origin().at(Dmdcr.SEQNO))
                .against(elsewhere)
                .with("host", node.host())
                .with("seqno", seqno)
                .build();
    }

    static Finding inBackups(FileId used, List<FileId> backups) {
        return leftOut(IN_BACKUPS, used, backups).build();
    }

    static Finding buildFiles(FileId export, List<FileId> buildFiles) {
        return leftOut(BUILD_FILES, export, buildFiles)
                .with("attribute", DCR_CONFIG)
                .build();
    }

    private static FindingBuilder leftOut(FindingKind kind, FileId used, List<FileId> leftOut) {
        return kind.at(Location.of(leftOut.get(0)))
                .against(Location.of(used))
                .with("files", leftOut)
                .with("file", used);
    }

    static Finding backup(ConfigFile<Dmdcr> used, int seqno, List<FileId> backups) {
        FindingBuilder finding = BACKUP.at(Location.of(backups.get(0)))
                .against(used.value().origin().at(Dmdcr.SEQNO));
        return finding.with("backup", backups)
                .with("seqno", seqno)
                .with("file", used.file())
                .build();
    }

    static Finding clash(FileId file) {
        return CLASH.at(Location.of(file)).with("file", file).build();
    }

    static Finding inexpressible(FileId file) {
        return INEXPRESSIBLE.at(Location.of(file)).with("file", file).build();
    }
}
