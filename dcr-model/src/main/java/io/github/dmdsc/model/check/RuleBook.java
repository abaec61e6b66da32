package io.github.dmdsc.model.check;

import io.github.dmdsc.model.Cluster;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A set of rules for checking a cluster. */
public final class RuleBook {
    private final List<Rule> rules;

    private RuleBook(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Returns a rule book with the given rules, for example {@code StandardRules.book().rules()}.
     *
     * @throws IllegalArgumentException if two rules have the same id
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

    /** The kinds of findings of the rules, in the order of the book. */
    public List<FindingKind> kinds() {
        return rules.stream().map(Rule::kind).toList();
    }

    /** Checks a cluster with {@link ManualLimits#CURRENT} and without waivers. */
    public List<Finding> check(Cluster cluster) {
        return check(cluster, ManualLimits.CURRENT);
    }

    /**
     * Checks a cluster without waivers.
     *
     * @return the findings of all rules, reduced by {@link #rootCauses}
     */
    public List<Finding> check(Cluster cluster, ManualLimits limits) {
        return check(cluster, limits, List.of());
    }

    /**
     * Returns the findings, each once, sorted by {@link Finding#ORDER}. A finding is left out if a
     * {@linkplain Finding#isBlocking blocking} finding of one of the {@linkplain FindingKind#causes causes} of its kind
     * has a place on the same host.
     */
    public static List<Finding> rootCauses(Collection<Finding> findings) {
        return RootCauses.of(findings);
    }

    /**
     * Returns whether a finding reports a waiver that covers no finding (WAI-0102). The waiver may cover a finding in
     * another state of the cluster.
     */
    public static boolean isUnusedWaiver(Finding finding) {
        return Waivers.isUnused(finding);
    }

    /**
     * Checks a cluster. Waived findings stay in the result, with the reason of the waiver. A waiver of a rule that
     * cannot be waived is an ERROR (WAI-0101). A waiver that covers no finding is a WARNING (WAI-0102).
     *
     * @param cluster the cluster
     * @param limits the limits of the manual's edition
     * @param waivers the waivers
     * @return the findings of all rules, reduced by {@link #rootCauses}
     */
    public List<Finding> check(Cluster cluster, ManualLimits limits, List<Waiver> waivers) {
        Cluster placed = Places.named(cluster);
        List<Finding> findings = new ArrayList<>();
        rules.forEach(rule -> rule.check(placed, limits, findings::add));
        return RootCauses.of(new Waivers(rules, waivers).apply(findings));
    }
}
