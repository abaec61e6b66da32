package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.run.RunFindings.Unplanned;
import io.github.dmdsc.extend.run.StepEvidence.Effect;
import io.github.dmdsc.extend.state.ClusterState;
import io.github.dmdsc.extend.state.ToolOutput;
import io.github.dmdsc.extend.state.Verdict;
import io.github.dmdsc.extend.tools.LeftoverFiles;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Carries out one step: asks the questions before it, writes the journal, makes the moves, and checks the result. */
final class StepTask {
    private final ExtendPlan plan;
    private final Set<Law> laws;
    private final PlanFiles planFiles;
    private final Progress progress;
    private final Step step;
    private final Replay replay;

    StepTask(ExtendPlan plan, Set<Law> laws, PlanFiles planFiles, Progress progress, Step step, Replay replay) {
        this.plan = plan;
        this.laws = laws;
        this.planFiles = planFiles;
        this.progress = progress;
        this.step = step;
        this.replay = replay;
    }

    /** Carries out the step. Throws {@link Replay.Pending} with the next move if its answer is missing. */
    void carryOut() {
        if (progress.open(step) && laws.contains(Law.ASK_ABOUT_BEGUN_STEP) && mustAskIfBegun()) {
            new Inquiry(plan, planFiles, this, replay, step).settle();
            return;
        }
        if (!laws.contains(Law.GATE_PRECEDES_ENTRY) && step.gate()) {
            replay.append(new JournalEntry.Begun(step.id()));
        }
        if (step.gate() && ask(Move.Question.GATE, Move.Choice.YES) != Move.Choice.YES) {
            throw stop();
        }
        if (step.rollbackClass() == RollbackClass.POINT_OF_NO_RETURN) {
            requireDisksAsPlanned();
        }
        if (step.gate() && laws.contains(Law.FILES_AS_PLANNED)) {
            requireFilesAsPlanned();
        }
        step.action().accept(new ActionHandlers(plan, step)).handle(this);
    }

    /**
     * Returns whether to find out first if a begun step was done. A server may be started again, but only if it does
     * not run.
     */
    private boolean mustAskIfBegun() {
        return step.rollbackClass().onlyOnce() || step.action() instanceof Control.Start;
    }

    /** Stops the run unless new exports show that the DCR disks hold the expected configuration. */
    private void requireDisksAsPlanned() {
        for (String id : step.dependsOn()) {
            for (Step look : plan.steps()) {
                if (look.id().equals(id) && look.action() instanceof Look.ExportDcr export) {
                    requireDisk(look, export);
                    if (Progress.isTakenByNextStep(look)) {
                        replay.append(new JournalEntry.Ended(look.id()));
                    }
                }
            }
        }
    }

    /** Stops the run unless each file has a hash that the plan expects at this point. */
    private void requireFilesAsPlanned() {
        SeenFiles seen = SeenFiles.of(planFiles.files(), hashes(planFiles.files()));
        List<Finding> findings = new ArrayList<>();
        for (FileId file : planFiles.files()) {
            Set<Optional<String>> expected = planFiles.expectedHashes(file, progress::done);
            if (!expected.contains(seen.hash(file))) {
                findings.add(RunFindings.notAsPlanned(
                        file,
                        unplanned(file, seen),
                        seen.hash(file),
                        expected.stream().flatMap(Optional::stream).toList()));
            }
        }
        if (!findings.isEmpty()) {
            throw replay.changed(Optional.of(step), findings, seen);
        }
    }

    private Unplanned unplanned(FileId file, SeenFiles seen) {
        boolean late = false;
        boolean reverted = false;
        for (Step each : plan.steps()) {
            if (progress.done(each) && each.rollbackClass() == RollbackClass.POINT_OF_NO_RETURN) {
                late = true;
                reverted = false;
            }
            reverted |= progress.done(each)
                    && each.action() instanceof Change.WriteFile write
                    && write.file().equals(file)
                    && !planFiles.isAsWritten(each, seen);
        }
        boolean known = planFiles.allowedHashes(file).contains(seen.hash(file));
        return reverted && known ? Unplanned.REVERTED : late ? Unplanned.LATE : Unplanned.CHANGED;
    }

