package io.github.dmdsc.extend.plan;

import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Optional;

/** An action that reads from the cluster and does not change it. */
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
     * Reads the output of {@code show} in a monitor: every group with its endpoints.
     *
     * @param monitor the dmcssm.ini of the monitor
     * @param expected the condition that the output must show
     * @param aspects further conditions of the CSS group that the output must show
     */
    record ShowCluster(FileId monitor, ExpectedState expected, List<Aspect> aspects) implements Look {
        public ShowCluster {
            aspects = List.copyOf(aspects);
        }

        @Override
        public String variant() {
            return expected.name();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.showCluster(this);
        }
    }

    /**
     * Reads the view {@code V$DSC_EP_INFO} through one instance. It lists the instances only, not the CSS and ASM
     * endpoints.
     *
     * @param port the port for clients of the instance that answers; the instance runs on the step's host
     * @param expected the condition that the view must show
     */
    record ViewInstances(int port, ExpectedState expected) implements Look {
        @Override
        public String variant() {
            return expected.name();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.viewInstances(this);
        }
    }

    /**
     * Reads a view through one instance.
     *
     * @param port the port for clients of the instance that answers; the instance runs on the step's host
     * @param view the view
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
     * Lists the ports on which processes of the step's host listen. No port of the new node may be among them.
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
     * Lists the shared disks that a host sees. Equal names of disks on two hosts do not prove that the disks are the
     * same, so a person compares the lists of the two hosts.
     *
     * @param directories the directories to list
     * @param disks the DCR, DCRV and vote disks; the list must hold them all
     * @param sameAs the host whose list must show the same disks; empty in the step that makes the list to compare with
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
     * Reads the free space of the disk groups from {@code V$ASMGROUP}. Redo log files that are added to a disk group
     * cannot be removed again.
     *
     * @param port the port for clients of the instance that answers; the instance runs on the step's host
     * @param groups the disk groups of the new node's redo log files and archives
     */
    record ShowSpace(int port, List<Need> groups) implements Look {
        /**
         * The space that the new node needs in a disk group.
         *
         * @param group the name of the disk group, without a plus sign
         * @param megabytes the total size in MB of the new redo log files in the disk group; 0 if there are none
         * @param archives whether the new node's archives grow in the disk group
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
     * Reads the paths and sizes of the existing redo log files from {@code V$RLOGFILE}.
     *
     * @param port the port for clients of the instance that answers; the instance runs on the step's host
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
     * Exports the DCR configuration from a disk to a new file (DM8 DMDSC manual, chapter 14, step 1), and compares the
     * values in it with a configuration of the plan.
     *
     * @param disk the disk to read
     * @param to the file to write; it is not needed after the comparison
     * @param expected the configuration that the disk must hold
     */
    record ExportDcr(String disk, FileId to, DcrConfiguration expected) implements Look {
        @Override
        public String variant() {
            return expected.name();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exportDcr(this);
        }
    }

    /**
     * Converts dm.ctl to text (DM8 DMDSC manual, chapter 14, step 2).
     *
     * @param source the path of dm.ctl
     * @param to the text file to write
     * @param dmdcr the dmdcr.ini through which the tool finds ASM
     * @param files the redo log files that the text must list
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
     * Lists the directories of the new redo log files on ASM (DM8 DMDSC manual, chapter 14, step 2).
     *
     * @param dmdcr the dmdcr.ini through which the tool finds ASM
     * @param files the redo log files that the lists must hold
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
     * Checks whether the DCR on a disk is sound (DM8 DMDSC manual, chapter 14, step 7). An old configuration passes the
     * check too; an export of the disk shows which configuration it holds.
     *
     * @param disk the disk to check
     */
    record CheckDcr(String disk) implements Look {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.checkDcr(this);
        }
    }

    /** The condition that a look at the cluster must show. */
    enum ExpectedState {
        /** Every endpoint is OK, before the first change. */
        OK_BEFORE,
        /** Every endpoint is OK in the output of the monitor that the plan set up. */
        OK_IN_NEW_MONITOR,
        /** Every endpoint is still OK, directly before the point of no return. */
        STILL_OK,
        /** The new endpoints are listed. */
        NEW_NODE_LISTED,
        /** Every endpoint is OK, including the new endpoints. */
        OK_WITH_NEW_NODE
    }

    /** A condition of the CSS group that a monitor shows in addition to the endpoints. */
    enum Aspect {
        /**
         * {@code auto check = TRUE} for each CSS. Without it, a node does not rejoin automatically (DM8 DMDSC manual,
         * 5.10).
         */
        AUTO_CHECK,
        /** {@code DCRV_STATUS} is OK for each DCRV disk of the mirror edition (DM8 DMDSC manual, 5.10). */
        DCRV_STATUS
    }

    /** The configuration that a DCR disk must hold. */
    enum DcrConfiguration {
        /** The configuration that the plan was made from. */
        BASE,
        /** The configuration that the plan was made from, directly before the point of no return. */
        STILL_BASE,
        /** The configuration that the plan writes. The new endpoints may be listed as failed endpoints. */
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

    /**
     * One method for each kind of look. If a later version adds a kind, an implementation of this interface no longer
     * compiles until it handles that kind.
     */
    interface Visitor<R> {
        /** Reads the output of {@code show} in a monitor. */
        R showCluster(ShowCluster action);

        /**
         * Reads V$DSC_EP_INFO through one instance. The view lists the instances only, not the CSS and ASM endpoints.
         */
        R viewInstances(ViewInstances action);

        /** Reads a view through one instance. */
        R queryView(QueryView action);

        /** Lists the ports on which processes of the step's host listen. */
        R listPorts(ListPorts action);

        /** Lists the shared disks that a host sees. */
        R listDisks(ListDisks action);

        /** Reads the free space of the disk groups from V$ASMGROUP. */
        R showSpace(ShowSpace action);

        /** Reads the paths and sizes of the existing redo log files from V$RLOGFILE. */
        R viewLogFiles(ViewLogFiles action);

        /** Exports the DCR configuration from a disk (chapter 14, step 1). */
        R exportDcr(ExportDcr action);

        /** Converts dm.ctl to text (chapter 14, step 2). */
        R convertControlFile(ConvertControlFile action);

        /** Lists the directories of the new redo log files on ASM (chapter 14, step 2). */
        R listLogFiles(ListLogFiles action);

        /** Checks the DCR on a disk (chapter 14, step 7). */
        R checkDcr(CheckDcr action);
    }
}
