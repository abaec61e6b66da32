package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.plan.ExtendPlan;
import org.junit.jupiter.api.Test;

class PlanJsonTest {
    private final ExtendPlan plan = Example.manual().plan();

    @Test
    void aPlanThatIsReadBackIsEqual() {
        assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
    }

    @Test
    void membersOfALaterMinorVersionArePassedOver() {
        String later = PlanJson.write(plan)
                .replaceFirst("\\{", "{ \"mood\" : { \"good\" : true },")
                .replace("\"formatVersion\" : \"1.0\"", "\"formatVersion\" : \"1.7\"");
        assertThat(PlanJson.read(later).steps()).isEqualTo(plan.steps());
    }

    @Test
    void anotherMajorVersionIsRefused() {
        String other = PlanJson.write(plan).replace("\"formatVersion\" : \"1.0\"", "\"formatVersion\" : \"2.0\"");
        assertThatThrownBy(() -> PlanJson.read(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2.0");
    }

    @Test
    void whatIsNoPlanIsRefused() {
        assertThatThrownBy(() -> PlanJson.read("{}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PlanJson.read("[")).isInstanceOf(IllegalArgumentException.class);
    }
}