    FileTask files() {
        return new FileTask(plan, laws, planFiles, progress, this, step, replay);
    }

    /** Runs the command of the step, and relies on the outcome that the transport reports. */
    void run() {
        begin(() -> {
            perform(new Operation.CarryOut());
        });
    }

    /** Runs the command of the step, and asks a person for the result. */
    void runAndAsk() {
        begin(() -> {
            perform(new Operation.CarryOut());
            check();
        });
    }

    /** Adds the entry that the step begins, carries out the step, and adds the entry that it ended. */
    void begin(Runnable effect) {
        boolean kept = step.gate() && !laws.contains(Law.GATE_PRECEDES_ENTRY);
        if (laws.contains(Law.ENTRY_PRECEDES_EFFECT) && !kept) {
            replay.append(new JournalEntry.Begun(step.id()));
        }
        effect.run();
        if (!laws.contains(Law.ENTRY_PRECEDES_EFFECT)) {
            replay.append(new JournalEntry.Begun(step.id()));
        }
        end();
    }

    void end() {
        replay.append(new JournalEntry.Ended(step.id()));
    }

    /**
     * Takes a look whose result a person judges. The journal gets no entry that the step begins, because a look changes
     * nothing.
     */
    void lookAndAsk() {
        perform(new Operation.CarryOut());
        check();
        end();
    }

    private void check() {
        Move.Choice choice = ask(Move.Question.CHECK, Move.Choice.YES, Move.Choice.NO);
        if (choice != Move.Choice.YES) {
            if (choice == Move.Choice.STOP) {
                throw stop();
            }
            doubt();
            throw stop(List.of(RunFindings.notShown(step)));
        }
    }

    /** Takes a look, and judges the output of its tool. */
    void judgeOutput(Function<ClusterState, Verdict> judge) {
        judge(judge, output(step));
    }

    /** Takes a look, and judges the control file that its tool converts to text. */
    void judgeControlFile(Look.ConvertControlFile action) {
        judge(state -> state.logFilesInControlFile(action.files()), controlFile(step, action));
    }

    /**
     * Takes a look at a condition that the manual only recommends. If the condition does not hold, a person decides.
     */
    void judgeAdvice(Function<ClusterState, Verdict> judge) {
        Effect effect =
                Inquiry.effect(judge.apply(ClusterState.read(output(step)).value()));
        if (effect == Effect.NOT_DONE || (effect != Effect.DONE && laws.contains(Law.ASK_IF_UNCLEAR))) {
            check();
        }
        end();
    }

    /**
     * Judges the outputs of a look. The run stops if they disprove the condition. If they prove nothing, a person
     * decides.
     */
    private void judge(Function<ClusterState, Verdict> judge, List<ToolOutput> outputs) {
        Verdict verdict = judge.apply(ClusterState.read(outputs).value());
        Effect effect = Inquiry.effect(verdict);
        if (effect == Effect.NOT_DONE || effect == Effect.PARTIAL) {
            doubt();
            throw stop(RunFindings.notShown(step, verdict.reasons()));
        }
        if (effect != Effect.DONE && laws.contains(Law.ASK_IF_UNCLEAR)) {
            check();
        }
        end();
    }

    /** Runs the command of a look and returns its output; none if the output cannot be read. */
    List<ToolOutput> output(Step look) {
        return replay
                .read(new Move.Read(Optional.of(look), new Reading.Output(byHand(look))), Answer.Text.class)
                .map(text -> output(look, text.text()))
                .stream()
                .toList();
    }

    /** Runs the command of a look and returns the text file that it writes; none if there is no such file. */
    List<ToolOutput> controlFile(Step look, Look.ConvertControlFile action) {
        clear(look, action.to());
        runCommand(look);
        return replay
                .read(new Move.Read(Optional.of(look), new Reading.Content(action.to())), Answer.Content.class)
                .map(content -> output(look, new String(content.content().bytes(), StandardCharsets.UTF_8)))
                .stream()
                .toList();
    }

    private static ToolOutput output(Step look, String text) {
        List<String> lines =
                look.command().map(words -> words.accept(new Lines())).orElse(List.of());
        return lines.size() == 1
                ? ToolOutput.of(look.tool(), look.id(), lines.get(0), text)
                : ToolOutput.of(look.tool(), look.id(), text);
    }

