package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.ExtendPlanner;
import io.github.dmdsc.extend.GeneratedCluster;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Severity;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Numbering;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The page that shows, for each kind of cluster that people have, what is found, asked and planned. */
final class FieldPage {
    private FieldPage() {}

    /** A tree: a layout, and what somebody has made of its files. */
    private record Tree(ClusterLayout layout, UnaryOperator<ClusterFiles> edit) {
        static Tree of(ClusterLayout layout) {
            return new Tree(layout, UnaryOperator.identity());
        }

        /** Somebody has written into the files of one name. */
        Tree(ClusterLayout layout, String name, UnaryOperator<String> edit) {
            this(layout, files -> edited(files, name, edit));
        }

        ClusterFiles export() {
            return edit.apply(new GeneratedCluster(layout).files());
        }

        ClusterFiles buildFile() {
            return edited(export(), "dmdcr_cfg_bak.ini", FieldPage::asBuilt);
        }

        private static ClusterFiles edited(ClusterFiles base, String name, UnaryOperator<String> edit) {
            ClusterFiles files = base;
            for (FileId file : base.ids()) {
                if (file.name().equals(name)) {
                    String text = new String(base.bytes(file), StandardCharsets.UTF_8);
                    files = files.with(file, edit.apply(text).getBytes(StandardCharsets.UTF_8));
                }
            }
            return files;
        }
    }

    private static String asBuilt(String export) {
        return export.replaceAll("DCR_GRP_EP_ARR.*\n", "");
    }

