package io.github.dmdsc.ini.commons;

import io.github.dmdsc.ini.EditProblem;
import io.github.dmdsc.ini.EditProblem.Kind;
import io.github.dmdsc.ini.IniDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.configuration2.convert.ListDelimiterHandler;
import org.jspecify.annotations.Nullable;

/**
 * How values are written into the lines of a document and read from them, and why a text could not stand there. A
 * delimiter handler may split a line into values and escape what it would split.
 */
record Texts(IniDocument document, ListDelimiterHandler lists) {
    Optional<String> sectionProblem(String name) {
        return document.sectionNameProblem(name).map(problem -> "section name '" + name + "' " + said(problem));
    }

    Optional<String> entryProblem(String key, String value) {
        return document.keyProblem(key)
                .map(problem -> "key '" + key + "' " + said(problem))
                .or(() -> valueProblem(key, value));
    }

    Optional<String> valueProblem(String key, String value) {
        if (line(value).isPresent()) {
            return Optional.empty();
        }
        String reason = document.problemWith(value)
                .map(Texts::said)
                .orElse("would not be read as itself, because the delimiter handler changes it");
        return Optional.of(key + ": value '" + value + "' " + reason);
    }

    /** The text of a line that holds one value, as it is if it can be, else escaped; empty if there is none. */
    Optional<String> line(String value) {
        if (document.problemWith(value).isEmpty() && values(value).equals(List.of(value))) {
            return Optional.of(value);
        }
        return splitting(lists.escape(value, ListDelimiterHandler.NOOP_TRANSFORMER), List.of(value));
    }

    /** The text of a line that holds all these values, each of which has a line; empty if there is none. */
    Optional<String> line(List<String> values) {
        if (values.size() == 1) {
            return line(values.get(0));
        }
        try {
            return splitting(lists.escapeList(values, ListDelimiterHandler.NOOP_TRANSFORMER), values);
        } catch (UnsupportedOperationException noLists) {
            return Optional.empty();
        }
    }

    private Optional<String> splitting(Object escaped, List<String> values) {
        return Optional.of(String.valueOf(escaped))
                .filter(text ->
                        split(text).equals(values) && document.problemWith(text).isEmpty());
    }

    /**
     * The values that a line's text holds. A text is one value if one of its parts could not stand on a line of its own,
     * as the half of a quotation could not: whatever is removed beside it, it has to be written.
     */
    List<String> values(String text) {
        List<String> parts = split(text);
        if (parts.equals(List.of(text))) {
            return parts;
        }
        boolean isList = parts.stream()
                .allMatch(part -> part.length() < text.length() && line(part).isPresent());
        return isList ? parts : List.of(text);
    }

    private List<String> split(String text) {
        return new ArrayList<>(lists.split(text, true));
    }

    private static String said(EditProblem problem) {
        String advice = problem.kind() == Kind.AMBIGUOUS_CHARSET ? "; set the file's encoding and load it again" : "";
        return problem.message() + " and cannot stand in this file" + advice;
    }

    /** A value as text. */
    static String of(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
