package io.github.dmdsc.extend.state;

import java.util.List;
import java.util.stream.Stream;

/**
 * The judgement of a condition by the outputs of tools. If the outputs do not show whether the condition holds, the
 * verdict is {@link NoEvidence}. That is neither a yes nor a no: do not carry out a step because of it.
 */
public sealed interface Verdict {
    /** Calls the method for this kind of verdict. */
    <R> R accept(Visitor<R> visitor);

    /** The reasons. If several conditions were judged, the reasons of those that decided. */
    List<Ground> grounds();

    /**
     * The condition holds. The grounds name the lines that show it.
     *
     * @param grounds one ground for each condition
     */
    record Proven(List<Ground> grounds) implements Verdict {
        public Proven {
            grounds = List.copyOf(grounds);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.proven(this);
        }
    }

    /**
     * The condition does not hold. The grounds name the lines that show it.
     *
     * @param grounds one ground for each condition that fails
     */
    record Refuted(List<Ground> grounds) implements Verdict {
        public Refuted {
            grounds = List.copyOf(grounds);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.refuted(this);
        }
    }

    /**
     * Some of several things that one action creates are there, and some are not. The grounds name the lines that show
     * it.
     *
     * @param grounds one ground for each of them, whether it is there or not
     */
    record Partial(List<Ground> grounds) implements Verdict {
        public Partial {
            grounds = List.copyOf(grounds);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.partial(this);
        }
    }

    /**
     * The outputs do not show whether the condition holds.
     *
     * @param grounds one ground for each condition without evidence
     */
    record NoEvidence(List<Ground> grounds) implements Verdict {
        public NoEvidence {
            grounds = List.copyOf(grounds);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.noEvidence(this);
        }
    }

    /**
     * The verdict for all conditions together: refuted if at least one is refuted or partial; otherwise no evidence if
     * at least one has none, or if there are no conditions; otherwise proven.
     */
    static Verdict all(List<Verdict> verdicts) {
        List<Ground> refuted = grounds(verdicts, Refuted.class, Partial.class);
        return refuted.isEmpty() ? provenOrOpen(verdicts) : new Refuted(refuted);
    }

    /**
     * The verdict for several things that one action creates: refuted if none is there, partial if some are there and
     * some are not, proven if all are there. Otherwise there is no evidence, for example if some are not there and the
     * others cannot be seen.
     */
    static Verdict together(List<Verdict> verdicts) {
        List<Ground> refuted = grounds(verdicts, Refuted.class);
        if (refuted.isEmpty()) {
            return provenOrOpen(verdicts);
        } else if (!grounds(verdicts, Proven.class).isEmpty()) {
            return new Partial(grounds(verdicts, Proven.class, Refuted.class));
        }
        List<Ground> open = grounds(verdicts, NoEvidence.class);
        return open.isEmpty() ? new Refuted(refuted) : new NoEvidence(open);
    }

    private static Verdict provenOrOpen(List<Verdict> verdicts) {
        List<Ground> proven = grounds(verdicts, Proven.class);
        List<Ground> open = grounds(verdicts, NoEvidence.class);
        return open.isEmpty() && !proven.isEmpty() ? new Proven(proven) : new NoEvidence(open);
    }

    private static List<Ground> grounds(List<Verdict> verdicts, Class<?>... kinds) {
        return verdicts.stream()
                .filter(verdict -> Stream.of(kinds).anyMatch(kind -> kind.isInstance(verdict)))
                .flatMap(verdict -> verdict.grounds().stream())
                .toList();
    }

    /** One method for each kind of verdict. */
    interface Visitor<R> {
        /** The condition holds. */
        R proven(Proven verdict);

        /** The condition does not hold. */
        R refuted(Refuted verdict);

        /** The condition holds in part. */
        R partial(Partial verdict);

        /** The outputs do not show whether the condition holds. */
        R noEvidence(NoEvidence verdict);
    }
}
