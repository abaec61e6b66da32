package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.ExtendRequest;
import java.util.Optional;

/**
 * The value that the request or a rule gives to a parameter of the new node, whatever the other nodes have.
 *
 * @param family the family of the decision that gives the value, or the name of the rule
 * @param value empty where it has been asked for
 */
record Given(String family, Optional<String> value) {
    static Given of(String family, String value) {
        return new Given(family, Optional.of(value));
    }

    /** The address that the request is about. */
    static Given host(ExtendRequest request) {
        return of(ValueFamily.HOST, request.host().text());
    }

    /** The new node is numbered behind those that are there. */
    static Given seqno(int nodes) {
        return of(ValueFamily.SEQNO, Integer.toString(nodes));
    }
}
