package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.FileId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A plan that is being carried out. A run holds the plan, the journal and the observations. {@link #move} is the next
 * move, and {@link #answered} returns the run after that move. A run is immutable; {@link #drive} passes its
 * moves to a {@link Transport}.
 *
 * <p>A run guarantees:
 *
 * <ul>
 *   <li>The journal has the entry that a step begins before the step can take effect.
 *   <li>If a step was begun and must not be done twice, the run looks at its effect, and a person decides whether it
 *       was done.
 *   <li>A step begins only after the steps that it depends on are done.
 *   <li>Directly before a point of no return, each file has its planned hash, and exports show that the DCR disks hold
 *       the expected configuration.
 *   <li>Unclear output of a tool never lets a run continue by itself: a person decides.
 * </ul>
 */
public final class Run {
    private final Frame frame;
    private final List<JournalEntry> journal;
    /** The last hash that was read of each file; empty for a file that does not exist. */
    private final Map<FileId, Optional<String>> seen;
    /** The step that is being carried out; empty at the beginning of the run. */
    private final Optional<Step> step;
    /** The progress when the step began. Later observations do not change the work of the step. */
    private final Progress known;
    /** The answers since the step began. */
    private final List<Answer> answers;

    private final Move move;

    /**
     * The values that do not change in a run.
     *
     * @param earlierEntries the number of entries that earlier runs wrote
     */
    private record Frame(
            ExtendPlan plan, Set<Law> laws, PlanFiles planFiles, Optional<String> from, int earlierEntries) {
        Progress progress(List<JournalEntry> journal, SeenFiles seen) {
            return new Progress(plan, laws, planFiles, journal, earlierEntries, seen, Set.of());
        }
    }

    private Run(
            Frame frame,
            List<JournalEntry> journal,
            Map<FileId, Optional<String>> seen,
            Optional<Step> step,
            Progress known,
            List<Answer> answers) {
        this.frame = frame;
        this.journal = List.copyOf(journal);
        this.seen = seen;
        Optional<Step> current = step;
        Progress progress = known;
        List<Answer> given = answers;
        Optional<Move> pending = pending(current, progress, given);
        while (pending.isEmpty()) {
            given = List.of();
            current = frame.progress(journal, SeenFiles.of(seen)).next();
            progress = frame.progress(journal, SeenFiles.NONE);
            pending = current.isEmpty() ? Optional.of(new Move.Finished()) : pending(current, progress, given);
        }
        this.step = current;
        this.known = progress;
        this.answers = List.copyOf(given);
        this.move = pending.get();
    }

    /**
     * Begins to carry out a plan, or continues.
     *
     * @param plan the plan
     * @param journal the entries of earlier runs; empty if there are none
     * @throws IllegalArgumentException if the journal belongs to another plan
     */
    public static Run of(ExtendPlan plan, List<JournalEntry> journal) {
        return of(plan, journal, Optional.empty(), EnumSet.allOf(Law.class));
    }

    /**
     * Continues a plan at a given step. A {@link Move.Ask} lists the steps before it that are not done, and a person
     * must confirm that they were done by hand. Every guarantee of a run holds, including the looks before a point of
     * no return.
     *
     * @param plan the plan
     * @param journal the entries of earlier runs
     * @param step the id of the step
     * @throws IllegalArgumentException if the plan has no such step, or if the journal belongs to another plan
     */
    public static Run from(ExtendPlan plan, List<JournalEntry> journal, String step) {
        return of(plan, journal, Optional.of(step), EnumSet.allOf(Law.class));
    }

    static Run of(ExtendPlan plan, List<JournalEntry> journal, Optional<String> from, Set<Law> laws) {
        own(plan, journal);
        if (from.filter(id -> plan.steps().stream().noneMatch(step -> step.id().equals(id)))
                .isPresent()) {
            throw new IllegalArgumentException("the plan has no step " + from.orElse(""));
        }
        Frame frame = new Frame(plan, Set.copyOf(laws), new PlanFiles(plan, laws), from, journal.size());
        return new Run(frame, journal, Map.of(), Optional.empty(), frame.progress(journal, SeenFiles.NONE), List.of());
    }

    /**
     * Returns the journal, after a check that it belongs to the plan.
     *
     * @throws IllegalArgumentException if the journal belongs to another plan
     */
    static List<JournalEntry> own(ExtendPlan plan, List<JournalEntry> journal) {
        if (!journal.isEmpty() && !journal.get(0).equals(new JournalEntry.Opened(plan.planId()))) {
            throw new IllegalArgumentException("the journal is another plan's");
        }
        return journal;
    }

    /** The next move. */
    public Move move() {
        return move;
    }

    /** All entries that were kept so far, by earlier runs and by this run. */
    public List<JournalEntry> journal() {
        return journal;
    }

    /**
     * Returns the run after {@link #move}.
     *
     * @param answer the answer to the move
     * @throws IllegalArgumentException if the answer does not fit the move, or if the move ends the run
     */
    public Run answered(Answer answer) {
        List<JournalEntry> entries = new ArrayList<>(journal);
        if (move instanceof Move.Append append) {
            entries.add(append.entry());
        }
        List<Answer> all = new ArrayList<>(answers);
        all.add(answer);
        return new Run(frame, entries, seen(answer), step, known, all);
    }

    /**
     * Carries out the run from its present move. Passes the moves to a transport and the entries to a journal, until
     * the run stops or is finished.
     *
     * @param transport carries out the moves
     * @param keep keeps the entries
     * @return the run after its last move, which is a {@link Move.Stop} or a {@link Move.Finished}
     * @throws IOException if an entry could not be kept; no further move is made
     */
    public Run drive(Transport transport, Journal keep) throws IOException {
        return Driver.drive(this, transport, keep);
    }

    private Map<FileId, Optional<String>> seen(Answer answer) {
        if (!(move instanceof Move.Read observe
                && observe.reading() instanceof Reading.Hashes hashes
                && answer instanceof Answer.Hashes found)) {
            return seen;
        }
        Map<FileId, Optional<String>> now = new HashMap<>(seen);
        // If a file could not be looked at, the answer may leave out further files.
        now.putAll(SeenFiles.hashes(
                found.unseen().isEmpty() ? hashes.files() : found.present().keySet(), found));
        return now;
    }

    /** Returns the next move of a step, or of the beginning of the run; empty if it is done. */
    private Optional<Move> pending(Optional<Step> current, Progress progress, List<Answer> given) {
        Replay replay = new Replay(given);
        try {
            if (current.isPresent()) {
                new StepTask(frame.plan, frame.laws, frame.planFiles, progress, current.get(), replay).carryOut();
            } else {
                new Beginning(frame.plan, frame.laws, frame.planFiles, replay)
                        .carryOut(journal.subList(0, frame.earlierEntries), frame.from);
            }
            return Optional.empty();
        } catch (Replay.Pending pending) {
            return Optional.of(pending.move() instanceof Move.Stop stop ? withWays(stop) : pending.move());
        }
    }

    private Move.Stop withWays(Move.Stop stop) {
        Status status = status();
        return new Move.Stop(stop.step(), stop.findings(), status.ways(), status.from(), stop.changed());
    }

    /** Returns the progress of the plan, by the journal and by the files that this run has read. */
    public Status status() {
        SeenFiles files = SeenFiles.of(seen);
        StepEvidence evidence = new StepEvidence(frame.plan, frame.planFiles, files, Optional.empty());
        return new Situation(frame.plan, frame.progress(journal, files), evidence, Optional.empty()).status();
    }
}
