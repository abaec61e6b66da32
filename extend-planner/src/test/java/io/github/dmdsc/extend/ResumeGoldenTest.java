package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.Observed;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.ini.files.ClusterFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Compares the knowledge after each step of the manual's chapter with a golden table: {@code x} done, {@code .}
 * remaining, {@code ?} remaining after a look. With {@code -Dgolden.rewrite=true} the test rewrites the table; review
 * the changes as a diff.
 */
class ResumeGoldenTest {
    private static final Path DIRECTORY =
            Path.of("src", "test", "resources", "io", "github", "dmdsc", "extend", "resume");

    @Test
    void the_status_after_each_step_of_the_manuals_chapter() throws IOException {
        is_golden("manual.txt", Example.files(), Example.manual().plan());
    }

    @Test
    void the_status_of_a_mirror_cluster_without_a_monitor() throws IOException {
        ClusterFiles files = OtherClustersTest.mirror(Example.files()).without(Example.MONITOR);
        ExtendRequest request = Example.request()
                .addDcrvDisks("/dev/dcrv/d0", "/dev/dcrv/d1", "/dev/dcrv/d2")
                .monitor(Example.MONITOR)
                .build();
        is_golden("mirror.txt", files, Example.planned(files, request).plan());
    }

    private static void is_golden(String name, ClusterFiles base, ExtendPlan plan) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < plan.steps().size(); i++) {
            text.append("%2d %s\n".formatted(i + 1, plan.steps().get(i).id()));
        }
        table(text, "the files alone", base, plan, (now, done) -> now);
        table(text, "files and monitor", base, plan, (now, done) -> now.with(CarriedOut.state(plan, done)));
        table(text, "files and journal", base, plan, (now, done) -> now.withDone(ids(done)));
        table(
                text,
                "files, monitor and journal",
                base,
                plan,
                (now, done) -> now.with(CarriedOut.state(plan, done)).withDone(ids(done)));
        text.append("\nways from the step that failed, by files and monitor: if it did nothing / if it was done\n");
        for (int i = 0; i < plan.steps().size(); i++) {
            text.append("%2d %s / %s\n".formatted(i + 1, ways(base, plan, i, i), ways(base, plan, i, i + 1)));
        }
        Path file = DIRECTORY.resolve(name);
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(DIRECTORY);
            Files.writeString(file, text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
    }

    private static void table(
            StringBuilder text,
            String by,
            ClusterFiles base,
            ExtendPlan plan,
            BiFunction<Observed, List<Step>, Observed> more) {
        text.append("\nby ").append(by).append('\n');
        for (int count = 0; count <= plan.steps().size(); count++) {
            List<Step> done = plan.steps().subList(0, count);
            Observed observed = more.apply(Observed.of(CarriedOut.files(plan, base, done)), done);
            text.append("%2d %s\n".formatted(count, row(plan, Status.of(plan, observed))));
        }
    }

    private static String row(ExtendPlan plan, Status status) {
        return plan.steps().stream()
                .map(step -> status.uncertain().contains(step)
                        ? "?"
                        : status.remaining().contains(step) ? "." : "x")
                .collect(Collectors.joining());
    }

    private static Set<String> ids(List<Step> steps) {
        return steps.stream().map(Step::id).collect(Collectors.toSet());
    }

    private static String ways(ClusterFiles base, ExtendPlan plan, int failed, int count) {
        List<Step> done = plan.steps().subList(0, count);
        Observed observed = Observed.of(CarriedOut.files(plan, base, done)).with(CarriedOut.state(plan, done));
        return Recovery.recover(plan, plan.steps().get(failed).id(), observed).ways().stream()
                .map(way -> way.kind() + way.resumeAt().map(step -> " " + step).orElse("")
                        + way.resumeIfNot().map(step -> " or " + step).orElse("") + " ("
                        + way.steps().size() + ")")
                .collect(Collectors.joining(", "));
    }
}
