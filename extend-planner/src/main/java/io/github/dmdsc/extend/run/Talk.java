package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The answers that were given to the moves of one task. A task is written as if each move were answered at once; where an
 * answer is not there yet, {@link Pending} says which move is the next.
 */
final class Talk {
    /** A person who carries a plan out by hand reads each of them by hand. */
    private static final int MOST_READ = 3;

    private final Iterator<Answer> answers;

    Talk(List<Answer> answers) {
        this.answers = answers.iterator();
    }

    /** The task goes on once this move is answered. */
    static final class Pending extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Move move;

        Pending(Move move) {
            super(null, null, false, false);
            this.move = move;
        }

        Move move() {
            return move;
        }
    }

    void append(JournalEntry entry) {
        answer(new Move.Append(entry), Answer.Kept.class);
    }

    Answer.Outcome perform(Move.Perform move) {
        return answer(move, Answer.Reported.class).outcome();
    }

    Answer.Outcome put(Move.Put move) {
        return answer(move, Answer.Reported.class).outcome();
    }

    /** What a look showed; empty where it could not be taken. */
    <A extends Answer.Read> Optional<A> read(Move.Read move, Class<A> kind) {
        Answer.Read read = answer(move, Answer.Read.class);
        return kind.isInstance(read) ? Optional.of(kind.cast(read)) : Optional.empty();
    }

    /**
     * Stops because of files that somebody has changed, with the bytes of those that can be read.
     *
     * @param hashes the hashes of the files as they are now; a file that is gone cannot be read
     */
    Pending changed(Optional<Step> step, List<Finding> findings, SeenFiles hashes) {
        ClusterFiles contents = ClusterFiles.empty();
        List<FileId> there = findings.stream()
                .map(Finding::primary)
                .map(place -> new FileId(place.host(), place.path()))
                .filter(file -> hashes.hash(file).isPresent())
                .limit(MOST_READ)
                .toList();
        for (FileId file : there) {
            Optional<Answer.Content> read = read(new Move.Read(step, new Reading.Content(file)), Answer.Content.class);
            if (read.isPresent()) {
                contents = contents.with(file, read.get().content().bytes());
            }
        }
        return new Pending(new Move.Stop(step, findings, List.of(), contents));
    }

    /** What a person answered; stop for an answer that was none of the choices. */
    Move.Choice ask(Move.Ask move) {
        Move.Choice choice = answer(move, Answer.Replied.class).choice();
        return move.choices().contains(choice) ? choice : Move.Choice.STOP;
    }

    private <A extends Answer> A answer(Move move, Class<A> kind) {
        if (!answers.hasNext()) {
            throw new Pending(move);
        }
        Answer answer = answers.next();
        if (!kind.isInstance(answer)) {
            throw new IllegalArgumentException(answer + " is no answer to " + move);
        }
        return kind.cast(answer);
    }
}
