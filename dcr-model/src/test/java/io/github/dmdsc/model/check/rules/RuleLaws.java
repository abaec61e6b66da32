package io.github.dmdsc.model.check.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import io.github.dmdsc.model.check.RuleBook;
import io.github.dmdsc.model.check.Severity;
import io.github.dmdsc.model.fixtures.ClusterArbitraries;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.Defects;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws that hold for every rule. The test of a rule extends this class and adds tests of its own. */
abstract class RuleLaws {
    /**
     * Defects that two rules report, by the rule of the defect: a CSS port that another process has is also one that no
     * monitor lists, and a mistyped key also means that a mandatory parameter is missing.
     */
    private static final Map<String, String> MORE_THAN_ONE = Map.of("DSC-0301", "DSC-0210", "DSC-0227", "DSC-0110");

    private final Rule rule;

    RuleLaws(Rule rule) {
        this.rule = rule;
    }

    @Property(tries = 20)
    void says_nothing_about_valid_clusters(@ForAll("valid") Cluster cluster) {
        assertThat(found(cluster, ManualLimits.OLDER)).isEmpty();
    }

    @Property(tries = 20)
    void finds_its_defects_in_any_cluster(@ForAll("defective") Cluster cluster) {
        List<Finding> findings = RuleBook.of(List.of(rule)).check(cluster, ManualLimits.OLDER);

        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.ruleId()).isEqualTo(rule.id());
            assertThat(finding.message().zh()).isNotEqualTo(finding.message().en());
            assertThat(finding.fix().zh()).isNotEqualTo(finding.fix().en());
        });
        assertThat(StandardRules.book().check(cluster, ManualLimits.OLDER))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::ruleId)
                .filteredOn(id -> !MORE_THAN_ONE.getOrDefault(rule.id(), "").equals(id))
                .containsOnly(Stream.of(rule.id())
                        .filter(id -> rule.kind().severity() == Severity.ERROR)
                        .toArray(String[]::new));
    }

    @Provide
    Arbitrary<Cluster> valid() {
        return ClusterArbitraries.clusters();
    }

    @Provide
    Arbitrary<Cluster> defective() {
        return Arbitraries.of(Defects.of(rule.id())).flatMap(ClusterArbitraries::clustersWith);
    }

    /** Returns the findings of the rule, each as one line: severity, place, other places, message. */
    final List<String> found(Cluster cluster) {
        return found(cluster, ManualLimits.CURRENT);
    }

    final List<String> found(Cluster cluster, ManualLimits limits) {
        return RuleBook.of(List.of(rule)).check(cluster, limits).stream()
                .map(finding -> finding.severity() + " at " + finding.primary()
                        + finding.related().stream()
                                .map(Location::toString)
                                .map(place -> " and " + place)
                                .collect(Collectors.joining())
                        + ": " + finding.message().en())
                .toList();
    }

    /** Returns a cluster of the DMASM edition with two nodes, one monitor and no archives. */
    static Cluster cluster() {
        return cluster(2);
    }

    static Cluster cluster(int nodes) {
        return ClusterLayout.builder().nodes(nodes).build().cluster();
    }

    static Cluster mirror() {
        return ClusterLayout.builder().edition(StorageEdition.MIRROR).build().cluster();
    }

    /** Returns a cluster of two nodes, each with a local archive and a remote archive for the other node. */
    static Cluster archived() {
        return ClusterLayout.builder()
                .archives(Archives.LOCAL_AND_REMOTE)
                .build()
                .cluster();
    }
}
