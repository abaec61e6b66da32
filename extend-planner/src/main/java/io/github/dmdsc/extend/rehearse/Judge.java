package io.github.dmdsc.extend.rehearse;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the first requirement that is not met while one step is carried out. Not thread-safe. */
final class Judge {
    private final Set<Requirement> rules;
    private Outcome.@Nullable Rejected first;

    Judge(Set<Requirement> rules) {
        this.rules = rules;
    }

    /** Demands that a condition holds; {@code where} is the place at which it does not, in the words of the files. */
    void demand(Requirement rule, boolean holds, Object where) {
        if (!holds && first == null && rules.contains(rule)) {
            first = new Outcome.Rejected(Violation.of(rule, where));
        }
    }

    /** Demands that a value is the one that the model expects. */
    void demandEqual(Requirement rule, Object expected, Object found, Object where) {
        if (!expected.equals(found) && first == null && rules.contains(rule)) {
            first = new Outcome.Rejected(new Violation(
                    rule, where.toString(), Optional.of(expected.toString()), Optional.of(found.toString())));
        }
    }

    Optional<Outcome.Rejected> rejected() {
        return Optional.ofNullable(first);
    }

    Outcome outcome(ModelState next) {
        return first == null ? new Outcome.Next(next) : first;
    }
}
