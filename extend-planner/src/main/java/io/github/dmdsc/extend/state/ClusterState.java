package io.github.dmdsc.extend.state;

import io.github.dmdsc.extend.state.VerdictReason.Condition;
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
 * The state of a cluster, read from the output of its tools, and the conditions of the extension that can be judged by
 * it. A part that no output shows is absent. If several outputs show the same part, the last output counts, even if it
 * is incomplete. Names of endpoints and paths on ASM are compared without regard to the case of A to Z, so that an
 * existing redo log file is found even if its name is written in another case. Equal states give equal verdicts.
 * Immutable.
 */
@Value.Immutable
public abstract class ClusterState {
    /**
     * Reads outputs, in the order in which they were printed. If several show the same part, the last one counts. An
     * output that looks like the output of a tool but cannot be read gives a finding (STA-01xx); other text is ignored.
     * Does not throw an exception for bad text.
     *
     * @param outputs the outputs
     * @return the state, and the findings
     */
    public static Read<ClusterState> read(List<ToolOutput> outputs) {
        return StateReader.read(outputs);
    }

    /** Reads one output, like {@link #read(List)}. */
    public static Read<ClusterState> read(ToolOutput output) {
        return read(List.of(output));
    }

    /**
     * Returns a state for tests and for the rehearsal, in which a monitor shows each endpoint either as OK, active and
     * OPEN, or as an ERROR node.
     *
     * @param endpoints for each group, the endpoints by name in the order of their seqnos; {@code true} for OK
     */
    public static ClusterState shown(Map<GroupType, Map<String, Boolean>> endpoints) {
        return ShownState.of(endpoints);
    }

    /** The groups that {@code show} lists. */
    abstract List<Placed<GroupState>> groups();

    /** The monitors that {@code show monitor} lists. */
    abstract List<Placed<MonitorConnection>> monitors();

    /** The rows of V$DSC_EP_INFO. */
    abstract Optional<Placed<InstanceView>> instances();

    /** The rows of V$RLOGFILE. */
    abstract Optional<Placed<QueryResult<LogFile>>> logFiles();

    /** The rows of V$ASMGROUP. */
    abstract Optional<Placed<QueryResult<DiskGroup>>> diskGroups();

    /** The last check of each DCR or DCRV disk. */
    abstract List<Placed<DcrCheck>> dcrChecks();

    /** The files that dm.ctl names. */
    abstract Optional<Placed<ControlFile>> controlFile();

    /** The last list of each directory that {@code ls} printed. */
    abstract List<Placed<AsmListing>> listings();

    /**
     * Judges the precondition of the extension (DM8 DMDSC manual, chapter 14). All of these must hold:
     *
     * <ul>
     *   <li>Every expected endpoint, and every other endpoint that a monitor lists, is OK, active and OPEN.
     *   <li>Every ASM group and DB group is OPEN and handles neither a failure nor a rejoin.
     *   <li>If the monitor prints them, each CSS has {@code auto check = TRUE} and each {@code DCRV_STATUS} is OK.
     * </ul>
     *
     * <p>If a row of a group could not be read, there is no evidence for that group.
     *
     * @param expected the endpoints that must be listed
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
        return verdicts.isEmpty() ? VerdictReasons.open(Condition.LISTED, "CSS, ASM, DB") : Verdict.all(verdicts);
    }

    /**
     * Returns the findings that forbid an extension: each endpoint and group that {@link #allOkOpenActive} refutes
     * (STA-0201), each that the outputs do not show (STA-0202), and each name, seqno and group that differs from the
     * configuration (STA-0203).
     *
     * @param dcr the DCR configuration of the cluster
     */
    public List<Finding> check(DmdcrCfg dcr) {
        return PreconditionJudge.findings(this, dcr);
    }

    /**
     * Returns a finding (STA-0204) for each disk group whose free space (V$ASMGROUP) is too small for two more redo log
     * files of the size of the largest one there (V$RLOGFILE). Returns none if one of the two views was not read.
     */
    public List<Finding> checkSpace() {
        return SpaceJudge.findings(this);
    }

    /**
     * Judges whether a disk group has enough space for new redo log files, by {@code FREE_MB} of V$ASMGROUP:
     *
     * <ul>
     *   <li>Refuted, if {@code FREE_MB} is less than the size of the files, or if the complete view does not list the
     *       group.
     *   <li>Proven, if {@code FREE_MB}, divided by the number of copies that the group may keep ({@code TYPE}), is more
     *       than the size of the files, and no archives grow there.
     *   <li>No evidence otherwise: no manual says whether {@code FREE_MB} counts copies, or how much space a group
     *       keeps for itself.
     * </ul>
     *
     * @param group the name of the disk group, without a plus sign
     * @param megabytes the total size of the new redo log files in MB
     * @param archives whether archives grow in the disk group too
     */
    public Verdict spaceFor(String group, long megabytes, boolean archives) {
        return SpaceJudge.space(this, group, megabytes, archives);
    }

    /**
     * Judges whether every redo log file of V$RLOGFILE has the given size and is in one of the given disk groups.
     *
     * @param megabytes the size in MB
     * @param groups the disk groups, without a plus sign
     */
    public Verdict logFilesAlike(long megabytes, List<String> groups) {
        return SpaceJudge.alike(this, megabytes, groups);
    }

    /** Judges whether {@code show} lists an endpoint. */
    public Verdict newEndpointPresent(GroupType type, String name) {
        return new EndpointJudge(this, type).listed(name);
    }

    /**
     * Judges whether {@code show} lists all endpoints of the new node: proven for all, {@link Verdict.Partial} for
     * some, refuted for none. If {@code added} names no endpoint, there is no evidence.
     */
    public Verdict newEndpointsPresent(ExpectedEndpoints added) {
        List<Verdict> verdicts = new ArrayList<>();
        for (GroupType type : GroupType.values()) {
            added.of(type).forEach(name -> verdicts.add(newEndpointPresent(type, name)));
        }
        return Verdict.together(verdicts);
    }

    /** Judges whether {@code show} lists an endpoint as OK, active and OPEN. */
    public Verdict newEndpointOk(GroupType type, String name) {
        return new EndpointJudge(this, type).ok(name);
    }

    /** Judges whether V$DSC_EP_INFO lists an instance as OK. */
    public Verdict instanceOk(String name) {
        return EvidenceJudge.instanceOk(this, name);
    }

    /**
     * Judges whether each disk passed {@code check dcrdisk} or {@code check dcrvdisk}. If {@code disks} is empty, there
     * is no evidence.
     */
    public Verdict dcrChecked(List<String> disks) {
        return Verdict.all(
                disks.stream().map(disk -> EvidenceJudge.dcrChecked(this, disk)).toList());
    }

    /**
     * Judges whether dm.ctl names all the redo log files: proven for all, {@link Verdict.Partial} for some, refuted for
     * none. If {@code paths} is empty, there is no evidence.
     */
    public Verdict logFilesInControlFile(List<String> paths) {
        return Verdict.together(paths.stream()
                .map(path -> EvidenceJudge.inControlFile(this, path))
                .toList());
    }

    /**
     * Judges whether {@code ls} lists all the redo log files: proven for all, {@link Verdict.Partial} for some, refuted
     * for none. If {@code paths} is empty, there is no evidence.
     *
     * @param paths the full paths on ASM
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
