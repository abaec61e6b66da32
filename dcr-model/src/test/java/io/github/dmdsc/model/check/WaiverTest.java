package io.github.dmdsc.model.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.rules.StandardRules;
import io.github.dmdsc.model.fixtures.ClusterArbitraries;
import io.github.dmdsc.model.fixtures.ClusterEdits;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.Defect;
import io.github.dmdsc.model.fixtures.Defects;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WaiverTest {
    private static final String MONITOR = "monitor0:/data/dmcssm.ini CSSM_OGUID";

    private static List<Finding> judged(Cluster cluster, Waiver... waivers) {
        return StandardRules.book().check(cluster, ManualLimits.OLDER, List.of(waivers));
    }

    private static Cluster with(String ruleId) {
        Defect defect = Defects.of(ruleId).get(0);
        Cluster cluster = ClusterLayout.builder().build().cluster();
        Cluster oneMachine = ClusterLayout.builder().oneMachine(true).build().cluster();
        return defect.in(defect.fits(cluster) ? cluster : oneMachine);
    }

    @Test
    void a_waived_finding_still_shows_and_blocks_nothing() {
        List<Finding> findings =
                judged(with("DSC-0209"), new Waiver("DSC-0209", MONITOR, "the old console, gone on Friday"));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("DSC-0209");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.waived()).contains("the old console, gone on Friday");
            assertThat(finding.isBlocking()).isFalse();
        });
    }

    @Test
    void a_waiver_is_for_one_rule_at_one_place() {
        Finding finding = judged(with("DSC-0209")).get(0);

        assertThat(finding.isBlocking()).isTrue();
        assertThat(new Waiver("DSC-0209", MONITOR, "x").covers(finding)).isTrue();
        assertThat(new Waiver("DSC-0210", MONITOR, "x").covers(finding)).isFalse();
        assertThat(new Waiver("DSC-0209", "monitor0:/data/dmcssm.in", "x").covers(finding))
                .isFalse();
        assertThat(new Waiver("DSC-0209", "monitor0", "x").covers(finding)).isFalse();
    }

    @Test
    void a_waiver_takes_a_line_or_a_file_but_no_host() {
        FileId file = new FileId("fe80::1", "/data/dmcssm.ini");
        Finding finding = ImmutableFinding.builder()
                .from(judged(with("DSC-0209")).get(0))
                .primary(Location.of(file, 3, 5))
                .build();

        for (String place :
                List.of("fe80::1:/data/dmcssm.ini", "fe80::1:/data/dmcssm.ini:3", "fe80::1:/data/dmcssm.ini:3:5")) {
            assertThat(new Waiver("DSC-0209", place, "x").covers(finding)).isTrue();
        }
        for (String place : List.of("fe80", "fe80::1", "fe80::1:/data", "fe80::1:/data/dmcssm.ini:4")) {
            assertThat(new Waiver("DSC-0209", place, "x").covers(finding)).isFalse();
        }
    }

    @Test
    void two_waivers_for_one_finding_both_cover_it() {
        assertThat(judged(with("DSC-0209"), new Waiver("DSC-0209", MONITOR, "x"), new Waiver("DSC-0209", MONITOR, "y")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.waived()).contains("x"));
    }

    @Test
    void a_waiver_for_one_node_says_nothing_of_another() {
        Cluster cluster = ClusterLayout.builder().nodes(3).build().cluster();
        for (int node = 1; node < 3; node++) {
            int pools = 6 + node;
            cluster = ClusterEdits.dmIni(
                    cluster,
                    node,
                    dmIni -> DmIni.builder().from(dmIni).dscPools(pools).build());
        }

        assertThat(judged(cluster, new Waiver("DSC-0221", "10.1.0.2:/data/DSC1_conf/dm.ini DSC_N_POOLS", "x")))
                .extracting(finding -> finding.waived().isPresent())
                .containsExactly(true, false);
    }

    @Test
    void a_waiver_without_a_finding_is_a_warning() {
        Cluster valid = ClusterLayout.builder().build().cluster();

        assertThat(judged(valid, new Waiver("DSC-0209", MONITOR, "x")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.ruleId()).isEqualTo("WAI-0102");
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.primary()).hasToString(MONITOR);
                });
    }

    @Property(tries = 25)
    void what_guards_the_point_of_no_return_is_never_waived(@ForAll("spoilt") Cluster cluster) {
        for (Finding finding : judged(cluster)) {
            Rule rule = StandardRules.book().rules().stream()
                    .filter(each -> each.id().equals(finding.ruleId()))
                    .findFirst()
                    .orElseThrow();
            List<Finding> judged = judged(
                    cluster, new Waiver(finding.ruleId(), finding.primary().toString(), "x"));

            assertThat(judged.stream().anyMatch(each -> each.ruleId().equals("WAI-0101")))
                    .isEqualTo(!rule.kind().isWaivable());
            assertThat(judged).filteredOn(each -> each.waived().isPresent()).allSatisfy(each -> {
                assertThat(each.ruleId()).isEqualTo(finding.ruleId());
                assertThat(rule.kind().isWaivable()).isTrue();
            });
        }
    }

    @Provide
    Arbitrary<Cluster> spoilt() {
        Arbitrary<Defect> defects = Arbitraries.of(Defects.all());
        return defects.flatMap(ClusterArbitraries::clustersWith);
    }

    @Test
    void what_extend_dcrdisk_and_extend_node_depend_on_cannot_be_waived() {
        assertThat(StandardRules.book().rules().stream()
                        .filter(rule -> rule.kind().isWaivable())
                        .map(Rule::id))
                .containsExactly(
                        "DSC-0113",
                        "DSC-0116",
                        "DSC-0117",
                        "DSC-0118",
                        "DSC-0119",
                        "DSC-0205",
                        "DSC-0209",
                        "DSC-0210",
                        "DSC-0215",
                        "DSC-0218",
                        "DSC-0219",
                        "DSC-0220",
                        "DSC-0221",
                        "DSC-0223",
                        "DSC-0224",
                        "DSC-0226",
                        "DSC-0227",
                        "DSC-0228",
                        "DSC-0229",
                        "DSC-0230",
                        "DSC-0231",
                        "DSC-0232",
                        "DSC-0233",
                        "DSC-0234",
                        "DSC-0235",
                        "DSC-0236",
                        "DSC-0237",
                        "DSC-0238",
                        "DSC-0239",
                        "DSC-0240",
                        "DSC-0241",
                        "DSC-0305",
                        "DSC-0402",
                        "DSC-0403",
                        "DSC-0404",
                        "DSC-0405");
        assertThat(judged(with("DSC-0302"), new Waiver("UNKNOWN", "x", "x")))
                .extracting(Finding::ruleId)
                .containsExactlyInAnyOrder("DSC-0302", "WAI-0101");
    }

    @Test
    void a_waiver_is_read_from_its_rule_its_place_and_its_reason() {
        assertThat(Waiver.parse("DSC-0209@" + MONITOR + "=a = b@c"))
                .isEqualTo(new Waiver("DSC-0209", MONITOR, "a = b@c"));
        for (String text : List.of("", "DSC-0209", "DSC-0209@" + MONITOR, "DSC-0209=" + MONITOR, "a=b@c")) {
            assertThatThrownBy(() -> Waiver.parse(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a waiver names a rule, a place and a reason");
        }
    }

    @Test
    void only_a_waiver_that_covers_nothing_is_unused() {
        Waiver waiver = new Waiver("DSC-0209", MONITOR, "x");
        Cluster valid = ClusterLayout.builder().build().cluster();

        assertThat(judged(valid, waiver)).isNotEmpty().allMatch(RuleBook::isUnusedWaiver);
        assertThat(judged(with("DSC-0209"), waiver)).isNotEmpty().noneMatch(RuleBook::isUnusedWaiver);
    }

    @Test
    void nothing_of_a_waiver_may_be_left_out() {
        assertThatThrownBy(() -> new Waiver(" ", "x", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Waiver("x", "", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Waiver("x", "x", "")).isInstanceOf(IllegalArgumentException.class);
    }
}
