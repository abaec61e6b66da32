package io.github.dmdsc.extend.state;

import io.github.dmdsc.extend.state.VerdictReason.Condition;
import io.github.dmdsc.model.GroupType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Judges the endpoints of one type by the output of {@code show} in dmcssm. */
final class EndpointJudge {
    private final GroupType type;
    private final List<Placed<GroupState>> groups;

    EndpointJudge(ClusterState state, GroupType type) {
        this.type = type;
        this.groups = groups(state, type);
    }

    static List<Placed<GroupState>> groups(ClusterState state, GroupType type) {
        return state.groups().stream()
                .filter(group -> group.value().type().filter(type::equals).isPresent())
                .toList();
    }

    Verdict listed(String name) {
        List<Placed<EndpointState>> rows = rows(name);
        if (!rows.isEmpty()) {
            Placed<EndpointState> row = rows.get(0);
            return VerdictReasons.proven(
                    Condition.LISTED, subject(name), row.at(), row.value().name());
        }
        Optional<Placed<String>> unread = groups.stream()
                .flatMap(group -> group.value().unread().stream())
                .findFirst();
        if (unread.isPresent()) {
            return VerdictReasons.open(
                    Condition.LISTED,
                    subject(name),
                    unread.get().at(),
                    unread.get().value());
        }
        Optional<Placed<GroupState>> open =
                groups.stream().filter(group -> !group.value().closed()).findFirst();
        if (groups.isEmpty()) {
            return VerdictReasons.open(Condition.LISTED, subject(name));
        }
        Placed<GroupState> group = open.orElse(groups.get(0));
        return open.isPresent()
                ? VerdictReasons.open(
                        Condition.LISTED,
                        subject(name),
                        group.at(),
                        group.value().name())
                : VerdictReasons.refuted(
                        Condition.LISTED,
                        subject(name),
                        group.at(),
                        group.value().name());
    }

    Verdict ok(String name) {
        return each(name, row -> ok(name, row));
    }

    private List<Verdict> ok(String name, Placed<EndpointState> row) {
        EndpointState endpoint = row.value();
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(VerdictReasons.word(
                Condition.OK, subject(name), row.at(), endpoint.health(), Health.OK, Health.UNKNOWN));
        verdicts.add(VerdictReasons.word(
                Condition.ACTIVE, subject(name), row.at(), endpoint.active(), Activity.TRUE, Activity.UNKNOWN));
        verdicts.add(VerdictReasons.word(
                Condition.OPEN,
                subject(name),
                row.at(),
                endpoint.instanceStatus(),
                InstanceStatus.OPEN,
                InstanceStatus.UNKNOWN));
        if (endpoint.voteStatus().isPresent()) {
            verdicts.add(VerdictReasons.word(
                    Condition.WORKING,
                    subject(name),
                    row.at(),
                    endpoint.voteStatus(),
                    VoteStatus.WORKING,
                    VoteStatus.UNKNOWN));
        }
        return verdicts;
    }

    /** Judges every row with this name. The condition must hold in all of them. */
    private Verdict each(String name, Function<Placed<EndpointState>, List<Verdict>> judge) {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(listed(name));
        rows(name).forEach(row -> verdicts.addAll(judge.apply(row)));
        return Verdict.all(verdicts);
    }

    private List<Placed<EndpointState>> rows(String name) {
        return groups.stream()
                .flatMap(group -> group.value().endpoints().stream())
                .filter(row -> row.value().name().equalsIgnoreCase(name))
                .toList();
    }

    private String subject(String name) {
        return type + " " + name;
    }
}
