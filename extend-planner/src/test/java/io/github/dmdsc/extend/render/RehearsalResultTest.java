package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.rehearse.RehearsalResult;
import io.github.dmdsc.extend.run.Proof;
import io.github.dmdsc.model.ModelJson;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests that every plan comes with its rehearsal and that the output tells the result of the rehearsal. */
class RehearsalResultTest {
    private static final PlanResult.Planned PLANNED = Example.manual();
    private static final RehearsalResult PROVED = Proof.of(PLANNED.plan(), Example.files());

    @Test
    void a_plan_that_has_not_passed_its_rehearsal_cannot_be_constructed() {
        RehearsalResult passed = PLANNED.rehearsal();
        RehearsalResult failed =
                new RehearsalResult(passed.planId(), passed.requirements(), 1, 1, List.of(), false, Optional.empty());
        RehearsalResult ofAnother =
                new RehearsalResult("another", passed.requirements(), 1, 1, List.of(), true, Optional.empty());

        assertThat(passed.passed()).isTrue();
        assertThat(PLANNED.with(PROVED).rehearsal()).isEqualTo(PROVED);
        for (RehearsalResult wrong : List.of(failed, ofAnother)) {
            assertThatThrownBy(() -> PLANNED.with(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_plans_json_holds_the_certificate_and_reads_back_as_the_plan() throws JsonProcessingException {
        String json = PlanJson.write(PLANNED.plan(), PROVED);
        JsonNode rehearsal = ModelJson.mapper().readTree(json).get("rehearsal");

        assertThat(ModelJson.mapper().treeToValue(rehearsal, RehearsalResult.class))
                .isEqualTo(PROVED);
        assertThat(PlanJson.read(json, "plan.json").value()).contains(PLANNED.plan());
    }

    @Test
    void the_runbook_tells_the_rehearsal_and_the_ending_of_each_kind_of_fault() {
        String plain = Runbook.of(PLANNED, Locale.ENGLISH);
        String proved = Runbook.of(PLANNED.with(PROVED), Locale.ENGLISH);

        assertThat(plain).contains("## Rehearsal", "No faults were added");
        long faults = PROVED.faults().size();
        assertThat(proved)
                .contains("Then " + faults + " faults were added", "| an old instance fails | 0 | ")
                .doesNotContain("No faults were");
        assertThat(Runbook.of(PLANNED.with(PROVED), Locale.CHINESE)).contains("## 演练", "| 有人修改文件 | ");
    }
}
