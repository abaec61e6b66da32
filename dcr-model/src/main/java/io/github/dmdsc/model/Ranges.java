package io.github.dmdsc.model;

import java.util.List;

/** Checks the values of a model when it is built. */
final class Ranges {
    private Ranges() {}

    /**
     * Checks every value.
     *
     * @throws IllegalArgumentException if a value is out of its range, or longer than its parameter allows; or if a
     *     parameter in {@link ParameterSet#other()} has no value, has a key with lower-case letters, or has an accessor
     *     of its own
     */
    static void check(ParameterSet<?> model) {
        ParameterTable<?> table = ParameterTable.of(model);
        table.check(model);
        model.other().forEach((key, values) -> other(table, key, values));
    }

    private static void other(ParameterTable<?> table, String key, List<String> values) {
        // A parameter that also has an accessor would be written twice. One without a value would not be written.
        boolean named = table.find(key).isPresent();
        if (named || values.isEmpty() || holdsLowerCase(key)) {
            throw new IllegalArgumentException(key + " = " + values
                    + " is no other parameter: it has a name of its own, no value, or a lower-case key");
        }
    }

    private static boolean holdsLowerCase(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) >= 'a' && key.charAt(i) <= 'z') {
                return true;
            }
        }
        return false;
    }
}
