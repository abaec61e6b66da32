package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.extend.plan.Verification;
import io.github.dmdsc.extend.run.StepEvidence.Effect;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates the steps that put files back, in the reverse order of the steps that wrote them. */
final class UndoSteps {
    private final ExtendPlan plan;
    private final StepEvidence evidence;
    private final List<Step> undo = new ArrayList<>();

    UndoSteps(ExtendPlan plan, StepEvidence evidence) {
        this.plan = plan;
        this.evidence = evidence;
    }

    /** Returns the steps that undo a step and all steps before it. Leaves out the steps that were not done. */
    List<Step> upTo(int at) {
        for (int i = at; i >= 0; i--) {
            Step step = plan.steps().get(i);
            if (evidence.of(step) != Effect.NOT_DONE || evidence.leftOver(step)) {
                undo(step);
            }
        }
        return List.copyOf(undo);
    }

    /** Returns the steps that undo one step. */
    List<Step> of(Step step) {
        undo(step);
        return List.copyOf(undo);
    }

    private void undo(Step step) {
        step.action().accept(new Undone(step)).ifPresent(this::add);
    }

    /** Creates the step that undoes a written file or a copied directory; empty for every other action. */
    private final class Undone implements Action.Sorts<Optional<Step.Builder>>, Change.Visitor<Optional<Step.Builder>> {
        private final Step step;

        private Undone(Step step) {
            this.step = step;
        }

        @Override
        public Optional<Step.Builder> look(Look action) {
            return Optional.empty();
        }

        @Override
        public Optional<Step.Builder> change(Change action) {
            return action.accept((Change.Visitor<Optional<Step.Builder>>) this);
        }

        @Override
        public Optional<Step.Builder> control(Control action) {
            return Optional.empty();
        }

        @Override
        public Optional<Step.Builder> task(Task action) {
            return Optional.empty();
        }

        @Override
        public Optional<Step.Builder> writeFile(Change.WriteFile action) {
            FileId file = action.file();
            Optional<FileContent> before = plan.change(file).flatMap(FileChange::contentBefore);
            if (before.isEmpty()) {
                return Optional.of(undo(step, file, new Change.RemoveFile(file)).command(remove("-f", file)));
            }
            FileHash hash = new FileHash(
                    file, plan.change(file).flatMap(FileChange::before).orElse(""));
            Action putBack = new Change.WriteFile(file, hash.sha256(), Change.Purpose.PUT_BACK, before);
            return Optional.of(undo(step, file, putBack).verify(Verification.of(hash)));
        }

        @Override
        public Optional<Step.Builder> copyDirectory(Change.CopyDirectory action) {
            // A person confirms the removal, because the directory may contain files that were not collected.
            return Optional.of(undo(step, action.to(), new Change.RemoveDirectory(action.to()))
                    .command(remove("-rf", action.to()))
                    .gate(true));
        }

        @Override
        public Optional<Step.Builder> addLogFiles(Change.AddLogFiles action) {
            return Optional.empty();
        }

        @Override
        public Optional<Step.Builder> extendDcr(Change.ExtendDcr action) {
            return Optional.empty();
        }

        @Override
        public Optional<Step.Builder> initialiseDcr(Change.InitialiseDcr action) {
            return Optional.empty();
        }

        @Override
        public Optional<Step.Builder> removeFile(Change.RemoveFile action) {
            return Optional.empty();
        }

        @Override
        public Optional<Step.Builder> removeDirectory(Change.RemoveDirectory action) {
            return Optional.empty();
        }
    }

    /**
     * Returns the command that removes a file; empty for a host with drive letters (Windows), where a person removes
     * it.
     */
    private static Optional<ToolCommand> remove(String option, FileId file) {
        return file.path().startsWith("/")
                ? Optional.of(new ToolCommand.Argv(List.of("rm", option, "--", file.path())))
                : Optional.empty();
    }

    private static Step.Builder undo(Step step, FileId file, Action action) {
        return Step.builder()
                .id("undo." + step.id())
                .phase(step.phase())
                .host(file.host())
                .tool(Tool.SHELL)
                .action(action)
                .rollbackClass(RollbackClass.RETRY_SAFE);
    }

    private void add(Step.Builder step) {
        undo.add(step.dependsOn(
                        undo.isEmpty()
                                ? List.of()
                                : List.of(undo.get(undo.size() - 1).id()))
                .build());
    }
}
