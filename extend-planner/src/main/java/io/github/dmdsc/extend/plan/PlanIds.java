package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.ini.diff.CanonicalJson;
import io.github.dmdsc.model.ModelJson;
import java.nio.charset.StandardCharsets;

/**
 * The id of a plan: SHA-256 over the canonical JSON (RFC 8785) of everything else in it but its rehearsal, which names it.
 */
public final class PlanIds {
    private static final ObjectMapper MAPPER = ModelJson.mapper();

    private PlanIds() {}

    /** The id of a plan, whatever id it has. */
    public static String of(ExtendPlan plan) {
        return of(MAPPER.<ObjectNode>valueToTree(plan));
    }

    /** The id of the plan that a tree describes, whatever id it has. */
    public static String of(ObjectNode plan) {
        ObjectNode rest = plan.objectNode();
        rest.setAll(plan);
        rest.remove("planId");
        rest.remove("rehearsal");
        return Hashes.sha256(CanonicalJson.of(rest).getBytes(StandardCharsets.UTF_8));
    }
}
