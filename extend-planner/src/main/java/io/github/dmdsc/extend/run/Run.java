package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A plan under way. A run knows the plan, the journal and what was observed, and says which {@link #move} comes next;
 * {@link #answered} gives the run after the move. Immutable; it does nothing itself. {@link Driver} carries its moves to
 * a {@link Transport}.
 *
 * <p>Its laws: the entry that a step begins is kept before the step has an effect; what must not be done twice and was
 * begun is looked at, and a person says what becomes of it; no step begins before those that it waits for; right before a
 * point of no return each file has its planned hash and the disks hold what they must, as exports of them show; what a
 * tool prints may stop a run, and opens nothing by being unclear.
 */
public final class Run {
    private final Frame frame;
    private final List<JournalEntry> journal;
    /** The hashes that were seen last, of files that were looked at. */
    private final Map<FileId, Optional<String>> seen;
    /** The step that is carried out; absent while the run begins. */
    private final Optional<Step> step;
    /** The progress when the step began. Later observations do not change what the step has to do. */
    private final Progress known;
    /** The answers since then. */
    private final List<Answer> answers;

    private final Move move;

    /**
     * What stays the same in a run.
     *
     * @param session how many entries earlier runs wrote
     */
    private record Frame(ExtendPlan plan, Set<Law> laws, Standing standing, Optional<String> from, int session) {
        Progress progress(List<JournalEntry> journal, SeenFiles seen) {
            return new Progress(plan, laws, standing, journal, session, seen, Set.of());
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
     * Begins a plan, or goes on with it.
     *
     * @param plan the plan
     * @param journal what earlier runs kept; empty where there was none
     * @throws IllegalArgumentException if the journal is another plan's
     */
    public static Run of(ExtendPlan plan, List<JournalEntry> journal) {
        return of(plan, journal, Optional.empty(), EnumSet.allOf(Law.class));
    }

    /**
     * Goes on with a plan from a step. The steps before it that are not done are listed, and a person confirms that they
     * were done by hand. No law is suspended: looks before a point of no return are taken all the same.
     *
     * @param plan the plan
     * @param journal what earlier runs kept
     * @param step the id of the step
     * @throws IllegalArgumentException if the plan has no such step, or the journal is another plan's
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
        Frame frame = new Frame(plan, Set.copyOf(laws), new Standing(plan, laws), from, journal.size());
        return new Run(frame, journal, Map.of(), Optional.empty(), frame.progress(journal, SeenFiles.NONE), List.of());
    }

    /** The journal of a plan. */
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

    /** Everything that was kept so far, by earlier runs and this one. */
    public List<JournalEntry> journal() {
        return journal;
    }

    /**
     * The run after its move.
     *
     * @param answer what came of the move
     * @throws IllegalArgumentException if that is no answer to the move, or the move ends the run
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

    private Map<FileId, Optional<String>> seen(Answer answer) {
        if (!(move instanceof Move.Observe observe
                && observe.reading() instanceof Reading.Hashes hashes
                && answer instanceof Answer.Hashes found)) {
            return seen;
        }
        Map<FileId, Optional<String>> now = new HashMap<>(seen);
        now.putAll(SeenFiles.hashes(hashes.files(), found));
        return now;
    }

    /** The move that a task waits for; empty where it is done. */
    private Optional<Move> pending(Optional<Step> current, Progress progress, List<Answer> given) {
        Talk talk = new Talk(given);
        try {
            if (current.isPresent()) {
                new StepTask(frame.plan, frame.laws, frame.standing, progress, current.get(), talk).carryOut();
            } else {
                new Beginning(frame.plan, frame.laws, frame.standing, talk)
                        .carryOut(journal.subList(0, frame.session), frame.from);
            }
            return Optional.empty();
        } catch (Talk.Pending pending) {
            return Optional.of(pending.move() instanceof Move.Stop stop ? withWays(stop) : pending.move());
        }
    }

    private Move.Stop withWays(Move.Stop stop) {
        return new Move.Stop(stop.step(), stop.findings(), status().ways(), stop.changed());
    }

    /** How far the plan is, by the journal and by what this run has seen of the files. */
    public Status status() {
        SeenFiles files = SeenFiles.of(seen);
        StepEvidence evidence = new StepEvidence(frame.plan, frame.standing, files, Optional.empty());
        return new Situation(frame.plan, frame.progress(journal, files), evidence, Optional.empty()).status();
    }
}
