package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Optional;

/** Something that a way back does. */
sealed interface Back extends Act {
    /** Calls the method for this kind of act. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Act.Visitor<R> visitor) {
        return accept((Visitor<R>) visitor);
    }

    @Override
    default <R> R accept(Sorts<R> visitor) {
        return visitor.back(this);
    }

    /** dmasmcmd(m): initialise. */
    record InitDcr(boolean mirror, List<String> disks, String path) implements Back {
        @Override
        public List<String> dcrDisks() {
            return disks;
        }

        @Override
        public Optional<String> dcrFile() {
            return Optional.of(path);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.initDcr(this);
        }
    }

    /** A file is written. */
    record Put(FileId file, FileContent content, String sha256, boolean staged) implements Back {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.put(this);
        }
    }

    /** dmcssm: a group is stopped on every host. */
    record StopGroup(FileId monitor, String group) implements Back {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stopGroup(this);
        }
    }

    /** A person stops the processes of a kind on a host. */
    record Stop(Kind kind, String host) implements Back {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stop(this);
        }
    }

    /** A person starts the old nodes and the monitors again. */
    record StartAgain(List<String> hosts, List<FileId> monitors) implements Back {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.startAgain(this);
        }
    }

    /** The system: a file is removed, or a directory with all that is in it. */
    record RemoveFiles(FileId top, boolean directory) implements Back {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeFiles(this);
        }
    }

    /** One method for each kind of act: an act that nobody handles does not compile. */
    interface Visitor<R> {
        R initDcr(InitDcr act);

        R put(Put act);

        R stopGroup(StopGroup act);

        R stop(Stop act);

        R startAgain(StartAgain act);

        R removeFiles(RemoveFiles act);
    }
}
