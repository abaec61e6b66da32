package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.model.FileId;
import java.util.List;

/** One thing that a tool or a person is told to do, as the model understands the words. */
sealed interface Act {
    /** Calls the method for this kind of act. */
    <R> R accept(Visitor<R> visitor);

    /** dmasmcmd(m): export. */
    record Export(boolean mirror, String disk, String path) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.export(this);
        }
    }

    /** A person compares an export of a disk, by its values, with what the disk must hold. */
    record Compare(String disk, FileId export, Look.Held held) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.compare(this);
        }
    }

    /** dmasmcmd(m): extend. */
    record ExtendDcr(boolean mirror, List<String> disks, String path) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.extendDcr(this);
        }
    }

    /** dmasmcmd(m): check. */
    record CheckDcr(boolean mirror, String disk) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.checkDcr(this);
        }
    }

    /** dmasmcmd(m): list the disks of a directory. */
    record ListDisks(boolean mirror, String path) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listDisks(this);
        }
    }

    /** A person compares the disks that were listed with those of another host: names, groups, numbers and WWIDs. */
    record CompareDisks(String host) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.compareDisks(this);
        }
    }

    /** dmasmtool(m): free space. */
    record ShowSpace(boolean mirror, String dcrIni) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.showSpace(this);
        }
    }

    /** DIsql: V$RLOGFILE. */
    record ViewLogFiles(String port) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.viewLogFiles(this);
        }
    }

    /** dmasmcmd(m): initialise. */
    record InitDcr(boolean mirror, List<String> disks, String path) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.initDcr(this);
        }
    }

    /** dmasmtool(m): list a directory on ASM. */
    record ListAsm(boolean mirror, String path, String dcrIni) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listAsm(this);
        }
    }

    /** dmctlcvt: control file to text. */
    record ConvertControlFile(String source, String dest, String dcrIni) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.convertControlFile(this);
        }
    }

    /** DIsql: log files for a new node. */
    record AddLogFiles(String port, List<LogFile> files) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addLogFiles(this);
        }
    }

    /** DIsql: V$DSC_EP_INFO. */
    record ViewEndpoints(String port) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.viewEndpoints(this);
        }
    }

    /** dmcssm: show, with all groups. */
    record Show(FileId monitor) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.show(this);
        }
    }

    /** dmcssm: show, with one group, the monitors or the configuration: less than all groups. */
    record ShowPart(FileId monitor, String part) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.showPart(this);
        }
    }

    /** dmcssm: extend node. */
    record ExtendNode(FileId monitor) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.extendNode(this);
        }
    }

    /** dmcssm: anything that changes the state or mode of an instance. */
    record ChangeState(String text) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeState(this);
        }
    }

    /** The system: who listens. */
    record ListPorts() implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listPorts(this);
        }
    }

    /** The system: start a process; {@code options} are the words that name no file. */
    record Start(Kind kind, boolean mirror, String dmIni, String dcrIni, List<String> options) implements Act {
        public Start {
            options = List.copyOf(options);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.start(this);
        }
    }

    /** The installer, or a person with it: a service is registered; {@code after} is the service that must be up first. */
    record Register(String service, Start start, String after) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.register(this);
        }
    }

    /** The system: a registered service is started. */
    record StartService(String service) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.startService(this);
        }
    }

    /** Nobody starts it: dmcss does. */
    record Await(Kind kind) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.await(this);
        }
    }

    /** A file is written. */
    record Put(FileId file, FileContent content, String sha256, boolean staged) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.put(this);
        }
    }

    /** A directory is copied. */
    record Copy(FileId from, FileId to, List<String> except) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.copy(this);
        }
    }

    /** DIsql: another view. */
    record QueryView(String port, String view) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.queryView(this);
        }
    }

    /** A person makes the new host ready. */
    record PrepareHost(List<Task.HostItem> items) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.prepareHost(this);
        }
    }

    /** A person reads the logs. */
    record ReadLogs(List<Task.ReadLogs.HostLogs> logs, List<String> patterns) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.readLogs(this);
        }
    }

    /** A person restarts a monitor. */
    record RestartMonitor(FileId monitor) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.restartMonitor(this);
        }
    }

    /** dmcssm: a group is stopped on every host. */
    record StopGroup(FileId monitor, String group) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stopGroup(this);
        }
    }

    /** A person stops the processes of a kind on a host. */
    record Stop(Kind kind, String host) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stop(this);
        }
    }

    /** A person starts the old nodes and the monitors again. */
    record StartAgain(List<String> hosts, List<FileId> monitors) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.startAgain(this);
        }
    }

    /** A person looks at something of which the model knows nothing. */
    record LookOutside() implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lookOutside(this);
        }
    }

    /** The system: a file is removed, or a directory with all that is in it. */
    record RemoveFiles(FileId top, boolean directory) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeFiles(this);
        }
    }

    /** An attempt to remove something. */
    record Remove(String text) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.remove(this);
        }
    }

    /** Words that no tool knows. */
    record Unknown(String text) implements Act {
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
        R export(Export act);

        R compare(Compare act);

        R extendDcr(ExtendDcr act);

        R checkDcr(CheckDcr act);

        R listDisks(ListDisks act);

        R compareDisks(CompareDisks act);

        R showSpace(ShowSpace act);

        R viewLogFiles(ViewLogFiles act);

        R initDcr(InitDcr act);

        R listAsm(ListAsm act);

        R convertControlFile(ConvertControlFile act);

        R addLogFiles(AddLogFiles act);

        R viewEndpoints(ViewEndpoints act);

        R show(Show act);

        R showPart(ShowPart act);

        R extendNode(ExtendNode act);

        R changeState(ChangeState act);

        R listPorts(ListPorts act);

        R start(Start act);

        R register(Register act);

        R startService(StartService act);

        R await(Await act);

        R put(Put act);

        R copy(Copy act);

        R queryView(QueryView act);

        R prepareHost(PrepareHost act);

        R readLogs(ReadLogs act);

        R restartMonitor(RestartMonitor act);

        R stopGroup(StopGroup act);

        R stop(Stop act);

        R startAgain(StartAgain act);

        R lookOutside(LookOutside act);

        R removeFiles(RemoveFiles act);

        R remove(Remove act);

        R unknown(Unknown act);
    }
}
