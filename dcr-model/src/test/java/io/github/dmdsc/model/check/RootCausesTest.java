package io.github.dmdsc.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import java.util.List;
import org.junit.jupiter.api.Test;

class RootCausesTest {
    private static final Messages MESSAGES = Messages.beside(RootCausesTest.class);
    private static final FindingKind CAUSE = FindingKind.of(MESSAGES, "TST-0001", Severity.ERROR);
    private static final FindingKind DOUBT = FindingKind.of(MESSAGES, "TST-0001", Severity.WARNING);
    private static final FindingKind EFFECT =
            FindingKind.of(MESSAGES, "TST-0002", Severity.ERROR).causedBy("TST-0001");
    private static final Location HERE = Location.of(new FileId("here", "/a.ini"));
    private static final Location THERE = Location.of(new FileId("there", "/b.ini"));

    @Test
    void what_follows_from_an_error_on_one_of_its_hosts_is_left_out() {
        Finding cause = CAUSE.at(HERE).build();

        assertThat(RuleBook.rootCauses(List.of(
                        EFFECT.at(THERE).against(HERE).build(), EFFECT.at(HERE).build(), cause, cause)))
                .containsExactly(cause);
    }

    @Test
    void on_another_host_it_is_another_mistake() {
        Finding cause = CAUSE.at(HERE).build();
        Finding other = EFFECT.at(THERE).build();

        assertThat(RuleBook.rootCauses(List.of(other, cause))).containsExactly(cause, other);
    }

    @Test
    void what_does_not_stand_in_the_way_explains_nothing() {
        Finding effect = EFFECT.at(HERE).build();
        Finding waived = CAUSE.at(HERE).build().withWaived("known");

        assertThat(RuleBook.rootCauses(List.of(effect, waived))).contains(effect, waived);
        assertThat(RuleBook.rootCauses(List.of(effect, DOUBT.at(HERE).build()))).contains(effect);
    }
}
