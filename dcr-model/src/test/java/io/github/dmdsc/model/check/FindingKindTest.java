package io.github.dmdsc.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ModelJson;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.WholeNumber;
import io.github.dmdsc.model.check.rules.StandardRules;
import io.github.dmdsc.model.check.texts.Texts;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.DeclaredKinds;
import io.github.dmdsc.model.fixtures.DeclaredKinds.Declared;
import io.github.dmdsc.model.fixtures.Defects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingKindTest {
    private static final Messages MESSAGES = Messages.beside(Texts.class);

    @Test
    void every_kind_has_a_title_messages_and_a_fix_with_the_same_parameters_in_both_languages() {
        assertThat(DeclaredKinds.problems(DeclaredKinds.beside(FindingKind.class)))
                .isEmpty();
    }

    @Test
    void the_kinds_are_those_of_the_rules_and_of_waivers() {
        List<FindingKind> ofRules = StandardRules.book().kinds();

        assertThat(ofRules).hasSameSizeAs(StandardRules.book().rules());
        assertThat(DeclaredKinds.beside(FindingKind.class).stream().map(Declared::kind))
                .containsAll(ofRules)
                .filteredOn(kind -> !ofRules.contains(kind))
                .extracting(FindingKind::id)
                .containsExactly("WAI-0101", "WAI-0102");
    }

    @Test
    void a_kind_is_called_by_its_title_as_one_word() {
        assertThat(StandardRules.book().kinds())
                .filteredOn(kind -> kind.id().matches("DSC-0209|DSC-0204|DSC-0217"))
                .extracting(FindingKind::name)
                .containsExactly("MalServicePorts", "MonitorOguid", "FilesOfANode");
    }

    @Test
    void a_kind_is_known_by_its_id() {
        FindingKind kind = FindingKind.of(MESSAGES, "TST-0001", Severity.ERROR);

        assertThat(kind).hasToString("TST-0001").isEqualTo(kind.waivable()).hasSameHashCodeAs(kind.manual("x"));
        assertThat(kind.isWaivable()).isFalse();
        assertThat(kind.waivable().manual("x").isWaivable()).isTrue();
        assertThat(kind.manual("x").waivable().manual()).contains("x");
        FindingKind other = FindingKind.of(MESSAGES, "TST-0002", Severity.ERROR);
        assertThat(kind).isNotEqualTo(other).doesNotHaveSameHashCodeAs(other);
        assertThat(kind.page()).isEqualTo("docs/reference/findings.md");
        assertThat(StandardRules.book().rules().get(0).kind().page()).isEqualTo("docs/rules/DSC-0101.md");
    }

    /** Returns the findings of all rules in clusters that have one defect each. */
    static Stream<Finding> findings() {
        List<Cluster> clusters = Stream.of(StorageEdition.values())
                .flatMap(edition -> Stream.of(Archives.NONE, Archives.LOCAL_AND_REMOTE)
                        .map(archives -> ClusterLayout.builder()
                                .nodes(3)
                                .edition(edition)
                                .archives(archives)
                                .oneMachine(archives == Archives.NONE)
                                .virtualAddresses(true)
                                .checkPorts(true)
                                .build()
                                .cluster()))
                .collect(Collectors.toCollection(ArrayList::new));
        clusters.add(ClusterLayout.builder()
                .oneMachine(true)
                .archives(Archives.LOCAL)
                .build()
                .cluster());
        return Defects.all().stream()
                .flatMap(defect -> clusters.stream().filter(defect::fits).map(defect::in))
                .flatMap(cluster -> StandardRules.book().check(cluster).stream());
    }

    @Test
    void every_rule_is_among_them() {
        assertThat(findings().map(Finding::ruleId).distinct().sorted())
                .containsExactlyElementsOf(
                        StandardRules.book().rules().stream().map(Rule::id).toList());
    }

    @Test
    void a_finding_of_any_rule_is_json_with_its_operands_as_they_are_and_its_sentences() {
        assertThat(findings()).allSatisfy(finding -> {
            JsonNode json = ModelJson.mapper().valueToTree(finding);

            assertThat(json.get("ruleId").asText()).isEqualTo(finding.ruleId());
            assertThat(json.at("/message/en").asText())
                    .isEqualTo(finding.message().en());
            assertThat(json.at("/fix/zh").asText()).isEqualTo(finding.fix().zh());
            assertThat(json.has("kind")).isFalse();
            assertThat(json.has("blocking")).isFalse();
            finding.parameters()
                    .forEach((name, value) -> assertThat(sameSort(value, json.at("/parameters/" + name)))
                            .as(name)
                            .isTrue());
        });
    }

    private static boolean sameSort(Object value, JsonNode json) {
        if (value instanceof Number || value instanceof WholeNumber) {
            return json.isNumber() && json.asText().equals(value.toString());
        } else if (value instanceof Optional<?>) {
            return json.isNull();
        } else if (value instanceof List<?> list) {
            return json.isArray() && json.size() == list.size();
        }
        return json.isObject() || json.asText().equals(value.toString());
    }

    @Test
    void no_operand_is_a_sign_for_no_value_or_a_list_in_one_text() {
        assertThat(findings())
                .allSatisfy(finding -> assertThat(finding.parameters().values())
                        .noneMatch(value ->
                                value instanceof String text && (text.matches("[-?]") || text.contains(" | "))));
    }

    @Test
    void causes_of_several_calls_are_added() {
        FindingKind kind = FindingKind.of(MESSAGES, "TST-0001", Severity.ERROR)
                .causedBy("TST-0002", "TST-0003")
                .causedBy(Set.of("TST-0004"));

        assertThat(kind.causes()).containsExactlyInAnyOrder("TST-0002", "TST-0003", "TST-0004");
        assertThat(kind.waivable().manual("x").causes()).isEqualTo(kind.causes());
        assertThat(kind.id()).isEqualTo("TST-0001");
    }
}
