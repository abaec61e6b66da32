package io.github.dmdsc.extend.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import java.util.Optional;

/**
 * An entry of the journal of a plan. Each entry must be kept before the next move is made. A later run knows about
 * earlier runs only what the journal contains.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalEntry.Opened.class, name = "opened"),
    @JsonSubTypes.Type(value = JournalEntry.Begun.class, name = "begun"),
    @JsonSubTypes.Type(value = JournalEntry.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = JournalEntry.FoundDone.class, name = "foundDone"),
    @JsonSubTypes.Type(value = JournalEntry.FoundNotDone.class, name = "foundNotDone"),
    @JsonSubTypes.Type(value = JournalEntry.Skipped.class, name = "skipped"),
    @JsonSubTypes.Type(value = JournalEntry.Doubted.class, name = "doubted"),
})
public sealed interface JournalEntry {
    /** Calls the method for this kind of entry. */
    <R> R accept(Visitor<R> visitor);

    /** The id of the step that the entry is about; empty for {@link Opened}. */
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
     * The first entry of a journal. It is kept before the first step begins.
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
     * A step begins. From this entry on, the step may have taken effect, even if the journal has no later entry about
     * it.
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
     * A step is done, and every check of its effect showed the expected result.
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
     * A step was begun by an earlier run, and this run found that it was done.
     *
     * @param step the id of the step
     */
    record FoundDone(String step) implements OfStep {
        public FoundDone {
            Objects.requireNonNull(step, "step");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.foundDone(this);
        }
    }

    /**
     * A step was begun by an earlier run, and this run found that it was not done.
     *
     * @param step the id of the step
     */
    record FoundNotDone(String step) implements OfStep {
        public FoundNotDone {
            Objects.requireNonNull(step, "step");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.foundNotDone(this);
        }
    }

    /**
     * A person skipped a step and confirmed that it was done by hand.
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
     * A step has ended, and a later look showed that it did not take effect. The step counts as begun, and not as done.
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
        /** Handles {@link Opened}. */
        R opened(Opened entry);

        /** Handles {@link Begun}. */
        R begun(Begun entry);

        /** Handles {@link Ended}. */
        R ended(Ended entry);

        /** Handles {@link FoundDone}. */
        R foundDone(FoundDone entry);

        /** Handles {@link FoundNotDone}. */
        R foundNotDone(FoundNotDone entry);

        /** Handles {@link Skipped}. */
        R skipped(Skipped entry);

        /** Handles {@link Doubted}. */
        R doubted(Doubted entry);
    }
}
