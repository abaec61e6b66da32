package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Hashes;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.Answer;
import io.github.dmdsc.extend.run.Journal;
import io.github.dmdsc.extend.run.JournalEntry;
import io.github.dmdsc.extend.run.Move;
import io.github.dmdsc.extend.run.Reading;
import io.github.dmdsc.extend.run.Saying;
import io.github.dmdsc.extend.run.Source;
import io.github.dmdsc.extend.run.Transport;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rehearsal's model as the hosts, the tools and the person of a run. It carries out what it is told, and writes down
 * where a run breaks a rule of the model or of its own.
 */
public final class ModelTransport implements Transport, Journal {
    private final Setting setting;
    private final Model model;
    private World world;
    /** What lies on the hosts and is no file of the cluster: what is sent, put aside and exported. */
    private final Map<FileId, byte[]> beside;

    private final List<JournalEntry> journal;
    private final Map<String, Integer> effects;
    private final List<String> offences;
    private Optional<Mishap> next = Optional.empty();
    private Optional<Move.Choice> reply = Optional.empty();
    private boolean silent;
    private boolean failed;
    /** Brings back what somebody changed. */
    private Optional<Runnable> repair = Optional.empty();
    /** Whether a gate is passed and its step not yet done. */
    private boolean closing;
    /** Whether the run has looked at all files since that gate: what is changed from there on nobody can see. */
    private boolean filesSeen;
    /** Whether the run has looked at a disk since that gate. */
    private boolean diskSeen;
    /** The step that was carried out last: who saw it can say what it showed. */
    private String carriedOut = "";

    private ModelTransport(ModelTransport other) {
        this.setting = other.setting;
        this.model = other.model;
        this.world = other.world;
        this.beside = new TreeMap<>(other.beside);
        this.journal = new ArrayList<>(other.journal);
        this.effects = new HashMap<>(other.effects);
        this.offences = new ArrayList<>(other.offences);
        this.silent = other.silent;
        this.closing = other.closing;
        this.filesSeen = other.filesSeen;
        this.diskSeen = other.diskSeen;
        this.carriedOut = other.carriedOut;
    }

    /** The hosts before a plan is begun. */
    public ModelTransport(ExtendPlan plan, ClusterFiles files) {
        this.setting = Setting.of(plan, files).orElseThrow();
        this.model = new Model(setting, EnumSet.allOf(Requirement.class));
        this.world = World.of(setting);
        this.beside = new TreeMap<>();
        this.journal = new ArrayList<>();
        this.effects = new HashMap<>();
        this.offences = new ArrayList<>();
    }

    /** The same hosts, to try something else from here. */
    public ModelTransport copy() {
        return new ModelTransport(this);
    }

    /** Lets something go wrong at the next move that it can happen to; the hosts as they are now may not allow it. */
    public void letGoWrong(Mishap mishap) {
        next = Optional.of(mishap);
    }

    /** The person answers this to the next question. */
    public void answer(Move.Choice choice) {
        reply = Optional.of(choice);
    }

    /** Nobody copies what tools print any more. */
    public void fallSilent() {
        silent = true;
    }

    /** Whether a mishap waits for a move that it can happen to. */
    public boolean waits() {
        return next.isPresent();
    }

    /** Where the run broke a rule. */
    public List<String> offences() {
        return List.copyOf(offences);
    }

    /** The files of the cluster that have bytes which neither somebody else nor the plan gave them. */
    public List<FileId> broken() {
        Set<String> known = Stream.concat(
                        setting.plan().base().stream().map(FileHash::sha256),
                        setting.plan().files().stream().map(FileChange::after))
                .collect(Collectors.toSet());
        setting.plan().actions(Change.WriteFile.class).forEach(write -> known.add(write.sha256()));
        return world.files().ids().stream()
                .filter(file -> !known.contains(world.files().get(file).sha256()))
                .toList();
    }

    /** What was kept. */
    public List<JournalEntry> journal() {
        return List.copyOf(journal);
    }

    /** The steps that must not be done twice and took effect more than once. */
    public List<String> doneTwice() {
        return setting.plan().steps().stream()
                .filter(step -> step.rollbackClass().onlyOnce() && effects.getOrDefault(step.id(), 0) > 1)
                .map(Step::id)
                .toList();
    }

    /** Whether an instance has failed: the extension is over. */
    public boolean failed() {
        return failed;
    }

