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
 * Converts values to texts of lines and back, and gives the reason why a text cannot be written. A list delimiter
 * handler can split the text of a line into values; it escapes a value that it would split.
 */
record Texts(IniDocument document, ListDelimiterHandler lists) {
    Optional<String> sectionProblem(String name) {
        return document.sectionNameProblem(name).map(problem -> "section name '" + name + "' " + phrase(problem));
    }

    Optional<String> entryProblem(String key, String value) {
        return document.keyProblem(key)
                .map(problem -> "key '" + key + "' " + phrase(problem))
                .or(() -> valueProblem(key, value));
    }

    Optional<String> valueProblem(String key, String value) {
        if (line(value).isPresent()) {
            return Optional.empty();
        }
        String reason = document.problemWith(value)
                .map(Texts::phrase)
                .orElse("would not be read as itself, because the delimiter handler changes it");
        return Optional.of(key + ": value '" + value + "' " + reason);
    }

    /**
     * Returns the text of a line with one value: the value itself if it reads back, otherwise the escaped value; empty
     * if neither reads back.
     */
    Optional<String> line(String value) {
        if (document.problemWith(value).isEmpty() && values(value).equals(List.of(value))) {
            return Optional.of(value);
        }
        return splitting(lists.escape(value, ListDelimiterHandler.NOOP_TRANSFORMER), List.of(value));
    }

    /**
     * Returns the text of one line with all these values; empty if there is none.
     *
     * @param values values for each of which {@link #line(String)} is not empty
     */
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
     * Returns the values in the text of a line. The text is one value if a part of it, for example half of a quotation,
     * could not be written on a line of its own. Each part must be writable, because the other parts may be removed.
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

    private static String phrase(EditProblem problem) {
        String advice = problem.kind() == Kind.AMBIGUOUS_CHARSET ? "; set the file's encoding and load it again" : "";
        return problem.message() + " and cannot stand in this file" + advice;
    }

    /** Returns a value as text; an empty text for null. */
    static String of(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
