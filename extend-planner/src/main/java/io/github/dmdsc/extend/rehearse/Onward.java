package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Optional;

/** Something is done that only leads onward, or that nothing allows. */
sealed interface Onward extends Act {
    /** Calls the method for this kind of act. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Act.Visitor<R> visitor) {
        return accept((Visitor<R>) visitor);
    }

    @Override
    default <R> R accept(Sorts<R> visitor) {
        return visitor.onward(this);
    }

    /** dmasmcmd(m): extend. */
    record ExtendDcr(boolean mirror, List<String> disks, String path) implements Onward {
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
            return visitor.extendDcr(this);
        }
    }

    /** DIsql: log files for a new node. */
    record AddLogFiles(String port, List<LogFile> files) implements Onward {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addLogFiles(this);
        }
    }

    /** dmcssm: extend node. */
    record ExtendNode(FileId monitor) implements Onward {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.extendNode(this);
        }
    }

    /** dmcssm: anything that changes the state or mode of an instance. */
    record ChangeState(String text) implements Onward {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeState(this);
        }
    }

    /** The system: start a process; {@code options} are the words that name no file. */
    record Start(Kind kind, boolean mirror, String dmIni, String dcrIni, List<String> options) implements Onward {
        public Start {
            options = List.copyOf(options);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.start(this);
        }
    }

    /** The installer, or a person with it: a service is registered; {@code after} is the service that must be up first. */
    record Register(String service, Start start, String after) implements Onward {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.register(this);
        }
    }

    /** The system: a registered service is started. */
    record StartService(String service) implements Onward {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.startService(this);
        }
    }

    /** Nobody starts it: dmcss does. */
    record Await(Kind kind) implements Onward {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.await(this);
        }
    }

    /** A directory is copied. */
    record Copy(FileId from, FileId to, List<String> except) implements Onward {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.copy(this);
        }
    }

    /** A person restarts a monitor. */
    record RestartMonitor(FileId monitor) implements Onward {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.restartMonitor(this);
        }
    }

    /** The installer, or a person with it: a monitor's service is registered. */
    record RegisterMonitor(String service, FileId monitor) implements Onward {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.registerMonitor(this);
        }
    }

    /** The system: a registered service is restarted. */
    record RestartService(String service) implements Onward {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.restartService(this);
        }
    }

    /** An attempt to remove something. */
    record Remove(String text) implements Onward {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.remove(this);
        }
    }

    /** Words that no tool knows. */
    record Unknown(String text) implements Onward {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unknown(this);
        }
    }

    /**
     * A log file.
     *
     * @param path where
     * @param size in MB
     */
    record LogFile(String path, String size) {}

    /** One method for each kind of act: an act that nobody handles does not compile. */
    interface Visitor<R> {
        R extendDcr(ExtendDcr act);

        R addLogFiles(AddLogFiles act);

        R extendNode(ExtendNode act);

        R changeState(ChangeState act);

        R start(Start act);

        R register(Register act);

        R startService(StartService act);

        R await(Await act);

        R copy(Copy act);

        R restartMonitor(RestartMonitor act);

        R registerMonitor(RegisterMonitor act);

        R restartService(RestartService act);

        R remove(Remove act);

        R unknown(Unknown act);
    }
}
