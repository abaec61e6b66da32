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
 * The content of a section, before it becomes a value of its model.
 *
 * @param table the parameters of the model
 * @param values the values that were read: a list if the parameter repeats
 * @param other the texts of the parameters without an accessor in the model
 * @param origin the origin, with the keys whose values cannot be read
 * @param <T> the model
 */
record Decoded<T extends ParameterSet<T>>(
        ParameterTable<T> table, Map<ParameterInfo, Object> values, Map<String, List<String>> other, IniOrigin origin) {
    /** Returns the value of a section whose name is not in the model. */
    T value() {
        return make(Optional.empty(), origin);
    }

    /** Returns the value of a section whose name is in the model. */
    T value(String section) {
        return make(Optional.of(section), origin);
    }

    /** Returns the value without one parameter, as if its text had been refused. */
    T valueWithout(String key) {
        Map<ParameterInfo, Object> others = new LinkedHashMap<>(values);
        others.keySet().removeIf(parameter -> parameter.key().equals(key));
        return new Decoded<>(table, others, other, origin.alsoUnread(key)).value();
    }

    private T make(Optional<String> section, Origin from) {
        return table.make(values, other, section, from);
    }
}
