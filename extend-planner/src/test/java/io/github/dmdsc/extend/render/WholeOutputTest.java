package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.OtherClustersTest;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.rehearse.Ending;
import io.github.dmdsc.extend.rehearse.Fault;
import io.github.dmdsc.extend.rehearse.RehearsalResult;
import io.github.dmdsc.extend.rehearse.RehearsalResult.FaultVerdict;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Compares the output for three plans with golden files: the manual's chapter and the same cluster with mirrored disks
 * in English, and in Chinese the third node of a mirror cluster that has no monitor yet and whose instances dmcss
 * starts. {@code -Dgolden.rewrite=true} rewrites the golden files; review the difference.
 */
class WholeOutputTest {
    private static final Path DIRECTORY =
            Path.of("src", "test", "resources", "io", "github", "dmdsc", "extend", "render");
    private static final PlanResult.Planned MANUAL = rehearsed(Example.manual());
    private static final PlanResult.Planned TWIN = Example.planned(
            OtherClustersTest.mirror(Example.files()),
            Example.manualRequest()
                    .addDcrvDisks("/dev/dcrv/d0", "/dev/dcrv/d1", "/dev/dcrv/d2")
                    .build());
    private static final PlanResult.Planned MIRROR = ExtendedPlans.result(ClusterLayout.builder()
            .nodes(2)
            .edition(StorageEdition.MIRROR)
            .dbRestart(Restart.COMMAND)
            .monitors(0)
            .build());

    /** Returns the plan with a few made-up faults; the real ones are tested with the rehearsal. */
    private static PlanResult.Planned rehearsed(PlanResult.Planned planned) {
        List<FaultVerdict> faults = List.of(
                fault("cluster-ok", Fault.CLEAN_FAILURE, Ending.RESUMED),
                fault("copy-config", Fault.CLEAN_FAILURE, Ending.RESUMED),
                fault("copy-config", Fault.PARTIAL_EFFECT, Ending.ROLLED_BACK_CLEAN),
                fault("extend-dcr", Fault.PARTIAL_EFFECT, Ending.REINITIALISED_AS_DOCUMENTED),
                fault("extend-dcr", Fault.FILE_CHANGED, Ending.RESUMED));
        RehearsalResult plain = planned.rehearsal();
        return planned.with(new RehearsalResult(
                plain.planId(), plain.requirements().subList(0, 3), 21, 34, faults, true, Optional.empty()));
    }

    private static FaultVerdict fault(String step, Fault fault, Ending ending) {
        return new FaultVerdict(step, fault, ending, Optional.empty());
    }

    private static void isGolden(String name, String text) throws IOException {
        Path file = DIRECTORY.resolve(name);
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @Test
    void the_runbooks() throws IOException {
        isGolden("manual.md", Runbook.of(MANUAL, Locale.ENGLISH));
        isGolden("mirror.md", Runbook.of(TWIN, Locale.ENGLISH));
        isGolden("mirror_zh.md", Runbook.of(MIRROR, Locale.CHINESE));
    }

    @Test
    void the_page() throws IOException {
        isGolden("mirror.html", page(rehearsed(MIRROR), Locale.ENGLISH));
    }

    /** Returns the page without its style sheet and its script, which are in files beside it. */
    private static String page(PlanResult.Planned planned, Locale locale) {
        return HtmlPage.of(planned, locale)
                .replace(Resources.text("plan.css"), "")
                .replace(Resources.text("plan.js"), "")
                .replaceAll("sha256-[^&]*", "sha256-...");
    }
}
