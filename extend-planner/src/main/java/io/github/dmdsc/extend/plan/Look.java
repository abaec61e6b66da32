package io.github.dmdsc.extend.plan;

import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Optional;

/** An action that reads something and leaves the cluster as it is. */
public sealed interface Look extends Action {
    /** Calls the method for this kind of action. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Action.Visitor<R> visitor) {
        return accept((Visitor<R>) visitor);
    }

    @Override
    default <R> R accept(Sorts<R> visitor) {
        return visitor.look(this);
    }

    /**
     * Reads {@code show} in a monitor: every group with its endpoints.
     *
     * @param monitor the dmcssm.ini of the monitor
     * @param sight what must be seen
     * @param aspects what else must be seen of the CSS group
     */
    record ShowCluster(FileId monitor, Sight sight, List<Aspect> aspects) implements Look {
        public ShowCluster {
            aspects = List.copyOf(aspects);
        }

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
    record ViewInstances(int port, Sight sight) implements Look {
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
    record QueryView(int port, View view) implements Look {
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
     * Lists the ports on which somebody listens: none of the new node's may be among them.
     *
     * @param ports the ports of the new node
     */
    record ListPorts(List<Integer> ports) implements Look {
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
    record ListDisks(List<String> directories, List<String> disks, Optional<String> sameAs) implements Look {
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
     * Reads the free space of the disk groups from V$ASMGROUP: what is added to them has no inverse.
     *
     * @param port the port of the instance that answers, on the step's host
     * @param groups the groups in which the new node's log files and archives lie
     */
    record ShowSpace(int port, List<Need> groups) implements Look {
        /**
         * What a disk group must take.
         *
         * @param group its name, without a plus sign
         * @param megabytes how many MB the new log files there have together; 0 where none lies there
         * @param archives whether the new node's archives grow there
         */
        public record Need(String group, int megabytes, boolean archives) {
            @Override
            public String toString() {
                return "+" + group + (megabytes > 0 ? " (" + megabytes + " MB)" : "");
            }
        }

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
     * @param groups the disk groups of the new files, without a plus sign
     */
    record ViewLogFiles(int port, int size, List<String> groups) implements Look {
        public ViewLogFiles {
            groups = List.copyOf(groups);
        }

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
    record ExportDcr(String disk, FileId to, Held held) implements Look {
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
     * Turns dm.ctl into text (chapter 14, step 2).
     *
     * @param source dm.ctl
     * @param to the text that is written
     * @param dmdcr the dmdcr.ini by which the tool finds ASM
     * @param files the log files that the text must list
     */
    record ConvertControlFile(String source, FileId to, FileId dmdcr, List<String> files) implements Look {
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
    record ListLogFiles(FileId dmdcr, List<String> files) implements Look {
        public ListLogFiles {
            files = List.copyOf(files);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listLogFiles(this);
        }
    }

    /**
     * Checks the DCR on a disk (chapter 14, step 7).
     *
     * @param disk the disk
     */
    record CheckDcr(String disk) implements Look {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.checkDcr(this);
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

    /** What a monitor shows of the CSS group besides its endpoints. */
    enum Aspect {
        /** {@code auto check = TRUE} for each CSS: only then a node rejoins by itself (DM8 DMDSC manual, 5.10). */
        AUTO_CHECK,
        /** {@code DCRV_STATUS} is OK for each disk of the mirror edition (5.10). */
        DCRV_STATUS
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

    /** A view of an instance. */
    enum View {
        /** V$RLOGFILE: the redo log files. */
        LOG_FILES,
        /** V$ARCH_STATUS: the archives. */
        ARCHIVES,
        /** V$ASMGROUP: the disk groups. */
        DISK_GROUPS
    }

    /** One method for each kind, so that the compiler names every place that a new kind has to reach. */
    interface Visitor<R> {
        /** Reads {@code show} in a monitor: every group with its endpoints. */
        R showCluster(ShowCluster action);

        /** Reads V$DSC_EP_INFO through one instance: the instances only, not CSS and ASM. */
        R viewInstances(ViewInstances action);

        /** Reads a view through one instance. */
        R queryView(QueryView action);

        /** Lists the ports on which somebody listens: none of the new node's may be among them. */
        R listPorts(ListPorts action);

        /** Lists the shared disks that the new host sees. */
        R listDisks(ListDisks action);

        /** Reads the free space of the disk groups from V$ASMGROUP. */
        R showSpace(ShowSpace action);

        /** Reads the paths and sizes of the log files that are there, from V$RLOGFILE. */
        R viewLogFiles(ViewLogFiles action);

        /** Exports the DCR configuration from a disk (chapter 14, step 1). */
        R exportDcr(ExportDcr action);

        /** Turns dm.ctl into text (chapter 14, step 2). */
        R convertControlFile(ConvertControlFile action);

        /** Lists the directories of the new log files on ASM (chapter 14, step 2). */
        R listLogFiles(ListLogFiles action);

        /** Checks the DCR on a disk (chapter 14, step 7). */
        R checkDcr(CheckDcr action);
    }
}
