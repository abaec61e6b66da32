package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The page with the findings, questions and results for each kind of cluster that occurs in practice. */
abstract class FieldPage {
    /** The rows, which are made once for both languages. */
    private static final List<Row> ROWS = new ArrayList<>();

    private record Title(String en, String zh) {}

    /**
     * The findings and questions for a request that gives only the address, and the result with the answers to all
     * questions.
     */
    private record Row(Title title, List<Finding> findings, List<Question> questions, PlanResult then) {}

    /** A file tree: a layout, and an edit of its files. */
    private record Tree(ClusterLayout layout, UnaryOperator<ClusterFiles> edit) {
        static Tree of(ClusterLayout layout) {
            return new Tree(layout, UnaryOperator.identity());
        }

        /** A layout in which the files with one name were edited. */
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

    /** Returns the files with the build file, from which the DCR was first made. */
    private static ClusterFiles withBuildFile(ClusterFiles files) {
        FileId export = ClusterLayout.builder().build().dcrFile();
        String text = new String(files.bytes(export), StandardCharsets.UTF_8);
        return files.with(export.sibling("/data/dmdcr_cfg.ini"), asBuilt(text).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<Title, Tree> trees() {
        Map<Title, Tree> trees = new LinkedHashMap<>();
        ClusterLayout usual = ClusterLayout.builder().build();
        trees.put(
                new Title("REMOTE archives, each in a directory of the receiving node", "远程归档存放在接收节点自己的目录中"),
                Tree.of(ClusterLayout.builder()
                        .archives(Archives.LOCAL_AND_REMOTE)
                        .build()));
        trees.put(
                new Title("REMOTE archives on shared storage, three nodes", "远程归档在共享存储上，三个节点"),
                Tree.of(ClusterLayout.builder()
                        .nodes(3)
                        .archives(Archives.SHARED)
                        .build()));
        trees.put(
                new Title("Shared memory keys without a pattern", "共享内存标识没有规律"),
                new Tree(usual, "dmdcr_cfg_bak.ini", text -> text.replace("70001", "54736")));
        trees.put(
                new Title("Equal shared memory keys on two machines", "两台机器上的共享内存标识相同"),
                Tree.of(ClusterLayout.builder().shmKeyStep(0).build()));
        trees.put(
                new Title(
                        "Mirror edition on one machine, no `DCR_EP_SEQNO`, several directories of DCRV disks, no monitor",
                        "镜像环境，所有节点在一台机器上，没有 `DCR_EP_SEQNO`，DCRV 磁盘在多个目录中，没有监视器"),
                Tree.of(ClusterLayout.builder()
                        .edition(StorageEdition.MIRROR)
                        .oneMachine(true)
                        .seqnos(false)
                        .dcrvDirectories("/dev/dcrv", "/dev/dcrv1")
                        .monitors(0)
                        .build()));
        trees.put(
                new Title("Mirror edition with services", "镜像环境，进程注册为服务"),
                Tree.of(ClusterLayout.builder()
                        .edition(StorageEdition.MIRROR)
                        .asmRestart(Restart.SERVICE)
                        .dbRestart(Restart.SERVICE)
                        .build()));
        trees.put(
                new Title("DBLink partners in dmmal.ini", "dmmal.ini 中有 DBLink 的对端"),
                Tree.of(ClusterLayout.builder().partners(2).build()));
        trees.put(
                new Title("A standby", "有备库"),
                new Tree(
                        ClusterLayout.builder().archives(Archives.LOCAL).build(),
                        "dmarch.ini",
                        text -> text + "[ARCHIVE_REALTIME1]\nARCH_TYPE = REALTIME\nARCH_DEST = STANDBY1\n"));
        trees.put(
                new Title("`MAL_DW_PORT = 0`", "`MAL_DW_PORT = 0`"),
                new Tree(usual, "dmmal.ini", text -> text.replaceAll("(MAL_INST_PORT.*\n)", "$1MAL_DW_PORT = 0\n")));
        trees.put(
                new Title("`MAL_INI = 0`", "`MAL_INI = 0`"),
                new Tree(usual, "dm.ini", text -> text.replace("MAL_INI = 1", "MAL_INI = 0")));
        trees.put(
                new Title("The same directories on all hosts", "各主机上的目录相同"),
                Tree.of(ClusterLayout.builder().equalDirectories(true).build()));
        trees.put(
                new Title(
                        "`ARCH_INCOMING_PATH` is the path of a LOCAL archive, without `ARCH_LOCAL_SHARE`",
                        "`ARCH_INCOMING_PATH` 为本地归档的路径，没有 `ARCH_LOCAL_SHARE`"),
                new Tree(
                        ClusterLayout.builder().archives(Archives.SHARED).build(),
                        "dmarch.ini",
                        text -> text.replaceAll("ARCH_LOCAL_SHARE.*\n", "")));
        trees.put(
                new Title("The build file beside the export", "初始化文件与导出文件并存"),
                new Tree(usual, FieldPage::withBuildFile));
        trees.put(
                new Title("`DCR_EP_HOST` on some endpoints only", "只有部分节点有 `DCR_EP_HOST`"),
                new Tree(usual, "dmdcr_cfg_bak.ini", text -> text.replaceFirst("DCR_EP_HOST = 10.1.0.1\n", "")));
        trees.put(
                new Title("The monitor uses a separate network", "监视器使用单独的网络"),
                Tree.of(ClusterLayout.builder().monitorNetwork(true).build()));
        trees.put(
                new Title("The MAL system uses a separate network", "MAL 系统使用单独的网络"),
                Tree.of(ClusterLayout.builder().malNetwork(true).build()));
        trees.put(
                new Title(
                        "DBLink partners on the new host, with the ports that the new node would get",
                        "DBLink 的对端在新主机上，占用新节点将使用的端口"),
                Tree.of(ClusterLayout.builder()
                        .partners(2)
                        .partnersOnNextHost(true)
                        .build()));
        trees.put(
                new Title("Names that end in letters", "名称以字母结尾"),
                Tree.of(ClusterLayout.builder().numbering(Numbering.LETTERS).build()));
        trees.put(
                new Title("Names in reversed order", "名称按相反的次序编号"),
                Tree.of(ClusterLayout.builder().numbering(Numbering.REVERSED).build()));
        trees.put(
                new Title("One node", "只有一个节点"),
                Tree.of(ClusterLayout.builder().nodes(1).build()));
        trees.put(
                new Title("`DMDCR_CSS_PORT` on one node only", "只有一个节点有 `DMDCR_CSS_PORT`"),
                new Tree(usual, files -> withOverride(files, usual.host(0))));
        return trees;
    }

    private static ClusterFiles withOverride(ClusterFiles files, String host) {
        FileId dmdcr = new FileId(host, "/data/DSC0/dmdcr.ini");
        String text = new String(files.bytes(dmdcr), StandardCharsets.UTF_8) + "DMDCR_CSS_PORT = 11500\n";
        ClusterFiles overridden = files.with(dmdcr, text.getBytes(StandardCharsets.UTF_8));
        return Tree.edited(overridden, "dmcssm.ini", monitor -> monitor.replace(":11000", ":11500"));
    }

    private static List<Row> rows() {
        if (ROWS.isEmpty()) {
            trees().forEach((title, tree) -> {
                Row built = row(title, tree, tree.buildFile());
                assertThat(built.then()).as("%s", title).isInstanceOf(PlanResult.Rejected.class);
                assertThat(built.findings())
                        .as("%s", title)
                        .extracting(Finding::ruleId)
                        .contains("EXT-0116");
                ROWS.add(row(title, tree, tree.export()));
            });
        }
        return ROWS;
    }

    private static Row row(Title title, Tree tree, ClusterFiles files) {
        ExtendRequest known =
                new GeneratedCluster(tree.layout()).next(tree.layout().nodes());
        ExtendRequest bare = ExtendRequest.builder()
                .host(known.host())
                .sameMachine(known.sameMachine())
                .build();
        PlanResult result = ExtendPlanner.plan(files, bare);
        List<Question> questions = questions(result);
        PlanResult then = ExtendPlanner.plan(files, bare.withValues(answers(questions, known)));
        return new Row(title, findings(result), questions, then);
    }

    private static Map<String, String> answers(List<Question> questions, ExtendRequest known) {
        Map<String, String> own = new TreeMap<>(known.values());
        own.put("log.size", "256");
        own.put("bin", "/opt/dmdbms/bin");
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

    private static List<Finding> findings(PlanResult result) {
        List<Finding> findings = result instanceof PlanResult.Rejected rejected
                ? rejected.findings()
                : result instanceof PlanResult.NeedsInput open ? open.notes() : List.of();
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
    }

    abstract String introduction();

    abstract String title(String en, String zh);

    abstract String comma();

    abstract String suggested(String suggestion);

    abstract String result(boolean planned);

    final String text() {
        return introduction()
                + rows().stream()
                        .map(row -> "| %s | %s | %s | %s |\n"
                                .formatted(
                                        title(row.title().en(), row.title().zh()),
                                        found(row),
                                        asked(row),
                                        result(row.then() instanceof PlanResult.Planned)))
                        .collect(Collectors.joining());
    }

    private String found(Row row) {
        return row.findings().stream()
                .map(Finding::kind)
                .distinct()
                .map(kind ->
                        kind.id() + " " + title(kind.title().en(), kind.title().zh()))
                .collect(Collectors.joining(comma()));
    }

    private String asked(Row row) {
        return row.questions().stream()
                .map(question -> "`" + question.name() + "`"
                        + question.suggestion().map(this::suggested).orElse(""))
                .collect(Collectors.joining(comma()));
    }

    /** The page in English. */
    static final class English extends FieldPage {
        @Override
        String introduction() {
            return "# Kinds of clusters\n\nWhat `dmdsc plan` finds and asks for clusters as they occur in practice, if the"
                    + " request gives only the address of the new host. The last column is the result if each question is"
                    + " answered with its suggestion (in parentheses), or, where there is none, with a valid value. The"
                    + " DCR configuration of each cluster is an export. With the build file instead, from which the DCR was"
                    + " first made, each cluster is rejected with EXT-0116.\n\n"
                    + "| Cluster | Errors and warnings | Questions | Result |\n|---|---|---|---|\n";
        }

        @Override
        String title(String en, String zh) {
            return en;
        }

        @Override
        String comma() {
            return ", ";
        }

        @Override
        String suggested(String suggestion) {
            return " (`" + suggestion + "`)";
        }

        @Override
        String result(boolean planned) {
            return planned ? "planned" : "rejected";
        }
    }

    /** The page in Chinese. */
    static final class Chinese extends FieldPage {
        @Override
        String introduction() {
            return "# 各种集群\n\n本页列出请求只给出新主机的地址时，`dmdsc plan` 对实际中各种集群给出的检查结果和问题。最后一列是回答每个"
                    + "问题之后的结果：以建议值（括号中）回答；没有建议值时，以一个有效值回答。各集群的 DCR 配置均为导出文件。"
                    + "如果改用首次创建 DCR 时的初始化文件，则每个集群都被拒绝（EXT-0116）。\n\n| 集群 | 错误和警告 | 问题 | 结果 |\n|---|---|---|---|\n";
        }

        @Override
        String title(String en, String zh) {
            return zh;
        }

        @Override
        String comma() {
            return "、";
        }

        @Override
        String suggested(String suggestion) {
            return "（`" + suggestion + "`）";
        }

        @Override
        String result(boolean planned) {
            return planned ? "制定计划" : "拒绝";
        }
    }
}
