package io.github.dmdsc.extend.state;

import java.util.ArrayList;
import java.util.List;

/**
 * What the outputs say of a condition. That they say nothing is a verdict of its own: it is neither a yes nor a no, and
 * no step may be taken on it.
 */
public sealed interface Verdict {
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
    }

    /** All of them: refuted if any is, else without evidence if any is or there is none, else proven. */
    static Verdict all(List<Verdict> verdicts) {
        List<Ground> proven = new ArrayList<>();
        List<Ground> refuted = new ArrayList<>();
        List<Ground> open = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Proven) {
                proven.addAll(verdict.grounds());
            } else if (verdict instanceof Refuted) {
                refuted.addAll(verdict.grounds());
            } else {
                open.addAll(verdict.grounds());
            }
        }
        if (!refuted.isEmpty()) {
            return new Refuted(refuted);
        }
        return open.isEmpty() && !proven.isEmpty() ? new Proven(proven) : new NoEvidence(open);
    }
}