    /** Puts back what somebody changed; false where nobody did. */
    public boolean repaired() {
        repair.ifPresent(Runnable::run);
        boolean was = repair.isPresent();
        repair = Optional.empty();
        return was;
    }

    /** Why the cluster is not extended by all rules; empty where it is. */
    public Optional<String> notExtended() {
        return model.end(world).map(rejected -> rejected.why().toString());
    }

    /** Why these steps do not lead back; empty where they do. */
    public Optional<String> notBack(List<Step> steps, boolean throughStandstill) {
        WayBack back = new WayBack(setting, EnumSet.allOf(Requirement.class), Optional.empty());
        return (throughStandstill ? back.reinitialised(world, steps) : back.undone(world, steps))
                .map(rejected -> rejected.why().toString());
    }

    @Override
    public void append(JournalEntry entry) {
        happens(EnumSet.noneOf(Mishap.class));
        journal.add(entry);
    }

    @Override
    public Answer.Said say(Move.Say move) {
        if (failed) {
            return new Answer.Said(Answer.Outcome.STOPPED);
        }
        boolean effect =
                move.saying() instanceof Saying.Words && move.step().rollbackClass() != RollbackClass.READ_ONLY;
        if (effect || move.saying() instanceof Saying.Place) {
            demandBegun(move.step());
        }
        boolean gated = effect && move.step().rollbackClass() == RollbackClass.POINT_OF_NO_RETURN;
        Optional<Mishap> now = happens(
                gated
                        ? EnumSet.of(
                                Mishap.CLEAN_FAILURE,
                                Mishap.LOST_ACKNOWLEDGEMENT,
                                Mishap.PARTIAL_EFFECT,
                                Mishap.LYING_TOOL,
                                Mishap.VANISHED_PROGRAM)
                        : EnumSet.complementOf(EnumSet.of(Mishap.DROPPED_TRANSFER, Mishap.UNREACHABLE)));
        if (failed) {
            return new Answer.Said(Answer.Outcome.STOPPED);
        }
        if (now.equals(Optional.of(Mishap.CLEAN_FAILURE)) || now.equals(Optional.of(Mishap.VANISHED_PROGRAM))) {
            return new Answer.Said(Answer.Outcome.FAILED);
        } else if (now.equals(Optional.of(Mishap.LYING_TOOL))) {
            return new Answer.Said(Answer.Outcome.DONE);
        } else if (now.equals(Optional.of(Mishap.PARTIAL_EFFECT))) {
            return partly(move.step());
        }
        Answer.Outcome outcome = move.saying().accept(new Effect(move.step()));
        return new Answer.Said(now.equals(Optional.of(Mishap.LOST_ACKNOWLEDGEMENT)) ? Answer.Outcome.UNKNOWN : outcome);
    }

    @Override
    public Answer.Read read(Move.Observe move) {
        Optional<Mishap> now = happens(EnumSet.of(
                Mishap.UNREACHABLE,
                Mishap.VANISHED_PROGRAM,
                Mishap.INSTANCE_FAILS,
                Mishap.FILE_CHANGED,
                Mishap.FILE_REVERTED,
                Mishap.DISK_CHANGED));
        if (now.equals(Optional.of(Mishap.UNREACHABLE))) {
            return new Answer.Unseen();
        }
        boolean gone = now.equals(Optional.of(Mishap.VANISHED_PROGRAM));
        return move.reading().accept(new Reading.Visitor<>() {
            @Override
            public Answer.Read hashes(Reading.Hashes reading) {
                Map<FileId, String> present = new TreeMap<>();
                reading.files().forEach(file -> hash(file).ifPresent(hash -> present.put(file, hash)));
                closing &= move.step().isPresent();
                filesSeen |= reading.files().size() > setting.plan().files().size();
                return new Answer.Hashes(present);
            }

            @Override
            public Answer.Read content(Reading.Content reading) {
                return Optional.ofNullable(beside.get(reading.file()))
                        .<Answer.Read>map(bytes -> new Answer.Content(FileContent.of(bytes)))
                        .orElse(new Answer.Unseen());
            }

            @Override
            public Answer.Read output(Reading.Output reading) {
                if (failed) {
                    return new Answer.Unseen();
                } else if (gone) {
                    return new Answer.Text("bash: ./tool: No such file or directory\n");
                }
                Step step = move.step().orElseThrow();
                carryOut(step);
                return silent ? new Answer.Unseen() : printed(step);
            }
        });
    }

