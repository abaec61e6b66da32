package io.github.dmdsc.extend.state;

import io.github.dmdsc.extend.state.Ground.Condition;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * A cluster as its tools show it, and whether the conditions of the extension hold in it. What no output told is absent.
 * Where something was printed several times, the last time counts, even if it was cut off. The same state gives the same
 * verdicts. Names of endpoints and paths on ASM are compared without regard to the case of A to Z: a log file that is
 * there under another case must not be added once more. Immutable.
 */
@Value.Immutable
public abstract class ClusterState {
    /**
     * Reads outputs in the order in which they were printed: of what several tell, the last one counts. What looks like a
     * tool's output and cannot be read is a finding, and what does not look like it is passed over.
     */
    public static Read<ClusterState> read(List<ToolOutput> outputs) {
        return StateReader.read(outputs);
    }

    /** Reads one output. */
    public static Read<ClusterState> read(ToolOutput output) {
        return read(List.of(output));
    }

    /**
     * The state that a monitor shows where every endpoint is well or an ERROR node.
     *
     * @param endpoints whether each is well, by name in the order of their numbers, by group
     */
    public static ClusterState shown(Map<GroupType, Map<String, Boolean>> endpoints) {
        return ShownState.of(endpoints);
    }

    /** What {@code show} says of each group. */
    abstract List<Placed<GroupState>> groups();

    /** What {@code show monitor} lists. */
    abstract List<Placed<MonitorConnection>> monitors();

    /** What V$DSC_EP_INFO says. */
    abstract Optional<Placed<InstanceView>> instances();

    /** What V$RLOGFILE says. */
    abstract Optional<Placed<Answered<LogFile>>> logFiles();

    /** What V$ASMGROUP says. */
    abstract Optional<Placed<Answered<DiskGroup>>> diskGroups();

    /** Every check of a DCR or DCRV disk, the last one of each disk. */
    abstract List<Placed<DcrCheck>> dcrChecks();

    /** What dm.ctl names. */
    abstract Optional<Placed<ControlFile>> controlFile();

    /** What {@code ls} lists, the last list of each directory. */
    abstract List<Placed<AsmListing>> listings();

    /**
     * The precondition of the extension (DM8 DMDSC, chapter 14): every endpoint, expected or not, is OK, active and
     * OPEN; every ASM and DB group is OPEN and handles neither a failure nor a return. Where a monitor prints them, each
     * CSS has {@code auto check = TRUE} and each {@code DCRV_STATUS} is OK. A row that could not be read leaves its group
     * without evidence.
     */
    public Verdict allOkOpenActive(ExpectedEndpoints expected) {
        List<Verdict> verdicts = new ArrayList<>();
        for (GroupType type : GroupType.values()) {
            Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            names.addAll(expected.of(type));
            List<Placed<GroupState>> groups = EndpointJudge.groups(this, type);
            groups.forEach(group -> group.value()
                    .endpoints()
                    .forEach(endpoint -> names.add(endpoint.value().name())));
            EndpointJudge judge = new EndpointJudge(this, type);
            names.forEach(name -> verdicts.add(judge.ok(name)));
            groups.forEach(group -> verdicts.addAll(GroupJudge.verdicts(group)));
        }
        return verdicts.isEmpty() ? Grounds.open(Condition.LISTED, "CSS, ASM, DB") : Verdict.all(verdicts);
    }

    /**
     * The reasons that forbid an extension of the shown cluster: each endpoint and group that {@link #allOkOpenActive}
     * refuses (STA-0201) or that cannot be seen (STA-0202), and each name, number and group that differs from the
     * configuration (STA-0203).
     */
    public List<Finding> check(DmdcrCfg dcr) {
        return PreconditionJudge.findings(this, dcr);
    }

    /**
     * The disk groups that cannot take two more log files of the size that those there have, by V$RLOGFILE and V$ASMGROUP
     * (STA-0204).
     */
    public List<Finding> checkSpace() {
        return SpaceJudge.findings(this);
    }

    /**
     * Whether a disk group has more space than new log files take: FREE_MB of V$ASMGROUP against their size, once for each
     * copy that the group may keep (TYPE). With less than their size they do not fit. In between, and where archives grow
     * too, nobody can tell: no manual says whether FREE_MB counts copies, nor how much the group keeps for itself.
     *
     * @param group its name, without a plus sign
     * @param megabytes how many MB the new log files have together
     * @param archives whether archives grow there too
     */
    public Verdict spaceFor(String group, long megabytes, boolean archives) {
        return SpaceJudge.space(this, group, megabytes, archives);
    }

    /**
     * Whether every log file of V$RLOGFILE has that size and lies in one of these groups.
     *
     * @param megabytes the size in MB
     * @param groups the groups, without a plus sign
     */
    public Verdict logFilesAlike(long megabytes, List<String> groups) {
        return SpaceJudge.alike(this, megabytes, groups);
    }

    /** Whether {@code show} lists an endpoint. */
    public Verdict newEndpointPresent(GroupType type, String name) {
        return new EndpointJudge(this, type).listed(name);
    }

    /** Whether {@code show} lists all the endpoints of a new node, some of them, or none; one at least must be asked about. */
    public Verdict newEndpointsPresent(ExpectedEndpoints added) {
        List<Verdict> verdicts = new ArrayList<>();
        for (GroupType type : GroupType.values()) {
            added.of(type).forEach(name -> verdicts.add(newEndpointPresent(type, name)));
        }
        return Verdict.together(verdicts);
    }

    /** Whether {@code show} lists it as OK, active and OPEN. */
    public Verdict newEndpointOk(GroupType type, String name) {
        return new EndpointJudge(this, type).ok(name);
    }

    /** Whether V$DSC_EP_INFO lists an instance as OK. */
    public Verdict instanceOk(String name) {
        return EvidenceJudge.instanceOk(this, name);
    }

    /** Whether each disk passed {@code check dcrdisk} or {@code check dcrvdisk}; one at least must be asked about. */
    public Verdict dcrChecked(List<String> disks) {
        return Verdict.all(
                disks.stream().map(disk -> EvidenceJudge.dcrChecked(this, disk)).toList());
    }

    /** Whether dm.ctl names all the log files, some of them, or none; one at least must be asked about. */
    public Verdict logFilesInControlFile(List<String> paths) {
        return Verdict.together(paths.stream()
                .map(path -> EvidenceJudge.inControlFile(this, path))
                .toList());
    }

    /**
     * Whether {@code ls} lists all the log files, some of them, or none; full paths on ASM, one at least must be asked
     * about.
     */
    public Verdict logFilesOnAsm(List<String> paths) {
        return Verdict.together(
                paths.stream().map(path -> EvidenceJudge.onAsm(this, path)).toList());
    }

    /** A builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value; every attribute may be given once. */
    static class Builder extends ImmutableClusterState.Builder {}
}
