package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replays the answers to the moves of one task. The code of a task reads as if each move were answered at once. When no
 * answer is left, {@link Pending} is thrown with the next move, and the task starts again with one more answer.
 */
final class Replay {
    /** The most changed files whose content is read. In a run by hand, a person has to bring each of them. */
    private static final int MOST_READ = 3;

    private final Iterator<Answer> answers;

    Replay(List<Answer> answers) {
        this.answers = answers.iterator();
    }

    /** Thrown with the next move of a task, because its answer is missing. */
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

    /** Returns the result of a read; empty if there is none. */
    <A extends Answer.Read> Optional<A> read(Move.Read move, Class<A> kind) {
        Answer.Read read = answer(move, Answer.Read.class);
        return kind.isInstance(read) ? Optional.of(kind.cast(read)) : Optional.empty();
    }

    /** Returns the hashes of files. Stops the task if one of the files could not be looked at. */
    Answer.Hashes hashes(Optional<Step> step, Collection<FileId> files) {
        Answer.Hashes hashes = look(step, files);
        requireSeen(step, hashes.unseen());
        return hashes;
    }

    /** Returns the hashes of files, and the files that could not be looked at. */
    Answer.Hashes look(Optional<Step> step, Collection<FileId> files) {
        Answer.Read read = answer(new Move.Read(step, new Reading.Hashes(List.copyOf(files))), Answer.Read.class);
        if (read instanceof Answer.Hashes hashes) {
            return hashes;
        }
        return Answer.Hashes.unseen(files, why(read));
    }

    /** Returns the content of a file. Stops the task if there is none. */
    Answer.Content content(Step step, FileId file) {
        Answer.Read read = answer(new Move.Read(Optional.of(step), new Reading.Content(file)), Answer.Read.class);
        if (read instanceof Answer.Content content) {
            return content;
        }
        throw unseen(Optional.of(step), Map.of(file, why(read)));
    }

    private static Answer.Obstacle why(Answer.Read read) {
        return read instanceof Answer.NoResult none ? none.why() : Answer.Obstacle.UNKNOWN;
    }

    /** Stops the task if one of these files could not be looked at. */
    static void requireSeen(Optional<Step> step, Map<FileId, Answer.Obstacle> unseen) {
        if (!unseen.isEmpty()) {
            throw unseen(step, unseen);
        }
    }

    private static Pending unseen(Optional<Step> step, Map<FileId, Answer.Obstacle> unseen) {
        return new Pending(new Move.Stop(step, RunFindings.unseen(unseen), ClusterFiles.empty()));
    }

    /**
     * Returns the stop because of changed files, with the content of the first of them.
     *
     * @param hashes the present hashes of the files; a file that does not exist is not read
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
        return new Pending(new Move.Stop(step, findings, contents));
    }

    /** Returns the answer of a person. An answer that is not one of the choices counts as stop. */
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
