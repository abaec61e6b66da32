package io.github.dmdsc.extend;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.ini.bind.Parameters;
import io.github.dmdsc.model.check.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts values into the JSON form of a model, and collects those that the model refuses. */
final class Assignment {
    private final List<Diagnostic> refused = new ArrayList<>();

    /** The values that are out of range, whether given or inferred. */
    List<Diagnostic> refused() {
        return List.copyOf(refused);
    }

    void put(ObjectNode node, String family, String key, String value, boolean numeric, Class<?> type) {
        Optional<String> allowed = Parameters.refused(type, key, value);
        if (allowed.isPresent()) {
            refuse(family, key, value, allowed.get());
        } else {
            Values.put(node, key, value, numeric, type);
        }
    }

    void refuse(String family, String key, String value, String allowed) {
        refused.add(ExtendFindings.notAllowed(family, key, value, allowed));
    }
}
