package com.example.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dmdsc.extend.ExtendPlanner;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.render.PlanDirectory;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpsTest {
    private static final Path COLLECTED = Path.of(System.getenv().getOrDefault("CLUSTER", "cluster"));

    @Test
    void a_plan_is_made_and_rendered_on_the_module_path() {
        assertTrue(Ops.class.getModule().isNamed());
        assertTrue(ExtendPlanner.class.getModule().isNamed());
        ClusterFiles files = ClusterDirectory.read(COLLECTED).value();

        PlanResult.Planned planned = (PlanResult.Planned) Ops.plan(files);

        assertTrue(PlanDirectory.of(planned, files, Locale.CHINESE).content().size() > 5);
        String json = PlanJson.write(planned.plan(), planned.rehearsal());
        assertEquals(Optional.of(planned.plan()), PlanJson.read(json, "plan.json").value());
    }
}
