package io.github.dmdsc.ini;

import io.github.dmdsc.ini.EditProblem.Kind;
import io.github.dmdsc.ini.Encoding.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks whether a text that is written into a line reads back unchanged. */
final class EditChecks {
    private static final int NONE = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private EditChecks() {}

    static void requireSection(String name, List<Map.Entry<String, String>> entries, Encoding encoding) {
        requireSectionName(name, encoding);
        entries.forEach(entry -> requireEntry(entry.getKey(), entry.getValue(), encoding));
    }

    static void requireEntry(String key, String value, Encoding encoding) {
        requireKey(key, encoding);
        requireValue(value, encoding);
    }

    static void requireSectionName(String name, Encoding encoding) {
        require(sectionName(name, encoding), "section name", name);
    }

    static void requireKey(String key, Encoding encoding) {
        require(key(key, encoding), "key", key);
    }

    static void requireComment(IniComment comment, Encoding encoding) {
        require(comment(comment.text(), encoding), "comment", comment.text());
    }

    /** Returns the exception for a comment that has the quote with which the value begins, and so would close it. */
    static EditRefusedException closesQuote(String comment) {
        EditProblem problem = new EditProblem(Kind.OPEN_QUOTE, 1);
        return new EditRefusedException(
                "the comment holds a quote that would close the one that the value begins with", comment, problem);
    }

    static void requireValue(String value, Encoding encoding) {
        require(value(value, encoding), "value", value);
    }

    private static void require(Optional<EditProblem> problem, String what, String text) {
        problem.ifPresent(found -> {
            throw new EditRefusedException("the " + what + " " + found.message(), text, found);
        });
    }

    static Optional<EditProblem> value(String text, Encoding encoding) {
        Optional<EditProblem> common = common(text, encoding);
        if (text.isEmpty() || common.isPresent()) {
            return common;
        }
        if (isMark(text, 0) && (text.charAt(0) != '/' || isBlankOrEnd(text, 2))) {
            return problem(Kind.COMMENT_MARK, text, 0);
        }
        int quoted = closingQuote(text);
        if (quoted == NONE) {
            return problem(Kind.OPEN_QUOTE, text, 0);
        }
        return problem(Kind.COMMENT_MARK, text, markAfterBlank(text, quoted));
    }

    static Optional<EditProblem> key(String text, Encoding encoding) {
        Optional<EditProblem> common = nonEmpty(text, encoding);
        if (common.isPresent()) {
            return common;
        }
        if (ByteOrderMark.at(encoding.encode(text)) != null) {
            return problem(Kind.BYTE_ORDER_MARK, text, 0);
        }
        if (text.charAt(0) == '[') {
            return problem(Kind.BRACKET, text, 0);
        }
        if (text.contains("=")) {
            return problem(Kind.EQUALS_SIGN, text, text.indexOf('='));
        }
        boolean commentsTheLineOut = text.charAt(0) == ';' || isMark(text, 0);
        return problem(Kind.COMMENT_MARK, text, commentsTheLineOut ? 0 : markAfterBlank(text, 0));
    }

    static Optional<EditProblem> sectionName(String text, Encoding encoding) {
        Optional<EditProblem> common = nonEmpty(text, encoding);
        return common.isPresent() ? common : problem(Kind.BRACKET, text, text.indexOf(']'));
    }

    /**
     * Returns the problem of a comment. Blanks at its start are part of it, but blanks at its end would not be read
     * back.
     */
    private static Optional<EditProblem> comment(String text, Encoding encoding) {
        int last = text.length() - 1;
        return last >= 0 && IniDialect.isBlank(text.charAt(last))
                ? problem(Kind.OUTER_BLANK, text, last)
                : common("#" + text, encoding).map(found -> new EditProblem(found.kind(), found.position() - 1));
    }

    private static Optional<EditProblem> nonEmpty(String text, Encoding encoding) {
        return text.isEmpty() ? Optional.of(new EditProblem(Kind.EMPTY, 1)) : common(text, encoding);
    }

    private static Optional<EditProblem> common(String text, Encoding encoding) {
        if (encoding.is(Status.WIDE)) {
            return Optional.of(new EditProblem(Kind.WIDE_CHARSET, 1));
        }
        int last = text.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            if (IniDialect.isLineEnd(c)) {
                return problem(Kind.LINE_BREAK, text, i);
            }
            if ((i == 0 || i == last) && IniDialect.isBlank(c)) {
                return problem(Kind.OUTER_BLANK, text, i);
            }
            if (c == BYTE_ORDER_MARK) {
                return problem(Kind.BYTE_ORDER_MARK, text, i);
            }
            if (c >= 0x80 && encoding.is(Status.GUESSED)) {
                return problem(Kind.AMBIGUOUS_CHARSET, text, i);
            }
        }
        return problem(Kind.NOT_ENCODABLE, text, encoding.firstNotEncodable(text));
    }

    /**
     * Returns the position of the quote that closes the quotation at the start of the text; 0 if the text does not
     * begin with a quote, {@link #NONE} if the quotation is not closed.
     */
    private static int closingQuote(String text) {
        char first = text.charAt(0);
        return first == '"' || first == '\'' ? text.indexOf(first, 1) : 0;
    }

    private static int markAfterBlank(String text, int from) {
        for (int i = from + 1; i < text.length(); i++) {
            if (IniDialect.isBlank(text.charAt(i - 1)) && isMark(text, i)) {
                return i;
            }
        }
        return NONE;
    }

    private static boolean isMark(String text, int at) {
        return text.charAt(at) == '#' || text.startsWith("//", at);
    }

    private static boolean isBlankOrEnd(String text, int at) {
        return at == text.length() || IniDialect.isBlank(text.charAt(at));
    }

    private static Optional<EditProblem> problem(Kind kind, String text, int at) {
        return at == NONE ? Optional.empty() : Optional.of(new EditProblem(kind, text.codePointCount(0, at) + 1));
    }
}
