package io.github.dmdsc.ini.diff;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.ini.digest.CanonicalJson;
import io.github.dmdsc.model.ModelJson;

/** Writes differences as canonical JSON (RFC 8785). Equal differences give equal bytes. */
final class DiffJson {
    private static final String FORMAT_VERSION = "1.0";

    private static final ObjectMapper MAPPER = ModelJson.mapper();

    private DiffJson() {}

    /** Returns the JSON of the difference between two states, with a line feed at the end. */
    static String of(ClusterDiff diff) {
        return write(diff);
    }

    /** Returns the JSON of the differences between the nodes of one cluster, with a line feed at the end. */
    static String of(Drift drift) {
        return write(drift);
    }

    private static String write(Object value) {
        ObjectNode tree = MAPPER.valueToTree(value);
        tree.put("formatVersion", FORMAT_VERSION);
        return CanonicalJson.of(tree) + "\n";
    }
}
