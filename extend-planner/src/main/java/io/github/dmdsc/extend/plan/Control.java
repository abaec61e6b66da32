package io.github.dmdsc.extend.plan;

import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import java.util.List;
import java.util.Optional;

/** An action that registers, starts or stops processes, or has them read their files again. */
public sealed interface Control extends Action {
    /** Calls the method for this kind of action. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Action.Visitor<R> visitor) {
        return accept((Visitor<R>) visitor);
    }

    @Override
    default <R> R accept(Sorts<R> visitor) {
        return visitor.control(this);
    }

    /** Whether root carries it out, as everything about a service of the operating system. */
    @Override
    boolean byRoot();

    /**
     * Makes the running processes read DCR and MAL again (chapter 14, step 8).
     *
     * @param monitor the dmcssm.ini of the monitor in whose console it is typed
     */
    record ExtendNode(FileId monitor) implements Control {
        @Override
        public boolean byRoot() {
            return false;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.extendNode(this);
        }
    }

    /**
     * Registers a process as a service of the operating system.
     *
     * @param process which process
     * @param service the service's full name
     * @param dmdcr the dmdcr.ini that the process reads
     * @param dmIni the dm.ini that an instance reads
     * @param after the service that must be up first
     */
    record RegisterService(
            GroupType process, String service, FileId dmdcr, Optional<FileId> dmIni, Optional<String> after)
            implements Control {
        @Override
        public boolean byRoot() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.registerService(this);
        }
    }

    /**
     * Starts a process of the new node (chapter 14, steps 9 and 10).
     *
     * @param process which process of the new node
     * @param service the service that starts it, where there is one
     * @param dmdcr the dmdcr.ini that the process reads
     * @param dmIni the dm.ini that an instance reads
     * @param options what else the start command of the new node's dmdcr.ini says, for example {@code mount}
     */
    record Start(
            GroupType process, Optional<String> service, FileId dmdcr, Optional<FileId> dmIni, List<String> options)
            implements Control {
        public Start {
            options = List.copyOf(options);
        }

        @Override
        public String variant() {
            return process.name();
        }

        @Override
        public boolean byRoot() {
            return service.isPresent();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.start(this);
        }
    }

    /**
     * Waits until dmcss has started a process by itself (chapter 14, steps 9 and 10).
     *
     * @param process which process of the new node
     * @param intervalSeconds the restart interval of dmcss
     * @param timeoutSeconds how long to wait before something is wrong
     */
    record AwaitStart(GroupType process, int intervalSeconds, int timeoutSeconds) implements Control {
        @Override
        public String variant() {
            return process.name();
        }

        @Override
        public boolean byRoot() {
            return false;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.awaitStart(this);
        }
    }

    /**
     * Registers a monitor as a service of the operating system (Linux script manual, table 2.1: type dmcssm).
     *
     * @param service the service's full name
     * @param file the monitor's dmcssm.ini
     */
    record RegisterMonitor(String service, FileId file) implements Control {
        @Override
        public boolean byRoot() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.registerMonitor(this);
        }
    }

    /**
     * Restarts a monitor, which reads its dmcssm.ini then (chapter 14, step 11).
     *
     * @param file its dmcssm.ini
     * @param service the service that runs it; absent where somebody runs it in a console
     */
    record RestartMonitor(FileId file, Optional<String> service) implements Control {
        @Override
        public String variant() {
            return service.isPresent() ? "SERVICE" : "CONSOLE";
        }

        @Override
        public boolean byRoot() {
            return service.isPresent();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.restartMonitor(this);
        }
    }

    /**
     * Stops a group on every host: {@code ep stop}, which switches its automatic restart off (DM8 DMDSC manual, 6.2).
     *
     * @param monitor the dmcssm.ini of the monitor in whose console it is typed
     * @param process what the group consists of: ASM servers or instances
     * @param group the name of the group
     */
    record StopGroup(FileId monitor, GroupType process, String group) implements Control {
        @Override
        public boolean byRoot() {
            return false;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stopGroup(this);
        }
    }

    /** One method for each kind, so that the compiler names every place that a new kind has to reach. */
    interface Visitor<R> {
        /** Makes the running processes read DCR and MAL again (chapter 14, step 8). */
        R extendNode(ExtendNode action);

        /** Registers a process as a service of the operating system. */
        R registerService(RegisterService action);

        /** Starts a process of the new node (chapter 14, steps 9 and 10). */
        R start(Start action);

        /** Waits until dmcss has started a process by itself (chapter 14, steps 9 and 10). */
        R awaitStart(AwaitStart action);

        /** Registers a monitor as a service of the operating system. */
        R registerMonitor(RegisterMonitor action);

        /** Restarts a monitor, which reads its dmcssm.ini then (chapter 14, step 11). */
        R restartMonitor(RestartMonitor action);

        /** Stops a group on every host. */
        R stopGroup(StopGroup action);
    }
}
