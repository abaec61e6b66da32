package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.ExtendRequest;
import java.util.Optional;

/**
 * What a parameter of the new node gets without a look at the others' values of it.
 *
 * @param family the family of the decision that gives the value, or the name of the rule
 * @param value empty where it has been asked for
 */
record Known(String family, Optional<String> value) {
    static Known of(String family, String value) {
        return new Known(family, Optional.of(value));
    }

    /** The address that the request is about. */
    static Known host(ExtendRequest request) {
        return of(Options.HOST, request.host().text());
    }

    /** The new node is numbered behind those that are there. */
    static Known seqno(int nodes) {
        return of(Options.SEQNO, Integer.toString(nodes));
    }
}
