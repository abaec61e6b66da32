package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The next move of a plan under way. A transport makes the move and answers with its outcome. */
public sealed interface Move {
    /** Calls the method for this kind of move. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Keeps an entry in the journal, so that no crash loses it. Answered by {@link Answer.Kept}.
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
     * Does something on a host. Answered by {@link Answer.Said}.
     *
     * @param step the step that it is part of
     * @param saying what is done
     * @param byHand whether a person does it: what is typed into a monitor, and what has no words
     */
    record Say(Step step, Saying saying, boolean byHand) implements Move {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.say(this);
        }
    }

    /**
     * Looks at something, and changes nothing that the plan stands on. Answered by an {@link Answer.Read}.
     *
     * @param step the step that it is part of; absent for the look at all files that a run begins with
     * @param reading what is looked at
     */
    record Observe(Optional<Step> step, Reading reading) implements Move {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.observe(this);
        }
    }

    /**
     * Brings a file or a directory to a host under a name that nothing has. Answered by {@link Answer.Said}. Whether it
     * arrived whole is looked at afterwards, and only then it is put in its place.
     *
     * @param step the step that it is part of
     * @param to where it is put
     * @param source what is put there
     */
    record Put(Step step, FileId to, Source source) implements Move {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.put(this);
        }
    }

    /**
     * Asks a person. Answered by {@link Answer.Replied}; an answer that is not among the choices counts as stop.
     *
     * @param question what is asked
     * @param steps the steps that it is about, in their order: one, or all that are passed over
     * @param choices the answers that are possible
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
     * Stops. A later run with the same journal goes on from here.
     *
     * @param step the step at which it stops; absent where it stops before any
     * @param findings why; none where a person said so
     * @param ways the ways on and back, the mildest first; none where files have to be looked at first
     * @param changed the files that somebody has changed, as far as the transport could read them
     */
    record Stop(Optional<Step> step, List<Finding> findings, List<Recovery.Way> ways, ClusterFiles changed)
            implements Move {
        public Stop {
            findings = List.copyOf(findings);
            ways = List.copyOf(ways);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stop(this);
        }
    }

    /** Nothing is left. */
    record Finished() implements Move {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.finished(this);
        }
    }

    /** What a person is asked. */
    enum Question {
        /** Whether the step may begin now. */
        GATE,
        /** Whether what the step shows is as it must be. */
        CHECK,
        /** Whether a step that was begun before was done. */
        WAS_IT_DONE,
        /** Whether all the steps that are passed over were done by hand. */
        PASSED_OVER
    }

    /** What a person may answer. */
    enum Choice {
        /** It may begin; it is as it must be. */
        YES,
        /** It is not as it must be. */
        NO,
        /** It was done. */
        DONE,
        /** It was not done, and is to be done now. */
        NOW,
        /** Nothing more now. */
        STOP
    }

    /** One method for each kind of move. */
    interface Visitor<R> {
        /** An entry is kept. */
        R append(Append move);

        /** Something is done. */
        R say(Say move);

        /** Something is looked at. */
        R observe(Observe move);

        /** A file or a directory is brought to a host. */
        R put(Put move);

        /** A person is asked. */
        R ask(Ask move);

        /** The run stops. */
        R stop(Stop move);

        /** Nothing is left. */
        R finished(Finished move);
    }
}
