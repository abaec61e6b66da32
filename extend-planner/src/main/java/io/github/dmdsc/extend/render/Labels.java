package io.github.dmdsc.extend.render;

import io.github.dmdsc.model.check.Messages;
import java.util.Locale;
import java.util.Map;

/** The fixed texts of the renderers in one language. */
record Labels(Locale locale) {
    private static final Messages MESSAGES = Messages.beside(Labels.class);

    String of(String key) {
        return with(key, Map.of());
    }

    /** The text of a key and a colon behind it, as the language writes one before what follows. */
    String before(String key) {
        return of(key) + colon();
    }

    String colon() {
        return locale.equals(Locale.CHINESE) ? "：" : ": ";
    }

    boolean has(String key) {
        return MESSAGES.has(key);
    }

    String with(String key, Map<String, ?> parameters) {
        return MESSAGES.text(key, parameters).in(locale);
    }
}
