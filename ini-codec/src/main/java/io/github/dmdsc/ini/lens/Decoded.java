package io.github.dmdsc.ini.lens;

import io.github.dmdsc.model.Origin;
import io.github.dmdsc.model.ParameterInfo;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.ParameterTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a section says, before it is a value of its model.
 *
 * @param table the parameters of the model
 * @param values those that were read: a value, or a list where the parameter repeats
 * @param other the texts of those that the model does not name
 * @param origin where they stand, and what stands there unread
 * @param <T> the model
 */
record Decoded<T extends ParameterSet<T>>(
        ParameterTable<T> table, Map<ParameterInfo, Object> values, Map<String, List<String>> other, IniOrigin origin) {
    /** The value of a section that has no name in the model. */
    T value() {
        return make(Optional.empty(), origin);
    }

    /** The value of a section that the model calls by its name. */
    T value(String section) {
        return make(Optional.of(section), origin);
    }

    /** The value as if the text of one parameter had been refused. */
    T valueWithout(String key) {
        Map<ParameterInfo, Object> others = new LinkedHashMap<>(values);
        others.keySet().removeIf(parameter -> parameter.key().equals(key));
        return new Decoded<>(table, others, other, origin.alsoUnread(key)).value();
    }

    private T make(Optional<String> section, Origin from) {
        return table.make(values, other, section, from);
    }
}
