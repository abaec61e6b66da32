package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.model.FileId;
import java.util.List;

/** One thing that a tool or a person is told to do, as the model understands the words. */
sealed interface Act {
    /** dmasmcmd(m): export. */
    record Export(boolean mirror, String disk, String path) implements Act {}

    /** dmasmcmd(m): extend. */
    record ExtendDcr(boolean mirror, List<String> disks, String path) implements Act {}

    /** dmasmcmd(m): check. */
    record CheckDcr(boolean mirror, String disk) implements Act {}

    /** dmasmcmd(m): list the disks of a directory. */
    record ListDisks(boolean mirror, String path) implements Act {}

    /** dmasmcmd(m): initialise. */
    record InitDcr(boolean mirror, List<String> disks, String path) implements Act {}

    /** dmasmtool(m): list a directory on ASM. */
    record ListAsm(boolean mirror, String path, String dcrIni) implements Act {}

    /** dmctlcvt: control file to text. */
    record ConvertControlFile(String source, String dcrIni) implements Act {}

    /** DIsql: log files for a new node. */
    record AddLogFiles(String port, List<LogFile> files) implements Act {}

    /** DIsql: V$DSC_EP_INFO. */
    record ViewEndpoints(String port) implements Act {}

    /** dmcssm: show, with all groups. */
    record Show(FileId monitor) implements Act {}

    /** dmcssm: show, with one group, the monitors or the configuration: less than all groups. */
    record ShowPart(FileId monitor, String part) implements Act {}

    /** dmcssm: extend node. */
    record ExtendNode(FileId monitor) implements Act {}

    /** dmcssm: anything that changes the state or mode of an instance. */
    record ChangeState(String text) implements Act {}

    /** The system: who listens. */
    record ListPorts() implements Act {}

    /** The system: start a process. */
    record Start(Kind kind, boolean mirror, String dmIni, String dcrIni) implements Act {}

    /** The installer, or a person with it: a service is registered. */
    record Register(String service, Start start) implements Act {}

    /** The system: a registered service is started. */
    record StartService(String service) implements Act {}

    /** Nobody starts it: dmcss does. */
    record Await(Kind kind) implements Act {}

    /** A file is written. */
    record Put(FileId file, FileContent content, String sha256, boolean staged) implements Act {}

    /** A directory is copied. */
    record Copy(FileId from, FileId to, List<String> except) implements Act {}

    /** A person reads the logs. */
    record ReadLogs() implements Act {}

    /** A person restarts a monitor. */
    record RestartMonitor(FileId monitor) implements Act {}

    /** A person stops the processes of a kind on a host. */
    record Stop(Kind kind, String host) implements Act {}

    /** A person starts the old nodes again, and perhaps the monitors. */
    record StartAgain(boolean monitors) implements Act {}

    /** A person looks at something of which the model knows nothing. */
    record LookOutside() implements Act {}

    /** The system: files are removed. */
    record RemoveFiles(FileId top) implements Act {}

    /** An attempt to remove something. */
    record Remove(String text) implements Act {}

    /** Words that no tool knows. */
    record Unknown(String text) implements Act {}

    /**
     * A log file.
     *
     * @param path where
     * @param size in MB
     */
    record LogFile(String path, String size) {}
}
