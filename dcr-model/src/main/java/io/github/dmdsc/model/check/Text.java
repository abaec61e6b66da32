package io.github.dmdsc.model.check;

import java.util.Locale;

/**
 * One sentence in English and Chinese.
 *
 * @param en the sentence in English
 * @param zh the sentence in Chinese
 */
public record Text(String en, String zh) {
    /** Returns the sentence in a language: Chinese for any Chinese locale, else English. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }

    @Override
    public String toString() {
        return en;
    }
}
