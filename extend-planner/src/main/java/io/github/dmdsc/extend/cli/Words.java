package io.github.dmdsc.extend.cli;

import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Text;
import java.util.Locale;
import java.util.Map;

/** The fixed texts of the command line in one language. */
record Words(Locale locale) {
    private static final Messages MESSAGES = Messages.beside(Words.class);

    /** Returns a text in every language. */
    static Text text(String key, Map<String, ?> parameters) {
        return MESSAGES.text(key, parameters);
    }

    String of(String key) {
        return of(key, Map.of());
    }

    String of(String key, Map<String, ?> parameters) {
        return text(key, parameters).in(locale);
    }
}
