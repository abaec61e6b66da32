package io.github.dmdsc.programs;

import static io.github.dmdsc.model.fixtures.DmdscAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Severity;
import io.github.dmdsc.model.check.rules.StandardRules;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import org.junit.jupiter.api.Test;

/** Tests that the most common uses of this module need at most ten lines, in a package outside the module's. */
class TenLineProgramsTest {
    @Test
    void test_a_layout_with_one_change() {
        Cluster planned = ClusterLayout.builder().nodes(4).build().cluster();

        Cluster changed = planned.withMember(3, member -> member.withAsmPort(17_000));

        assertThat(changed).hasNoErrors().hasUniquePorts();
        assertThat(changed.member(3).port(GroupType.ASM)).contains(Port.of(17_000));
    }

    @Test
    void list_all_rules_with_severity_and_title() {
        StringBuilder list = new StringBuilder();
        for (FindingKind rule : StandardRules.book().kinds()) {
            list.append(rule.id() + " " + rule.severity() + " " + rule.title().en() + "\n");
        }

        assertThat(list.toString()).contains("DSC-0302 " + Severity.ERROR + " Shared memory key");
    }
}
