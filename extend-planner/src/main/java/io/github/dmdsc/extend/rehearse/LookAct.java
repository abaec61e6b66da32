package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Optional;

/** An act with which a tool or a person looks at something and changes nothing. */
sealed interface LookAct extends Act {
    /** Calls the method for this kind of act. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Act.Visitor<R> visitor) {
        return accept((Visitor<R>) visitor);
    }

    @Override
    default <R> R accept(Sorts<R> visitor) {
        return visitor.look(this);
    }

    /** dmasmcmd or dmasmcmdm exports the DCR from a disk. */
    record Export(boolean mirror, String disk, String path) implements LookAct {
        @Override
        public List<String> dcrDisks() {
            return List.of(disk);
        }

        @Override
        public Optional<String> dcrFile() {
            return Optional.of(path);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.export(this);
        }
    }

    /** A person compares the values in an export of a disk with the configuration that the disk must hold. */
    record Compare(String disk, FileId export, Look.DcrConfiguration expected) implements LookAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.compare(this);
        }
    }

    /** dmasmcmd or dmasmcmdm checks the DCR on a disk. */
    record CheckDcr(boolean mirror, String disk) implements LookAct {
        @Override
        public List<String> dcrDisks() {
            return List.of(disk);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.checkDcr(this);
        }
    }

    /** dmasmcmd or dmasmcmdm lists the disks in a directory. */
    record ListDisks(boolean mirror, String path) implements LookAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listDisks(this);
        }
    }

    /** A person compares the listed disks with those of another host: names, groups, numbers and WWIDs. */
    record CompareDisks(String host) implements LookAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.compareDisks(this);
        }
    }

    /** DIsql shows the free space in V$ASMGROUP. */
    record ViewGroups(String port) implements LookAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.viewGroups(this);
        }
    }

    /** A person compares the free space that was shown with the space that is needed. */
    record SeeSpace(List<Look.ShowSpace.Need> groups) implements LookAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.seeSpace(this);
        }
    }

    /** DIsql shows the redo log files in V$RLOGFILE. */
    record ViewLogFiles(String port) implements LookAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.viewLogFiles(this);
        }
    }

    /** A person compares the sizes that were shown with the size of the new files. */
    record SeeSizes(int size) implements LookAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.seeSizes(this);
        }
    }

    /** dmasmtool or dmasmtoolm lists a directory on ASM. */
    record ListAsm(boolean mirror, String path, String dcrIni) implements LookAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listAsm(this);
        }
    }

    /** dmctlcvt converts the control file to text. */
    record ConvertControlFile(String source, String dest, String dcrIni) implements LookAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.convertControlFile(this);
        }
    }

    /** A person looks for redo log files in the output that was shown: dm.ctl as text, or a directory on ASM. */
    record SeeLogFiles(List<String> files) implements LookAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.seeLogFiles(this);
        }
    }

    /** DIsql shows the instances in V$DSC_EP_INFO. */
    record ViewEndpoints(String port) implements LookAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.viewEndpoints(this);
        }
    }

    /** dmcssm shows all groups. */
    record Show(FileId monitor) implements LookAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.show(this);
        }
    }

    /** A person checks whether the endpoints that were shown meet a condition. */
    record SeeEndpoints(Look.ExpectedState expected) implements LookAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.seeEndpoints(this);
        }
    }

    /** A person checks further conditions in the output of a monitor. */
    record SeeAspects(List<Look.Aspect> aspects) implements LookAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.seeAspects(this);
        }
    }

    /** dmcssm shows one group, the monitors or the configuration, which is less than all groups. */
    record ShowPart(FileId monitor, String part) implements LookAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.showPart(this);
        }
    }

    /** The operating system lists the ports on which processes listen. */
    record ListPorts() implements LookAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listPorts(this);
        }
    }

    /** DIsql shows another view. */
    record QueryView(String port, String view) implements LookAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.queryView(this);
        }
    }

    /** A person prepares the new host. */
    record PrepareHost(List<Task.HostItem> items) implements LookAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.prepareHost(this);
        }
    }

    /** A person reads the logs. */
    record ReadLogs(List<Task.ReadLogs.HostLogs> logs, List<String> patterns) implements LookAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.readLogs(this);
        }
    }

    /** A person does a task that the model does not cover. */
    record LookOutside() implements LookAct {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lookOutside(this);
        }
    }

    /** One method for each kind of act, so that an implementation that misses a kind does not compile. */
    interface Visitor<R> {
        R export(Export act);

        R compare(Compare act);

        R checkDcr(CheckDcr act);

        R listDisks(ListDisks act);

        R compareDisks(CompareDisks act);

        R viewGroups(ViewGroups act);

        R seeSpace(SeeSpace act);

        R viewLogFiles(ViewLogFiles act);

        R seeSizes(SeeSizes act);

        R listAsm(ListAsm act);

        R convertControlFile(ConvertControlFile act);

        R seeLogFiles(SeeLogFiles act);

        R viewEndpoints(ViewEndpoints act);

        R show(Show act);

        R seeEndpoints(SeeEndpoints act);

        R seeAspects(SeeAspects act);

        R showPart(ShowPart act);

        R listPorts(ListPorts act);

        R queryView(QueryView act);

        R prepareHost(PrepareHost act);

        R readLogs(ReadLogs act);

        R lookOutside(LookOutside act);
    }
}
