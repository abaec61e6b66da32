package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.StepTexts;
import io.github.dmdsc.extend.run.Observed;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.ini.files.ClusterFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Compares the ways that are offered after each failed step of the manual's chapter with golden files. With {@code
 * -Dgolden.rewrite=true} the test rewrites the golden files; review the changes as a diff.
 */
class RecoveryGoldenTest {
    private static final Path DIRECTORY =
            Path.of("src", "test", "resources", "io", "github", "dmdsc", "extend", "recovery");

    @Test
    void the_ways_from_each_step_of_the_manuals_chapter() throws IOException {
        is_golden("manual", Example.files(), Example.manual().plan());
    }

    @Test
    void the_ways_from_each_step_in_the_mirror_edition() throws IOException {
        ClusterFiles files = OtherClustersTest.mirror(Example.files());
        ExtendRequest request = Example.manualRequest()
                .addDcrvDisks("/dev/dcrv/d0", "/dev/dcrv/d1", "/dev/dcrv/d2")
                .build();
        is_golden("mirror", files, Example.planned(files, request).plan());
    }

    private static void is_golden(String name, ClusterFiles base, ExtendPlan plan) throws IOException {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            String text = recoveries(base, plan, locale);
            Path file = DIRECTORY.resolve(name + (locale.equals(Locale.CHINESE) ? "_zh.txt" : ".txt"));
            if (Boolean.getBoolean("golden.rewrite")) {
                Files.createDirectories(DIRECTORY);
                Files.writeString(file, text);
            }
            assertThat(text).isEqualTo(Files.readString(file));
        }
    }

    /** Returns the ways for each step, if the step had no effect, and if it took effect and then failed. */
    private static String recoveries(ClusterFiles base, ExtendPlan plan, Locale locale) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            text.append(step.id()).append(" (").append(step.rollbackClass()).append(")\n");
            text.append(ways(base, plan, i, step, locale).indent(2));
            if (!ways(base, plan, i + 1, step, locale).equals(ways(base, plan, i, step, locale))) {
                text.append("  its files are written:\n");
                text.append(ways(base, plan, i + 1, step, locale).indent(4));
            }
        }
        return text.toString();
    }

    private static String ways(ClusterFiles base, ExtendPlan plan, int count, Step failed, Locale locale) {
        List<Step> done = plan.steps().subList(0, count);
        Observed observed = Observed.of(CarriedOut.files(plan, base, done));
        return Recovery.recover(plan, failed.id(), observed).ways().stream()
                .map(way -> way(way, new StepTexts(plan, locale).when(way.when(), failed)))
                .collect(Collectors.joining("\n"));
    }

    private static String way(Recovery.Way way, String when) {
        String steps = way.steps().stream().map(Step::id).collect(Collectors.joining(", "));
        return way.kind() + ": " + when + "\n  [" + steps + "]"
                + way.resumeAt().map(next -> " => " + next).orElse("")
                + way.resumeIfNot().map(step -> " or " + step).orElse("");
    }
}
