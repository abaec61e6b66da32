package io.github.dmdsc.extend.plan;

import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import java.util.List;
import java.util.Optional;

/** An action that registers, starts or stops processes, or makes running processes read their files again. */
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

    /**
     * Whether the operating system user root carries out the action. Root carries out every action on a service of the
     * operating system.
     */
    @Override
    boolean byRoot();

    /**
     * Makes the running processes read the DCR and the MAL files again: {@code extend node} (DM8 DMDSC manual, chapter
     * 14, step 8).
     *
     * @param monitor the dmcssm.ini of the monitor in whose console the command is typed
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
     * @param process the kind of process: dmcss, ASM server or instance
     * @param service the full name of the service
     * @param dmdcr the dmdcr.ini that the process reads
     * @param dmIni the dm.ini that the process reads; empty for dmcss and for an ASM server
     * @param after the full name of the service that must run first; empty if there is none
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
     * Starts a process of the new node (DM8 DMDSC manual, chapter 14, steps 9 and 10).
     *
     * @param process the kind of process: dmcss, ASM server or instance
     * @param service the full name of the service that starts the process; empty if no service does
     * @param dmdcr the dmdcr.ini that the process reads
     * @param dmIni the dm.ini that the process reads; empty for dmcss and for an ASM server
     * @param options the other options of the startup command in the new node's dmdcr.ini, for example {@code mount}
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
     * Waits until dmcss has started a process (DM8 DMDSC manual, chapter 14, steps 9 and 10).
     *
     * @param process the kind of process: ASM server or instance
     * @param intervalSeconds the restart interval of dmcss, in seconds
     * @param timeoutSeconds the longest time to wait, in seconds; after it, the start counts as failed
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
     * Registers a monitor as a service of the operating system (Linux script manual, table 2.1: type {@code dmcssm}).
     *
     * @param service the full name of the service
     * @param file the dmcssm.ini of the monitor
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
     * Restarts a monitor, so that it reads its dmcssm.ini again (DM8 DMDSC manual, chapter 14, step 11).
     *
     * @param file the dmcssm.ini of the monitor
     * @param service the full name of the service that runs the monitor; empty if a person runs it in a console
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
     * Stops a group on every host: {@code ep stop} (DM8 DMDSC manual, 6.2). The command also switches off the automatic
     * restart of the group.
     *
     * @param monitor the dmcssm.ini of the monitor in whose console the command is typed
     * @param process the kind of endpoints in the group: ASM servers or instances
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

    /**
     * One method for each kind of control action. If a later version adds a kind, an implementation of this interface
     * no longer compiles until it handles that kind.
     */
    interface Visitor<R> {
        /** Makes the running processes read the DCR and the MAL files again (chapter 14, step 8). */
        R extendNode(ExtendNode action);

        /** Registers a process as a service of the operating system. */
        R registerService(RegisterService action);

        /** Starts a process of the new node (chapter 14, steps 9 and 10). */
        R start(Start action);

        /** Waits until dmcss has started a process (chapter 14, steps 9 and 10). */
        R awaitStart(AwaitStart action);

        /** Registers a monitor as a service of the operating system. */
        R registerMonitor(RegisterMonitor action);

        /** Restarts a monitor, so that it reads its dmcssm.ini again (chapter 14, step 11). */
        R restartMonitor(RestartMonitor action);

        /** Stops a group on every host. */
        R stopGroup(StopGroup action);
    }
}
