package io.github.dmdsc.extend.steps;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.Verification;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.ListeningPort;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps before the point of no return. The running processes work on unchanged during these steps. */
final class PreparationSteps {
    private final StepContext use;
    private final StepList list;
    private final CommonSteps common;
    private final List<FileChange> changes;
    private final Change.CopyDirectory copying;
    private final List<String> logs;

    PreparationSteps(
            StepContext use,
            StepList list,
            CommonSteps common,
            List<FileChange> changes,
            Change.CopyDirectory copying,
            List<String> logs) {
        this.use = use;
        this.list = list;
        this.common = common;
        this.changes = changes;
        this.copying = copying;
        this.logs = logs;
    }

    void write() {
        exportDcr();
        addLogFiles();
        copyConfiguration();
        updateMal();
        editDcr();
    }

    /** Adds the looks at the cluster and at the new host before the first change. */
    void preflight(List<ListeningPort> ports) {
        List<Integer> numbers = ports.stream()
                .map(listening -> listening.port().number())
                .distinct()
                .toList();
        common.showAll("cluster-ok", Phase.PREFLIGHT, Look.ExpectedState.OK_BEFORE);
        list.add(use.look(
                "new-host",
                Phase.PREFLIGHT,
                use.node.host(),
                Tool.OPERATOR,
                new NewHost(use.cluster, use.node, logs).prepare(numbers, use.binDirectory())));
        list.add(use.look("ports-free", Phase.PREFLIGHT, use.node.host(), Tool.SHELL, new Look.ListPorts(numbers)));
        boolean knownHost = use.hosts().contains(use.node.host());
        if (!knownHost) {
            listDisks("disks-known", use.first.host(), Optional.empty());
        }
        listDisks("disks-visible", use.node.host(), knownHost ? Optional.empty() : Optional.of(use.first.host()));
    }

    private void listDisks(String id, String host, Optional<String> sameAs) {
        list.add(use.look(
                id,
                Phase.PREFLIGHT,
                host,
                use.tools.command(),
                new Look.ListDisks(use.diskDirectories(), use.sharedDisks(), sameAs)));
    }

    private void exportDcr() {
        list.add(common.export(
                "export-dcr", Phase.EXPORT_DCR, "before", use.dcrDisks().get(0), Look.DcrConfiguration.BASE));
    }

    private void addLogFiles() {
        List<String> files = use.node.logFiles();
        List<Look.ShowSpace.Need> needs = needs(files);
        list.add(use.look(
                "log-sizes",
                Phase.ADD_LOG_FILES,
                use.first.host(),
                Tool.DISQL,
                new Look.ViewLogFiles(
                        use.firstPort(),
                        use.node.logSize(),
                        needs.stream()
                                .filter(need -> need.megabytes() > 0)
                                .map(Look.ShowSpace.Need::group)
                                .toList())));
        list.add(use.look(
                "space-free",
                Phase.ADD_LOG_FILES,
                use.first.host(),
                Tool.DISQL,
                new Look.ShowSpace(use.firstPort(), needs)));
        list.add(use.step(
                "add-log-files",
                Phase.ADD_LOG_FILES,
                use.first.host(),
                Tool.DISQL,
                RollbackClass.VERIFY_BEFORE_RETRY,
                new Change.AddLogFiles(use.firstPort(), files, use.node.logSize())));
        FileId dmdcr = use.first.dmdcr().file();
        FileId text = dmdcr.sibling(dmdcr.directory() + "/dmctl_with_node" + use.node.seqno() + ".txt");
        String controlFile =
                use.first.dmIni().orElseThrow().value().ctlPath().orElseThrow().text();
        list.add(use.look(
                "verify-dmctl",
                Phase.ADD_LOG_FILES,
                use.first.host(),
                Tool.DMCTLCVT,
                new Look.ConvertControlFile(controlFile, text, dmdcr, files)));
        list.add(use.look(
                        "verify-log-files",
                        Phase.ADD_LOG_FILES,
                        use.first.host(),
                        use.tools.shell(),
                        new Look.ListLogFiles(dmdcr, files))
                .verify(Verification.of(files.stream()
                        .map(file -> file.substring(file.lastIndexOf('/') + 1))
                        .toList())));
    }

