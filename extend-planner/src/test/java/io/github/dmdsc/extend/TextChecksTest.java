package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.ExtendRequest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextChecksTest {
    @ParameterizedTest
    @ValueSource(strings = {"'", "\n", "\r", "\u0001"})
    void aLogFileThatNoStatementCanCarryIsRefused(String hostile) {
        ExtendRequest request = Example.request()
                .logFiles(List.of("+DMLOG/log/a" + hostile + "b.log", "+DMLOG/log/c.log"))
                .build();
        assertThat(ExtendPlanner.plan(Example.files(), request)).isNotInstanceOf(PlanResult.Planned.class);
    }
}
