package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Optional;

/** Something is looked at, by a tool or a person. */
sealed interface Seen extends Act {
    /** Calls the method for this kind of act. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Act.Visitor<R> visitor) {
        return accept((Visitor<R>) visitor);
    }

    @Override
    default <R> R accept(Sorts<R> visitor) {
        return visitor.seen(this);
    }

    /** dmasmcmd(m): export. */
    record Export(boolean mirror, String disk, String path) implements Seen {
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

    /** A person compares an export of a disk, by its values, with what the disk must hold. */
    record Compare(String disk, FileId export, Look.Held held) implements Seen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.compare(this);
        }
    }

    /** dmasmcmd(m): check. */
    record CheckDcr(boolean mirror, String disk) implements Seen {
        @Override
        public List<String> dcrDisks() {
            return List.of(disk);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.checkDcr(this);
        }
    }

    /** dmasmcmd(m): list the disks of a directory. */
    record ListDisks(boolean mirror, String path) implements Seen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listDisks(this);
        }
    }

    /** A person compares the disks that were listed with those of another host: names, groups, numbers and WWIDs. */
    record CompareDisks(String host) implements Seen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.compareDisks(this);
        }
    }

    /** DIsql: the free space of V$ASMGROUP. */
    record ViewGroups(String port) implements Seen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.viewGroups(this);
        }
    }

    /** Somebody holds the free space that was shown against what groups must take. */
    record SeeSpace(List<Look.ShowSpace.Need> groups) implements Seen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.seeSpace(this);
        }
    }

    /** DIsql: V$RLOGFILE. */
    record ViewLogFiles(String port) implements Seen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.viewLogFiles(this);
        }
    }

    /** Somebody holds the sizes that were shown against that of the new files. */
    record SeeSizes(int size) implements Seen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.seeSizes(this);
        }
    }

    /** dmasmtool(m): list a directory on ASM. */
    record ListAsm(boolean mirror, String path, String dcrIni) implements Seen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listAsm(this);
        }
    }

    /** dmctlcvt: control file to text. */
    record ConvertControlFile(String source, String dest, String dcrIni) implements Seen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.convertControlFile(this);
        }
    }

    /** Somebody looks for log files in what was shown, dm.ctl as text or a list of ASM. */
    record SeeLogFiles(List<String> files) implements Seen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.seeLogFiles(this);
        }
    }

    /** DIsql: V$DSC_EP_INFO. */
    record ViewEndpoints(String port) implements Seen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.viewEndpoints(this);
        }
    }

    /** dmcssm: show, with all groups. */
    record Show(FileId monitor) implements Seen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.show(this);
        }
    }

    /** Somebody looks for what the endpoints that were shown must be. */
    record SeeEndpoints(Look.Sight sight) implements Seen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.seeEndpoints(this);
        }
    }

    /** A person looks at more in the output of a monitor than the endpoints. */
    record SeeAspects(List<Look.Aspect> aspects) implements Seen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.seeAspects(this);
        }
    }

    /** dmcssm: show, with one group, the monitors or the configuration: less than all groups. */
    record ShowPart(FileId monitor, String part) implements Seen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.showPart(this);
        }
    }

    /** The system: who listens. */
    record ListPorts() implements Seen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listPorts(this);
        }
    }

    /** DIsql: another view. */
    record QueryView(String port, String view) implements Seen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.queryView(this);
        }
    }

    /** A person makes the new host ready. */
    record PrepareHost(List<Task.HostItem> items) implements Seen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.prepareHost(this);
        }
    }

    /** A person reads the logs. */
    record ReadLogs(List<Task.ReadLogs.HostLogs> logs, List<String> patterns) implements Seen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.readLogs(this);
        }
    }

    /** A person looks at something of which the model knows nothing. */
    record LookOutside() implements Seen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lookOutside(this);
        }
    }

    /** One method for each kind of act: an act that nobody handles does not compile. */
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
