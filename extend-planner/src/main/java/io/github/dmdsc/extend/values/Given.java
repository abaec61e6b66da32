package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.ExtendRequest;
import java.util.Optional;

/**
 * A value of the new node that the request or a rule gives, whatever values the other nodes have.
 *
 * @param family the family of the decision that gives the value, or the name of the rule
 * @param value the value; empty if it has become a question
 */
record Given(String family, Optional<String> value) {
    static Given of(String family, String value) {
        return new Given(family, Optional.of(value));
    }

    /** Returns the new node's internal address, which the request gives. */
    static Given host(ExtendRequest request) {
        return of(ValueFamily.HOST, request.host().text());
    }

    /** Returns the new node's seqno, the next one after those of the existing nodes. */
    static Given seqno(int nodes) {
        return of(ValueFamily.SEQNO, Integer.toString(nodes));
    }
}
