package io.github.dmdsc.model.check;

import io.github.dmdsc.model.Cluster;
import java.util.ArrayList;
import java.util.List;

/** A set of rules that a cluster is judged by. */
public final class RuleBook {
    private final List<Rule> rules;

    private RuleBook(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** A book of some rules, for example {@code StandardRules.all()}. */
    public static RuleBook of(List<Rule> rules) {
        return new RuleBook(rules);
    }

    /** The rules, in the order of the book. */
    public List<Rule> rules() {
        return rules;
    }

    /** Judges a cluster by the limits of the current edition. */
    public List<Diagnostic> check(Cluster cluster) {
        return check(cluster, Limits.CURRENT);
    }

    /** All findings of all rules, sorted by {@link Diagnostic#ORDER}. */
    public List<Diagnostic> check(Cluster cluster, Limits limits) {
        Cluster placed = cluster.dcr().value().origin().known() ? cluster : Places.named(cluster);
        List<Diagnostic> findings = new ArrayList<>();
        rules.forEach(rule -> rule.check(placed, limits, findings::add));
        return findings.stream().sorted(Diagnostic.ORDER).toList();
    }
}
