package io.github.dmdsc.ini.diff;

import io.github.dmdsc.model.check.Messages;
import java.util.Locale;
import java.util.Map;

/** The fixed texts of this package in one language. */
record Words(Locale locale) {
    private static final Messages MESSAGES = Messages.beside(Words.class);

    String of(String key) {
        return with(key, Map.of());
    }

    String with(String key, Map<String, ?> parameters) {
        return MESSAGES.text(key, parameters).in(locale);
    }

    /** Returns the kind and the name of a part, with a blank after them; an empty text for the globals. */
    String part(PartKind kind, String name) {
        return kind == PartKind.GLOBALS ? "" : of("kind." + kind.id()) + " " + name + " ";
    }
}
