package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.GroupType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether the conditions of the extension hold in a state. Pure; the same state gives the same verdict. Names of
 * endpoints and paths on ASM are compared without regard to the case of A to Z: a log file that is there under another
 * case must not be added once more.
 */
public final class Judgement {
    private Judgement() {}

    /**
     * The precondition of the extension (DM8 DMDSC, chapter 14): every endpoint, expected or not, is OK, active and
     * OPEN; every ASM and DB group is OPEN and handles neither a failure nor a return. A row that could not be read
     * leaves its group without evidence.
     */
    public static Verdict allOkOpenActive(ClusterState state, ExpectedEndpoints expected) {
        List<Verdict> verdicts = new ArrayList<>();
        for (GroupType type : GroupType.values()) {
            Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            names.addAll(expected.of(type));
            List<Placed<GroupState>> groups = EndpointJudge.groups(state, type);
            groups.forEach(group -> group.value()
                    .endpoints()
                    .forEach(endpoint -> names.add(endpoint.value().name())));
            EndpointJudge judge = new EndpointJudge(state, type);
            names.forEach(name -> verdicts.add(judge.ok(name)));
            groups.forEach(group -> verdicts.addAll(GroupJudge.verdicts(group)));
        }
        return verdicts.isEmpty() ? Grounds.open(Condition.LISTED, "CSS, ASM, DB") : Verdict.all(verdicts);
    }

    /** Whether {@code show} lists an endpoint. */
    public static Verdict newEndpointPresent(ClusterState state, GroupType type, String name) {
        return new EndpointJudge(state, type).listed(name);
    }

    /** Whether {@code show} lists all the endpoints of a new node, some of them, or none; one at least must be asked about. */
    public static Verdict newEndpointsPresent(ClusterState state, ExpectedEndpoints added) {
        List<Verdict> verdicts = new ArrayList<>();
        for (GroupType type : GroupType.values()) {
            added.of(type).forEach(name -> verdicts.add(newEndpointPresent(state, type, name)));
        }
        return Verdict.together(verdicts);
    }

    /** Whether {@code show} lists it as OK, active and OPEN. */
    public static Verdict newEndpointOk(ClusterState state, GroupType type, String name) {
        return new EndpointJudge(state, type).ok(name);
    }

    /** Whether V$DSC_EP_INFO lists an instance as OK. */
    public static Verdict instanceOk(ClusterState state, String name) {
        return EvidenceJudge.instanceOk(state, name);
    }

    /** Whether each disk passed {@code check dcrdisk} or {@code check dcrvdisk}; one at least must be asked about. */
    public static Verdict dcrChecked(ClusterState state, List<String> disks) {
        return Verdict.all(disks.stream()
                .map(disk -> EvidenceJudge.dcrChecked(state, disk))
                .toList());
    }

    /** Whether dm.ctl names all the log files, some of them, or none; one at least must be asked about. */
    public static Verdict logFilesInControlFile(ClusterState state, List<String> paths) {
        return Verdict.together(paths.stream()
                .map(path -> EvidenceJudge.inControlFile(state, path))
                .toList());
    }

    /**
     * Whether {@code ls} lists all the log files, some of them, or none; full paths on ASM, one at least must be asked
     * about.
     */
    public static Verdict logFilesOnAsm(ClusterState state, List<String> paths) {
        return Verdict.together(
                paths.stream().map(path -> EvidenceJudge.onAsm(state, path)).toList());
    }
}
