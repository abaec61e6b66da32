package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.Answer;
import io.github.dmdsc.extend.run.Journal;
import io.github.dmdsc.extend.run.JournalEntry;
import io.github.dmdsc.extend.run.Move;
import io.github.dmdsc.extend.run.Operation;
import io.github.dmdsc.extend.run.Reading;
import io.github.dmdsc.extend.run.Source;
import io.github.dmdsc.extend.run.Transport;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The model of the rehearsal as the hosts, the tools and the person of a run. It carries out the moves, and notes where
 * a run breaks a rule of the model or a rule for runs.
 */
public final class ModelTransport implements Transport, Journal {
    /** The mishaps that can happen at a move of a run. */
    public enum Mishap {
        /** The move fails and changes nothing. */
        CLEAN_FAILURE,
        /** The move takes effect, but its result is not reported. */
        LOST_ACKNOWLEDGEMENT,
        /** The move takes effect on one of several disks, processes or files, and fails. */
        PARTIAL_EFFECT,
        /** An instance of an old node fails, which is visible. */
        INSTANCE_FAILS,
        /** Another person edits a file of an old node. */
        FILE_CHANGED,
        /** Another person restores the old bytes of a file that the plan has written. */
        FILE_REVERTED,
        /** Another person writes another configuration to the DCR disks. */
        DISK_CHANGED,
        /** The transfer ends early, and the sender does not notice it. */
        DROPPED_TRANSFER,
        /** The tool does nothing and reports success. */
        LYING_TOOL,
        /** The program is missing. */
        VANISHED_PROGRAM,
        /** The host does not answer. */
        UNREACHABLE
    }

    private final ModelHosts hosts;
    private final List<JournalEntry> journal;
    private Optional<Mishap> next = Optional.empty();
    private Optional<Move.Choice> reply = Optional.empty();
    private boolean silent;
    private boolean failed;
    /** Whether a gate was passed whose step is not done yet. */
    private boolean closing;
    /** Whether the run has looked at all files since that gate. A later change cannot be seen. */
    private boolean filesSeen;
    /** Whether the run has looked at a disk since that gate. */
    private boolean diskSeen;
    /** The step that was carried out last. The person who carried it out can report its output. */
    private String carriedOut = "";

    private ModelTransport(ModelTransport other) {
        this.hosts = new ModelHosts(other.hosts);
        this.journal = new ArrayList<>(other.journal);
        this.silent = other.silent;
        this.closing = other.closing;
        this.filesSeen = other.filesSeen;
        this.diskSeen = other.diskSeen;
        this.carriedOut = other.carriedOut;
    }

    /** Makes the hosts before a plan is begun. */
    public ModelTransport(ExtendPlan plan, ClusterFiles files) {
        this.hosts = new ModelHosts(plan, files);
        this.journal = new ArrayList<>();
    }

    /** Returns a copy of the hosts, to try something else from this state. */
    public ModelTransport copy() {
        return new ModelTransport(this);
    }

    /**
     * Makes a mishap happen at the next move at which it is possible. The present state of the hosts may not allow it.
     */
    public void letGoWrong(Mishap mishap) {
        next = Optional.of(mishap);
    }

    /** Sets the answer to the next question. */
    public void answer(Move.Choice choice) {
        reply = Optional.of(choice);
    }

    /** From now on, the person copies no outputs of tools. */
    public void fallSilent() {
        silent = true;
    }

    /** Puts a file on a host that the plan does not know. */
    public void put(FileId file, byte[] bytes) {
        hosts.beside().put(file, bytes);
    }

    /** Returns the bytes of a file of a host; empty if there is none. */
    public Optional<byte[]> bytes(FileId file) {
        return hosts.bytes(file);
    }

    /** Returns the places at which the run broke a rule. */
    public List<String> offences() {
        return List.copyOf(hosts.offences());
    }

    /** Returns the files of the cluster whose bytes come neither from the plan nor from another person. */
    public List<FileId> broken() {
        return hosts.broken();
    }

    /** Returns the entries of the journal. */
    public List<JournalEntry> journal() {
        return List.copyOf(journal);
    }

    /** Returns the steps that must not be done twice and took effect more than once. */
    public List<String> doneTwice() {
        return hosts.doneTwice();
    }

    /** Whether an instance has failed, and with it the extension. */
    public boolean failed() {
        return failed;
    }

    /** Undoes the change of another person; returns false if there was none. */
    public boolean repaired() {
        return hosts.repaired();
    }

    /** Returns the reason why the cluster is not extended according to all rules; empty if it is. */
    public Optional<String> notExtended() {
        return hosts.notExtended();
    }

    /** Returns the reason why steps do not lead back; empty if they do. */
    public Optional<String> notBack(List<Step> steps, boolean throughStandstill) {
        return hosts.notBack(steps, throughStandstill);
    }

    @Override
    public void append(JournalEntry entry) {
        happens(EnumSet.noneOf(Mishap.class));
        journal.add(entry);
    }

    @Override
    public Answer.Reported perform(Move.Perform move) {
        if (failed) {
            return new Answer.Reported(Answer.Outcome.STOPPED);
        }
        boolean effect = move.operation() instanceof Operation.CarryOut
                && move.step().rollbackClass() != RollbackClass.READ_ONLY;
        if (effect || move.operation() instanceof Operation.Place) {
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
            return new Answer.Reported(Answer.Outcome.STOPPED);
        }
        if (now.equals(Optional.of(Mishap.CLEAN_FAILURE)) || now.equals(Optional.of(Mishap.VANISHED_PROGRAM))) {
            return new Answer.Reported(Answer.Outcome.FAILED);
        } else if (now.equals(Optional.of(Mishap.LYING_TOOL))) {
            return new Answer.Reported(Answer.Outcome.DONE);
        } else if (now.equals(Optional.of(Mishap.PARTIAL_EFFECT))) {
            hosts.partly(move.step());
            return new Answer.Reported(Answer.Outcome.FAILED);
        }
        Answer.Outcome outcome = says(move.step(), move.operation());
        return new Answer.Reported(
                now.equals(Optional.of(Mishap.LOST_ACKNOWLEDGEMENT)) ? Answer.Outcome.UNKNOWN : outcome);
    }

