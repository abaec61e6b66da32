package io.github.dmdsc.ini.commons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.commons.configuration2.Configuration;
import org.apache.commons.configuration2.FileBasedConfiguration;
import org.apache.commons.configuration2.INIConfiguration;
import org.apache.commons.configuration2.SubnodeConfiguration;
import org.apache.commons.configuration2.convert.DefaultListDelimiterHandler;
import org.apache.commons.configuration2.convert.DisabledListDelimiterHandler;
import org.apache.commons.configuration2.convert.ListDelimiterHandler;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Tests docs/reference/commons-view.md and its Chinese edition, which show the results of the view and of Apache's
 * INIConfiguration for the same inputs. With {@code -Dgolden.rewrite=true}, both pages are rewritten.
 */
class ViewDifferencesTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "commons-view.md");
    private static final Path CHINESE_PAGE = Path.of("..", "docs", "zh", "reference", "commons-view.md");
    private static final String INTRODUCTION = """
            # The Commons view beside INIConfiguration

            This page shows what Apache's `INIConfiguration` and `IniDocumentConfiguration` do with the same inputs. `ViewDifferencesTest` runs both and makes the page. `⏎` is a line end, and `␠` is a space at the end of a line or text. No delimiter handler is set, unless the heading or the call names one. Both give the same values for files that have no comments after values, no quotes, no backslashes and no repeated names: `DifferentialTest` tries such files at random.
            """;
    /** The texts of the page in Chinese. A longer text comes before the texts that it contains. */
    private static final List<Map.Entry<String, String>> CHINESE = List.of(
            Map.entry(INTRODUCTION, """
                    # Commons 视图与 INIConfiguration 对照

                    本页列出 Apache 的 `INIConfiguration` 和 `IniDocumentConfiguration` 对相同输入的处理，由 `ViewDifferencesTest` 运行两者后生成。`⏎` 表示换行，`␠` 表示行尾或文本末尾的空格。除标题或调用中写明外，未设置列表分隔符处理器。对于值后没有注释、没有引号、没有反斜杠、没有重复名称的文件，两者读出的值相同：`DifferentialTest` 随机尝试这样的文件。
                    """),
            Map.entry("## Comments\n", "## 注释\n"),
            Map.entry("## Separators and lines without one", "## 分隔符，以及没有分隔符的行"),
            Map.entry("## Quotes", "## 引号"),
            Map.entry("## Backslashes", "## 反斜杠"),
            Map.entry("## Empty values", "## 空值"),
            Map.entry("## Headers", "## 配置节的名称行"),
            Map.entry("## Names that repeat", "## 重复的名称"),
            Map.entry("## Other characters", "## 其他字符"),
            Map.entry("## Lists, with ", "## 列表，使用 "),
            Map.entry("## Parts of a configuration, of ", "## 配置的部分，文件为 "),
            Map.entry("## Changing and writing, of ", "## 修改和写出，文件为 "),
            Map.entry("| File | Values read: ", "| 文件 | 读出的值："),
            Map.entry("| Call | Result: ", "| 调用 | 结果："),
            Map.entry("| Call | File written: ", "| 调用 | 写出的文件："),
            Map.entry("with the handler: ", "使用处理器："),
            Map.entry("| same |", "| 相同 |"),
            Map.entry("| nothing |", "| 无 |"));

    private static final String FILE = "# note\nA = 1   # one\n\n[S]\nB = 2\n";

    /** One of the two configurations that are compared. */
    private interface Side {
        BaseHierarchicalConfiguration configuration();

        Set<@Nullable String> sections();

        SubnodeConfiguration section(@Nullable String name);

        default void read(String text) throws ConfigurationException, IOException {
            ((FileBasedConfiguration) configuration()).read(new StringReader(text));
        }

        default String written() throws ConfigurationException, IOException {
            StringWriter out = new StringWriter();
            ((FileBasedConfiguration) configuration()).write(out);
            return out.toString().replace(System.lineSeparator(), "\n");
        }
    }

    private record Apache(INIConfiguration configuration) implements Side {
        @Override
        public Set<@Nullable String> sections() {
            return configuration.getSections();
        }

        @Override
        public SubnodeConfiguration section(@Nullable String name) {
            return configuration.getSection(name);
        }
    }

    private record View(IniDocumentConfiguration configuration) implements Side {
        @Override
        public Set<@Nullable String> sections() {
            return configuration.getSections();
        }

        @Override
        public SubnodeConfiguration section(@Nullable String name) {
            return configuration.getSection(name);
        }
    }

    /** Calls of a configuration, with their result as text. */
    private interface Work {
        String on(Side side) throws Exception;
    }

    private interface Change {
        void on(Side side) throws Exception;
    }

    private final StringBuilder page = new StringBuilder(INTRODUCTION);
    private ListDelimiterHandler lists = DisabledListDelimiterHandler.INSTANCE;

    @Test
    void the_page_says_what_both_do() throws IOException {
        reading();
        parts();
        changing();

        isUpToDate(PAGE, page.toString());
        isUpToDate(CHINESE_PAGE, inChinese(page.toString()));
    }

    private static void isUpToDate(Path file, String text) throws IOException {
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file))
                .as(
                        "%s is out of date; mvn -pl ini-codec -am test -Dtest=ViewDifferencesTest -Dgolden.rewrite=true"
                                + " -Dsurefire.failIfNoSpecifiedTests=false writes it anew",
                        file)
                .isEqualTo(text);
    }

    private static String inChinese(String english) {
        String page = english;
        for (Map.Entry<String, String> words : CHINESE) {
            assertThat(page).contains(words.getKey());
            page = page.replace(words.getKey(), words.getValue());
        }
        return page;
    }

    private void reading() {
        topic("Comments", "File", "Values read");
        read("A = 1 # c", "A = 1 ; c", "A = 1 // c", "A = 1# c", "A = # c", "A = // c", "A = //host/share");
        read("# A = 1", "; A = 1", "// A = 1", "[S] # c\nA = 1", "A = \"x # y\" # c", "A = x \"# y\"");
        topic("Separators and lines without one", "File", "Values read");
        read("A : 1", "A = b:c", "a:b = 1", "A == 1", "A", "= 1", "A = 1\n  B");
        topic("Quotes", "File", "Values read");
        read("A = \"x\"", "A = 'x'", "A = \" x \"", "A = \"\"", "A = \"x", "A = \"x\" y", "\"A\" = 1", "A = x \"y\"");
        topic("Backslashes", "File", "Values read");
        read("A = C:\\dir\\new", "A = \"a\\\"b\"", "A = \"C:\\dir\"", "A = x \\\nB = 1", "A = x\\\nB = 1");
        topic("Empty values", "File", "Values read");
        read("A =", "A =\nA = 1");
        topic("Headers", "File", "Values read");
        read("[S]", "[ S ]\nA = 1", "[]\nA = 1", "[S\nA = 1", "[S] x\nA = 1", "[a]b]\nA = 1", "[a.b]\nA = 1");
        topic("Names that repeat", "File", "Values read");
        read("A = 1\nA = 2", "A = 1\na = 2", "[S]\nA = 1\n[S]\nA = 2", "[S]\nA = 1\n[T]\nB = 1\n[S]\nA = 2");
        read("[S]\nA = 1\n[s]\nA = 2");
        topic("Other characters", "File", "Values read");
        read("\uFEFFA = 1", "\uFEFF[S]\nA = 1", "A = 1\rB = 2", "A\t=\t1", "a.b = 1");
        topic("Lists, with `DefaultListDelimiterHandler(',')`", "File", "Values read");
        lists = new DefaultListDelimiterHandler(',');
        read("A = a,b", "A = a\\,b", "A = \"a,b\"", "A = a,,b", "A = a, b");
        lists = DisabledListDelimiterHandler.INSTANCE;
    }

    private void parts() {
        String file = "A = 1\n[S]\nB = 2\n[S]\nB = 3\n[T]\nC = 4\n";
        topic("Parts of a configuration, of `" + shown(file).replace("`", "") + "`", "Call", "Result");
        call(file, "getSections()", side -> String.valueOf(side.sections()));
        call(file, "getString(\"A\")", side -> text(side.configuration().getString("A")));
        call(
                file,
                "getList(\"S.B\")",
                side -> String.valueOf(side.configuration().getList("S.B")));
        call(file, "getString(\"S(1).B\")", side -> text(side.configuration().getString("S(1).B")));
        call(
                file,
                "getMaxIndex(\"S\")",
                side -> String.valueOf(side.configuration().getMaxIndex("S")));
        call(file, "subset(\"S\")", side -> values(side.configuration().subset("S")));
        call(file, "configurationAt(\"S\")", side -> values(side.configuration().configurationAt("S")));
        call(
                file,
                "configurationAt(\"S(1)\")",
                side -> values(side.configuration().configurationAt("S(1)")));
        call(
                file,
                "configurationsAt(\"S\").size()",
                side -> String.valueOf(
                        side.configuration().configurationsAt("S").size()));
        call(file, "getSection(\"T\")", side -> values(side.section("T")));
        call(file, "getSection(\"S\")", side -> values(side.section("S")));
        call(file, "getSection(\"U\")", side -> values(side.section("U")));
        call(file, "getSection(\"U\"); getSections()", side -> {
            side.section("U");
            return String.valueOf(side.sections());
        });
        call(file, "getSection(null)", side -> values(side.section(null)));
        call(
                file,
                "getSection(null).containsKey(\"S.B\")",
                side -> String.valueOf(side.section(null).containsKey("S.B")));
        call(file, "getSection(\"x]y\")", side -> values(side.section("x]y")));
    }

    private void changing() {
        topic("Changing and writing, of `" + shown(FILE).replace("`", "") + "`", "Call", "File written");
        change("write", side -> {});
        change("setProperty(\"A\", 5)", side -> side.configuration().setProperty("A", 5));
        change("setProperty(\"S.B\", 5)", side -> side.configuration().setProperty("S.B", 5));
        change("setProperty(\"S.N\", 5)", side -> side.configuration().setProperty("S.N", 5));
        change("setProperty(\"T.N\", 5)", side -> side.configuration().setProperty("T.N", 5));
        change("setProperty(\"A\", List.of(5, 6))", side -> side.configuration().setProperty("A", List.of(5, 6)));
        change("setProperty(\"A\", \"\")", side -> side.configuration().setProperty("A", ""));
        change("setProperty(\"A\", \"x # y\")", side -> side.configuration().setProperty("A", "x # y"));
        change("setProperty(\"A\", \"x ; y\")", side -> side.configuration().setProperty("A", "x ; y"));
        change("setProperty(\"A\", \" x \")", side -> side.configuration().setProperty("A", " x "));
        change("setProperty(\"A\", \"\\\"x\")", side -> side.configuration().setProperty("A", "\"x"));
        change("setProperty(\"A\", \"x\\ny\")", side -> side.configuration().setProperty("A", "x\ny"));
        change("setProperty(\"a=b\", 5)", side -> side.configuration().setProperty("a=b", 5));
        change("setProperty(\"x]y.N\", 5)", side -> side.configuration().setProperty("x]y.N", 5));
        change("setProperty(\"S.B.N\", 5)", side -> side.configuration().setProperty("S.B.N", 5));
        change("setProperty(\"S.T.N\", 5)", side -> side.configuration().setProperty("S.T.N", 5));
        change("addProperty(\"A\", 5)", side -> side.configuration().addProperty("A", 5));
        change("addProperty(\"S.B\", 5)", side -> side.configuration().addProperty("S.B", 5));
        change("addProperty(\"S(-1).B\", 5)", side -> side.configuration().addProperty("S(-1).B", 5));
        change(
                "addNodes(\"S\", List.of(N = 5))",
                side -> side.configuration()
                        .addNodes(
                                "S",
                                List.of(new ImmutableNode.Builder()
                                        .name("N")
                                        .value(5)
                                        .create())));
        change("clearProperty(\"A\")", side -> side.configuration().clearProperty("A"));
        change("clearProperty(\"S.B\")", side -> side.configuration().clearProperty("S.B"));
        change("clearTree(\"S\")", side -> side.configuration().clearTree("S"));
        change("clear()", side -> side.configuration().clear());
        change(
                "getSection(\"S\").setProperty(\"B\", 5)",
                side -> side.section("S").setProperty("B", 5));
        change(
                "getSection(\"T\").setProperty(\"N\", 5)",
                side -> side.section("T").setProperty("N", 5));
        change(
                "getSection(null).setProperty(\"N\", 5)",
                side -> side.section(null).setProperty("N", 5));
        change("getSection(\"T\")", side -> side.section("T"));
        lists = new DefaultListDelimiterHandler(',');
        change(
                "with the handler: setProperty(\"A\", \"5,6\")",
                side -> side.configuration().setProperty("A", "5,6"));
        change(
                "with the handler: setProperty(\"A\", \"5\\\\,6\")",
                side -> side.configuration().setProperty("A", "5\\,6"));
        lists = DisabledListDelimiterHandler.INSTANCE;
    }

    private void topic(String title, String input, String outcome) {
        page.append("\n## ").append(title).append("\n\n| ").append(input);
        page.append(" | ")
                .append(outcome)
                .append(": `INIConfiguration` | `IniDocumentConfiguration` |\n|---|---|---|\n");
    }

    private void read(String... files) {
        for (String file : files) {
            row(shown(file), file, side -> tree(side.configuration()));
        }
    }

    private void change(String call, Change change) {
        call(FILE, call, side -> {
            change.on(side);
            return side.written();
        });
    }

    private void call(String file, String call, Work work) {
        row(shown(call), file, work);
    }

    private void row(String first, String file, Work work) {
        String apache = outcome(new Apache(new INIConfiguration()), file, work);
        String view = outcome(new View(new IniDocumentConfiguration()), file, work);
        page.append("| ").append(first).append(" | ").append(apache);
        page.append(" | ").append(view.equals(apache) ? "same" : view).append(" |\n");
    }

    private String outcome(Side side, String file, Work work) {
        side.configuration().setListDelimiterHandler(lists);
        try {
            side.read(file);
            return shown(work.on(side));
        } catch (Exception refused) {
            return refused.getClass().getSimpleName();
        }
    }

    /** Returns a text as code for the cell of a table. */
    private static String shown(String text) {
        if (text.isEmpty()) {
            return "nothing";
        }
        String said = text.replace("\uFEFF", "<BOM>")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replace("|", "\\|")
                .replaceAll("^ | $", "␠")
                .replaceAll(" (?=\n)", "␠");
        return "`" + said.replace("\n", " ⏎ ").strip() + "`";
    }

    private static String text(@Nullable String value) {
        return value == null ? "null" : value;
    }

    private static String values(Configuration configuration) {
        List<String> found = new ArrayList<>();
        configuration.getKeys().forEachRemaining(key -> found.add(key + " = " + configuration.getList(key)));
        return String.join("; ", found);
    }

    private static String tree(BaseHierarchicalConfiguration configuration) {
        List<String> found = new ArrayList<>();
        for (ImmutableNode node :
                configuration.getNodeModel().getInMemoryRepresentation().getChildren()) {
            if (node.getValue() == null) {
                found.add("[" + node.getNodeName() + "]");
                node.getChildren().forEach(leaf -> found.add(leaf(leaf)));
            } else {
                found.add(leaf(node));
            }
        }
        return String.join("\n", found);
    }

    private static String leaf(ImmutableNode leaf) {
        return leaf.getNodeName() + "=" + leaf.getValue();
    }
}
