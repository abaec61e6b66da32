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

    /** Returns the text of a key followed by the colon of the language, for a value that follows. */
    String withColon(String key) {
        return of(key) + colon();
    }

    String colon() {
        return inChinese() ? "：" : ": ";
    }

    /** Returns the separator of the items of a list. */
    String comma() {
        return inChinese() ? "、" : ", ";
    }

    String fullStop() {
        return inChinese() ? "。" : ".";
    }

    /** Returns the separator of two sentences. */
    String space() {
        return inChinese() ? "" : " ";
    }

    private boolean inChinese() {
        return locale.getLanguage().equals("zh");
    }

    boolean has(String key) {
        return MESSAGES.has(key);
    }

    String with(String key, Map<String, ?> parameters) {
        return MESSAGES.text(key, parameters).in(locale);
    }
}
