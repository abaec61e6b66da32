package io.github.dmdsc.extend.ids;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.ini.digest.CanonicalJson;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.model.ModelJson;
import java.nio.charset.StandardCharsets;

/**
 * Computes the id of a plan: the SHA-256 of the canonical JSON (RFC 8785) of the plan without the members {@code
 * planId} and {@code rehearsal}.
 */
public final class PlanIds {
    private static final ObjectMapper MAPPER = ModelJson.mapper();

    private PlanIds() {}

    /** Returns the id that a plan must have; {@link ExtendPlan#planId()} is ignored. */
    public static String of(ExtendPlan plan) {
        return of(MAPPER.<ObjectNode>valueToTree(plan));
    }

    /** Returns the id that the plan in a JSON tree must have; the member {@code planId} is ignored. */
    public static String of(ObjectNode plan) {
        ObjectNode rest = plan.objectNode();
        rest.setAll(plan);
        rest.remove("planId");
        rest.remove("rehearsal");
        return Hashes.sha256(CanonicalJson.of(rest).getBytes(StandardCharsets.UTF_8));
    }
}
