package io.github.dmdsc.extend.resume;

import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.Verification;
import io.github.dmdsc.extend.resume.StepEvidence.Known;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts files back, the last one that was written first. */
final class UndoSteps {
    private final ExtendPlan plan;
    private final StepEvidence evidence;
    private final List<Step> undo = new ArrayList<>();

    UndoSteps(ExtendPlan plan, StepEvidence evidence) {
        this.plan = plan;
        this.evidence = evidence;
    }

    /** The way back from a step and all before it. What is as it was before is left alone. */
    List<Step> upTo(int at) {
        for (int i = at; i >= 0; i--) {
            Step step = plan.steps().get(i);
            if (evidence.of(step) != Known.NOT_DONE || evidence.leftOver(step)) {
                undo(step);
            }
        }
        return List.copyOf(undo);
    }

    /** The way back from one step alone. */
    List<Step> of(Step step) {
        undo(step);
        return List.copyOf(undo);
    }

    private void undo(Step step) {
        if (step.command() instanceof Command.WriteFile write) {
            Optional<FileChange> change = evidence.change(write.file());
            Optional<FileContent> before = change.flatMap(FileChange::contentBefore);
            if (before.isPresent()) {
                putBack(
                        step,
                        write.file(),
                        before.get(),
                        change.flatMap(FileChange::before).orElse(""));
            } else {
                remove(
                        step,
                        write.file(),
                        List.of("rm", "-f", "--", write.file().path()));
            }
        } else if (step.command() instanceof Command.CopyTree copy) {
            remove(step, copy.to(), List.of("rm", "-rf", "--", copy.to().path()));
        }
    }

    private void putBack(Step step, FileId file, FileContent content, String hash) {
        add(
                step,
                file,
                "put-back",
                new Command.WriteFile(file, hash, true, content),
                List.of(new FileHash(file, hash)));
    }

    private void remove(Step step, FileId file, List<String> argv) {
        add(step, file, "remove", new Command.Argv(argv, false), List.of());
    }

    /** The cluster's files are those that somebody collected: what else lies in a directory only a person can see. */
    private static Optional<Text> gate(Step step, FileId file) {
        return step.command() instanceof Command.CopyTree
                ? Optional.of(ResumeFindings.MESSAGES.text("remove.gate", Map.of("file", file)))
                : Optional.empty();
    }

    private void add(Step step, FileId file, String texts, Command command, List<FileHash> hashes) {
        Map<String, FileId> parameters = Map.of("file", file);
        undo.add(Step.builder()
                .id("undo." + step.id())
                .phase(step.phase())
                .host(file.host())
                .tool(Tool.SHELL)
                .title(ResumeFindings.MESSAGES.text(texts + ".title", parameters))
                .command(command)
                .gate(gate(step, file))
                .verify(new Verification(
                        ResumeFindings.MESSAGES.text(texts + ".verify", parameters), hashes, List.of()))
                .dependsOn(
                        undo.isEmpty()
                                ? List.of()
                                : List.of(undo.get(undo.size() - 1).id()))
                .rollbackClass(RollbackClass.RETRY_SAFE)
                .recovery(ResumeFindings.MESSAGES.text(texts + ".recovery", parameters))
                .manual(step.manual())
                .build());
    }
}
