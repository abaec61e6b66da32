package io.github.dmdsc.extend.state;

import io.github.dmdsc.extend.state.VerdictReason.Condition;
import io.github.dmdsc.model.Location;
import java.util.List;
import java.util.Optional;

/** Creates verdicts for single conditions. */
final class VerdictReasons {
    private static final Location NOWHERE = Location.outside("(no output)");

    private VerdictReasons() {}

    static Verdict proven(Condition condition, String subject, Location at, String shown) {
        return new Verdict.Proven(
                List.of(new VerdictReason(condition, VerdictReason.Outcome.PROVEN, subject, at, shown)));
    }

    static Verdict refuted(Condition condition, String subject, Location at, String shown) {
        return new Verdict.Refuted(
                List.of(new VerdictReason(condition, VerdictReason.Outcome.REFUTED, subject, at, shown)));
    }

    static Verdict open(Condition condition, String subject, Location at, String shown) {
        return new Verdict.NoEvidence(
                List.of(new VerdictReason(condition, VerdictReason.Outcome.OPEN, subject, at, shown)));
    }

    static Verdict open(Condition condition, String subject) {
        return open(condition, subject, NOWHERE, "-");
    }

    /**
     * Judges a status word: proven if it has the wanted meaning, refuted if it has another known meaning. An unknown or
     * missing word is no evidence.
     */
    static <E extends Enum<E>> Verdict word(
            Condition condition, String subject, Location at, Optional<Reported<E>> shown, E wanted, E unknown) {
        if (shown.isEmpty()) {
            return open(condition, subject, at, "-");
        }
        Reported<E> word = shown.get();
        if (word.meaning() == wanted) {
            return proven(condition, subject, at, word.text());
        }
        return word.meaning() == unknown
                ? open(condition, subject, at, word.text())
                : refuted(condition, subject, at, word.text());
    }
}
