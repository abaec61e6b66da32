package io.github.dmdsc.model;

import java.util.List;

/** Holds the single values of a model to what {@link Parameter} says of them. */
final class Ranges {
    private Ranges() {}

    /**
     * Checks every value.
     *
     * @throws IllegalArgumentException if one is out of its range, or longer than its parameter takes, or is no other
     *     parameter
     */
    static void check(ParameterSet<?> model) {
        ParameterTable<?> table = ParameterTable.of(model);
        table.check(model);
        model.other().forEach((key, values) -> other(table, key, values));
    }

    private static void other(ParameterTable<?> table, String key, List<String> values) {
        // A key that two ways lead to would be written twice, and one without a value not at all.
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
