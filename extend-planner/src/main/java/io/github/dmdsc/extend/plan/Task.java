package io.github.dmdsc.extend.plan;

import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import java.util.List;
import java.util.Optional;

/** An action that a person carries out without words for a tool. */
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
     * A person reads the logs of every dmcss, ASM server and instance (chapter 14, step 8).
     *
     * @param logs the logs of the nodes that were there before, and of the tool that wrote the disks
     * @param patterns what to look for in them
     */
    record ReadLogs(List<HostLogs> logs, List<String> patterns) implements Task {
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
     * A person agrees on when the instances that were there before read their dmarch.ini.
     *
     * @param hosts the hosts whose instances must restart some day
     * @param archives what each of them gains, which a statement may add without a restart
     */
    record AgreeOnRestarts(List<String> hosts, List<AddedArchive> archives) implements Task {
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
    record TellClients(String address, int port) implements Task {
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
    record TellPartners(List<Partner> partners, FileId from, String section) implements Task {
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
     * A person sees that a process has stopped on a host, and stops it where it has not. dmcss is always stopped so.
     *
     * @param process which process
     * @param service the service that runs it, where a file of the host names one
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
     * A person starts the nodes that were there before.
     *
     * @param hosts the hosts of the nodes that were there before
     * @param monitors the monitors to restart
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

    /** One method for each kind, so that the compiler names every place that a new kind has to reach. */
    interface Visitor<R> {
        /** A person makes the new host ready. */
        R prepareHost(PrepareHost action);

        /** A person reads the logs of every dmcss, ASM server and instance (chapter 14, step 8). */
        R readLogs(ReadLogs action);

        /** A person agrees on when the instances that were there before read their dmarch.ini. */
        R agreeOnRestarts(AgreeOnRestarts action);

        /** A person adds the new address to the clients' dm_svc.conf. */
        R tellClients(TellClients action);

        /** Persons add the new instance's section to the dmmal.ini of the partners. */
        R tellPartners(TellPartners action);

        /** A person sees to what no file of the cluster holds. */
        R lookAfter(LookAfter action);

        /** A person sees that a process has stopped on a host, and stops it where it has not. */
        R stopProcess(StopProcess action);

        /** A person starts the nodes that were there before. */
        R startOldNodes(StartOldNodes action);
    }
}
