package com.example.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.Port;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpsToolTest {
    private static final Path COLLECTED = Path.of(System.getenv().getOrDefault("CLUSTER", "cluster"));
    private static final ClusterFiles FILES = ReadCluster.read(COLLECTED);
    private static final FileId DM_INI = new FileId("10.0.2.101", "/home/data/dsc0_config/dm.ini");
    private static final FileId DMDCR = new FileId("10.0.2.102", "/home/data/dmdcr.ini");

    @Test
    void what_is_wrong_with_the_files_is_not_passed_over(@TempDir Path work) {
        Path cluster = work.resolve("cluster");
        ClusterDirectory.write(FILES.without(DMDCR), cluster);

        String said = assertThrows(IllegalStateException.class, () -> ReadCluster.read(cluster)).getMessage();
        assertTrue(said.contains("CLU-"), said);
    }

    @Test
    void one_change_of_a_member_reaches_every_file_that_states_it() {
        ClusterFiles moved = MovePort.move(FILES, 1, 17_000);

        assertEquals(
                Optional.of(Port.of(17_000)),
                ClusterLens.get(moved).cluster().orElseThrow().member(1).port(GroupType.CSS));
    }

    @Test
    void every_answer_of_the_planner_is_told(@TempDir Path work) throws Exception {
        Path out = work.resolve("plan");
        ExtendRequest request = PlanNode.request();

        String asked = PlanNode.plan(FILES, ExtendRequest.forHost("10.0.2.103").build(), out);
        assertTrue(asked.startsWith("asks for "), asked);
        assertTrue(PlanNode.plan(FILES, request, out).startsWith("planned "));
        assertTrue(PlanNode.plan(FILES, request.withLogSize(Megabytes.of(512)), out).contains("FIL-"));
        ClusterFiles extended = ClusterDirectory.read(out.resolve("files")).value();
        assertEquals("already extended", PlanNode.plan(extended, request, work.resolve("again")));

        String json = Files.readString(out.resolve("plan.json"));
        ExtendPlan plan = PlanJson.read(json, "plan.json").value().orElseThrow();
        String first = plan.steps().get(0).id();
        List<String> left = GoOn.remaining(json, FILES, Set.of(first));
        assertEquals(plan.steps().size() - 1, left.size());
        assertFalse(left.contains(first));
        assertEquals(
                List.of(Recovery.Kind.LOOK),
                GoOn.waysFrom(plan, "add-log-files", FILES).ways().stream().map(Recovery.Way::kind).toList());
    }

    @Test
    void a_comment_is_no_change_and_a_port_is() {
        ClusterFiles moved = FILES.edit(DM_INI, document -> document.set("PORT_NUM", "5300"));
        ClusterFiles odd = FILES.edit(DM_INI, document -> document.set("BUFFER", "77"));

        assertEquals(Optional.empty(), CompareClusters.whatChanged(FILES, FILES));
        assertTrue(CompareClusters.whatChanged(FILES, moved).orElseThrow().contains("5300"));
        assertEquals(Optional.empty(), CompareClusters.drift(FILES));
        assertTrue(CompareClusters.drift(odd).orElseThrow().contains("BUFFER"));
    }
}
