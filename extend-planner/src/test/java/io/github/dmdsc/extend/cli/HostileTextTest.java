package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendPlanner;
import io.github.dmdsc.extend.HostileClusters;
import io.github.dmdsc.extend.HostileClusters.Hostile;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.render.PlanDirectory;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.ini.lens.ClusterReading;
import io.github.dmdsc.model.base.VisibleText;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.rules.StandardRules;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/**
 * For any text in the files and in the request, check and plan give a result, and their output has no control
 * characters.
 */
class HostileTextTest {
    @Provide
    Arbitrary<Hostile> hostile() {
        return HostileClusters.any();
    }

    @Property(tries = 30)
    void checking_and_planning_never_throw(@ForAll("hostile") Hostile hostile) {
        run(hostile);
    }

    @Tag("exhaustive")
    @Property(tries = 20_000)
    void checking_and_planning_never_throw_in_many_tries(@ForAll("hostile") Hostile hostile) {
        run(hostile);
    }

    static void run(Hostile hostile) {
        ClusterReading reading = ClusterLens.get(hostile.files());
        List<Finding> findings = new ArrayList<>(reading.findings());
        reading.cluster()
                .ifPresent(cluster -> findings.addAll(StandardRules.book().check(cluster)));
        printed(hostile, findings, List.of());

        PlanResult result = ExtendPlanner.plan(hostile.files(), hostile.request());
        if (result instanceof PlanResult.Planned planned) {
            assertThat(findings).noneMatch(Finding::isBlocking);
            printed(hostile, planned.notes(), List.of());
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                PlanDirectory.of(planned, hostile.files(), locale);
            }
        } else if (result instanceof PlanResult.Rejected rejected) {
            assertThat(rejected.findings()).anyMatch(Finding::isBlocking);
            printed(hostile, rejected.findings(), rejected.questions());
        } else if (result instanceof PlanResult.NeedsInput needs) {
            printed(hostile, needs.notes(), needs.questions());
        }
    }

    private static void printed(Hostile hostile, List<Finding> findings, List<Question> questions) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            StringWriter text = new StringWriter();
            Printer printer = new Printer(new PrintWriter(text), locale, false).over(hostile.files());
            printer.findings(findings);
            printer.questions(questions);
            assertThat(VisibleText.firstInvisible(text.toString().replace("\n", "")))
                    .as(text.toString())
                    .isEmpty();
        }
    }
}
