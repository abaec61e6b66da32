package io.github.dmdsc.extend.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Decision;
import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.model.Location;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InferenceTest {
    private final Inference inference = new Inference(false, Map.of("given", "7"));

    private static List<Evidence> seen(String... values) {
        return Arrays.stream(values)
                .map(value -> new Evidence(Location.outside(value), value))
                .toList();
    }

    @Test
    void a_value_of_the_request_takes_precedence() {
        assertThat(inference.number("given", seen("1", "2"))).contains("7");
        assertThat(inference.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.how()).isEqualTo(Decision.How.EXPLICIT);
            assertThat(decision.evidence()).hasSize(2);
        });
    }

    @Test
    void a_value_that_all_nodes_have_is_kept() {
        assertThat(inference.number("port", seen("5236", "5236"))).contains("5236");
        assertThat(inference.decisions()).extracting(Decision::how).containsExactly(Decision.How.SAME);
    }

    @Test
    void a_progression_is_continued_and_shown() {
        assertThat(inference.number("port", seen("9341", "9343"))).contains("9345");
        assertThat(inference.decisions())
                .singleElement()
                .satisfies(decision -> assertThat(decision.why().zh()).isEqualTo("延续 9341、9343"));
    }

    @Test
    void irregular_numbers_lead_to_a_question_with_the_evidence() {
        assertThat(inference.number("port", seen("1", "2", "4"))).isEmpty();
        assertThat(inference.questions()).singleElement().satisfies(question -> {
            assertThat(question.attribute()).isEqualTo("values");
            assertThat(question.evidence()).hasSize(3);
            assertThat(question.text().en()).contains("1, 2, 4");
        });
    }

    @Test
    void one_sample_is_not_enough_for_a_value_of_each_node() {
        assertThat(inference.number("port", seen("1"))).isEmpty();
        assertThat(inference.ownText("name", seen("DSC0"))).isEmpty();
        assertThat(inference.text("size", seen("20"))).contains("20");
    }

    @Test
    void strict_inference_does_not_infer_values_of_each_node() {
        Inference strict = new Inference(true, Map.of());

        assertThat(strict.number("a", seen("5", "5"))).isEmpty();
        assertThat(strict.number("b", seen("5", "6"))).isEmpty();
        assertThat(strict.ownText("c", seen("n0", "n1"))).isEmpty();
        assertThat(strict.questions()).extracting(Question::name).containsExactly("a", "b", "c");
        assertThat(strict.questions().get(1).suggestion()).contains("7");
    }

    @Test
    void a_text_that_nodes_may_share_is_taken_from_the_request_kept_or_continued() {
        assertThat(inference.text("given", seen("a", "a"))).contains("7");
        assertThat(inference.text("size", seen("20", "20"))).contains("20");
        assertThat(inference.text("directory", seen("/d0", "/d1"))).contains("/d2");
        assertThat(inference.text("other", seen("north", "south"))).isEmpty();
    }

    @Test
    void every_question_states_its_reason() {
        Inference strict = new Inference(true, Map.of());
        inference.number("nothing", seen());
        inference.number("one", seen("5"));
        inference.number("irregular", seen("5", "7", "8"));
        strict.number("strict", seen("5", "7"));

        assertThat(inference.questions())
                .extracting(question -> question.text().en())
                .satisfiesExactly(
                        nothing -> assertThat(nothing).contains("no file of the cluster holds it"),
                        one -> assertThat(one).contains("one value (5) shows no progression"),
                        irregular -> assertThat(irregular).contains("5, 7, 8").doesNotContain("strict"));
        assertThat(strict.questions().get(0).text().en()).contains("strict mode");
    }

    @Test
    void without_a_progression_the_last_value_is_suggested() {
        Inference strict = new Inference(true, Map.of());
        strict.number("equal", seen("5", "5"));
        inference.number("irregular", seen("5", "7", "8"));

        assertThat(strict.questions().get(0).suggestion()).contains("5");
        assertThat(inference.questions().get(0).suggestion()).contains("8");
    }

    @Test
    void a_next_number_that_is_too_large_is_the_reason_of_its_question() {
        inference.number("port", seen("65533", "65534"));
        inference.ownNumber("key", seen("2147483646", "2147483647"), "1");
        inference.number("irregular", seen("65533", "65531"));

        assertThat(inference.questions())
                .extracting(Question::why)
                .containsExactly(Question.Why.TOO_LARGE, Question.Why.TOO_LARGE, Question.Why.IRREGULAR);
        assertThat(inference.questions().get(0).text().en()).contains("larger than the parameter allows");
    }

    @Test
    void a_choice_is_a_question_with_its_consequences_until_the_request_answers_it() {
        String choice = "archives.remote";
        Inference made = new Inference(false, Map.of(choice, "keep"));

        assertThat(inference.choice(choice, seen("DSC0", "DSC1"), "add")).isEmpty();
        assertThat(inference.questions()).singleElement().satisfies(question -> {
            assertThat(question.attribute()).isEqualTo("remoteArchives");
            assertThat(question.suggestion()).contains("add");
            assertThat(question.text().en()).contains("DSC0, DSC1", "restarted", "keep");
        });
        assertThat(made.choice(choice, seen("DSC0", "DSC1"), "add")).contains("keep");
        assertThat(made.questions()).isEmpty();
        assertThat(made.decisions()).extracting(Decision::how).containsExactly(Decision.How.EXPLICIT);
    }
}
