package io.github.dmdsc.extend.resume;

import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Hashes;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.state.ClusterState;
import io.github.dmdsc.extend.state.ExpectedEndpoints;
import io.github.dmdsc.extend.state.Judgement;
import io.github.dmdsc.extend.state.Verdict;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What files and tools say of the steps of a plan, one by one. Not thread-safe. */
final class StepEvidence {
    /** Whether a step was done. */
    enum Known {
        /** What it makes is there. */
        DONE,
        /** What it makes is not there, and what was before is. */
        NOT_DONE,
        /** Nothing tells. */
        UNKNOWN,
        /** Its file is neither as before nor as planned. */
        FOREIGN
    }

    private final ExtendPlan plan;
    private final Observed observed;
    /** Several steps ask for the same file. */
    private final Map<FileId, Optional<String>> hashes = new HashMap<>();

    StepEvidence(ExtendPlan plan, Observed observed) {
        this.plan = plan;
        this.observed = observed;
    }

    Known of(Step step) {
        if (step.command() instanceof Command.WriteFile write) {
            return written(write);
        } else if (step.command() instanceof Command.CopyTree copy) {
            return copied(copy);
        }
        return observed.state().map(state -> shown(step, state)).orElse(Known.UNKNOWN);
    }

    Optional<String> hash(FileId file) {
        return hashes.computeIfAbsent(file, id -> observed.files().find(id).map(Hashes::sha256));
    }

    /** Every hash that a file may have before a step writes it: as it was, as it was copied, as a step before left it. */
    private List<String> before(FileId file) {
        List<String> hashes = new ArrayList<>();
        change(file).flatMap(FileChange::before).ifPresent(hashes::add);
        change(file).flatMap(FileChange::copiedFrom).flatMap(this::base).ifPresent(hashes::add);
        plan.steps().stream()
                .map(Step::command)
                .flatMap(command -> command instanceof Command.WriteFile write ? Stream.of(write) : Stream.empty())
                .filter(write -> write.file().equals(file) && write.staged())
                .forEach(write -> hashes.add(write.sha256()));
        return hashes;
    }

    private Known written(Command.WriteFile write) {
        Optional<String> now = hash(write.file());
        Optional<String> last = change(write.file()).map(FileChange::after);
        if (now.equals(Optional.of(write.sha256())) || (write.staged() && now.isPresent() && now.equals(last))) {
            return Known.DONE;
        }
        boolean created = change(write.file())
                .filter(change -> change.kind() == FileChange.Kind.CREATE)
                .isPresent();
        if (now.isEmpty()) {
            return created ? Known.NOT_DONE : Known.FOREIGN;
        }
        return before(write.file()).contains(now.get()) ? Known.NOT_DONE : Known.FOREIGN;
    }

    private Known copied(Command.CopyTree copy) {
        String from = copy.from().path() + "/";
        List<FileId> targets = plan.base().stream()
                .map(FileHash::file)
                .filter(file ->
                        file.host().equals(copy.from().host()) && file.path().startsWith(from))
                .filter(file -> !copy.except().contains(file.path().substring(from.length())))
                .map(file -> new FileId(
                        copy.to().host(), copy.to().path() + "/" + file.path().substring(from.length())))
                .toList();
        return targets.stream().allMatch(observed.files()::contains) ? Known.DONE : Known.NOT_DONE;
    }

    /** Whether a copy that is not whole has left something behind, which is in the way of the next. */
    boolean leftOver(Step step) {
        return step.command() instanceof Command.CopyTree copy
                && copied(copy) == Known.NOT_DONE
                && observed.files().ids().stream()
                        .anyMatch(file -> file.host().equals(copy.to().host())
                                && file.path().startsWith(copy.to().path() + "/"));
    }

    private Known shown(Step step, ClusterState state) {
        ExtendPlan.NodeSummary node = plan.newNode();
        List<String> logs = plan.request().logFiles();
        return known(
                switch (step.id()) {
                    case "cluster-ok" -> Judgement.allOkOpenActive(state, expected(false));
                    case "add-log-files" ->
                        firstOf(
                                Judgement.logFilesInControlFile(state, logs),
                                Judgement.newEndpointOk(state, GroupType.DB, node.db()));
                    case "verify-dmctl" -> Judgement.logFilesInControlFile(state, logs);
                    case "verify-log-files" -> Judgement.logFilesOnAsm(state, logs);
                    case "extend-dcr", "extend-node", "show-extended" ->
                        Verdict.all(List.of(
                                Judgement.newEndpointPresent(state, GroupType.CSS, node.css()),
                                Judgement.newEndpointPresent(state, GroupType.ASM, node.asm()),
                                Judgement.newEndpointPresent(state, GroupType.DB, node.db())));
                    case "start-css" -> Judgement.newEndpointOk(state, GroupType.CSS, node.css());
                    case "start-asm", "await-asm" -> Judgement.newEndpointOk(state, GroupType.ASM, node.asm());
                    case "start-db", "await-db" -> Judgement.newEndpointOk(state, GroupType.DB, node.db());
                    case "all-ok" -> Judgement.allOkOpenActive(state, expected(true));
                    case "ep-info" -> Judgement.instanceOk(state, node.db());
                    default -> new Verdict.NoEvidence(List.of());
                },
                step);
    }

    /**
     * That the cluster is not well now does not say that nobody looked before; that a new endpoint is not listed says
     * that nobody told the processes, not that nobody wrote the disk.
     */
    private static Known known(Verdict verdict, Step step) {
        if (verdict instanceof Verdict.Proven) {
            return Known.DONE;
        }
        boolean tells = step.phase() != Phase.PREFLIGHT && !step.id().equals("extend-dcr");
        return verdict instanceof Verdict.Refuted && tells ? Known.NOT_DONE : Known.UNKNOWN;
    }

    private static Verdict firstOf(Verdict one, Verdict other) {
        return one instanceof Verdict.NoEvidence && other instanceof Verdict.Proven ? other : one;
    }

    private ExpectedEndpoints expected(boolean withNewNode) {
        List<ExtendPlan.NodeSummary> nodes = new ArrayList<>(plan.nodes());
        if (withNewNode) {
            nodes.add(plan.newNode());
        }
        return new ExpectedEndpoints(Map.of(
                GroupType.CSS, nodes.stream().map(ExtendPlan.NodeSummary::css).toList(),
                GroupType.ASM, nodes.stream().map(ExtendPlan.NodeSummary::asm).toList(),
                GroupType.DB, nodes.stream().map(ExtendPlan.NodeSummary::db).toList()));
    }

    Optional<FileChange> change(FileId file) {
        return plan.files().stream()
                .filter(change -> change.file().equals(file))
                .findFirst();
    }

    private Optional<String> base(FileId file) {
        return plan.base().stream()
                .filter(hash -> hash.file().equals(file))
                .map(FileHash::sha256)
                .findFirst();
    }
}
