package io.github.dmdsc.ini.diff;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.model.ModelJson;

/** Differences as canonical JSON (RFC 8785): the same difference, the same bytes. */
public final class DiffJson {
    /** The version of this form. */
    public static final String FORMAT_VERSION = "1.0";

    private static final ObjectMapper MAPPER = ModelJson.mapper();

    private DiffJson() {}

    /** The difference of two states, with a final newline. */
    public static String of(ClusterDiff diff) {
        return write(diff);
    }

    /** What differs between the nodes of one cluster, with a final newline. */
    public static String of(Drift drift) {
        return write(drift);
    }

    private static String write(Object value) {
        ObjectNode tree = MAPPER.valueToTree(value);
        tree.put("formatVersion", FORMAT_VERSION);
        return CanonicalJson.of(tree) + "\n";
    }
}
