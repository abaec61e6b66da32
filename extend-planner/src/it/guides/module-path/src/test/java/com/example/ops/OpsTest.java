package com.example.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dmdsc.extend.ExtendPlanner;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.render.PlanDirectory;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpsTest {
    private static final Path COLLECTED = Path.of(System.getenv().getOrDefault("CLUSTER", "cluster"));

    @Test
    void a_plan_is_made_and_rendered_on_the_module_path() {
        assertTrue(Ops.class.getModule().isNamed());
        assertTrue(ExtendPlanner.class.getModule().isNamed());
        Read<ClusterFiles> read = ClusterDirectory.read(COLLECTED);

        PlanResult.Planned planned = (PlanResult.Planned) Ops.plan(read);

        assertTrue(PlanDirectory.of(planned, read.value(), Locale.CHINESE).content().size() > 5);
        String json = PlanJson.write(planned.plan(), planned.rehearsal());
        assertEquals(Optional.of(planned.plan()), PlanJson.read(json, "plan.json").value());
    }

    @Test
    void nothing_is_planned_from_a_part_of_the_files(@TempDir Path collected) throws Exception {
        Read<ClusterFiles> missing = ClusterDirectory.read(collected.resolve("missing"));
        Path text = Files.writeString(collected.resolve("dm.ini"), "INSTANCE_NAME = DSC0");

        for (Read<ClusterFiles> read : List.of(missing, ClusterDirectory.read(text))) {
            PlanResult.Rejected rejected = (PlanResult.Rejected) Ops.plan(read);
            assertEquals(
                    read.findings().stream().map(Finding::ruleId).toList(),
                    rejected.findings().stream().map(Finding::ruleId).toList());
        }
    }
}
