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
        /** Some of what it makes is there, and some is not. */
        PARTIAL,
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

    private final Map<String, CopyEvidence> copies = new HashMap<>();

    StepEvidence(ExtendPlan plan, Observed observed) {
        this.plan = plan;
        this.observed = observed;
    }

    Known of(Step step) {
        if (step.command() instanceof Command.WriteFile write) {
            return written(write);
        } else if (step.command() instanceof Command.CopyTree) {
            return copy(step).filter(CopyEvidence::whole).isPresent() ? Known.DONE : Known.NOT_DONE;
        }
        return observed.state().map(state -> shown(step, state)).orElse(Known.UNKNOWN);
    }

    Optional<String> hash(FileId file) {
        return hashes.computeIfAbsent(file, id -> observed.files().find(id).map(Hashes::sha256));
    }

    /** Every hash that a file may have before a step writes it: as it was, as it was copied, as another step left it. */
    private List<String> before(FileId file) {
        List<String> hashes = new ArrayList<>();
        change(file).flatMap(FileChange::before).ifPresent(hashes::add);
        change(file).flatMap(FileChange::copiedFrom).flatMap(this::base).ifPresent(hashes::add);
        plan.steps().stream()
                .map(Step::command)
                .flatMap(command -> command instanceof Command.WriteFile write ? Stream.of(write) : Stream.empty())
                .filter(write -> write.file().equals(file))
                .forEach(write -> hashes.add(write.sha256()));
        return hashes;
    }

    private Known written(Command.WriteFile write) {
        Optional<String> now = hash(write.file());
        Optional<FileChange> change = change(write.file());
        if (now.isEmpty()) {
            boolean created =
                    change.filter(each -> each.kind() == FileChange.Kind.CREATE).isPresent();
            return created ? Known.NOT_DONE : Known.FOREIGN;
        }
        if (now.get().equals(write.sha256()) || (write.staged() && now.equals(change.map(FileChange::after)))) {
            return Known.DONE;
        }
        return before(write.file()).contains(now.get()) || copied(write.file()) ? Known.NOT_DONE : Known.FOREIGN;
    }

    /** Whether a copy that came late, or broke off, left the file as it is. */
    private boolean copied(FileId file) {
        return plan.steps().stream().flatMap(step -> copy(step).stream()).anyMatch(copy -> copy.left(file));
    }

    /** What lies where a step copies a directory; empty where it does something else. */
    Optional<CopyEvidence> copy(Step step) {
        return step.command() instanceof Command.CopyTree copy
                ? Optional.of(copies.computeIfAbsent(
                        step.id(), id -> new CopyEvidence(plan, copy, observed.files(), this::hash)))
                : Optional.empty();
    }

    /** Whether a copy has left something behind, which is in the way of the next. */
    boolean leftOver(Step step) {
        return copy(step).filter(CopyEvidence::begun).isPresent();
    }

    private Known shown(Step step, ClusterState state) {
        ExtendPlan.NodeSummary node = plan.newNode();
        List<String> logs = plan.request().logFiles();
        return known(
                switch (step.id()) {
                    case "cluster-ok" -> Judgement.allOkOpenActive(state, expected(false));
                    case "add-log-files" -> logFiles(state, node.db(), logs);
                    case "verify-dmctl" -> Judgement.logFilesInControlFile(state, logs);
                    case "verify-log-files" -> Judgement.logFilesOnAsm(state, logs);
                    case "extend-dcr", "extend-node", "show-extended" ->
                        Judgement.newEndpointsPresent(state, endpoints(List.of(node)));
                    case "start-css" -> Judgement.newEndpointOk(state, GroupType.CSS, node.css());
                    case "start-asm", "await-asm" -> Judgement.newEndpointOk(state, GroupType.ASM, node.asm());
                    case "start-db", "await-db" -> Judgement.newEndpointOk(state, GroupType.DB, node.db());
                    case "all-ok" -> Judgement.allOkOpenActive(state, expected(true));
                    case "ep-info" -> Judgement.instanceOk(state, node.db());
                    default ->
                        step.id().startsWith("check-dcr.")
                                ? Judgement.dcrChecked(state, DcrExtension.checked(step))
                                : new Verdict.NoEvidence(List.of());
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
        if (!tells || verdict instanceof Verdict.NoEvidence) {
            return Known.UNKNOWN;
        }
        return verdict instanceof Verdict.Partial && step.rollbackClass().onlyOnce() ? Known.PARTIAL : Known.NOT_DONE;
    }

    /** An instance that is open has its log files, whatever an older text of dm.ctl says. */
    private static Verdict logFiles(ClusterState state, String db, List<String> logs) {
        Verdict open = Judgement.newEndpointOk(state, GroupType.DB, db);
        return open instanceof Verdict.Proven ? open : Judgement.logFilesInControlFile(state, logs);
    }

    private ExpectedEndpoints expected(boolean withNewNode) {
        List<ExtendPlan.NodeSummary> nodes = new ArrayList<>(plan.nodes());
        if (withNewNode) {
            nodes.add(plan.newNode());
        }
        return endpoints(nodes);
    }

    private static ExpectedEndpoints endpoints(List<ExtendPlan.NodeSummary> nodes) {
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
