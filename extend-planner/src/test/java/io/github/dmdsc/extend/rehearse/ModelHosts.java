package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.Answer;
import io.github.dmdsc.extend.run.Operation;
import io.github.dmdsc.extend.run.Source;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hosts of a run, by the model of the rehearsal. They note where a run breaks a rule of the model or a rule for
 * runs.
 */
final class ModelHosts {
    private final PlanContext context;
    private final Model model;
    private ModelState state;
    /** The files on the hosts that are not files of the cluster: those that were sent, put aside or exported. */
    private final Map<FileId, byte[]> beside;

    private final Map<String, Integer> effects;
    private final List<String> offences;
    /** Undoes a change of another person. */
    private Optional<Runnable> repair = Optional.empty();

    ModelHosts(ExtendPlan plan, ClusterFiles files) {
        this.context = PlanContext.of(plan, files).orElseThrow();
        this.model = new Model(context, EnumSet.allOf(Requirement.class));
        this.state = ModelState.of(context);
        this.beside = new TreeMap<>();
        this.effects = new HashMap<>();
        this.offences = new ArrayList<>();
    }

    /** Copies the hosts, to try something else from this state. */
    ModelHosts(ModelHosts other) {
        this.context = other.context;
        this.model = other.model;
        this.state = other.state;
        this.beside = new TreeMap<>(other.beside);
        this.effects = new HashMap<>(other.effects);
        this.offences = new ArrayList<>(other.offences);
    }

    ExtendPlan plan() {
        return context.plan();
    }

    List<String> offences() {
        return offences;
    }

    Map<FileId, byte[]> beside() {
        return beside;
    }

    /** Returns the files of the cluster whose bytes come neither from the plan nor from another person. */
    List<FileId> broken() {
        Set<String> known = Stream.concat(
                        context.plan().base().stream().map(FileHash::sha256),
                        context.plan().files().stream().map(FileChange::after))
                .collect(Collectors.toSet());
        context.plan().actions(Change.WriteFile.class).forEach(write -> known.add(write.sha256()));
        return state.files().ids().stream()
                .filter(file -> !known.contains(state.files().get(file).sha256()))
                .toList();
    }

    /** Returns the steps that must not be done twice and took effect more than once. */
    List<String> doneTwice() {
        return context.plan().steps().stream()
                .filter(step -> step.rollbackClass().onlyOnce() && effects.getOrDefault(step.id(), 0) > 1)
                .map(Step::id)
                .toList();
    }

    /** Undoes the change of another person; returns false if there was none. */
    boolean repaired() {
        repair.ifPresent(Runnable::run);
        boolean was = repair.isPresent();
        repair = Optional.empty();
        return was;
    }

    /** Returns the reason why the cluster is not extended according to all rules; empty if it is. */
    Optional<String> notExtended() {
        return model.end(state).map(rejected -> rejected.why().toString());
    }

    /** Returns the reason why steps do not lead back; empty if they do. */
    Optional<String> notBack(List<Step> steps, boolean throughStandstill) {
        WayBack back = new WayBack(context, EnumSet.allOf(Requirement.class), Optional.empty());
        return (throughStandstill ? back.reinitialised(state, steps) : back.undone(state, steps))
                .map(rejected -> rejected.why().toString());
    }

    /** Makes an instance of an old node fail. */
    void failInstance() {
        state = state.withFailed(state.processes().get(0).name());
    }

    /** Whether {@code extend node} took effect. */
    boolean nodeExtended() {
        return state.knows(Fact.NODE_EXTENDED);
    }

    /** Whether a process of the new node was started. */
    boolean starts() {
        return effects.keySet().stream().anyMatch(id -> id.startsWith("start-"));
    }

    /**
     * Edits a file of an old node, or restores the old bytes of a written file, as another person would; returns false
     * if there is no such file.
     */
    boolean change(boolean edit, int number) {
        List<FileId> files = edit ? List.copyOf(context.base().ids()) : written();
        if (files.isEmpty()) {
            return false;
        }
        FileId file = files.get(number % files.size());
        HostFiles before = state.files();
        StoredFile now = before.get(file);
        Optional<byte[]> bytes = edit
                ? Optional.of((new String(now.bytes(), StandardCharsets.ISO_8859_1) + "\n#edited\n")
                        .getBytes(StandardCharsets.ISO_8859_1))
                : context.plan().change(file).flatMap(FileChange::contentBefore).map(FileContent::bytes);
        HostFiles after = bytes.map(each -> before.with(file, new StoredFile(each, now.charset())))
                .orElseGet(() -> before.without(file));
        state = state.with(after);
        repair = Optional.of(() -> state = state.with(state.files().with(file, now)));
        return true;
    }

