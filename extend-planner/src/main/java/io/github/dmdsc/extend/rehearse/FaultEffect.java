package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The effect of a fault at a step.
 *
 * @param state the state of the cluster after the fault
 * @param stepDone whether the step is known to be done; only a look shows this
 * @param beyondRepair whether the extension is known to have failed; if a step is half done, only a look shows this
 * @param foreign the file that a person edited; empty if there is none
 */
record FaultEffect(ModelState state, boolean stepDone, boolean beyondRepair, Optional<FileId> foreign) {
    /**
     * Returns the effect of a fault, given the states before and after the step; empty if the fault cannot happen at
     * the step.
     */
    static Optional<FaultEffect> of(
            Fault fault, PlanContext context, int index, Step step, ModelState before, ModelState after) {
        return switch (fault) {
            case CLEAN_FAILURE, STOPPED_AND_RESUMED -> Optional.of(plain(before));
            case LOST_ACKNOWLEDGEMENT -> lost(step, before, after);
            case PARTIAL_EFFECT ->
                context.meaning(step).performed().stream()
                        .flatMap(act -> act.accept(new Half(context, before)).stream())
                        .findFirst();
            case INSTANCE_FAILS -> {
                String name = before.processes()
                        .get(index % before.processes().size())
                        .name();
                yield Optional.of(new FaultEffect(before.withFailed(name), false, true, Optional.empty()));
            }
            case FILE_CHANGED -> Optional.of(edited(context, index, before));
        };
    }

    /** Returns the effect as an operator knows it before a look. */
    FaultEffect unseen() {
        return new FaultEffect(state, false, false, foreign);
    }

    private static FaultEffect plain(ModelState state) {
        return new FaultEffect(state, false, false, Optional.empty());
    }

    /**
     * Returns the effect of a lost result; empty for a step that only looks. Only if a step must not be done twice does
     * a look show whether it was done. Any other step must show in the files or in a monitor.
     */
    private static Optional<FaultEffect> lost(Step step, ModelState before, ModelState after) {
        boolean look = before.knowing(after).equals(after);
        return look
                ? Optional.empty()
                : Optional.of(new FaultEffect(after, step.rollbackClass().onlyOnce(), false, Optional.empty()));
    }

    /**
     * Makes the state after an act that breaks off half way; empty if the act takes effect completely or not at all.
     */
    private record Half(PlanContext context, ModelState before)
            implements Act.Sorts<Optional<FaultEffect>>, ForwardAct.Visitor<Optional<FaultEffect>> {
        @Override
        public Optional<FaultEffect> look(LookAct act) {
            return Optional.empty();
        }

        @Override
        public Optional<FaultEffect> forward(ForwardAct act) {
            return act.accept((ForwardAct.Visitor<Optional<FaultEffect>>) this);
        }

        @Override
        public Optional<FaultEffect> wayBack(WayBackAct act) {
            return Optional.empty();
        }

        @Override
        public Optional<FaultEffect> extendDcr(ForwardAct.ExtendDcr act) {
            if (act.disks().size() < 2) {
                return Optional.empty();
            }
            StoredFile written = before.files().get(new FileId(context.dcrFile().host(), act.path()));
            ModelState state =
                    before.withDisks(act.disks().subList(0, 1), DiskContent.extended(written, context.before()));
            return Optional.of(new FaultEffect(state, false, true, Optional.empty()));
        }

        @Override
        public Optional<FaultEffect> extendNode(ForwardAct.ExtendNode act) {
            List<Endpoint> processes = new ArrayList<>(before.processes());
            processes.add(new Endpoint(Kind.CSS, context.newName(Kind.CSS), context.newHost(), Endpoint.Status.ERROR));
            return Optional.of(new FaultEffect(before.withProcesses(processes), false, true, Optional.empty()));
        }

        @Override
        public Optional<FaultEffect> copy(ForwardAct.Copy act) {
            HostFiles files = before.files();
            Map<FileId, FileId> copied = FileWrites.copied(act, files);
            return copied.entrySet().stream().findFirst().map(first -> {
                StoredFile source = files.get(first.getValue());
                // If only one file is copied, half of the file is half of the copy.
                StoredFile half = copied.size() > 1
                        ? source
                        : new StoredFile(Arrays.copyOf(source.bytes(), source.bytes().length / 2), source.charset());
                return plain(before.with(files.with(first.getKey(), half)));
            });
        }

        @Override
        public Optional<FaultEffect> addLogFiles(ForwardAct.AddLogFiles act) {
            return Optional.empty();
        }

        @Override
        public Optional<FaultEffect> changeState(ForwardAct.ChangeState act) {
            return Optional.empty();
        }

        @Override
        public Optional<FaultEffect> start(ForwardAct.Start act) {
            return Optional.empty();
        }

        @Override
        public Optional<FaultEffect> register(ForwardAct.Register act) {
            return Optional.empty();
        }

        @Override
        public Optional<FaultEffect> startService(ForwardAct.StartService act) {
            return Optional.empty();
        }

        @Override
        public Optional<FaultEffect> await(ForwardAct.Await act) {
            return Optional.empty();
        }

        @Override
        public Optional<FaultEffect> restartMonitor(ForwardAct.RestartMonitor act) {
            return Optional.empty();
        }

        @Override
        public Optional<FaultEffect> registerMonitor(ForwardAct.RegisterMonitor act) {
            return Optional.empty();
        }

        @Override
        public Optional<FaultEffect> restartService(ForwardAct.RestartService act) {
            return Optional.empty();
        }

        @Override
        public Optional<FaultEffect> remove(ForwardAct.Remove act) {
            return Optional.empty();
        }

        @Override
        public Optional<FaultEffect> unknown(ForwardAct.Unknown act) {
            return Optional.empty();
        }
    }

    /** Returns the effect of an edited file. Each step has another file, so that every kind of file occurs. */
    private static FaultEffect edited(PlanContext context, int index, ModelState before) {
        List<FileId> files = context.watched();
        FileId file = files.get(index % files.size());
        StoredFile old = before.files().get(file);
        String text = new String(old.bytes(), StandardCharsets.ISO_8859_1) + "\n#edited\n";
        StoredFile edited = new StoredFile(text.getBytes(StandardCharsets.ISO_8859_1), old.charset());
        return new FaultEffect(before.with(before.files().with(file, edited)), false, false, Optional.of(file));
    }
}