    @Override
    public Answer.Said put(Move.Put move) {
        demandBegun(move.step());
        Optional<Mishap> now = happens(EnumSet.complementOf(EnumSet.of(Mishap.UNREACHABLE)));
        if (failed) {
            return new Answer.Said(Answer.Outcome.STOPPED);
        }
        if (now.equals(Optional.of(Mishap.CLEAN_FAILURE)) || now.equals(Optional.of(Mishap.VANISHED_PROGRAM))) {
            return new Answer.Said(Answer.Outcome.FAILED);
        }
        boolean nothing = now.equals(Optional.of(Mishap.LYING_TOOL));
        boolean cut = now.equals(Optional.of(Mishap.DROPPED_TRANSFER));
        boolean part = now.equals(Optional.of(Mishap.PARTIAL_EFFECT));
        Map<FileId, byte[]> sent = move.source().accept(new Source.Visitor<>() {
            @Override
            public Map<FileId, byte[]> file(Source.File source) {
                return Map.of(move.to(), source.content().bytes());
            }

            @Override
            public Map<FileId, byte[]> directory(Source.Directory source) {
                return copied(source, move.to());
            }
        });
        sent.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(nothing ? 0 : part ? 1 : sent.size())
                .forEach(file -> beside.put(
                        file.getKey(),
                        cut ? Arrays.copyOf(file.getValue(), file.getValue().length / 2) : file.getValue()));
        return new Answer.Said(
                part
                        ? Answer.Outcome.FAILED
                        : now.equals(Optional.of(Mishap.LOST_ACKNOWLEDGEMENT))
                                ? Answer.Outcome.UNKNOWN
                                : Answer.Outcome.DONE);
    }

    @Override
    public Answer.Replied ask(Move.Ask move) {
        happens(EnumSet.of(Mishap.INSTANCE_FAILS, Mishap.FILE_CHANGED, Mishap.FILE_REVERTED, Mishap.DISK_CHANGED));
        Step step = move.steps().get(0);
        if (move.question() == Move.Question.GATE) {
            closing = true;
            filesSeen = false;
            diskSeen = false;
        }
        Move.Choice honest = failed
                ? Move.Choice.STOP
                : switch (move.question()) {
                    case GATE -> Move.Choice.YES;
                    case CHECK -> carriedOut.equals(step.id()) && shows(step) ? Move.Choice.YES : Move.Choice.NO;
                    case WAS_IT_DONE -> took(step) ? Move.Choice.DONE : Move.Choice.NOW;
                    case PASSED_OVER -> Move.Choice.DONE;
                };
        Move.Choice given = reply.orElse(honest);
        reply = Optional.empty();
        return new Answer.Replied(given);
    }

    /** The mishap that happens now. What changes the hosts by itself has happened when this returns. */
    private Optional<Mishap> happens(Set<Mishap> possible) {
        if (next.filter(possible::contains).filter(this::matters).isEmpty()) {
            return Optional.empty();
        }
        Mishap mishap = next.get();
        switch (mishap) {
            case INSTANCE_FAILS -> {
                world = world.withFailed(world.processes().get(0).name());
                failed = true;
            }
            case FILE_CHANGED -> change(true);
            case FILE_REVERTED -> change(false);
            case DISK_CHANGED -> changeDisks();
            default -> {}
        }
        boolean later = mishap == Mishap.FILE_REVERTED && repair.isEmpty();
        next = later ? next : Optional.empty();
        return later ? Optional.empty() : Optional.of(mishap);
    }

    /** Whether anybody could see it: not between the last look and what it is taken for, nor when all is done. */
    private boolean matters(Mishap mishap) {
        return switch (mishap) {
            case FILE_CHANGED, FILE_REVERTED -> !(closing && filesSeen) && !startsBegan();
            case DISK_CHANGED -> !(closing && diskSeen) && !world.knows(Fact.NODE_EXTENDED);
            default -> true;
        };
    }

    private boolean startsBegan() {
        return effects.keySet().stream().anyMatch(id -> id.startsWith("start-"));
    }

