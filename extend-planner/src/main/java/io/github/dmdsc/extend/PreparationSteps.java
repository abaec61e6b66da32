package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Hashes;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Located;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The steps before the point of no return: nothing that runs takes notice of them. */
final class PreparationSteps {
    private final StepContext use;
    private final StepList list;
    private final CommonSteps common;
    private final List<FileChange> changes;
    private final ClusterFiles base;

    PreparationSteps(StepContext use, StepList list, CommonSteps common, List<FileChange> changes, ClusterFiles base) {
        this.use = use;
        this.list = list;
        this.common = common;
        this.changes = changes;
        this.base = base;
    }

    void write() {
        exportDcr();
        addLogFiles();
        copyConfiguration();
        updateMal();
        editDcr();
    }

    /** What is looked at before anything changes. */
    void preflight() {
        common.showAll("cluster-ok", Phase.PREFLIGHT);
        list.add(
                        "new-host",
                        Phase.PREFLIGHT,
                        use.node.host(),
                        Tool.OPERATOR,
                        RollbackClass.READ_ONLY,
                        StepContext.observe("new-host"))
                .manual(0);
        String ports = use.ports().stream().map(String::valueOf).collect(Collectors.joining(", "));
        list.add(
                        "ports-free",
                        Phase.PREFLIGHT,
                        use.node.host(),
                        Tool.SHELL,
                        RollbackClass.READ_ONLY,
                        StepContext.argv("ss", "-ltn"))
                .with(Map.of("ports", ports, "host", use.node.host()))
                .manual(6);
        List<String> directories = use.diskDirectories();
        list.add(
                        "disks-visible",
                        Phase.PREFLIGHT,
                        use.node.host(),
                        use.tools.command(),
                        RollbackClass.READ_ONLY,
                        use.script(
                                use.tools.command(),
                                use.node.host(),
                                directories.stream().map(ToolProfile::listDisks).toArray(String[]::new)))
                .with(Map.of("path", String.join(", ", directories), "disks", String.join(", ", use.sharedDisks())))
                .manual(0);
    }

    private void exportDcr() {
        list.add(
                        "export-dcr",
                        Phase.EXPORT_DCR,
                        use.dcr.host(),
                        use.tools.command(),
                        RollbackClass.RETRY_SAFE,
                        use.script(
                                use.tools.command(),
                                use.dcr.host(),
                                use.tools.export(use.dcrDisks().get(0), use.dcr.path())))
                .with(Map.of("file", use.dcr))
                .hashes(new FileHash(use.dcr, Hashes.sha256(base.bytes(use.dcr))))
                .manual(1);
    }

    private void addLogFiles() {
        String files = use.node.logFiles().stream()
                .map(file -> "'" + file + "' size " + use.node.logSize())
                .collect(Collectors.joining(", "));
        list.add(
                        "add-log-files",
                        Phase.ADD_LOG_FILES,
                        use.first.host(),
                        Tool.DISQL,
                        RollbackClass.VERIFY_BEFORE_RETRY,
                        use.sql("alter database add node logfile " + files + ";"))
                .with(Map.of("files", String.join(", ", use.node.logFiles())))
                .manual(2);
        String text = use.first.dmdcr().file().directory() + "/dmctl_with_node" + use.node.seqno() + ".txt";
        String ctl =
                use.first.dmIni().orElseThrow().value().ctlPath().orElseThrow().text();
        list.add(
                        "verify-dmctl",
                        Phase.ADD_LOG_FILES,
                        use.first.host(),
                        Tool.DMCTLCVT,
                        RollbackClass.READ_ONLY,
                        StepContext.argv(
                                use.program(Tool.DMCTLCVT, use.first.host()),
                                "TYPE=1",
                                "SRC=" + ctl,
                                "DEST=" + text,
                                StepContext.dcrIni(use.first.dmdcr().file(), "DCR_INI")))
                .with(Map.of("text", text, "files", String.join(", ", use.node.logFiles())))
                .manual(2);
        List<String> directories = use.node.logFiles().stream()
                .map(file -> file.substring(0, Math.max(file.lastIndexOf('/'), 1)))
                .distinct()
                .map(directory -> "ls " + directory)
                .toList();
        list.add(
                        "verify-log-files",
                        Phase.ADD_LOG_FILES,
                        use.first.host(),
                        use.tools.shell(),
                        RollbackClass.READ_ONLY,
                        new Command.ToolScript(
                                List.of(
                                        use.program(use.tools.shell(), use.first.host()),
                                        StepContext.dcrIni(use.first.dmdcr().file(), "DCR_INI")),
                                directories))
                .with(Map.of("files", String.join(", ", use.node.logFiles())))
                .expect(use.node.logFiles().stream()
                        .map(file -> file.substring(file.lastIndexOf('/') + 1))
                        .toArray(String[]::new))
                .manual(2);
    }

    private void copyConfiguration() {
        FileId from = use.first.dbMal().orElseThrow().file();
        FileId to = new FileId(use.node.host(), use.node.configPath());
        List<String> except = ConfigCopy.except(use.cluster, use.node);
        list.add(
                        "copy-config",
                        Phase.COPY_CONFIG,
                        use.node.host(),
                        Tool.SHELL,
                        RollbackClass.REVERSIBLE,
                        new Command.CopyTree(from.sibling(from.directory()), to, except))
                .with(Map.of("from", from.sibling(from.directory()), "to", to))
                .manual(3);
        list.together(() -> {
            common.writeFile(Phase.COPY_CONFIG, use.node.dmIniFile(), "write-new", 3);
            use.node
                    .dmArch()
                    .ifPresent(arch -> common.writeFile(Phase.COPY_CONFIG, use.node.archFile(), "write-new", 3));
        });
        common.writeFile(Phase.WRITE_DMDCR, use.node.dmdcrFile(), "write-new", 4);
    }

    private void updateMal() {
        Set<FileId> mal = malFiles();
        list.together(() -> {
            for (FileChange change : changes) {
                if (mal.contains(change.file())) {
                    boolean fresh = change.kind() == FileChange.Kind.CREATE;
                    common.writeFile(Phase.UPDATE_MAL, change.file(), fresh ? "write-new" : "write-mal", 5);
                }
            }
        });
    }

    private Set<FileId> malFiles() {
        Set<FileId> files = new HashSet<>(List.of(use.node.asmMalFile(), use.node.dbMalFile()));
        for (ClusterNode each : use.cluster.nodes()) {
            each.asmMal().map(Located::file).ifPresent(files::add);
            each.dbMal().map(Located::file).ifPresent(files::add);
        }
        return files;
    }

    private void editDcr() {
        list.together(() -> {
            common.writeFile(Phase.EDIT_DCR_CONFIG, use.dcr, "write-dcr", 6);
            use.cluster.dcrCopies().forEach(copy -> common.writeFile(Phase.EDIT_DCR_CONFIG, copy, "write-dcr", 6));
        });
    }
}