    /** Returns the space that the new redo log files and archives need in each disk group. */
    private List<Look.ShowSpace.Need> needs(List<String> files) {
        List<String> archives = use.node.dmArch().stream()
                .flatMap(arch -> arch.archives().stream())
                .flatMap(archive -> archive.destination().stream())
                .filter(path -> path.startsWith("+"))
                .map(PreparationSteps::diskGroup)
                .toList();
        return Stream.concat(files.stream().map(PreparationSteps::diskGroup), archives.stream())
                .collect(Collectors.toMap(
                        group -> group.toUpperCase(Locale.ROOT),
                        group -> group,
                        (one, same) -> one,
                        LinkedHashMap::new))
                .values()
                .stream()
                .map(group -> new Look.ShowSpace.Need(
                        group,
                        use.node.logSize() * count(files, group),
                        archives.stream().anyMatch(group::equalsIgnoreCase)))
                .toList();
    }

    private static int count(List<String> files, String group) {
        return (int) files.stream()
                .filter(file -> diskGroup(file).equalsIgnoreCase(group))
                .count();
    }

    private static String diskGroup(String path) {
        return path.substring(1).replaceFirst("/.*", "");
    }

    private void copyConfiguration() {
        list.add(use.step(
                "copy-config", Phase.COPY_CONFIG, use.node.host(), Tool.SHELL, RollbackClass.REVERSIBLE, copying));
        list.together(() -> {
            common.writeFile(Phase.COPY_CONFIG, use.node.dmIniFile(), Change.Purpose.NEW_FILE);
            if (use.node.dmArch().isPresent()) {
                common.writeFile(Phase.COPY_CONFIG, use.node.archFile(), Change.Purpose.NEW_FILE);
            }
            changes.stream()
                    .filter(this::isAdapted)
                    .forEach(change -> common.writeFile(Phase.COPY_CONFIG, change.file(), Change.Purpose.ADAPT_COPY));
        });
        common.writeFile(Phase.WRITE_DMDCR, use.node.dmdcrFile(), Change.Purpose.NEW_FILE);
    }

    /**
     * Whether a change is to a file in the copy of the configuration directory that no lens writes and that differs
     * from its original.
     */
    private boolean isAdapted(FileChange change) {
        FileId file = change.file();
        return file.host().equals(use.node.host())
                && file.path().startsWith(use.node.configPath() + "/")
                && !use.node.files().contains(file)
                && !change.patch().hunks().isEmpty();
    }

    private void updateMal() {
        Set<FileId> mal = malFiles();
        list.together(() -> {
            for (FileChange change : changes) {
                if (mal.contains(change.file())) {
                    boolean fresh = change.kind() == FileChange.Kind.CREATE;
                    common.writeFile(
                            Phase.UPDATE_MAL,
                            change.file(),
                            fresh ? Change.Purpose.NEW_FILE : Change.Purpose.ADD_MAL_INSTANCE);
                }
            }
        });
    }

    private Set<FileId> malFiles() {
        Set<FileId> files = new HashSet<>(List.of(use.node.asmMalFile(), use.node.dbMalFile()));
        for (ClusterNode each : use.cluster.nodes()) {
            each.asmMal().map(ConfigFile::file).ifPresent(files::add);
            each.dbMal().map(ConfigFile::file).ifPresent(files::add);
        }
        return files;
    }

    private void editDcr() {
        list.together(() -> {
            common.writeFile(Phase.EDIT_DCR_CONFIG, use.dcr, Change.Purpose.ADD_ENDPOINTS);
            use.cluster
                    .dcrCopies()
                    .forEach(copy -> common.writeFile(Phase.EDIT_DCR_CONFIG, copy, Change.Purpose.ADD_ENDPOINTS));
        });
    }
}
