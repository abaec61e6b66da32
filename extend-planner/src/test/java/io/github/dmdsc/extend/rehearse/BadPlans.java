package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Hashes;
import io.github.dmdsc.extend.plan.ImmutableStep;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Ways to spoil a plan. */
final class BadPlans {
    private BadPlans() {}

    /** Why the model refuses a plan, if it does. */
    static Optional<Certificate.Failure> refusal(Planned planned) {
        return Rehearsal.rehearse(planned.plan(), planned.files()).failure();
    }

    /** Why a model that knows only these rules refuses a plan, if it does. */
    static Optional<Certificate.Failure> refusal(Set<Rule> rules, Planned planned) {
        return new Rehearsal(rules)
                .run(planned.plan(), planned.files(), Optional.empty())
                .failure();
    }

    static Planned steps(Planned planned, List<Step> steps) {
        return new Planned(
                ExtendPlan.builder().from(planned.plan()).steps(steps).build(), planned.files());
    }

    /** Other steps, each of which waits for the one before it: what is wrong with them is not what they wait for. */
    static Planned chained(Planned planned, List<Step> steps) {
        List<Step> chain = new ArrayList<>();
        for (Step step : steps) {
            List<String> before = chain.isEmpty()
                    ? List.of()
                    : List.of(chain.get(chain.size() - 1).id());
            chain.add(Step.builder().from(step).dependsOn(before).build());
        }
        return steps(planned, chain);
    }

    static int index(List<Step> steps, String prefix) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).id().startsWith(prefix)) {
                return i;
            }
        }
        throw new AssertionError("no step " + prefix);
    }

    /** Without the first step whose id begins like that. */
    static Planned without(Planned planned, String prefix) {
        List<Step> steps = new ArrayList<>(planned.plan().steps());
        steps.remove(index(steps, prefix));
        return chained(planned, steps);
    }

    static Planned swapped(Planned planned, int one, int other) {
        List<Step> steps = new ArrayList<>(planned.plan().steps());
        Collections.swap(steps, one, other);
        return chained(planned, steps);
    }

    static Planned swapped(Planned planned, String one, String other) {
        List<Step> steps = planned.plan().steps();
        return swapped(planned, index(steps, one), index(steps, other));
    }

    /** One step more, directly behind another: that one with another command. */
    static Planned inserted(Planned planned, String after, Command command) {
        List<Step> steps = new ArrayList<>(planned.plan().steps());
        int at = index(steps, after);
        steps.add(
                at + 1,
                Step.builder()
                        .from(steps.get(at))
                        .id("inserted")
                        .command(command)
                        .build());
        return chained(planned, steps);
    }

    /** One step with another command. */
    static Planned replaced(Planned planned, String prefix, UnaryOperator<Command> change) {
        List<Step> steps = new ArrayList<>(planned.plan().steps());
        int at = index(steps, prefix);
        Step step = steps.get(at);
        steps.set(
                at,
                Step.builder().from(step).command(change.apply(step.command())).build());
        return steps(planned, steps);
    }

    /** The first step whose id begins like that, otherwise. */
    static Planned step(Planned planned, String prefix, UnaryOperator<ImmutableStep.Builder> change) {
        List<Step> steps = new ArrayList<>(planned.plan().steps());
        int at = index(steps, prefix);
        steps.set(at, change.apply(Step.builder().from(steps.get(at))).build());
        return steps(planned, steps);
    }

    /** The text of the files that the plan writes, changed in all of them for which the test holds. */
    static Planned rewritten(Planned planned, Predicate<FileChange> which, UnaryOperator<String> change) {
        List<FileChange> files = new ArrayList<>();
        List<Step> steps = new ArrayList<>(planned.plan().steps());
        boolean any = false;
        for (FileChange file : planned.plan().files()) {
            if (!which.test(file)) {
                files.add(file);
                continue;
            }
            String before = new String(file.content().bytes(), StandardCharsets.UTF_8);
            String after = change.apply(before);
            any |= !after.equals(before);
            byte[] bytes = after.getBytes(StandardCharsets.UTF_8);
            files.add(FileChange.builder()
                    .from(file)
                    .content(FileContent.of(bytes))
                    .after(Hashes.sha256(bytes))
                    .build());
            steps.replaceAll(step -> step.command() instanceof Command.WriteFile write
                            && write.file().equals(file.file())
                            && !write.staged()
                    ? Step.builder()
                            .from(step)
                            .command(new Command.WriteFile(write.file(), Hashes.sha256(bytes), false, write.content()))
                            .build()
                    : step);
        }
        if (!any) {
            throw new AssertionError("nothing was spoilt");
        }
        return new Planned(
                ExtendPlan.builder()
                        .from(planned.plan())
                        .files(files)
                        .steps(steps)
                        .build(),
                planned.files());
    }

    /** The same plan, as if it had been made from other files. */
    static Planned madeFrom(Planned planned, ClusterFiles files) {
        List<FileHash> base = files.ids().stream()
                .map(file -> new FileHash(file, Hashes.sha256(files.bytes(file))))
                .toList();
        List<FileChange> changes = planned.plan().files().stream()
                .<FileChange>map(change -> FileChange.builder()
                        .from(change)
                        .before(change.before()
                                .map(old -> files.find(change.file())
                                        .map(Hashes::sha256)
                                        .orElse(old)))
                        .build())
                .toList();
        List<Step> back = planned.plan().reinitialise().stream()
                .map(step -> step.command() instanceof Command.WriteFile write && files.contains(write.file())
                        ? restored(step, write.file(), files.bytes(write.file()))
                        : step)
                .toList();
        return new Planned(
                ExtendPlan.builder()
                        .from(planned.plan())
                        .base(base)
                        .files(changes)
                        .reinitialise(back)
                        .build(),
                files);
    }

    private static Step restored(Step step, FileId file, byte[] bytes) {
        return Step.builder()
                .from(step)
                .command(new Command.WriteFile(file, Hashes.sha256(bytes), true, FileContent.of(bytes)))
                .build();
    }
}