    /** Carries out a step that compares the export of a disk with the plan. */
    void compareDisk(Step look, Look.ExportDcr export) {
        requireDisk(look, export);
        end();
    }

    private void requireDisk(Step look, Look.ExportDcr export) {
        ExportComparison comparison = export(look, export);
        boolean holds =
                export.expected() == Look.DcrConfiguration.PLANNED ? comparison.holdsPlanned() : comparison.holdsBase();
        if (!holds && laws.contains(Law.DISKS_AS_PLANNED)) {
            if (look.equals(step)) {
                doubt();
            }
            throw stop(List.of(RunFindings.disk(look, export, comparison.differences(export.expected()))));
        }
    }

    /** Exports a disk and compares the export with the plan. */
    ExportComparison export(Step look, Look.ExportDcr export) {
        clear(look, export.to());
        runCommand(look);
        byte[] content = replay.content(look, export.to()).content().bytes();
        ExportComparison comparison = ExportComparison.of(plan, content);
        if (comparison.isUnclear()) {
            throw stop(List.of(RunFindings.otherText(export.to())));
        }
        return comparison;
    }

    /**
     * Makes sure that the file of a look does not exist, so that no older file is read instead of the new one. Removes a
     * file only if the journal shows that a run has made it. Renames any other file.
     */
    private void clear(Step look, FileId file) {
        if (!exists(file)) {
            return;
        }
        perform(
                look,
                progress.carriedOut(look) ? new Operation.Remove(file) : new Operation.SetAside(file, free(file)));
        if (exists(file)) {
            throw stop(List.of(RunFindings.failed(look, Answer.Outcome.FAILED)));
        }
    }

    /** Returns the first name for a replaced file that does not exist. */
    private FileId free(FileId file) {
        int number = 1;
        while (exists(LeftoverFiles.replaced(plan, file, number))) {
            number++;
        }
        return LeftoverFiles.replaced(plan, file, number);
    }

    private boolean exists(FileId file) {
        return !hashes(List.of(file)).present().isEmpty();
    }

    /** Returns the hashes of files. Stops the run if they cannot be read. */
    Answer.Hashes hashes(Collection<FileId> files) {
        return replay.hashes(Optional.of(step), files);
    }

    private void runCommand(Step look) {
        perform(look, new Operation.CarryOut());
    }

    void perform(Operation operation) {
        perform(step, operation);
    }

    private void perform(Step by, Operation operation) {
        // Only the command of the step may need a person. Files are always sent, placed and removed by the transport.
        requireDone(
                replay.perform(new Move.Perform(by, operation, operation instanceof Operation.CarryOut && byHand(by))));
    }

    void requireDone(Answer.Outcome outcome) {
        if (outcome == Answer.Outcome.STOPPED) {
            throw stop();
        } else if (outcome != Answer.Outcome.DONE) {
            throw stop(List.of(RunFindings.failed(step, outcome)));
        }
    }

    /** Returns whether a person carries out a step: it is for a monitor, or it has no command. */
    private boolean byHand(Step by) {
        return by.command().isEmpty()
                || by.tool() == Tool.OPERATOR
                || (by.tool() == Tool.DMCSSM && laws.contains(Law.MONITOR_BY_HAND));
    }

    Move.Choice ask(Move.Question question, Move.Choice... choices) {
        Set<Move.Choice> all = EnumSet.of(Move.Choice.STOP, choices);
        return replay.ask(new Move.Ask(question, List.of(step), all));
    }

    /**
     * Adds the entry that a step is doubted, if this look shows the effect of that step, and the step is done and must
     * not be done twice.
     */
    private void doubt() {
        Inquiry.stepShownBy(plan, step)
                .filter(progress::done)
                .ifPresent(once -> replay.append(new JournalEntry.Doubted(once.id())));
    }

    Replay.Pending stop() {
        return stop(List.of());
    }

    Replay.Pending stop(List<Finding> findings) {
        return new Replay.Pending(new Move.Stop(Optional.of(step), findings, ClusterFiles.empty()));
    }
}