    /** The file from which the DCR was made lies where it was written. */
    private static ClusterFiles withBuildFile(ClusterFiles files) {
        FileId export = ClusterLayout.builder().build().dcrFile();
        String text = new String(files.bytes(export), StandardCharsets.UTF_8);
        return files.with(export.sibling("/data/dmdcr_cfg.ini"), asBuilt(text).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Tree> trees() {
        Map<String, Tree> trees = new LinkedHashMap<>();
        ClusterLayout usual = ClusterLayout.builder().build();
        trees.put(
                "REMOTE archives in directories of the receivers",
                Tree.of(ClusterLayout.builder()
                        .archives(Archives.LOCAL_AND_REMOTE)
                        .build()));
        trees.put(
                "REMOTE archives on shared storage, three nodes",
                Tree.of(ClusterLayout.builder()
                        .nodes(3)
                        .archives(Archives.SHARED)
                        .build()));
        trees.put(
                "Keys of shared memory without a pattern",
                new Tree(usual, "dmdcr_cfg_bak.ini", text -> text.replace("70001", "54736")));
        trees.put(
                "Equal keys of shared memory on two machines",
                Tree.of(ClusterLayout.builder().shmKeyStep(0).build()));
        trees.put(
                "Mirror on one machine, no DCR_EP_SEQNO, several directories, no monitor",
                Tree.of(ClusterLayout.builder()
                        .edition(StorageEdition.MIRROR)
                        .oneMachine(true)
                        .seqnos(false)
                        .dcrvDirectories("/dev/dcrv", "/dev/dcrv1")
                        .monitors(0)
                        .build()));
        trees.put(
                "Mirror with services",
                Tree.of(ClusterLayout.builder()
                        .edition(StorageEdition.MIRROR)
                        .asmRestart(Restart.SERVICE)
                        .dbRestart(Restart.SERVICE)
                        .build()));
        trees.put(
                "Partners of DBLinks",
                Tree.of(ClusterLayout.builder().partners(2).build()));
        trees.put(
                "A standby",
                new Tree(
                        ClusterLayout.builder().archives(Archives.LOCAL).build(),
                        "dmarch.ini",
                        text -> text + "[ARCHIVE_REALTIME1]\nARCH_TYPE = REALTIME\nARCH_DEST = STANDBY1\n"));
        trees.put(
                "Ports of the watcher that are 0",
                new Tree(usual, "dmmal.ini", text -> text.replaceAll("(MAL_INST_PORT.*\n)", "$1MAL_DW_PORT = 0\n")));
        trees.put("MAL_INI = 0", new Tree(usual, "dm.ini", text -> text.replace("MAL_INI = 1", "MAL_INI = 0")));
        trees.put(
                "Equal directories on all hosts",
                Tree.of(ClusterLayout.builder().equalDirectories(true).build()));
        trees.put(
                "Incoming paths that are LOCAL paths, without ARCH_LOCAL_SHARE",
                new Tree(
                        ClusterLayout.builder().archives(Archives.SHARED).build(),
                        "dmarch.ini",
                        text -> text.replaceAll("ARCH_LOCAL_SHARE.*\n", "")));
        trees.put("The build file beside the export", new Tree(usual, FieldPage::withBuildFile));
        trees.put(
                "DCR_EP_HOST on some endpoints only",
                new Tree(usual, "dmdcr_cfg_bak.ini", text -> text.replaceFirst("DCR_EP_HOST = 10.1.0.1\n", "")));
        trees.put(
                "A monitor in a network of its own",
                Tree.of(ClusterLayout.builder().monitorNetwork(true).build()));
        trees.put(
                "MAL in a network of its own",
                Tree.of(ClusterLayout.builder().malNetwork(true).build()));
        trees.put(
                "Partners of DBLinks on the new host, with ports that would be its own",
                Tree.of(ClusterLayout.builder()
                        .partners(2)
                        .partnersOnNextHost(true)
                        .build()));
        trees.put(
                "Names in letters",
                Tree.of(ClusterLayout.builder().numbering(Numbering.LETTERS).build()));
        trees.put(
                "Names in reversed order",
                Tree.of(ClusterLayout.builder().numbering(Numbering.REVERSED).build()));
        trees.put("One node", Tree.of(ClusterLayout.builder().nodes(1).build()));
        trees.put("DMDCR_CSS_PORT on one node only", new Tree(usual, files -> withOverride(files, usual.host(0))));
        return trees;
    }

    private static ClusterFiles withOverride(ClusterFiles files, String host) {
        FileId dmdcr = new FileId(host, "/data/DSC0/dmdcr.ini");
        String text = new String(files.bytes(dmdcr), StandardCharsets.UTF_8) + "DMDCR_CSS_PORT = 11500\n";
        ClusterFiles overridden = files.with(dmdcr, text.getBytes(StandardCharsets.UTF_8));
        return Tree.edited(overridden, "dmcssm.ini", monitor -> monitor.replace(":11000", ":11500"));
    }

    static String text() {
        StringBuilder page = new StringBuilder("# Clusters of the field\n\nFor each kind of cluster: which findings and"
                + " which questions a request has that gives the address of the new host alone, and what comes of it once"
                + " every question is answered, with its suggestion where there is one. *Build file* is the file from"
                + " which the DCR was first made, *export* is what `export dcrdisk` writes.\n");
        trees().forEach((title, tree) -> {
            page.append("\n## ").append(title).append("\n\n| DCR file | Found | Asked | Then |\n|---|---|---|---|\n");
            page.append(row("build file", tree, tree.buildFile()));
            page.append(row("export", tree, tree.export()));
        });
        return page.toString();
    }

    private static String row(String kind, Tree tree, ClusterFiles files) {
        ExtendRequest known =
                new GeneratedCluster(tree.layout()).next(tree.layout().nodes());
        ExtendRequest bare = ExtendRequest.builder()
                .host(known.host())
                .sameMachine(known.sameMachine())
                .build();
        PlanResult result = ExtendPlanner.plan(files, bare);
        List<Question> questions = questions(result);
        PlanResult then = ExtendPlanner.plan(files, bare.withValues(answers(questions, known)));
        return "| " + kind + " | " + found(result) + " | " + asked(questions) + " | "
                + then.getClass().getSimpleName() + " |\n";
    }

    private static Map<String, String> answers(List<Question> questions, ExtendRequest known) {
        Map<String, String> own = new TreeMap<>(known.values());
        own.put("log.size", "256");
        own.put("bin", "/opt/dm/bin");
        own.put("monitor", "watch:/data/dmcssm.ini");
        own.put("dcrv.disks", String.join(",", known.dcrvDisks()));
        known.serviceHost().ifPresent(host -> own.put("dmmal.MAL_INST_HOST", host.text()));
        return questions.stream()
                .collect(Collectors.toMap(
                        Question::name,
                        question ->
                                question.suggestion().orElseGet(() -> own.getOrDefault(question.name(), "no answer")),
                        (first, second) -> first,
                        TreeMap::new));
    }

    private static List<Question> questions(PlanResult result) {
        if (result instanceof PlanResult.NeedsInput open) {
            return open.questions();
        }
        return result instanceof PlanResult.Rejected rejected ? rejected.questions() : List.of();
    }

    private static String found(PlanResult result) {
        List<Finding> findings = result instanceof PlanResult.Rejected rejected
                ? rejected.findings()
                : result instanceof PlanResult.NeedsInput open ? open.notes() : List.of();
        String found = findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(finding -> finding.ruleId() + " " + finding.kind().title().en())
                .distinct()
                .collect(Collectors.joining("; "));
        return found.isEmpty() ? "–" : found;
    }

    private static String asked(List<Question> questions) {
        return questions.stream()
                .map(question -> "`" + question.name() + "`"
                        + question.suggestion().map(text -> " (`" + text + "`)").orElse(""))
                .collect(Collectors.joining(", "));
    }
}
