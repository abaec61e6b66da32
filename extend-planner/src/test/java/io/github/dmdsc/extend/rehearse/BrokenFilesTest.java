package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files that are no cluster's, or no longer one's: a rehearsal of them ends with a verdict all the same. */
class BrokenFilesTest {
    private static final Planned GOOD = ExtendedPlans.of(ClusterLayout.builder().build());

    private static Certificate rehearse(ClusterFiles files) {
        ExtendPlan plan = BadPlans.madeFrom(GOOD, files).plan();
        return Rehearsal.rehearse(plan, files);
    }

    private static List<String> sections(String text) {
        return Stream.of(text.split("(?=\\n\\[)", -1)).toList();
    }

    private static Stream<ClusterFiles> broken() {
        List<ClusterFiles> all = new ArrayList<>();
        for (FileId file : GOOD.files().ids()) {
            all.add(GOOD.files().without(file));
            all.add(GOOD.files().with(file, new byte[0]));
            List<String> sections = sections(new String(GOOD.files().bytes(file), StandardCharsets.UTF_8));
            for (int i = 0; i < sections.size(); i++) {
                List<String> left = new ArrayList<>(sections);
                left.remove(i);
                all.add(GOOD.files().with(file, String.join("", left).getBytes(StandardCharsets.UTF_8)));
            }
        }
        return all.stream();
    }

    @Test
    void where_something_is_missing_the_plan_is_refused() {
        assertThat(broken()).hasSizeGreaterThan(40).allSatisfy(files -> {
            Certificate certificate = rehearse(files);

            assertThat(certificate.passed()).isFalse();
            assertThat(certificate.failure()).isPresent();
        });
    }

    @Test
    void without_an_export_there_is_nothing_to_rehearse() {
        Certificate certificate = rehearse(ClusterFiles.empty());

        assertThat(certificate.failure())
                .hasValueSatisfying(failure -> assertThat(failure.rule()).isEqualTo(Requirement.EXPORTED));
        assertThat(certificate.stepsExecuted()).isZero();
        assertThat(certificate.statesVisited()).isZero();
    }
}
