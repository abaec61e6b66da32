package io.github.dmdsc.model.check;

import java.util.Locale;

/**
 * One sentence in the languages of this library.
 *
 * @param en in English
 * @param zh in Chinese
 */
public record Text(String en, String zh) {
    /** The sentence in a language: Chinese for any Chinese locale, else English. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }

    @Override
    public String toString() {
        return en;
    }
}
