package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.base.Names;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds, in the output of a monitor, the reasons that forbid an extension and the differences from the files of the
 * cluster.
 */
final class PreconditionJudge implements Verdict.Visitor<List<Finding>> {
    private PreconditionJudge() {}

    static List<Finding> findings(ClusterState state, DmdcrCfg dcr) {
        List<Finding> findings =
                new ArrayList<>(state.allOkOpenActive(ExpectedEndpoints.of(dcr)).accept(new PreconditionJudge()));
        for (GroupType type : GroupType.values()) {
            EndpointJudge.groups(state, type).forEach(group -> fits(group, dcr.group(type), findings));
        }
        return findings.stream().sorted(Finding.ORDER).toList();
    }

    private static void fits(Placed<GroupState> shown, Optional<DcrGroup> group, List<Finding> findings) {
        List<DcrEndpoint> known = group.map(DcrGroup::endpoints).orElse(List.of());
        group.filter(found -> found.name().isPresent()
                        && !Names.same(found.name(), Optional.of(shown.value().name())))
                .ifPresent(found -> findings.add(StateFindings.otherGroup(
                        shown.at(),
                        shown.value().name(),
                        found.origin().at(DcrGroup.NAME),
                        found.name().orElseThrow())));
        for (Placed<EndpointState> row : shown.value().endpoints()) {
            Optional<String> name = Optional.of(row.value().name());
            int position = 0;
            while (position < known.size() && !Names.same(known.get(position).name(), name)) {
                position++;
            }
            if (position == known.size()) {
                findings.add(StateFindings.otherEndpoint(
                        row.at(), row.value().name(), shown.value().name()));
            } else {
                int number = group.orElseThrow().number(position);
                DcrEndpoint endpoint = known.get(position);
                row.value()
                        .seqno()
                        .filter(seqno -> seqno != number)
                        .ifPresent(seqno -> findings.add(StateFindings.otherNumber(
                                row.at(),
                                row.value().name(),
                                seqno,
                                endpoint.origin().at(DcrEndpoint.SEQNO),
                                number)));
            }
        }
    }

    @Override
    public List<Finding> proven(Verdict.Proven verdict) {
        return List.of();
    }

    /** Returns one finding for each endpoint or group, even if several of its columns are not as required. */
    @Override
    public List<Finding> refuted(Verdict.Refuted verdict) {
        Map<String, VerdictReason> bySubject = new LinkedHashMap<>();
        verdict.reasons().forEach(reason -> bySubject.putIfAbsent(reason.subject(), reason));
        return bySubject.values().stream().map(StateFindings::notWell).toList();
    }

    @Override
    public List<Finding> partial(Verdict.Partial verdict) {
        return refuted(new Verdict.Refuted(verdict.reasons()));
    }

    @Override
    public List<Finding> noEvidence(Verdict.NoEvidence verdict) {
        Map<Location, List<String>> byPlace = new LinkedHashMap<>();
        verdict.reasons()
                .forEach(reason -> byPlace.computeIfAbsent(reason.at(), none -> new ArrayList<>())
                        .add(reason.subject()));
        return byPlace.entrySet().stream()
                .map(each -> StateFindings.notShown(
                        each.getKey(), each.getValue().stream().distinct().toList()))
                .toList();
    }
}