    /** Returns the files that have the bytes of the plan. */
    private List<FileId> written() {
        return context.plan().files().stream()
                .filter(change -> state.files()
                        .find(change.file())
                        .map(StoredFile::sha256)
                        .filter(change.after()::equals)
                        .isPresent())
                .map(FileChange::file)
                .toList();
    }

    /** Writes another configuration to the disks, as another person would. */
    void changeDisks() {
        Map<String, StoredFile> before = state.disks();
        boolean old = Objects.requireNonNull(before.get(context.disks().get(0))).equals(context.oldDcr());
        StoredFile other = old ? DiskContent.extended(context.planned(), context.before()) : context.oldDcr();
        state = state.withDisks(context.disks(), other);
        repair = Optional.of(() -> before.forEach((disk, content) -> state = state.withDisks(List.of(disk), content)));
    }

    /** Carries out a step that reaches only one of several disks or processes and then fails. */
    void partly(Step step) {
        ModelState after = ((Outcome.Next) model.apply(state, step)).state();
        FaultEffect.of(Fault.PARTIAL_EFFECT, context, 0, step, state, after).ifPresent(broken -> {
            state = broken.state();
            effects.merge(step.id(), 1, Integer::sum);
        });
    }

    /** Carries out a step by its command. */
    Answer.Outcome carryOut(Step step) {
        if (step.rollbackClass() == RollbackClass.POINT_OF_NO_RETURN) {
            demandAsPlanned(step);
        }
        if (step.rollbackClass() != RollbackClass.READ_ONLY) {
            effects.merge(step.id(), 1, Integer::sum);
        }
        Outcome outcome = model.apply(state, step);
        if (outcome instanceof Outcome.Rejected rejected) {
            offences.add(step.id() + " " + rejected.why());
            return Answer.Outcome.FAILED;
        }
        state = ((Outcome.Next) outcome).state();
        if (step.action() instanceof Look.ExportDcr export) {
            beside.put(
                    export.to(),
                    Objects.requireNonNull(state.disks().get(export.disk())).bytes());
        } else if (step.action() instanceof Look.ConvertControlFile convert) {
            String text = Stream.concat(
                            Stream.of("+DMLOG/log/old01.log"),
                            state.logFiles().stream().map(ForwardAct.LogFile::path))
                    .map(path -> "fil_path=" + path + "\n")
                    .collect(Collectors.joining());
            beside.put(convert.to(), text.getBytes(StandardCharsets.UTF_8));
        }
        return Answer.Outcome.DONE;
    }

    /**
     * Demands that each file and disk is as planned right before a point of no return, as far as a run could see it.
     */
    private void demandAsPlanned(Step step) {
        boolean extended = step.action() instanceof Control.ExtendNode;
        for (String disk : context.disks()) {
            StoredFile now = Objects.requireNonNull(state.disks().get(disk));
            boolean right = extended
                    ? DiskContent.holds(now, context.planned(), context.before())
                    : now.equals(context.oldDcr());
            if (!right) {
                offences.add(step.id() + " begins with another configuration on " + disk);
            }
        }
        Map<FileId, String> must = new TreeMap<>();
        context.plan().base().stream()
                .filter(base -> base.file().name().endsWith(".ini"))
                .forEach(base -> must.put(base.file(), base.sha256()));
        for (Step before : context.plan().steps()) {
            if (before.equals(step)) {
                break;
            } else if (before.action() instanceof Change.WriteFile write) {
                must.put(write.file(), write.sha256());
            }
        }
        must.forEach((file, hash) -> {
            if (!Optional.of(hash).equals(hash(file))) {
                offences.add(step.id() + " begins with another " + file);
            }
        });
    }

    Optional<byte[]> bytes(FileId file) {
        return state.files().find(file).map(StoredFile::bytes).or(() -> Optional.ofNullable(beside.get(file)));
    }

    Optional<String> hash(FileId file) {
        return state.files()
                .find(file)
                .map(StoredFile::sha256)
                .or(() -> Optional.ofNullable(beside.get(file)).map(Hashes::sha256));
    }

