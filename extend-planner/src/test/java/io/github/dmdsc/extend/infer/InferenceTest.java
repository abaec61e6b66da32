package io.github.dmdsc.extend.infer;

import static org.assertj.core.api.Assertions.assertThat;

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
    void whatTheRequestGivesWinsOverEverything() {
        assertThat(inference.number("given", "--given", seen("1", "2"))).contains("7");
        assertThat(inference.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.how()).isEqualTo(Decision.How.EXPLICIT);
            assertThat(decision.evidence()).hasSize(2);
        });
    }

    @Test
    void whatAllNodesHaveIsKept() {
        assertThat(inference.number("port", "--port", seen("5236", "5236"))).contains("5236");
        assertThat(inference.decisions()).extracting(Decision::how).containsExactly(Decision.How.SAME);
    }

    @Test
    void aProgressionIsContinuedAndShown() {
        assertThat(inference.number("port", "--port", seen("9341", "9343"))).contains("9345");
        assertThat(inference.decisions())
                .singleElement()
                .satisfies(decision -> assertThat(decision.why().zh()).isEqualTo("延续 9341, 9343"));
    }

    @Test
    void irregularNumbersAreAskedForWithWhatWasSeen() {
        assertThat(inference.number("port", "--port", seen("1", "2", "4"))).isEmpty();
        assertThat(inference.questions()).singleElement().satisfies(question -> {
            assertThat(question.option()).isEqualTo("--port");
            assertThat(question.seen()).hasSize(3);
            assertThat(question.text().en()).contains("1, 2, 4");
        });
    }

    @Test
    void oneSampleShowsNothingForWhatEachNodeHasForItself() {
        assertThat(inference.number("port", "--port", seen("1"))).isEmpty();
        assertThat(inference.ownText("name", "--name", seen("DSC0"))).isEmpty();
        assertThat(inference.text("size", "--size", seen("20"))).contains("20");
    }

    @Test
    void strictInfersNothingThatEachNodeHasForItself() {
        Inference strict = new Inference(true, Map.of());

        assertThat(strict.number("a", "--a", seen("5", "5"))).isEmpty();
        assertThat(strict.number("b", "--b", seen("5", "6"))).isEmpty();
        assertThat(strict.ownText("c", "--c", seen("n0", "n1"))).isEmpty();
        assertThat(strict.questions()).extracting(Question::name).containsExactly("a", "b", "c");
        assertThat(strict.questions().get(1).suggestion()).contains("7");
    }
}
