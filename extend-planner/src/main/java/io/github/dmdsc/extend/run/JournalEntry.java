package io.github.dmdsc.extend.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of the journal of a plan under way. Whoever carries a plan out keeps every entry before the next move: what a
 * later run knows of an earlier one is its journal.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalEntry.Opened.class, name = "opened"),
    @JsonSubTypes.Type(value = JournalEntry.Begun.class, name = "begun"),
    @JsonSubTypes.Type(value = JournalEntry.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = JournalEntry.Found.class, name = "found"),
    @JsonSubTypes.Type(value = JournalEntry.Missed.class, name = "missed"),
    @JsonSubTypes.Type(value = JournalEntry.Skipped.class, name = "skipped"),
    @JsonSubTypes.Type(value = JournalEntry.Doubted.class, name = "doubted"),
})
public sealed interface JournalEntry {
    /** Calls the method for this kind of entry. */
    <R> R accept(Visitor<R> visitor);

    /** The id of the step that the entry is about; empty where it is about none. */
    default Optional<String> about() {
        return Optional.empty();
    }

    /** An entry about a step. */
    sealed interface OfStep extends JournalEntry {
        /** The id of the step. */
        String step();

        @Override
        default Optional<String> about() {
            return Optional.of(step());
        }
    }

    /**
     * The journal begins, before anything of the plan is done.
     *
     * @param plan the id of the plan
     */
    record Opened(String plan) implements JournalEntry {
        public Opened {
            Objects.requireNonNull(plan, "plan");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.opened(this);
        }
    }

    /**
     * A step begins: from here on it may have had its effect.
     *
     * @param step the id of the step
     */
    record Begun(String step) implements OfStep {
        public Begun {
            Objects.requireNonNull(step, "step");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.begun(this);
        }
    }

    /**
     * A step is done, and every look at its effect showed the expected result.
     *
     * @param step the id of the step
     */
    record Ended(String step) implements OfStep {
        public Ended {
            Objects.requireNonNull(step, "step");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ended(this);
        }
    }

    /**
     * A step that was begun before turned out to be done.
     *
     * @param step the id of the step
     */
    record Found(String step) implements OfStep {
        public Found {
            Objects.requireNonNull(step, "step");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.found(this);
        }
    }

    /**
     * A step that was begun before turned out not to be done.
     *
     * @param step the id of the step
     */
    record Missed(String step) implements OfStep {
        public Missed {
            Objects.requireNonNull(step, "step");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.missed(this);
        }
    }

    /**
     * A person passed a step over, and confirmed that it was done by hand.
     *
     * @param step the id of the step
     */
    record Skipped(String step) implements OfStep {
        public Skipped {
            Objects.requireNonNull(step, "step");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.skipped(this);
        }
    }

    /**
     * A later look showed that a step that ended did not have its effect. The step counts as begun again.
     *
     * @param step the id of the step
     */
    record Doubted(String step) implements OfStep {
        public Doubted {
            Objects.requireNonNull(step, "step");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.doubted(this);
        }
    }

    /** One method for each kind of entry. */
    interface Visitor<R> {
        /** The journal begins. */
        R opened(Opened entry);

        /** A step begins. */
        R begun(Begun entry);

        /** A step is done. */
        R ended(Ended entry);

        /** A step turned out to be done. */
        R found(Found entry);

        /** A step turned out not to be done. */
        R missed(Missed entry);

        /** A step is passed over. */
        R skipped(Skipped entry);

        /** A step that ended did not have its effect. */
        R doubted(Doubted entry);
    }
}