    @Override
    public Answer.Read read(Move.Read move) {
        Optional<Mishap> now = happens(EnumSet.of(
                Mishap.UNREACHABLE,
                Mishap.VANISHED_PROGRAM,
                Mishap.INSTANCE_FAILS,
                Mishap.FILE_CHANGED,
                Mishap.FILE_REVERTED,
                Mishap.DISK_CHANGED));
        if (now.equals(Optional.of(Mishap.UNREACHABLE))) {
            return new Answer.NoResult();
        }
        boolean gone = now.equals(Optional.of(Mishap.VANISHED_PROGRAM));
        return move.reading().accept(new Reading.Visitor<>() {
            @Override
            public Answer.Read hashes(Reading.Hashes reading) {
                Map<FileId, String> present = new TreeMap<>();
                reading.files().forEach(file -> hosts.hash(file).ifPresent(hash -> present.put(file, hash)));
                closing &= move.step().isPresent();
                filesSeen |= reading.files().size() > hosts.plan().files().size();
                return new Answer.Hashes(present);
            }

            @Override
            public Answer.Read content(Reading.Content reading) {
                return Optional.ofNullable(hosts.beside().get(reading.file()))
                        .<Answer.Read>map(bytes -> new Answer.Content(FileContent.of(bytes)))
                        .orElse(new Answer.NoResult());
            }

            @Override
            public Answer.Read output(Reading.Output reading) {
                if (failed) {
                    return new Answer.NoResult();
                } else if (gone) {
                    return new Answer.Text("bash: ./tool: No such file or directory\n");
                }
                Step step = move.step().orElseThrow();
                says(step, new Operation.CarryOut());
                return silent ? new Answer.NoResult() : hosts.printed(step);
            }
        });
    }

    @Override
    public Answer.Reported put(Move.Put move) {
        demandBegun(move.step());
        Optional<Mishap> now = happens(EnumSet.complementOf(EnumSet.of(Mishap.UNREACHABLE)));
        if (failed) {
            return new Answer.Reported(Answer.Outcome.STOPPED);
        }
        if (now.equals(Optional.of(Mishap.CLEAN_FAILURE)) || now.equals(Optional.of(Mishap.VANISHED_PROGRAM))) {
            return new Answer.Reported(Answer.Outcome.FAILED);
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
                return hosts.copied(source, move.to());
            }
        });
        sent.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(nothing ? 0 : part ? 1 : sent.size())
                .forEach(file -> hosts.beside()
                        .put(
                                file.getKey(),
                                cut ? Arrays.copyOf(file.getValue(), file.getValue().length / 2) : file.getValue()));
        return new Answer.Reported(
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
                    case CHECK -> carriedOut.equals(step.id()) && hosts.shows(step) ? Move.Choice.YES : Move.Choice.NO;
                    case STEP_DONE -> hosts.took(step) ? Move.Choice.DONE : Move.Choice.NOW;
                    case SKIPPED_STEPS_DONE -> Move.Choice.DONE;
                };
        Move.Choice given = reply.orElse(honest);
        reply = Optional.empty();
        return new Answer.Replied(given);
    }

    /**
     * Returns the mishap that happens now. A mishap that changes the hosts by itself has happened when this method
     * returns.
     */
    private Optional<Mishap> happens(Set<Mishap> possible) {
        if (next.filter(possible::contains).filter(this::matters).isEmpty()) {
            return Optional.empty();
        }
        Mishap mishap = next.orElseThrow();
        boolean happens = switch (mishap) {
            case INSTANCE_FAILS -> {
                hosts.failInstance();
                failed = true;
                yield true;
            }
            case FILE_CHANGED -> hosts.change(true, journal.size());
            case FILE_REVERTED -> hosts.change(false, journal.size());
            case DISK_CHANGED -> {
                hosts.changeDisks();
                yield true;
            }
            default -> true;
        };
        // Before the first file is written, there is no file whose old bytes could be restored.
        next = happens ? Optional.empty() : next;
        return happens ? Optional.of(mishap) : Optional.empty();
    }

    /** Carries out an operation on a host that answers. */
    private Answer.Outcome says(Step step, Operation operation) {
        Answer.Outcome outcome = hosts.says(step, operation);
        if (operation instanceof Operation.CarryOut && outcome == Answer.Outcome.DONE) {
            carriedOut = step.id();
            diskSeen |= step.action() instanceof Look.ExportDcr;
            closing &= !step.gate();
        }
        return outcome;
    }

    /**
     * Whether a run could see the mishap. It could not between the last look and the step that relies on it, nor after
     * the last step.
     */
    private boolean matters(Mishap mishap) {
        return switch (mishap) {
            case FILE_CHANGED, FILE_REVERTED -> !(closing && filesSeen) && !hosts.starts();
            case DISK_CHANGED -> !(closing && diskSeen) && !hosts.nodeExtended();
            default -> true;
        };
    }

    private void demandBegun(Step step) {
        boolean begun = !journal.isEmpty() && journal.get(journal.size() - 1).equals(new JournalEntry.Begun(step.id()));
        if (!begun) {
            hosts.offences().add(step.id() + " has an effect before its entry");
        }
    }
}
