package io.github.dmdsc.ini.bind;

import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Located;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Diagnostic;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** The findings of {@link ClusterReader}, CLU-0101 to CLU-0109. */
final class ClusterFindings {
    private static final Messages MESSAGES = Messages.beside(ClusterFindings.class);
    private static final Location ALL_FILES = Location.outside("<cluster-dir>");

    private ClusterFindings() {}

    static Diagnostic noNode() {
        return error("CLU-0101").at(ALL_FILES).build();
    }

    static Diagnostic noDcr() {
        return error("CLU-0102").at(ALL_FILES).build();
    }

    static Diagnostic severalDcr(FileId first, List<FileId> differing) {
        Finding finding = error("CLU-0103").at(Location.of(first)).with("first", first);
        differing.forEach(other -> finding.against(Location.of(other)));
        return finding.with("others", joined(differing)).build();
    }

    static Diagnostic noSuchDcr(FileId chosen, List<FileId> candidates) {
        return error("CLU-0104")
                .at(Location.of(chosen))
                .with("file", chosen)
                .with("candidates", candidates.isEmpty() ? "-" : joined(candidates))
                .build();
    }

    static Diagnostic missing(Location from, String key, FileId file) {
        return error("CLU-0105")
                .at(from)
                .against(Location.of(file))
                .with("key", key)
                .with("file", file)
                .build();
    }

    static Diagnostic noDmIni(Located<Dmdcr> dmdcr, List<FileId> candidates) {
        Finding finding = error("CLU-0106").at(Location.of(dmdcr.file()));
        candidates.forEach(candidate -> finding.against(Location.of(candidate)));
        return finding.with("host", dmdcr.file().host())
                .with("candidates", candidates.isEmpty() ? "-" : joined(candidates))
                .build();
    }

    static Diagnostic strayHost(FileId first) {
        return error("CLU-0107")
                .at(Location.of(first))
                .with("host", first.host())
                .build();
    }

    static Diagnostic wrongHost(ClusterNode node, int seqno, Location elsewhere) {
        return error("CLU-0108")
                .at(node.dmdcr().value().origin().at("DMDCR_SEQNO"))
                .against(elsewhere)
                .with("host", node.host())
                .with("seqno", seqno)
                .build();
    }

    static Diagnostic backup(Located<Dmdcr> used, int seqno, List<FileId> backups) {
        Finding finding = Diagnostic.finding(MESSAGES, "CLU-0109", Severity.WARNING)
                .at(Location.of(backups.get(0)))
                .against(used.value().origin().at("DMDCR_SEQNO"));
        return finding.with("backup", joined(backups))
                .with("seqno", seqno)
                .with("file", used.file())
                .build();
    }

    private static Finding error(String id) {
        return Diagnostic.finding(MESSAGES, id, Severity.ERROR);
    }

    private static String joined(List<FileId> files) {
        return files.stream().map(FileId::toString).collect(Collectors.joining(", "));
    }
}
