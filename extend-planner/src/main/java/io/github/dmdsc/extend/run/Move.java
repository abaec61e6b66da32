package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The next move of a run. A {@link Transport} makes the move and returns the {@link Answer}. An entry goes to the
 * {@link Journal} instead.
 */
public sealed interface Move {
    /** Calls the method for this kind of move. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Keeps an entry in the journal so that it survives a crash. The answer is {@link Answer.Kept}.
     *
     * @param entry the entry
     */
    record Append(JournalEntry entry) implements Move {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.append(this);
        }
    }

    /**
     * Carries out an operation on a host. The answer is {@link Answer.Reported}.
     *
     * @param step the step that the move is part of
     * @param operation the operation
     * @param byHand whether a person carries out the operation: commands for a monitor, and steps without a command
     */
    record Perform(Step step, Operation operation, boolean byHand) implements Move {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.perform(this);
        }
    }

    /**
     * Reads something. It does not change a file that the plan depends on. The answer is an {@link Answer.Read}.
     *
     * @param step the step that the move is part of; empty for the first move of a run, which reads the hashes of all
     *     files
     * @param reading what to read
     */
    record Read(Optional<Step> step, Reading reading) implements Move {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.read(this);
        }
    }

    /**
     * Sends a file or a directory to a host, under a name that does not exist there yet. The answer is {@link
     * Answer.Reported}. A later move checks its hash, and only then another move gives it its final name.
     *
     * @param step the step that the move is part of
     * @param to the file or directory to create
     * @param source the file or directory to send
     */
    record Put(Step step, FileId to, Source source) implements Move {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.put(this);
        }
    }

    /**
     * Asks a person. The answer is {@link Answer.Replied}. A choice that is not in {@code choices} counts as {@link
     * Choice#STOP}.
     *
     * @param question the question
     * @param steps the steps that the question is about, in the order of the plan: one step, or all skipped steps
     * @param choices the possible answers
     */
    record Ask(Question question, List<Step> steps, Set<Choice> choices) implements Move {
        public Ask {
            steps = List.copyOf(steps);
            choices = EnumSet.copyOf(choices);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ask(this);
        }
    }

    /**
     * The run stops. A later run with the same journal continues from this point.
     *
     * @param step the step at which the run stops; empty if it stops before the first step
     * @param findings the reasons; none if a person stopped the run
     * @param ways the ways on and back, the way on first; none if files were changed and must be examined first
     * @param from the step from which the ways lead; empty if there are no ways
     * @param changed the changed files, as far as the transport could read them
     */
    record Stop(
            Optional<Step> step,
            List<Finding> findings,
            List<Recovery.Way> ways,
            Optional<Step> from,
            ClusterFiles changed)
            implements Move {
        /** Creates a stop without ways. */
        Stop(Optional<Step> step, List<Finding> findings, ClusterFiles changed) {
            this(step, findings, List.of(), Optional.empty(), changed);
        }

        public Stop {
            findings = List.copyOf(findings);
            ways = List.copyOf(ways);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stop(this);
        }
    }

    /** The run is finished: no step is left. */
    record Finished() implements Move {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.finished(this);
        }
    }

    /** The questions to a person. */
    enum Question {
        /** May the step begin now? Asked before a step with a {@linkplain Step#gate gate}. */
        GATE,
        /** Does the result of the step meet the expectation that the step's texts describe? */
        CHECK,
        /** Was the step done that an earlier run began? */
        STEP_DONE,
        /** Were all skipped steps done by hand? */
        SKIPPED_STEPS_DONE
    }

    /** The possible answers of a person. */
    enum Choice {
        /** To {@link Question#GATE}: the step may begin. To {@link Question#CHECK}: the result is as expected. */
        YES,
        /** To {@link Question#CHECK}: the result is not as expected. */
        NO,
        /** The steps were done. */
        DONE,
        /** The step was not done. Do it now. */
        NOW,
        /** Stop the run. */
        STOP
    }

    /** One method for each kind of move. */
    interface Visitor<R> {
        /** Handles {@link Append}. */
        R append(Append move);

        /** Handles {@link Perform}. */
        R perform(Perform move);

        /** Handles {@link Read}. */
        R read(Read move);

        /** Handles {@link Put}. */
        R put(Put move);

        /** Handles {@link Ask}. */
        R ask(Ask move);

        /** Handles {@link Stop}. */
        R stop(Stop move);

        /** Handles {@link Finished}. */
        R finished(Finished move);
    }
}
