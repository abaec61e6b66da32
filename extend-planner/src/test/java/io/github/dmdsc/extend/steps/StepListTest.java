package io.github.dmdsc.extend.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.plan.Tool;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepListTest {
    private final StepList list = new StepList();

    private void add(String id) {
        list.add(Step.builder()
                .id(id)
                .phase(Phase.PREFLIGHT)
                .host("h")
                .tool(Tool.OPERATOR)
                .rollbackClass(RollbackClass.READ_ONLY)
                .action(new Task.ReadLogs(List.of(), List.of())));
    }

    @Test
    void a_step_depends_on_the_one_before_but_steps_together_not_on_each_other() {
        add("clients.1");
        list.together(() -> {
            add("clients.2");
            add("clients.3");
        });
        add("clients.4");

        assertThat(list.steps())
                .extracting(Step::dependsOn)
                .extracting(Object::toString)
                .containsExactly("[]", "[clients.1]", "[clients.1]", "[clients.2, clients.3]");
    }

    @Test
    void after_an_empty_group_the_next_step_depends_on_the_one_before() {
        add("clients.1");
        list.together(() -> {});
        add("clients.2");

        assertThat(list.steps().get(1).dependsOn()).containsExactly("clients.1");
    }
}
