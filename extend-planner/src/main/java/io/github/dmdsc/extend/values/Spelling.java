package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.model.base.HostPaths;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings the texts of the nodes into one spelling. Operators write the same path with or without a slash at its end,
 * and the same list or command with more or fewer blanks. Texts that differ only in this are equal.
 */
final class Spelling {
    /** A path on ASM, or an absolute path, inside a list or a command. */
    private static final Pattern PATH = Pattern.compile("(?<=^|[ ,=])(?:\\+|/|[A-Za-z]:[/\\\\])[^ ,=]*");

    private static final Pattern WORD = Pattern.compile("[^/\\\\ \t,]+");

    private Spelling() {}

    /** Returns the values in one spelling. */
    static List<String> of(List<Evidence> seen) {
        return unified(seen.stream().map(Evidence::value).toList());
    }

    /**
     * Returns the texts in one spelling: all like the first one, if they are equal in normal form; otherwise in normal
     * form, if they are written in different ways.
     */
    static List<String> unified(List<String> texts) {
        if (texts.stream().distinct().count() < 2) {
            return texts;
        }
        List<String> normal = texts.stream().map(Spelling::normal).toList();
        if (normal.stream().allMatch(text -> HostPaths.same(text, normal.get(0)))) {
            return texts.stream().map(any -> texts.get(0)).toList();
        }
        boolean alike = texts.stream()
                        .map(text -> WORD.matcher(text).replaceAll("x"))
                        .distinct()
                        .count()
                == 1;
        return alike || texts.stream().anyMatch(text -> text.contains("\\")) ? texts : normal;
    }

    /** Returns a text with one blank between words, no blanks beside commas, and each path in normal form. */
    private static String normal(String text) {
        if (text.contains("\"") || text.contains("'")) {
            return text;
        }
        String spaced = text.strip().replaceAll("[ \t]+", " ").replaceAll(" ?, ?", ",");
        return PATH.matcher(spaced).replaceAll(path -> Matcher.quoteReplacement(HostPaths.normal(path.group())));
    }
}
