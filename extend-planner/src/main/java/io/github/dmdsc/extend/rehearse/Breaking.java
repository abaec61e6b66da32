package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cluster after something went wrong at a step.
 *
 * @param world its state
 * @param stepDone whether the step is seen to be done, once somebody has looked; before that nobody knows
 * @param beyondRepair whether the extension has failed by that; of something half done nobody knows it before a look
 * @param foreign the file that somebody edited
 */
record Breaking(World world, boolean stepDone, boolean beyondRepair, Optional<FileId> foreign) {
    /** What a fault does at a step, given the states before and after it; empty where the fault cannot happen there. */
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

    /** The same as it is for somebody who has not looked. */
    Breaking unseen() {
        return new Breaking(world, false, false, foreign);
    }

    private static Breaking plain(World world) {
        return new Breaking(world, false, false, Optional.empty());
    }

    /** Of what must not be done twice somebody finds out whether it was done; the rest has to show by itself. */
    private static Optional<Breaking> lost(Step step, World before, World after) {
        boolean look = before.knowing(after).equals(after);
        return look
                ? Optional.empty()
                : Optional.of(new Breaking(after, step.rollbackClass().onlyOnce(), false, Optional.empty()));
    }

    /** The state that an act leaves if it breaks off half way; empty if it is done whole or not at all. */
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

    /** Another file at each step, so that every kind comes up. */
    private static Breaking edited(Setting setting, int index, World before) {
        List<FileId> files = setting.watched();
        FileId file = files.get(index % files.size());
        StoredFile old = before.files().get(file);
        String text = new String(old.bytes(), StandardCharsets.ISO_8859_1) + "\n#edited\n";
        StoredFile edited = new StoredFile(text.getBytes(StandardCharsets.ISO_8859_1), old.charset());
        return new Breaking(before.with(before.files().with(file, edited)), false, false, Optional.of(file));
    }
}
