package io.github.dmdsc.model.check;

import io.github.dmdsc.model.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Applies waivers to the findings of a rule book. */
final class Waivers {
    private static final Messages MESSAGES = Messages.beside(Waivers.class);
    private static final FindingKind NOT_WAIVABLE = FindingKind.of(MESSAGES, "WAI-0101", Severity.ERROR);
    private static final FindingKind COVERS_NOTHING = FindingKind.of(MESSAGES, "WAI-0102", Severity.WARNING);

    private final Map<String, Rule> rules;
    private final List<Waiver> waivers;

    Waivers(List<Rule> rules, List<Waiver> waivers) {
        this.rules = rules.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
        this.waivers = waivers;
    }

    /**
     * Returns the findings, each waived one with the reason of its waiver. Adds a finding for each waiver that is not
     * allowed or covers no finding.
     */
    List<Finding> apply(List<Finding> findings) {
        List<Finding> judged = new ArrayList<>();
        Set<Waiver> used = new HashSet<>();
        for (Finding finding : findings) {
            List<Waiver> covering =
                    waivers.stream().filter(each -> each.covers(finding)).toList();
            used.addAll(covering);
            // All these waivers name the rule of the finding, so either all of them are allowed or none.
            Optional<Waiver> waiver = covering.stream().filter(this::allowed).findFirst();
            judged.add(waiver.<Finding>map(each -> finding.withWaived(each.reason()))
                    .orElse(finding));
        }
        for (Waiver waiver : waivers) {
            if (!allowed(waiver)) {
                judged.add(finding(NOT_WAIVABLE, waiver));
            } else if (!used.contains(waiver)) {
                judged.add(finding(COVERS_NOTHING, waiver));
            }
        }
        return judged;
    }

    static boolean isUnused(Finding finding) {
        return finding.kind().equals(COVERS_NOTHING);
    }

    private boolean allowed(Waiver waiver) {
        Rule rule = rules.get(waiver.ruleId());
        return rule != null && rule.kind().isWaivable();
    }

    private static Finding finding(FindingKind kind, Waiver waiver) {
        return kind.at(Location.outside(waiver.place()))
                .with("rule", waiver.ruleId())
                .with("place", Location.outside(waiver.place()))
                .build();
    }
}
