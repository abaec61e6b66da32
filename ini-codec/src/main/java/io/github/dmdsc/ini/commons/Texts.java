package io.github.dmdsc.ini.commons;

import io.github.dmdsc.ini.EditProblem;
import io.github.dmdsc.ini.IniDocument;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a text could not stand in a document, in words that name the key it belongs to. */
record Texts(IniDocument document) {
    Optional<String> section(String name) {
        return document.sectionNameProblem(name).map(problem -> "section name '" + name + "' " + said(problem));
    }

    Optional<String> entry(String key, String value) {
        return document.keyProblem(key)
                .map(problem -> "key '" + key + "' " + said(problem))
                .or(() -> value(key, value));
    }

    Optional<String> value(String key, String value) {
        return document.problemWith(value).map(problem -> key + ": value '" + value + "' " + said(problem));
    }

    private static String said(EditProblem problem) {
        return problem.message() + " and cannot stand in this file";
    }

    /** How a value is written. */
    static String of(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