    private void change(boolean edit) {
        List<FileId> files = edit ? List.copyOf(setting.base().ids()) : written();
        if (files.isEmpty()) {
            return;
        }
        FileId file = files.get(journal.size() % files.size());
        HostFiles before = world.files();
        StoredFile now = before.get(file);
        Optional<byte[]> bytes = edit
                ? Optional.of((new String(now.bytes(), StandardCharsets.ISO_8859_1) + "\n#edited\n")
                        .getBytes(StandardCharsets.ISO_8859_1))
                : setting.plan().change(file).flatMap(FileChange::contentBefore).map(FileContent::bytes);
        HostFiles after = bytes.map(each -> before.with(file, new StoredFile(each, now.charset())))
                .orElseGet(() -> before.without(file));
        world = world.with(after);
        repair = Optional.of(() -> world = world.with(world.files().with(file, now)));
    }

    /** The files that hold the bytes of a step of the plan. */
    private List<FileId> written() {
        return setting.plan().files().stream()
                .filter(change -> world.files()
                        .find(change.file())
                        .map(StoredFile::sha256)
                        .filter(change.after()::equals)
                        .isPresent())
                .map(FileChange::file)
                .toList();
    }

    private void changeDisks() {
        Map<String, StoredFile> before = world.disks();
        boolean old = before.get(setting.disks().get(0)).equals(setting.oldDcr());
        StoredFile other = old ? DiskContent.extended(setting.planned(), setting.before()) : setting.oldDcr();
        world = world.withDisks(setting.disks(), other);
        repair = Optional.of(() -> before.forEach((disk, content) -> world = world.withDisks(List.of(disk), content)));
    }

    private void demandBegun(Step step) {
        boolean begun = !journal.isEmpty() && journal.get(journal.size() - 1).equals(new JournalEntry.Begun(step.id()));
        if (!begun) {
            offences.add(step.id() + " has an effect before its entry");
        }
    }

    private Answer.Said partly(Step step) {
        World after = ((Outcome.Next) model.apply(world, step)).state();
        Breaking.of(Fault.PARTIAL_EFFECT, setting, 0, step, world, after).ifPresent(broken -> {
            world = broken.world();
            effects.merge(step.id(), 1, Integer::sum);
        });
        return new Answer.Said(Answer.Outcome.FAILED);
    }

    /** Carries a step out by its words. */
    private Answer.Outcome carryOut(Step step) {
        if (step.rollbackClass() == RollbackClass.POINT_OF_NO_RETURN) {
            demandAsPlanned(step);
        }
        if (step.rollbackClass() != RollbackClass.READ_ONLY) {
            effects.merge(step.id(), 1, Integer::sum);
        }
        Outcome outcome = model.apply(world, step);
        if (outcome instanceof Outcome.Rejected rejected) {
            offences.add(step.id() + " " + rejected.why());
            return Answer.Outcome.FAILED;
        }
        world = ((Outcome.Next) outcome).state();
        carriedOut = step.id();
        diskSeen |= step.action() instanceof Look.ExportDcr;
        closing &= !step.gate();
        if (step.action() instanceof Look.ExportDcr export) {
            beside.put(export.to(), world.disks().get(export.disk()).bytes());
        } else if (step.action() instanceof Look.ConvertControlFile convert) {
            String text = Stream.concat(
                            Stream.of("+DMLOG/log/old01.log"),
                            world.logFiles().stream().map(Onward.LogFile::path))
                    .map(path -> "fil_path=" + path + "\n")
                    .collect(Collectors.joining());
            beside.put(convert.to(), text.getBytes(StandardCharsets.UTF_8));
        }
        return Answer.Outcome.DONE;
    }

