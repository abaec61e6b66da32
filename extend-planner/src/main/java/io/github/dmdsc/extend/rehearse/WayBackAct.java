package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Optional;

/** An act that a way back may have. */
sealed interface WayBackAct extends Act {
    /** Calls the method for this kind of act. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Act.Visitor<R> visitor) {
        return accept((Visitor<R>) visitor);
    }

    @Override
    default <R> R accept(Sorts<R> visitor) {
        return visitor.wayBack(this);
    }

    /** dmasmcmd or dmasmcmdm initialises the DCR disks. */
    record InitDcr(boolean mirror, List<String> disks, String path) implements WayBackAct {
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

    /** A run or a person writes a file. */
    record Put(FileId file, FileContent content, String sha256, boolean staged) implements WayBackAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.put(this);
        }
    }

    /** dmcssm stops a group on every host. */
    record StopGroup(FileId monitor, String group) implements WayBackAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stopGroup(this);
        }
    }

    /** A person stops the processes of a kind on a host. */
    record Stop(Kind kind, String host) implements WayBackAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stop(this);
        }
    }

    /** A person starts the old nodes and the monitors again. */
    record StartAgain(List<String> hosts, List<FileId> monitors) implements WayBackAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.startAgain(this);
        }
    }

    /** The operating system removes a file, or a directory with everything in it. */
    record RemoveFiles(FileId top, boolean directory) implements WayBackAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeFiles(this);
        }
    }

    /** One method for each kind of act, so that an implementation that misses a kind does not compile. */
    interface Visitor<R> {
        R initDcr(InitDcr act);

        R put(Put act);

        R stopGroup(StopGroup act);

        R stop(Stop act);

        R startAgain(StartAgain act);

        R removeFiles(RemoveFiles act);
    }
}
