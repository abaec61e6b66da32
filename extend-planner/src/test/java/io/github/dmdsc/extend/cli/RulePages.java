package io.github.dmdsc.extend.cli;

import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.rules.StandardRules;
import io.github.dmdsc.model.fixtures.DeclaredKinds.Declared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of the pages under docs/rules that are made from the code. */
final class RulePages {
    private RulePages() {}

    /**
     * Returns the page of each rule by its name. Its titles, and the lines with its level and its texts, are made from
     * the code.
     */
    static Map<String, String> all() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        for (Declared rule : ReferencePages.kinds().toList()) {
            FindingKind kind = rule.kind();
            if (kind.page().startsWith("docs/rules/")) {
                String page = Files.readString(ReferencePages.ROOT.resolve(kind.page()));
                page = line(page, "# ", kind.id() + ": " + kind.title().en());
                page = line(
                        page, "**Level**: ", ReferencePages.level(kind) + (kind.isWaivable() ? ", may be waived" : ""));
                page = line(page, "**Finding**: ", ReferencePages.messages(rule, ReferencePages.ENGLISH, "<br>"));
                page = line(page, "**Fix**: ", ReferencePages.fix(rule, ReferencePages.ENGLISH));
                page = line(page, "## 中文：", kind.title().zh());
                page = line(page, "**级别**：", ChinesePages.level(kind) + (kind.isWaivable() ? "，可豁免" : ""));
                page = line(page, "**发现**：", ReferencePages.messages(rule, ReferencePages.CHINESE, "<br>"));
                pages.put(kind.id() + ".md", line(page, "**处理**：", ReferencePages.fix(rule, ReferencePages.CHINESE)));
            }
        }
        return pages;
    }

    private static String line(String page, String start, String rest) {
        return Pattern.compile("^" + Pattern.quote(start) + ".*$", Pattern.MULTILINE)
                .matcher(page)
                .replaceFirst(Matcher.quoteReplacement(start + rest));
    }

    /**
     * Returns the index of the rules. Its table is made from the code: the kind of each rule, and the first paragraph
     * of its page.
     */
    static String index(String index) throws IOException {
        StringBuilder table = new StringBuilder(
                "| Id | Title | Level | May be waived | Manual | Rule |\n|---|---|---|---|---|---|\n");
        for (FindingKind kind : StandardRules.book().kinds()) {
            String rule =
                    Files.readAllLines(ReferencePages.ROOT.resolve(kind.page())).get(2);
            table.append(ReferencePages.row(kind, "")).append(rule).append(" |\n");
        }
        return withTable(index, table);
    }

    /** Returns the Chinese index of the rules. */
    static String chineseIndex(String index) throws IOException {
        StringBuilder table = new StringBuilder("| 编号 | 标题 | 级别 | 可豁免 | 手册 | 规则 |\n|---|---|---|---|---|---|\n");
        for (FindingKind kind : StandardRules.book().kinds()) {
            List<String> page = Files.readAllLines(ReferencePages.ROOT.resolve(kind.page()));
            table.append(ChinesePages.row(kind))
                    .append(page.get(page.indexOf("## 中文：" + kind.title().zh()) + 2))
                    .append(" |\n");
        }
        return withTable(index, table);
    }

    private static String withTable(String index, StringBuilder table) {
        return Pattern.compile("(?<=\\n\\n)\\| (?:Id|编号) \\| (?:Title|标题) .*?\\n(?=\\n)", Pattern.DOTALL)
                .matcher(index)
                .replaceFirst(Matcher.quoteReplacement(table.toString()));
    }
}
