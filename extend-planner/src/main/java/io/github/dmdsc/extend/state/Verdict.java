package io.github.dmdsc.extend.state;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the outputs say of a condition. That they say nothing is a verdict of its own: it is neither a yes nor a no, and
 * no step may be taken on it.
 */
public sealed interface Verdict {
    /** Calls the method for this kind of verdict. */
    <R> R accept(Visitor<R> visitor);

    /** Why. Of several conditions those that decided. */
    List<Ground> grounds();

    /**
     * It holds, by the lines that the grounds name.
     *
     * @param grounds one per condition
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
     * It does not hold, by the lines that the grounds name.
     *
     * @param grounds one per condition that fails
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
     * Of several things that come together some are there and some are not, by the lines that the grounds name.
     *
     * @param grounds one per thing, there or not
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
     * The outputs do not tell.
     *
     * @param grounds one per condition that nothing tells about
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

    /** All of them: refuted if any is, else without evidence if any is or there is none, else proven. */
    static Verdict all(List<Verdict> verdicts) {
        List<Ground> refuted = grounds(verdicts, Refuted.class, Partial.class);
        return refuted.isEmpty() ? provenOrOpen(verdicts) : new Refuted(refuted);
    }

    /**
     * What one act makes: refuted only if none of it is there, in part if some is and some is not. Where one is missing
     * and another cannot be seen, nobody knows which of the two it is.
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
        /** It holds. */
        R proven(Proven verdict);

        /** It does not hold. */
        R refuted(Refuted verdict);

        /** It holds in part. */
        R partial(Partial verdict);

        /** The outputs do not tell. */
        R noEvidence(NoEvidence verdict);
    }
}
