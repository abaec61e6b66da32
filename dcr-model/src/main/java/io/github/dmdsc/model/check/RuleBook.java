package io.github.dmdsc.model.check;

import io.github.dmdsc.model.Cluster;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A set of rules that a cluster is judged by. */
public final class RuleBook {
    private final List<Rule> rules;

    private RuleBook(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * A book of some rules, for example {@code StandardRules.all()}.
     *
     * @throws IllegalArgumentException if two of them have the same id
     */
    public static RuleBook of(List<Rule> rules) {
        Set<String> ids = new HashSet<>();
        for (Rule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("two rules are called " + rule.id());
            }
        }
        return new RuleBook(rules);
    }

    /** The rules, in the order of the book. */
    public List<Rule> rules() {
        return rules;
    }

    /** The kinds of what the rules find, in the order of the book. */
    public List<FindingKind> kinds() {
        return rules.stream().map(Rule::kind).toList();
    }

    /** Judges a cluster by the limits of the current edition. */
    public List<Finding> check(Cluster cluster) {
        return check(cluster, EditionLimits.CURRENT);
    }

    /** The findings of all rules, see {@link RootCauses#of}. */
    public List<Finding> check(Cluster cluster, EditionLimits limits) {
        return check(cluster, limits, List.of());
    }

    /** Whether a finding says that a waiver covers nothing (WAI-0102): in another state of the cluster it may. */
    public static boolean isUnusedWaiver(Finding finding) {
        return Waivers.isUnused(finding);
    }

    /**
     * The findings of all rules, see {@link RootCauses#of}. Those that are waived are among them, with their
     * reasons; a waiver of a rule that cannot be waived is an error (WAI-0101), one that covers nothing a warning
     * (WAI-0102).
     */
    public List<Finding> check(Cluster cluster, EditionLimits limits, List<Waiver> waivers) {
        Cluster placed = Places.named(cluster);
        List<Finding> findings = new ArrayList<>();
        rules.forEach(rule -> rule.check(placed, limits, findings::add));
        return RootCauses.of(new Waivers(rules, waivers).apply(findings));
    }
}