    Map<FileId, byte[]> copied(Source.Directory source, FileId to) {
        Change.CopyDirectory copy = new Change.CopyDirectory(source.from(), to, source.except());
        String from = source.from().path() + "/";
        Map<FileId, byte[]> copied = new TreeMap<>();
        for (FileId file : state.files().ids()) {
            if (file.host().equals(source.from().host()) && file.path().startsWith(from)) {
                String name = file.path().substring(from.length());
                if (!copy.leavesOut(name)) {
                    copied.put(
                            to.sibling(to.path() + "/" + name),
                            state.files().get(file).bytes());
                }
            }
        }
        return copied;
    }

    boolean took(Step step) {
        if (step.action() instanceof Control.Start start) {
            return state.processes().stream()
                    .anyMatch(each -> each.host().equals(context.newHost())
                            && each.kind().name().equals(start.process().name())
                            && each.status() == Endpoint.Status.WELL);
        }
        return effects.getOrDefault(step.id(), 0) > 0;
    }

    /** Whether the output of a step shows the required state. */
    boolean shows(Step step) {
        if (step.action() instanceof Look.ShowCluster show) {
            return show.expected() == Look.ExpectedState.NEW_NODE_LISTED
                    ? state.knows(Fact.NODE_EXTENDED)
                    : state.allWell();
        } else if (step.action() instanceof Look.ConvertControlFile || step.action() instanceof Look.ListLogFiles) {
            return !state.logFiles().isEmpty();
        } else if (step.action() instanceof Control.Start || step.action() instanceof Control.AwaitStart) {
            return step.action() instanceof Control.AwaitStart || took(step);
        }
        return true;
    }

    /** Returns the output of a tool, if this class knows the text. */
    Answer.Read printed(Step step) {
        return step.action() instanceof Look.ShowCluster
                ? new Answer.Text(StateText.show(context, state))
                : new Answer.NoResult();
    }

    /** Carries out an operation on a host that answers. */
    Answer.Outcome says(Step step, Operation operation) {
        return operation.accept(new Effect(step));
    }

    private final class Effect implements Operation.Visitor<Answer.Outcome> {
        private final Step step;

        private Effect(Step step) {
            this.step = step;
        }

        @Override
        public Answer.Outcome carryOut(Operation.CarryOut operation) {
            return ModelHosts.this.carryOut(step);
        }

        @Override
        public Answer.Outcome place(Operation.Place operation) {
            String below = operation.sent().path() + "/";
            Map<FileId, byte[]> moved = new TreeMap<>();
            beside.forEach((file, bytes) -> {
                if (file.equals(operation.sent())
                        || (file.host().equals(operation.sent().host())
                                && file.path().startsWith(below))) {
                    String rest = file.path().substring(operation.sent().path().length());
                    moved.put(operation.to().sibling(operation.to().path() + rest), bytes);
                }
            });
            beside.keySet()
                    .removeIf(file -> file.equals(operation.sent())
                            || (file.host().equals(operation.sent().host())
                                    && file.path().startsWith(below)));
            if (moved.isEmpty()) {
                return Answer.Outcome.FAILED;
            }
            operation
                    .aside()
                    .filter(aside -> !beside.containsKey(aside))
                    .ifPresent(aside -> bytes(operation.to()).ifPresent(bytes -> beside.put(aside, bytes)));
            // A file that is written again does not begin a new part of the chapter.
            boolean first = effects.merge("place " + step.id(), 1, Integer::sum) == 1;
            if (first && model.apply(state, step) instanceof Outcome.Next placed) {
                state = placed.state();
            } else if (first) {
                offences.add(step.id() + " " + ((Outcome.Rejected) model.apply(state, step)).why());
            }
            HostFiles files = state.files();
            for (Map.Entry<FileId, byte[]> file : moved.entrySet()) {
                files = files.with(
                        file.getKey(),
                        new StoredFile(file.getValue(), files.get(file.getKey()).charset()));
            }
            state = state.with(files);
            return Answer.Outcome.DONE;
        }

        @Override
        public Answer.Outcome remove(Operation.Remove operation) {
            String below = operation.file().path() + "/";
            beside.keySet()
                    .removeIf(file -> file.equals(operation.file())
                            || (file.host().equals(operation.file().host())
                                    && file.path().startsWith(below)));
            return Answer.Outcome.DONE;
        }

        @Override
        public Answer.Outcome setAside(Operation.SetAside operation) {
            byte[] bytes = beside.remove(operation.file());
            if (bytes == null || bytes(operation.to()).isPresent()) {
                offences.add(step.id() + " loses a file");
                return Answer.Outcome.FAILED;
            }
            beside.put(operation.to(), bytes);
            return Answer.Outcome.DONE;
        }
    }
}
