package io.github.dmdsc.extend.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests how a run uses the sizes and the free space that DIsql prints before log files are added. */
class SpaceRunTest {
    private static final Planned GOOD = ExtendedPlans.of(ClusterLayout.builder().build());
    private static final CarryingOut CARRIED = new CarryingOut(GOOD, EnumSet.allOf(Law.class));
    private static final String END = "\n\nused time: 1.204(ms). Execute id is 58.\n";

    private enum Next {
        STOP,
        QUESTION,
        ON
    }

    private static Next after(String id, String text) {
        int at = CARRIED.first(move -> move instanceof Move.Read observe
                && observe.reading() instanceof Reading.Output
                && observe.step().map(Step::id).equals(Optional.of(id)));
        Move next =
                CARRIED.moments().get(at).run().answered(new Answer.Text(text)).move();
        return next instanceof Move.Stop ? Next.STOP : next instanceof Move.Ask ? Next.QUESTION : Next.ON;
    }

    @ParameterizedTest
    @CsvSource({"1, ON", "0, QUESTION", "-1, STOP"})
    void too_little_space_stops_the_run_and_exactly_enough_space_asks(int more, Next next) {
        Look.ShowSpace show =
                GOOD.plan().actions(Look.ShowSpace.class).findFirst().orElseThrow();
        Look.ShowSpace.Need need = show.groups().get(0);

        assertThat(show.groups()).hasSize(1);
        assertThat(need.archives()).isFalse();
        assertThat(after(
                        "space-free",
                        "GROUP_NAME TYPE TOTAL_MB FREE_MB\n" + need.group() + " EXTERNAL 99999 "
                                + (need.megabytes() + more) + END))
                .isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"0, ON", "1048576, QUESTION"})
    void log_files_of_another_size_lead_to_a_question_but_not_to_a_stop(long more, Next next) {
        Look.ViewLogFiles view =
                GOOD.plan().actions(Look.ViewLogFiles.class).findFirst().orElseThrow();

        assertThat(after(
                        "log-sizes",
                        "PATH RLOG_SIZE\n+" + view.groups().get(0) + "/x.log " + (view.size() * 1048576L + more) + END))
                .isEqualTo(next);
    }
}
