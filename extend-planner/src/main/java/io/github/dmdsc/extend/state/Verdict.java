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
    List<VerdictReason> reasons();

    /**
     * The condition holds. The reasons name the lines that show it.
     *
     * @param reasons one reason for each condition
     */
    record Proven(List<VerdictReason> reasons) implements Verdict {
        public Proven {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.proven(this);
        }
    }

    /**
     * The condition does not hold. The reasons name the lines that show it.
     *
     * @param reasons one reason for each condition that fails
     */
    record Refuted(List<VerdictReason> reasons) implements Verdict {
        public Refuted {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.refuted(this);
        }
    }

    /**
     * Of the things that one action creates, some exist and some do not. The reasons name the lines that show it.
     *
     * @param reasons one reason for each thing
     */
    record Partial(List<VerdictReason> reasons) implements Verdict {
        public Partial {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.partial(this);
        }
    }

    /**
     * The outputs do not show whether the condition holds.
     *
     * @param reasons one reason for each condition without evidence
     */
    record NoEvidence(List<VerdictReason> reasons) implements Verdict {
        public NoEvidence {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.noEvidence(this);
        }
    }

    /**
     * Returns the verdict for all conditions together: refuted if at least one is refuted or partial; otherwise no
     * evidence if at least one has none, or if there are no conditions; otherwise proven.
     */
    static Verdict all(List<Verdict> verdicts) {
        List<VerdictReason> refuted = reasons(verdicts, Refuted.class, Partial.class);
        return refuted.isEmpty() ? provenOrOpen(verdicts) : new Refuted(refuted);
    }

    /**
     * Returns the verdict for the things that one action creates: refuted if none exists, partial if some exist and
     * some do not, proven if all exist. Otherwise there is no evidence, for example if some do not exist and the
     * outputs do not show the others.
     */
    static Verdict together(List<Verdict> verdicts) {
        List<VerdictReason> refuted = reasons(verdicts, Refuted.class);
        if (refuted.isEmpty()) {
            return provenOrOpen(verdicts);
        } else if (!reasons(verdicts, Proven.class).isEmpty()) {
            return new Partial(reasons(verdicts, Proven.class, Refuted.class));
        }
        List<VerdictReason> open = reasons(verdicts, NoEvidence.class);
        return open.isEmpty() ? new Refuted(refuted) : new NoEvidence(open);
    }

    private static Verdict provenOrOpen(List<Verdict> verdicts) {
        List<VerdictReason> proven = reasons(verdicts, Proven.class);
        List<VerdictReason> open = reasons(verdicts, NoEvidence.class);
        return open.isEmpty() && !proven.isEmpty() ? new Proven(proven) : new NoEvidence(open);
    }

    private static List<VerdictReason> reasons(List<Verdict> verdicts, Class<?>... kinds) {
        return verdicts.stream()
                .filter(verdict -> Stream.of(kinds).anyMatch(kind -> kind.isInstance(verdict)))
                .flatMap(verdict -> verdict.reasons().stream())
                .toList();
    }

    /** One method for each kind of verdict. */
    interface Visitor<R> {
        /** Handles {@link Proven}. */
        R proven(Proven verdict);

        /** Handles {@link Refuted}. */
        R refuted(Refuted verdict);

        /** Handles {@link Partial}. */
        R partial(Partial verdict);

        /** Handles {@link NoEvidence}. */
        R noEvidence(NoEvidence verdict);
    }
}
