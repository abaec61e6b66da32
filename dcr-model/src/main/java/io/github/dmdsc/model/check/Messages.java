package io.github.dmdsc.model.check;

import io.github.dmdsc.model.base.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * The texts of one package, from {@code messages.properties} and {@code messages_zh.properties} beside its classes. A
 * placeholder is the name of a parameter in braces. Invisible characters in parameters are {@linkplain VisibleText made
 * visible}. Both languages are read, independent of the default locale.
 */
public final class Messages {
    private final ResourceBundle english;
    private final ResourceBundle chinese;

    private Messages(ResourceBundle english, ResourceBundle chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * Returns the texts beside a class.
     *
     * @throws java.util.MissingResourceException if there are none
     */
    public static Messages beside(Class<?> type) {
        return new Messages(read(type, "messages.properties"), read(type, "messages_zh.properties"));
    }

    /** Reads the file itself, because {@link ResourceBundle#getBundle} needs every module to be open to all modules. */
    private static ResourceBundle read(Class<?> type, String name) {
        try (InputStream stream = type.getResourceAsStream(name)) {
            if (stream == null) {
                throw new MissingResourceException("no " + name + " beside " + type, type.getName(), name);
            }
            return new PropertyResourceBundle(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the text of a key with its placeholders replaced. The elements of a list are separated by the comma of
     * the language; an empty list or {@link Optional} becomes "(none)".
     *
     * @throws java.util.MissingResourceException if the key has no text
     * @throws IllegalArgumentException if a placeholder has no parameter
     */
    public Text text(String key, Map<String, ?> parameters) {
        return new Text(
                fill(english.getString(key), parameters, Locale.ENGLISH),
                fill(chinese.getString(key), parameters, Locale.CHINESE));
    }

    /** Returns whether a key has a text. */
    public boolean has(String key) {
        return english.containsKey(key);
    }

    private static String fill(String template, Map<String, ?> parameters, Locale locale) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        while (true) {
            int open = template.indexOf('{', from);
            int close = template.indexOf('}', open + 1);
            if (open == -1 || close == -1) {
                return filled.append(template, from, template.length()).toString();
            }
            String name = template.substring(open + 1, close);
            Object value = parameters.get(name);
            if (value == null) {
                throw new IllegalArgumentException("no parameter '" + name + "' for: " + template);
            }
            filled.append(template, from, open).append(VisibleText.of(shown(value, locale)));
            from = close + 1;
        }
    }

    private static String shown(Object value, Locale locale) {
        if (value instanceof Localized worded) {
            return worded.text().in(locale);
        } else if (value instanceof Optional<?> optional) {
            return shown(optional.<Object>map(each -> each).orElse(List.of()), locale);
        } else if (value.equals(List.of())) {
            return locale.equals(Locale.CHINESE) ? "（无）" : "(none)";
        } else if (value instanceof Collection<?> values) {
            String comma = locale.equals(Locale.CHINESE) ? "、" : ", ";
            return values.stream().map(each -> shown(each, locale)).collect(Collectors.joining(comma));
        }
        return value.toString();
    }
}
