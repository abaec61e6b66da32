package io.github.dmdsc.extend.plan;

import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import java.util.List;
import java.util.Optional;

/** An action that a person carries out and for which there is no command. */
public sealed interface Task extends Action {
    /** Calls the method for this kind of action. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Action.Visitor<R> visitor) {
        return accept((Visitor<R>) visitor);
    }

    @Override
    default <R> R accept(Sorts<R> visitor) {
        return visitor.task(this);
    }

    /**
     * A person prepares the new host.
     *
     * @param items the conditions that must hold on the new host
     * @param addresses the addresses of the new node
     * @param ports the ports on which the processes of the new node listen
     * @param binDirectory the directory of Dameng's programs on the new host
     * @param directories the local directories in which files of the new node are created
     */
    record PrepareHost(
            List<HostItem> items,
            List<String> addresses,
            List<Integer> ports,
            String binDirectory,
            List<String> directories)
            implements Task {
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
     * A person reads the logs of every dmcss, ASM server and instance (DM8 DMDSC manual, chapter 14, step 8).
     *
     * @param logs the logs of the existing nodes, and of the tool that wrote the disks
     * @param patterns the texts to look for in the logs
     */
    record ReadLogs(List<HostLogs> logs, List<String> patterns) implements Task {
        /**
         * The logs in one directory of a host.
         *
         * @param host the host
         * @param directory the directory of the logs
         * @param files the names of the log files; {@code <yyyymm>} stands for the year and the month
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
     * A person plans when the existing instances read their changed dmarch.ini.
     *
     * @param hosts the hosts whose instances need a restart
     * @param archives the remote archive that each instance gains; an SQL statement can add it without a restart
     */
    record AgreeOnRestarts(List<String> hosts, List<AddedArchive> archives) implements Task {
        /**
         * A remote archive that an instance gains.
         *
         * @param host the host of the instance that gains the archive
         * @param destination the name of the instance whose archives it holds: {@code ARCH_DEST}
         * @param incomingPath the directory of the archives: {@code ARCH_INCOMING_PATH}
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
     * A person adds the address of the new node to the dm_svc.conf of the clients.
     *
     * @param address the virtual address of the new node if it has one, otherwise the service address
     * @param port the port for clients of the new instance
     */
    record TellClients(String address, int port) implements Task {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tellClients(this);
        }
    }

    /**
     * A person adds the section of the new instance to the dmmal.ini of each partner. A partner is an instance of
     * another database that uses a DBLink (DM8 DMDSC manual, 17.7). The dmmal.ini of this cluster has a section for
     * each partner.
     *
     * @param partners the partners
     * @param from a dmmal.ini of the cluster that holds the section of the new instance
     * @param section the name of that section
     */
    record TellPartners(List<Partner> partners, FileId from, String section) implements Task {
        /**
         * An instance of another database.
         *
         * @param instance its name: {@code MAL_INST_NAME}
         * @param host its internal address: {@code MAL_HOST}
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
     * A person does the work that the files of the cluster do not show.
     *
     * @param items the work to do
     */
    record LookAfter(List<AfterItem> items) implements Task {
        public LookAfter {
            items = List.copyOf(items);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lookAfter(this);
        }
    }

    /**
     * A person checks that a process has stopped on the step's host, and stops it if it still runs. dmcss is always
     * stopped by a person.
     *
     * @param process the kind of process: dmcss, ASM server or instance
     * @param service the full name of the service that runs the process; empty if no file of the host names one
     */
    record StopProcess(GroupType process, Optional<String> service) implements Task {
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
     * A person starts the old nodes again.
     *
     * @param hosts the hosts of the old nodes
     * @param monitors the dmcssm.ini of each monitor to restart
     */
    record StartOldNodes(List<String> hosts, List<FileId> monitors) implements Task {
        public StartOldNodes {
            hosts = List.copyOf(hosts);
            monitors = List.copyOf(monitors);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.startOldNodes(this);
        }
    }

    /** The conditions that must hold on the new host. The numbers are chapters of the DM8 DMDSC manual. */
    enum HostItem {
        /**
         * The operating system, the word length and the byte order are the same as on the other hosts (12.1.1 and
         * 17.1).
         */
        SAME_SYSTEM,
        /** The time zone and the clock are the same as on the other hosts (12.1.1). */
        SAME_TIME,
        /** The same DM version is installed in the same directory as on the other hosts (10.7). */
        SAME_VERSION,
        /** The licence is installed (15.3.1). */
        LICENCE,
        /** The host has the addresses of the new node. */
        ADDRESSES,
        /** The shared disks are bound with the same names and permissions as on the other hosts. */
        SHARED_DISKS,
        /** At boot, the shared disks are bound before the services start. */
        DISKS_AT_BOOT,
        /** The operating system user of the installation and its group exist. */
        USER_AND_GROUP,
        /** The directories for archives, backups and configuration exist and belong to that user. */
        DIRECTORIES,
        /** The firewall allows connections to the ports of the new node. */
        FIREWALL,
        /**
         * If {@code DMDCR_LINK_CHECK_IP} or {@code MAL_CHECK_IP} is set, the programs that check the link have the
         * capabilities ({@code setcap}) for it.
         */
        CAPABILITIES
    }

    /** The work after the extension. */
    enum AfterItem {
        /** Check which node is the control node, because jobs and timers run on it only. It may be another node now. */
        CONTROL_NODE,
        /** Check that the backup jobs include the archives of the new node. */
        BACKUPS,
        /**
         * Check that DmAPService runs on the new host if it runs on the other hosts. Backups and external functions
         * need it.
         */
        DMAP_SERVICE,
        /** Check that the new host has an agent of the monitoring platform (DEM) if the other hosts have one. */
        DEM_AGENT
    }

    /**
     * One method for each kind of task. If a later version adds a kind, an implementation of this interface no longer
     * compiles until it handles that kind.
     */
    interface Visitor<R> {
        /** A person prepares the new host. */
        R prepareHost(PrepareHost action);

        /** A person reads the logs of every dmcss, ASM server and instance (chapter 14, step 8). */
        R readLogs(ReadLogs action);

        /** A person plans when the existing instances read their changed dmarch.ini. */
        R agreeOnRestarts(AgreeOnRestarts action);

        /** A person adds the address of the new node to the dm_svc.conf of the clients. */
        R tellClients(TellClients action);

        /** A person adds the section of the new instance to the dmmal.ini of each partner. */
        R tellPartners(TellPartners action);

        /** A person does the work that the files of the cluster do not show. */
        R lookAfter(LookAfter action);

        /** A person checks that a process has stopped on a host, and stops it if it still runs. */
        R stopProcess(StopProcess action);

        /** A person starts the old nodes again. */
        R startOldNodes(StartOldNodes action);
    }
}
