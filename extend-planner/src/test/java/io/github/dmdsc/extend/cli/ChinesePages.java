package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.check.FindingKind;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** The pages under docs/zh/reference, made from the Chinese catalogues. */
final class ChinesePages {
    /** The Chinese names of the manuals and of their parts, by the English pattern, in the order of replacement. */
    private static final Map<String, String> MANUALS = new LinkedHashMap<>();

    static {
        MANUALS.put("DM8 DMDSC, ", "《DM8 共享存储集群》");
        MANUALS.put("DM8 Data Watch(?:, )?", "《DM8 数据守护与读写分离集群》");
        MANUALS.put("DM8 (?:system )?administrator's manual, ", "《DM8 系统管理员手册》");
        MANUALS.put("DM8 SQL, ", "《DM8 SQL 语言使用手册》");
        MANUALS.put("chapter (\\d+)(?:, step (\\d+))?", "第 $1 章步骤 $2");
        MANUALS.put("步骤 $", "");
        MANUALS.put("tables (\\S+) and (\\S+)", "表 $1、表 $2");
        MANUALS.put("》(\\d+\\.\\d+)$", "》$1 节");
        MANUALS.put("DMASM mirror", "DMASM 镜像");
        MANUALS.put("configuration files", "配置文件");
        MANUALS.put("creating a database", "创建数据库");
    }

    private static final String STREAMS = """

            ## 输出、退出码和 JSON

            无论退出码为何，结果和检查结果都以文本或 JSON 写到标准输出。命令行错误和演练的进度写到标准错误；使用 `--format json` 时，`--write-request` 的提示也写到标准错误。在集群目录或文件的位置写 `-`，表示读取标准输入：集群的压缩包、监视器的输出或请求。

            无论区域设置如何，输出都是 UTF-8。只有在 Windows 控制台上才使用控制台的代码页；`chcp 65001` 将其设为 UTF-8。在 Windows 上，Java 22 到 24 把管道当作控制台：启动时请加上 `-Djdk.console=java.base`。

            | 命令 | JSON 符合 |
            |---|---|
            | `check` | [findings-1](../../reference/schemas/findings-1.schema.json) |
            | `plan` | [planning-1](../../reference/schemas/planning-1.schema.json)；计划本身是 plan.json，符合 [plan-3](../../reference/schemas/plan-3.schema.json) |
            | `diff` | [diff-1](../../reference/schemas/diff-1.schema.json)；使用 `--drift` 时为 [drift-1](../../reference/schemas/drift-1.schema.json) |
            | `status` | [status-1](../../reference/schemas/status-1.schema.json) |
            | `rehearse` | [rehearsed-1](../../reference/schemas/rehearsed-1.schema.json) |
            | `compare-export` | [exports-1](../../reference/schemas/exports-1.schema.json) |
            | 任何命令，退出码为 2 时 | [findings-1](../../reference/schemas/findings-1.schema.json)；命令行本身有误时没有 JSON |
            """;

    private ChinesePages() {}

    /** Returns every page by its name. */
    static Map<String, String> all() {
        Map<String, String> pages = new TreeMap<>();
        ChineseTexts texts = new ChineseTexts();
        pages.put("parameters.md", new ParameterPage.Chinese(texts).text());
        pages.put("findings.md", findings());
        pages.put("steps.md", new StepPage.Chinese(texts).text());
        pages.put("cli.md", commands());
        pages.put("field.md", new FieldPage.Chinese().text());
        assertThat(texts.unused()).as("texts that no page has").isEmpty();
        return pages;
    }

    private static String findings() {
        return "# 检查结果\n\n全部检查结果，按编号排列，由代码生成；dmdsc 以中文或英文输出。“检查结果”一列中，斜杠分隔同一编号的各种消息，"
                + "花括号中为取值。每条 DSC 规则[都有一页说明](../rules/README.md)。EXT-0112 所指的要求见[演练](../rehearsal.md)。\n\n"
                + "| 编号 | 标题 | 级别 | 可豁免 | 手册 | 检查结果 | 处理办法 |\n|---|---|---|---|---|---|---|\n"
                + ReferencePages.kinds()
                        .map(declared -> "%s%s | %s |\n"
                                .formatted(
                                        row(declared.kind()),
                                        ReferencePages.escaped(
                                                ReferencePages.messages(declared, ReferencePages.CHINESE, " / ")),
                                        ReferencePages.escaped(ReferencePages.fix(declared, ReferencePages.CHINESE))))
                        .collect(Collectors.joining());
    }

    /** Returns the first cells in the row of a finding, as {@link ReferencePages#row} does in English. */
    static String row(FindingKind kind) {
        return "| %s | %s | %s | %s | %s | "
                .formatted(
                        kind.id().startsWith("DSC-")
                                ? "[%s](../../rules/%s.md)".formatted(kind.id(), kind.id())
                                : kind.id(),
                        kind.title().zh(),
                        level(kind),
                        kind.isWaivable() ? "是" : "",
                        manual(kind.manual().orElse("")));
    }

    static String level(FindingKind kind) {
        return switch (kind.severity()) {
            case ERROR -> "错误";
            case WARNING -> "警告";
            case INFO -> "提示";
        };
    }

    private static String manual(String english) {
        String chinese = english;
        for (Map.Entry<String, String> part : MANUALS.entrySet()) {
            chinese = chinese.replaceAll(part.getKey(), part.getValue());
        }
        return chinese;
    }

    private static String commands() {
        CommandLine main = Main.commandLine(Main.Language.zh, InputStream.nullInputStream());
        main.setResourceBundle(ResourceBundle.getBundle(Main.HELP, Locale.CHINESE));
        return "# 命令行\n\n`--help` 打印的内容。"
                + "`source <(dmdsc generate-completion)` 在 bash 和 zsh 中补全命令、选项和选项的取值。计划的步骤不在其中："
                + "`dmdsc run <plan-dir> --list` 显示步骤的编号和标识。\n"
                + STREAMS
                + ReferencePages.sections(main);
    }
}