    /** Whether, right before a point of no return, each file and disk is as it must be, as far as anybody could see. */
    private void demandAsPlanned(Step step) {
        boolean extended = step.action() instanceof Control.ExtendNode;
        for (String disk : setting.disks()) {
            StoredFile now = world.disks().get(disk);
            boolean right = extended
                    ? DiskContent.holds(now, setting.planned(), setting.before())
                    : now.equals(setting.oldDcr());
            if (!right) {
                offences.add(step.id() + " begins with another configuration on " + disk);
            }
        }
        Map<FileId, String> must = new TreeMap<>();
        setting.plan().base().stream()
                .filter(base -> base.file().name().endsWith(".ini"))
                .forEach(base -> must.put(base.file(), base.sha256()));
        for (Step before : setting.plan().steps()) {
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

    private Optional<byte[]> bytes(FileId file) {
        return world.files().find(file).map(StoredFile::bytes).or(() -> Optional.ofNullable(beside.get(file)));
    }

    private Optional<String> hash(FileId file) {
        return world.files()
                .find(file)
                .map(StoredFile::sha256)
                .or(() -> Optional.ofNullable(beside.get(file)).map(Hashes::sha256));
    }

    private Map<FileId, byte[]> copied(Source.Directory source, FileId to) {
        Change.CopyDirectory copy = new Change.CopyDirectory(source.from(), to, source.except());
        String from = source.from().path() + "/";
        Map<FileId, byte[]> copied = new TreeMap<>();
        for (FileId file : world.files().ids()) {
            if (file.host().equals(source.from().host()) && file.path().startsWith(from)) {
                String name = file.path().substring(from.length());
                if (!copy.leavesOut(name)) {
                    copied.put(
                            to.sibling(to.path() + "/" + name),
                            world.files().get(file).bytes());
                }
            }
        }
        return copied;
    }

    private boolean took(Step step) {
        if (step.action() instanceof Control.Start start) {
            return world.processes().stream()
                    .anyMatch(each -> each.host().equals(setting.newHost())
                            && each.kind().name().equals(start.process().name())
                            && each.status() == Endpoint.Status.WELL);
        }
        return effects.getOrDefault(step.id(), 0) > 0;
    }

    /** Whether what a step shows is as it must be. */
    private boolean shows(Step step) {
        if (step.action() instanceof Look.ShowCluster show) {
            return show.sight() == Look.Sight.NEW_NODE_LISTED ? world.knows(Fact.NODE_EXTENDED) : world.allWell();
        } else if (step.action() instanceof Look.ConvertControlFile || step.action() instanceof Look.ListLogFiles) {
            return !world.logFiles().isEmpty();
        } else if (step.action() instanceof Control.Start || step.action() instanceof Control.AwaitStart) {
            return step.action() instanceof Control.AwaitStart || took(step);
        }
        return true;
    }

    /** What a tool prints, of the tools whose text this knows. */
    private Answer.Read printed(Step step) {
        return step.action() instanceof Look.ShowCluster ? new Answer.Text(Screen.show(world)) : new Answer.Unseen();
    }

    /** What is done on a host that answers. */
    private final class Effect implements Saying.Visitor<Answer.Outcome> {
        private final Step step;

        private Effect(Step step) {
            this.step = step;
        }

        @Override
        public Answer.Outcome words(Saying.Words saying) {
            return carryOut(step);
        }

        @Override
        public Answer.Outcome place(Saying.Place saying) {
            String below = saying.sent().path() + "/";
            Map<FileId, byte[]> moved = new TreeMap<>();
            beside.forEach((file, bytes) -> {
                if (file.equals(saying.sent())
                        || (file.host().equals(saying.sent().host())
                                && file.path().startsWith(below))) {
                    String rest = file.path().substring(saying.sent().path().length());
                    moved.put(saying.to().sibling(saying.to().path() + rest), bytes);
                }
            });
            beside.keySet()
                    .removeIf(file -> file.equals(saying.sent())
                            || (file.host().equals(saying.sent().host())
                                    && file.path().startsWith(below)));
            if (moved.isEmpty()) {
                return Answer.Outcome.FAILED;
            }
            saying.aside()
                    .filter(aside -> !beside.containsKey(aside))
                    .ifPresent(aside -> bytes(saying.to()).ifPresent(bytes -> beside.put(aside, bytes)));
            // What is written once more is no new part of the chapter.
            boolean first = effects.merge("place " + step.id(), 1, Integer::sum) == 1;
            if (first && model.apply(world, step) instanceof Outcome.Next placed) {
                world = placed.state();
            } else if (first) {
                offences.add(step.id() + " " + ((Outcome.Rejected) model.apply(world, step)).why());
            }
            HostFiles files = world.files();
            for (Map.Entry<FileId, byte[]> file : moved.entrySet()) {
                files = files.with(
                        file.getKey(),
                        new StoredFile(file.getValue(), files.get(file.getKey()).charset()));
            }
            world = world.with(files);
            return Answer.Outcome.DONE;
        }

        @Override
        public Answer.Outcome remove(Saying.Remove saying) {
            String below = saying.file().path() + "/";
            beside.keySet()
                    .removeIf(file -> file.equals(saying.file())
                            || (file.host().equals(saying.file().host())
                                    && file.path().startsWith(below)));
            return Answer.Outcome.DONE;
        }
    }
}
