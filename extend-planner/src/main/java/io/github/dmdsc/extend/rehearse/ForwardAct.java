package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Optional;

/** An act that continues the extension, or that no plan may have. */
sealed interface ForwardAct extends Act {
    /** Calls the method for this kind of act. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Act.Visitor<R> visitor) {
        return accept((Visitor<R>) visitor);
    }

    @Override
    default <R> R accept(Sorts<R> visitor) {
        return visitor.forward(this);
    }

    /** dmasmcmd or dmasmcmdm extends the DCR disks. */
    record ExtendDcr(boolean mirror, List<String> disks, String path) implements ForwardAct {
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

    /** DIsql adds redo log files for a new node. */
    record AddLogFiles(String port, List<LogFile> files) implements ForwardAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addLogFiles(this);
        }
    }

    /** dmcssm makes the running processes take in the new node: {@code extend node}. */
    record ExtendNode(FileId monitor) implements ForwardAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.extendNode(this);
        }
    }

    /** dmcssm changes the state or the mode of an instance. */
    record ChangeState(String text) implements ForwardAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeState(this);
        }
    }

    /** The operating system starts a process; {@code options} are the arguments that name no file. */
    record Start(Kind kind, boolean mirror, String dmIni, String dcrIni, List<String> options) implements ForwardAct {
        public Start {
            options = List.copyOf(options);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.start(this);
        }
    }

    /** The installer registers a service; {@code after} is the service that must run first. */
    record Register(String service, Start start, String after) implements ForwardAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.register(this);
        }
    }

    /** The operating system starts a registered service. */
    record StartService(String service) implements ForwardAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.startService(this);
        }
    }

    /** dmcss starts a process, and the step waits for it. */
    record Await(Kind kind) implements ForwardAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.await(this);
        }
    }

    /** A run or a person copies a directory. */
    record Copy(FileId from, FileId to, List<String> except) implements ForwardAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.copy(this);
        }
    }

    /** A person restarts a monitor in a console. */
    record RestartMonitor(FileId monitor) implements ForwardAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.restartMonitor(this);
        }
    }

    /** The installer registers the service of a monitor. */
    record RegisterMonitor(String service, FileId monitor) implements ForwardAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.registerMonitor(this);
        }
    }

    /** The operating system restarts a registered service. */
    record RestartService(String service) implements ForwardAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.restartService(this);
        }
    }

    /** A command that removes a node, which no plan may have. */
    record Remove(String text) implements ForwardAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.remove(this);
        }
    }

    /** A command that no tool knows, or a file on another host than that of the step. */
    record Unknown(String text) implements ForwardAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unknown(this);
        }
    }

    /**
     * A redo log file.
     *
     * @param path the path on ASM
     * @param size the size in MB
     */
    record LogFile(String path, String size) {}

    /** One method for each kind of act, so that an implementation that misses a kind does not compile. */
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
