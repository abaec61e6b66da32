package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a step does, as typed values. The words of a step say the same to a tool; the texts of a step are looked up by
 * {@link #name()} and {@link #variant()} when somebody renders them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Action.ShowCluster.class, name = "showCluster"),
    @JsonSubTypes.Type(value = Action.ViewInstances.class, name = "viewInstances"),
    @JsonSubTypes.Type(value = Action.QueryView.class, name = "queryView"),
    @JsonSubTypes.Type(value = Action.PrepareHost.class, name = "prepareHost"),
    @JsonSubTypes.Type(value = Action.ListPorts.class, name = "listPorts"),
    @JsonSubTypes.Type(value = Action.ListDisks.class, name = "listDisks"),
    @JsonSubTypes.Type(value = Action.ShowSpace.class, name = "showSpace"),
    @JsonSubTypes.Type(value = Action.ViewLogFiles.class, name = "viewLogFiles"),
    @JsonSubTypes.Type(value = Action.ExportDcr.class, name = "exportDcr"),
    @JsonSubTypes.Type(value = Action.AddLogFiles.class, name = "addLogFiles"),
    @JsonSubTypes.Type(value = Action.ConvertControlFile.class, name = "convertControlFile"),
    @JsonSubTypes.Type(value = Action.ListLogFiles.class, name = "listLogFiles"),
    @JsonSubTypes.Type(value = Action.CopyDirectory.class, name = "copyDirectory"),
    @JsonSubTypes.Type(value = Action.WriteFile.class, name = "writeFile"),
    @JsonSubTypes.Type(value = Action.ExtendDcr.class, name = "extendDcr"),
    @JsonSubTypes.Type(value = Action.CheckDcr.class, name = "checkDcr"),
    @JsonSubTypes.Type(value = Action.ExtendNode.class, name = "extendNode"),
    @JsonSubTypes.Type(value = Action.ReadLogs.class, name = "readLogs"),
    @JsonSubTypes.Type(value = Action.RegisterService.class, name = "registerService"),
    @JsonSubTypes.Type(value = Action.Start.class, name = "start"),
    @JsonSubTypes.Type(value = Action.AwaitStart.class, name = "awaitStart"),
    @JsonSubTypes.Type(value = Action.RestartMonitor.class, name = "restartMonitor"),
    @JsonSubTypes.Type(value = Action.AgreeOnRestarts.class, name = "agreeOnRestarts"),
    @JsonSubTypes.Type(value = Action.TellClients.class, name = "tellClients"),
    @JsonSubTypes.Type(value = Action.TellPartners.class, name = "tellPartners"),
    @JsonSubTypes.Type(value = Action.LookAfter.class, name = "lookAfter"),
    @JsonSubTypes.Type(value = Action.StopGroup.class, name = "stopGroup"),
    @JsonSubTypes.Type(value = Action.StopProcess.class, name = "stopProcess"),
    @JsonSubTypes.Type(value = Action.InitialiseDcr.class, name = "initialiseDcr"),
    @JsonSubTypes.Type(value = Action.StartOldNodes.class, name = "startOldNodes"),
    @JsonSubTypes.Type(value = Action.RemoveFile.class, name = "removeFile"),
    @JsonSubTypes.Type(value = Action.RemoveDirectory.class, name = "removeDirectory"),
})
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public sealed interface Action {
    /** Calls the method for this kind of action. */
    <R> R accept(Visitor<R> visitor);

    /** The name of this kind of action in JSON and in the message catalogues. */
    default String name() {
        String name = getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Which of several texts the message catalogues have for this kind of action; empty where there is one. */
    default String variant() {
        return "";
    }

    /**
     * Reads {@code show} in a monitor: every group with its endpoints.
     *
     * @param monitor the dmcssm.ini of the monitor
     * @param sight what must be seen
     */
    record ShowCluster(FileId monitor, Sight sight) implements Action {
        @Override
        public String variant() {
            return sight.name();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.showCluster(this);
        }
    }

    /**
     * Reads V$DSC_EP_INFO through one instance: the instances only, not CSS and ASM.
     *
     * @param port the port of the instance that answers, on the step's host
     * @param sight what must be seen
     */
    record ViewInstances(int port, Sight sight) implements Action {
        @Override
        public String variant() {
            return sight.name();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.viewInstances(this);
        }
    }

    /**
     * Reads a view through one instance.
     *
     * @param port the port of the instance that answers, on the step's host
     * @param view which view
     */
    record QueryView(int port, View view) implements Action {
        @Override
        public String variant() {
            return view.name();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.queryView(this);
        }
    }

    /**
     * A person makes the new host ready.
     *
     * @param items what must hold on the new host
     * @param addresses the new node's addresses
     * @param ports the ports on which it listens
     * @param binDirectory the directory of its programs
     * @param directories local directories in which its files are made
     */
    record PrepareHost(
            List<HostItem> items,
            List<String> addresses,
            List<Integer> ports,
            String binDirectory,
            List<String> directories)
            implements Action {
        public PrepareHost {
            items = List.copyOf(items);
            addresses = List.copyOf(addresses);
            ports = List.copyOf(ports);
            directories = List.copyOf(directories);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.prepareHost(this);
        }
    }

    /**
     * Lists the ports on which somebody listens: none of the new node's may be among them.
     *
     * @param ports the ports of the new node
     */
    record ListPorts(List<Integer> ports) implements Action {
        public ListPorts {
            ports = List.copyOf(ports);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listPorts(this);
        }
    }

    /**
     * Lists the shared disks that a host sees. Equal names on two hosts prove nothing: the lists are compared.
     *
     * @param directories the directories that the tool lists
     * @param disks the DCR, DCRV and vote disks, which must be among them
     * @param sameAs the host whose list shows the same disks; absent where that list itself is made
     */
    record ListDisks(List<String> directories, List<String> disks, Optional<String> sameAs) implements Action {
        public ListDisks {
            directories = List.copyOf(directories);
            disks = List.copyOf(disks);
        }

        @Override
        public String variant() {
            return sameAs.isPresent() ? "NEW_HOST" : "OLD_HOST";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listDisks(this);
        }
    }

    /**
     * Shows the free space of the disk groups: what is added to them has no inverse.
     *
     * @param dmdcr the dmdcr.ini by which the tool finds ASM
     * @param groups the groups of the new log files and archives
     */
    record ShowSpace(FileId dmdcr, List<String> groups) implements Action {
        public ShowSpace {
            groups = List.copyOf(groups);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.showSpace(this);
        }
    }

    /**
     * Reads the paths and sizes of the log files that are there, from V$RLOGFILE.
     *
     * @param port the port of the instance that answers, on the step's host
     * @param size the planned size of each new file in MB
     */
    record ViewLogFiles(int port, int size) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.viewLogFiles(this);
        }
    }

    /**
     * Exports the DCR configuration from a disk to a file of its own, and compares the values with those of a
     * configuration (chapter 14, step 1).
     *
     * @param disk the disk that is read
     * @param to the file that is written, which nobody keeps
     * @param held what the disk must hold
     */
    record ExportDcr(String disk, FileId to, Held held) implements Action {
        @Override
        public String variant() {
            return held.name();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exportDcr(this);
        }
    }

    /**
     * Adds redo log files for the new node (chapter 14, step 2). It has no inverse.
     *
     * @param port the port of the instance that executes the statement, on the step's host
     * @param files the redo log files, on ASM
     * @param size the size of each in MB
     */
    record AddLogFiles(int port, List<String> files, int size) implements Action {
        public AddLogFiles {
            files = List.copyOf(files);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addLogFiles(this);
        }
    }

    /**
     * Turns dm.ctl into text (chapter 14, step 2).
     *
     * @param source dm.ctl
     * @param to the text that is written
     * @param dmdcr the dmdcr.ini by which the tool finds ASM
     * @param files the log files that the text must list
     */
    record ConvertControlFile(String source, FileId to, FileId dmdcr, List<String> files) implements Action {
        public ConvertControlFile {
            files = List.copyOf(files);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.convertControlFile(this);
        }
    }

    /**
     * Lists the directories of the new log files on ASM (chapter 14, step 2).
     *
     * @param dmdcr the dmdcr.ini by which the tool finds ASM
     * @param files the log files that must be listed
     */
    record ListLogFiles(FileId dmdcr, List<String> files) implements Action {
        public ListLogFiles {
            files = List.copyOf(files);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listLogFiles(this);
        }
    }

    /**
     * Copies a directory (chapter 14, step 3).
     *
     * @param from the directory and its host
     * @param to the directory that is made; it must not exist yet
     * @param except the names below the directory that are left out, with all that lies below them; {@code *} stands for
     *     any characters
     */
    record CopyDirectory(FileId from, FileId to, List<String> except) implements Action {
        public CopyDirectory {
            except = List.copyOf(except);
        }

        /**
         * Whether a file stays behind.
         *
         * @param name its path, relative to the directory
         */
        public boolean leavesOut(String name) {
            return except.stream()
                    .map(pattern -> Stream.of(pattern.split("\\*", -1))
                            .map(Pattern::quote)
                            .collect(Collectors.joining(".*", "", "(?:/.*)?")))
                    .anyMatch(name::matches);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.copyDirectory(this);
        }
    }

    /**
     * Puts a file in its place.
     *
     * @param file which file
     * @param sha256 SHA-256 of the bytes
     * @param purpose why it is written
     * @param staged the bytes, where they are not the file's last bytes in this plan; else the plan's file changes hold them
     */
    record WriteFile(FileId file, String sha256, Purpose purpose, Optional<FileContent> staged) implements Action {
        @Override
        public String variant() {
            return purpose.name();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.writeFile(this);
        }
    }

    /**
     * Writes the extended DCR configuration to the disks (chapter 14, step 7).
     *
     * @param disks the DCR disk, or every DCRV disk
     * @param from the DCR configuration that is written
     */
    record ExtendDcr(List<String> disks, FileId from) implements Action {
        public ExtendDcr {
            disks = List.copyOf(disks);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.extendDcr(this);
        }
    }

    /**
     * Checks the DCR on a disk (chapter 14, step 7).
     *
     * @param disk the disk
     */
    record CheckDcr(String disk) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.checkDcr(this);
        }
    }

    /**
     * Makes the running processes read DCR and MAL again (chapter 14, step 8).
     *
     * @param monitor the dmcssm.ini of the monitor in whose console it is typed
     */
    record ExtendNode(FileId monitor) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.extendNode(this);
        }
    }

    /**
     * A person reads the logs of every dmcss, ASM server and instance (chapter 14, step 8).
     *
     * @param logs the logs of the nodes that were there before, and of the tool that wrote the disks
     * @param patterns what to look for in them
     */
    record ReadLogs(List<HostLogs> logs, List<String> patterns) implements Action {
        /**
         * The logs on one host.
         *
         * @param host the host
         * @param directory their directory
         * @param files their names; {@code <yyyymm>} stands for the month
         */
        public record HostLogs(String host, String directory, List<String> files) {
            public HostLogs {
                files = List.copyOf(files);
            }
        }

        public ReadLogs {
            logs = List.copyOf(logs);
            patterns = List.copyOf(patterns);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.readLogs(this);
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
            implements Action {
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
            implements Action {
        public Start {
            options = List.copyOf(options);
        }

        @Override
        public String variant() {
            return process.name();
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
    record AwaitStart(GroupType process, int intervalSeconds, int timeoutSeconds) implements Action {
        @Override
        public String variant() {
            return process.name();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.awaitStart(this);
        }
    }

    /**
     * A person restarts a monitor (chapter 14, step 11).
     *
     * @param file its dmcssm.ini
     */
    record RestartMonitor(FileId file) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.restartMonitor(this);
        }
    }

    /**
     * A person agrees on when the instances that were there before read their dmarch.ini.
     *
     * @param hosts the hosts whose instances must restart some day
     * @param archives what each of them gains, which a statement may add without a restart
     */
    record AgreeOnRestarts(List<String> hosts, List<AddedArchive> archives) implements Action {
        /**
         * A REMOTE archive that an instance gains.
         *
         * @param host the host of the instance
         * @param destination the instance whose archives it holds
         * @param incomingPath where they lie
         */
        public record AddedArchive(String host, String destination, Optional<String> incomingPath) {}

        public AgreeOnRestarts {
            hosts = List.copyOf(hosts);
            archives = List.copyOf(archives);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.agreeOnRestarts(this);
        }
    }

    /**
     * A person adds the new address to the clients' dm_svc.conf.
     *
     * @param address the new node's address for clients: its virtual one where it has one
     * @param port the port of its instance
     */
    record TellClients(String address, int port) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tellClients(this);
        }
    }

    /**
     * Persons add the new instance's section to the dmmal.ini of the partners, whose sections stand in the cluster's:
     * instances of other databases that use a DBLink (DM8 DMDSC manual, 17.7).
     *
     * @param partners the partners
     * @param from a dmmal.ini of the cluster that holds the new section
     * @param section the new section
     */
    record TellPartners(List<Partner> partners, FileId from, String section) implements Action {
        /**
         * An instance of another database.
         *
         * @param instance its MAL_INST_NAME
         * @param host its MAL_HOST
         */
        public record Partner(String instance, String host) {
            @Override
            public String toString() {
                return instance + " (" + host + ")";
            }
        }

        public TellPartners {
            partners = List.copyOf(partners);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tellPartners(this);
        }
    }

    /**
     * A person sees to what no file of the cluster holds.
     *
     * @param items what
     */
    record LookAfter(List<AfterItem> items) implements Action {
        public LookAfter {
            items = List.copyOf(items);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lookAfter(this);
        }
    }

    /**
     * Stops a group on every host: {@code ep stop}, which switches its automatic restart off (DM8 DMDSC manual, 6.2).
     *
     * @param monitor the dmcssm.ini of the monitor in whose console it is typed
     * @param process what the group consists of: ASM servers or instances
     * @param group the name of the group
     */
    record StopGroup(FileId monitor, GroupType process, String group) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stopGroup(this);
        }
    }

    /**
     * A person sees that a process has stopped on a host, and stops it where it has not. dmcss is always stopped so.
     *
     * @param process which process
     * @param service the service that runs it, where a file of the host names one
     */
    record StopProcess(GroupType process, Optional<String> service) implements Action {
        @Override
        public String variant() {
            return process.name();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stopProcess(this);
        }
    }

    /**
     * Initialises the DCR disks anew, while every process is stopped (chapter 14, behind step 11).
     *
     * @param disks the DCR disk, or every DCRV disk
     * @param from the DCR configuration that is written
     * @param voteDisk the vote disk of the DMASM edition
     */
    record InitialiseDcr(List<String> disks, FileId from, Optional<String> voteDisk) implements Action {
        public InitialiseDcr {
            disks = List.copyOf(disks);
        }

        @Override
        public String variant() {
            return voteDisk.isPresent() ? "DMASM" : "MIRROR";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.initialiseDcr(this);
        }
    }

    /**
     * A person starts the nodes that were there before.
     *
     * @param hosts the hosts of the nodes that were there before
     * @param monitors the monitors to restart
     */
    record StartOldNodes(List<String> hosts, List<FileId> monitors) implements Action {
        public StartOldNodes {
            hosts = List.copyOf(hosts);
            monitors = List.copyOf(monitors);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.startOldNodes(this);
        }
    }

    /**
     * Removes a file that the plan made.
     *
     * @param file which file
     */
    record RemoveFile(FileId file) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeFile(this);
        }
    }

    /**
     * Removes a directory that the plan made, with all that is in it.
     *
     * @param directory which directory
     */
    record RemoveDirectory(FileId directory) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeDirectory(this);
        }
    }

    /** What a look at the cluster must show. */
    enum Sight {
        /** Every endpoint is well, before anything is changed. */
        WELL_BEFORE,
        /** Every endpoint is well, as the monitor shows that the plan set up. */
        WELL_IN_NEW_MONITOR,
        /** Every endpoint is still well, right before the point of no return. */
        STILL_WELL,
        /** The new endpoints are listed. */
        NEW_NODE_LISTED,
        /** Every endpoint is well, the new ones too. */
        WELL_WITH_NEW_NODE
    }

    /** What a DCR disk must hold. */
    enum Held {
        /** The configuration that the plan was made from. */
        BASE,
        /** The same, right before the point of no return. */
        STILL_BASE,
        /** The configuration that the plan writes, where the new endpoints may stand as failed. */
        PLANNED
    }

    /** Why a file is written. */
    enum Purpose {
        /** Only the new host has it. */
        NEW_FILE,
        /** A MAL file of a node that was there gains the new instance. */
        ADD_MAL_INSTANCE,
        /** The DCR configuration gains the new endpoints. */
        ADD_ENDPOINTS,
        /** A monitor's file gains the new CSS. */
        ADD_CSS,
        /** A dmarch.ini of a node that was there gains the new instance. */
        ADD_REMOTE_ARCHIVE,
        /** A monitor is set up that knows the nodes that are there. */
        SET_UP_MONITOR,
        /** A copied file loses the directory and the name of the node that it comes from. */
        ADAPT_COPY,
        /** The bytes from before the extension come back. */
        PUT_BACK
    }

    /** What must hold on the new host. */
    enum HostItem {
        /** Operating system, word length and byte order are those of the others (DM8 DMDSC manual, 12.1.1 and 17.1). */
        SAME_SYSTEM,
        /** Time zone and clock are those of the others (12.1.1). */
        SAME_TIME,
        /** The same DM version is installed, in the same directory (10.7). */
        SAME_VERSION,
        /** The licence is there (15.3.1). */
        LICENCE,
        /** The new node's addresses are the host's. */
        ADDRESSES,
        /** The shared disks are bound under the same names and rights. */
        SHARED_DISKS,
        /** They are bound before the services start at boot. */
        DISKS_AT_BOOT,
        /** The user and its group are there. */
        USER_AND_GROUP,
        /** The directories of archives, backups and configuration are there and belong to the user. */
        DIRECTORIES,
        /** The firewall lets the new ports through. */
        FIREWALL,
        /** Programs that check a link (DMDCR_LINK_CHECK_IP, MAL_CHECK_IP) have the capabilities for it. */
        CAPABILITIES
    }

    /** A view of an instance. */
    enum View {
        /** V$RLOGFILE: the redo log files. */
        LOG_FILES,
        /** V$ARCH_STATUS: the archives. */
        ARCHIVES,
        /** V$ASMGROUP: the disk groups. */
        DISK_GROUPS
    }

    /** What to see to when the extension is done. */
    enum AfterItem {
        /** The control node may be another one, and with it jobs. */
        CONTROL_NODE,
        /** Backup jobs. */
        BACKUPS,
        /** The service by which backups and external functions work. */
        DMAP_SERVICE,
        /** The agent of the monitoring platform. */
        DEM_AGENT
    }

    /** One method for each kind of action, so that the compiler names every place that a new kind has to reach. */
    interface Visitor<R> {
        /** Reads {@code show} in a monitor: every group with its endpoints. */
        R showCluster(ShowCluster action);

        /** Reads V$DSC_EP_INFO through one instance: the instances only, not CSS and ASM. */
        R viewInstances(ViewInstances action);

        /** Reads a view through one instance. */
        R queryView(QueryView action);

        /** A person makes the new host ready. */
        R prepareHost(PrepareHost action);

        /** Lists the ports on which somebody listens: none of the new node's may be among them. */
        R listPorts(ListPorts action);

        /** Lists the shared disks that the new host sees. */
        R listDisks(ListDisks action);

        /** Shows the free space of the disk groups. */
        R showSpace(ShowSpace action);

        /** Reads the paths and sizes of the log files that are there, from V$RLOGFILE. */
        R viewLogFiles(ViewLogFiles action);

        /** Exports the DCR configuration from a disk (chapter 14, step 1). */
        R exportDcr(ExportDcr action);

        /** Adds redo log files for the new node (chapter 14, step 2). It has no inverse. */
        R addLogFiles(AddLogFiles action);

        /** Turns dm.ctl into text (chapter 14, step 2). */
        R convertControlFile(ConvertControlFile action);

        /** Lists the directories of the new log files on ASM (chapter 14, step 2). */
        R listLogFiles(ListLogFiles action);

        /** Copies a directory with all that is in it (chapter 14, step 3). */
        R copyDirectory(CopyDirectory action);

        /** Puts a file in its place. */
        R writeFile(WriteFile action);

        /** Writes the extended DCR configuration to the disks (chapter 14, step 7). */
        R extendDcr(ExtendDcr action);

        /** Checks the DCR on a disk (chapter 14, step 7). */
        R checkDcr(CheckDcr action);

        /** Makes the running processes read DCR and MAL again (chapter 14, step 8). */
        R extendNode(ExtendNode action);

        /** A person reads the logs of every dmcss, ASM server and instance (chapter 14, step 8). */
        R readLogs(ReadLogs action);

        /** Registers a process as a service of the operating system. */
        R registerService(RegisterService action);

        /** Starts a process of the new node (chapter 14, steps 9 and 10). */
        R start(Start action);

        /** Waits until dmcss has started a process by itself (chapter 14, steps 9 and 10). */
        R awaitStart(AwaitStart action);

        /** A person restarts a monitor (chapter 14, step 11). */
        R restartMonitor(RestartMonitor action);

        /** A person agrees on when the instances that were there before read their dmarch.ini. */
        R agreeOnRestarts(AgreeOnRestarts action);

        /** A person adds the new address to the clients' dm_svc.conf. */
        R tellClients(TellClients action);

        /** Persons add the new instance's section to the dmmal.ini of the partners. */
        R tellPartners(TellPartners action);

        /** A person sees to what no file of the cluster holds. */
        R lookAfter(LookAfter action);

        /** Stops a group on every host. */
        R stopGroup(StopGroup action);

        /** A person sees that a process has stopped on a host, and stops it where it has not. */
        R stopProcess(StopProcess action);

        /** Initialises the DCR disks anew, while every process is stopped (chapter 14, behind step 11). */
        R initialiseDcr(InitialiseDcr action);

        /** A person starts the nodes that were there before. */
        R startOldNodes(StartOldNodes action);

        /** Removes a file that the plan made. */
        R removeFile(RemoveFile action);

        /** Removes a directory that the plan made, with all that is in it. */
        R removeDirectory(RemoveDirectory action);
    }
}
