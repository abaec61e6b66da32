package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The effect of a fault at a step.
 *
 * @param world the state of the cluster after the fault
 * @param stepDone whether the step is known to be done; only a look shows this
 * @param beyondRepair whether the extension is known to have failed; if a step is half done, only a look shows this
 * @param foreign the file that a person edited; empty if there is none
 */
record Breaking(World world, boolean stepDone, boolean beyondRepair, Optional<FileId> foreign) {
    /**
     * Returns the effect of a fault, given the states before and after the step; empty if the fault cannot happen at
     * the step.
     */
    static Optional<Breaking> of(Fault fault, Setting setting, int index, Step step, World before, World after) {
        return switch (fault) {
            case CLEAN_FAILURE, STOPPED_AND_RESUMED -> Optional.of(plain(before));
            case LOST_ACKNOWLEDGEMENT -> lost(step, before, after);
            case PARTIAL_EFFECT ->
                setting.meaning(step).performed().stream()
                        .flatMap(act -> act.accept(new Half(setting, before)).stream())
                        .findFirst();
            case INSTANCE_FAILS -> {
                String name = before.processes()
                        .get(index % before.processes().size())
                        .name();
                yield Optional.of(new Breaking(before.withFailed(name), false, true, Optional.empty()));
            }
            case FILE_CHANGED -> Optional.of(edited(setting, index, before));
        };
    }

    /** Returns the effect as an operator knows it before a look. */
    Breaking unseen() {
        return new Breaking(world, false, false, foreign);
    }

    private static Breaking plain(World world) {
        return new Breaking(world, false, false, Optional.empty());
    }

    /**
     * Returns the effect of a lost result; empty for a step that only looks. Only if a step must not be done twice does
     * a look show whether it was done. Any other step must show in the files or in a monitor.
     */
    private static Optional<Breaking> lost(Step step, World before, World after) {
        boolean look = before.knowing(after).equals(after);
        return look
                ? Optional.empty()
                : Optional.of(new Breaking(after, step.rollbackClass().onlyOnce(), false, Optional.empty()));
    }

    /**
     * Makes the state after an act that breaks off half way; empty if the act takes effect completely or not at all.
     */
    private record Half(Setting setting, World before)
            implements Act.Sorts<Optional<Breaking>>, Onward.Visitor<Optional<Breaking>> {
        @Override
        public Optional<Breaking> seen(Seen act) {
            return Optional.empty();
        }

        @Override
        public Optional<Breaking> onward(Onward act) {
            return act.accept((Onward.Visitor<Optional<Breaking>>) this);
        }

        @Override
        public Optional<Breaking> back(Back act) {
            return Optional.empty();
        }

        @Override
        public Optional<Breaking> extendDcr(Onward.ExtendDcr act) {
            if (act.disks().size() < 2) {
                return Optional.empty();
            }
            StoredFile written = before.files().get(new FileId(setting.dcrFile().host(), act.path()));
            World world = before.withDisks(act.disks().subList(0, 1), DiskContent.extended(written, setting.before()));
            return Optional.of(new Breaking(world, false, true, Optional.empty()));
        }

        @Override
        public Optional<Breaking> extendNode(Onward.ExtendNode act) {
            List<Endpoint> processes = new ArrayList<>(before.processes());
            processes.add(new Endpoint(Kind.CSS, setting.newName(Kind.CSS), setting.newHost(), Endpoint.Status.ERROR));
            return Optional.of(new Breaking(before.withProcesses(processes), false, true, Optional.empty()));
        }

        @Override
        public Optional<Breaking> copy(Onward.Copy act) {
            HostFiles files = before.files();
            Map<FileId, FileId> copied = Writing.copied(act, files);
            return copied.entrySet().stream()
                    .findFirst()
                    .map(half -> plain(before.with(files.with(half.getKey(), files.get(half.getValue())))));
        }

        @Override
        public Optional<Breaking> addLogFiles(Onward.AddLogFiles act) {
            return Optional.empty();
        }

        @Override
        public Optional<Breaking> changeState(Onward.ChangeState act) {
            return Optional.empty();
        }

        @Override
        public Optional<Breaking> start(Onward.Start act) {
            return Optional.empty();
        }

        @Override
        public Optional<Breaking> register(Onward.Register act) {
            return Optional.empty();
        }

        @Override
        public Optional<Breaking> startService(Onward.StartService act) {
            return Optional.empty();
        }

        @Override
        public Optional<Breaking> await(Onward.Await act) {
            return Optional.empty();
        }

        @Override
        public Optional<Breaking> restartMonitor(Onward.RestartMonitor act) {
            return Optional.empty();
        }

        @Override
        public Optional<Breaking> registerMonitor(Onward.RegisterMonitor act) {
            return Optional.empty();
        }

        @Override
        public Optional<Breaking> restartService(Onward.RestartService act) {
            return Optional.empty();
        }

        @Override
        public Optional<Breaking> remove(Onward.Remove act) {
            return Optional.empty();
        }

        @Override
        public Optional<Breaking> unknown(Onward.Unknown act) {
            return Optional.empty();
        }
    }

    /** Returns the effect of an edited file. Each step has another file, so that every kind of file occurs. */
    private static Breaking edited(Setting setting, int index, World before) {
        List<FileId> files = setting.watched();
        FileId file = files.get(index % files.size());
        StoredFile old = before.files().get(file);
        String text = new String(old.bytes(), StandardCharsets.ISO_8859_1) + "\n#edited\n";
        StoredFile edited = new StoredFile(text.getBytes(StandardCharsets.ISO_8859_1), old.charset());
        return new Breaking(before.with(before.files().with(file, edited)), false, false, Optional.of(file));
    }
}
