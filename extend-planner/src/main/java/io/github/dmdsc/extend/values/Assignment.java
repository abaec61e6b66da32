package io.github.dmdsc.extend.values;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.model.ParameterInfo;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts values into the JSON form of a model, and collects those that the model refuses. */
final class Assignment {
    private final List<Finding> refused = new ArrayList<>();

    /** The values that are out of range, whether given or inferred. */
    List<Finding> refused() {
        return List.copyOf(refused);
    }

    /** Sets a parameter as its model wants it: a list where it is not named there, a number where it is one. */
    void put(ObjectNode node, String family, String key, String value, boolean numeric, Class<?> type) {
        Optional<ParameterInfo> parameter = ParameterTable.any(type).find(key);
        Optional<String> allowed =
                parameter.filter(named -> named.read(value).isEmpty()).map(ParameterInfo::allowed);
        // What was put together from texts that can be written need not be one: a name may begin a comment behind a
        // blank.
        Optional<Finding> unwritable = Preconditions.unwritable(family, value);
        if (allowed.isPresent()) {
            refuse(family, key, value, allowed.get());
        } else if (unwritable.isPresent()) {
            refused.add(unwritable.get());
        } else if (parameter.isEmpty() && !key.equals("section")) {
            node.putArray(key).add(value);
        } else if (numeric) {
            // Jackson makes no int of a long, however small.
            long number = Long.parseLong(value);
            node.set(key, number == (int) number ? IntNode.valueOf((int) number) : LongNode.valueOf(number));
        } else {
            node.put(key, value);
        }
    }

    void refuse(String family, String key, String value, String allowed) {
        refused.add(ExtendFindings.notAllowed(family, key, value, allowed));
    }
}
