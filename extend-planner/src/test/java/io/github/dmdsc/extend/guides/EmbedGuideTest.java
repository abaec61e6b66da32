package io.github.dmdsc.extend.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dmdsc.extend.ClusterCheck;
import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.ExtendPlanner;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.render.FindingsText;
import io.github.dmdsc.extend.render.PlanDirectory;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.extend.run.Freshness;
import io.github.dmdsc.extend.run.Observed;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.run.Replan;
import io.github.dmdsc.ini.files.AtomicDirectory;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterEdit;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.rules.StandardRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/guides/embed.md. */
class EmbedGuideTest {
    private static final Path COLLECTED = Path.of("..", "docs", "examples", "two-node");

    // tag::read[]
    static ClusterFiles read(Path collected) {
        ClusterCheck check = ClusterCheck.of(collected);
        if (check.hasErrors()) {
            throw new IllegalStateException(
                    FindingsText.in(Locale.ENGLISH).over(check.files()).of(check.findings()));
        }
        return check.files();
    }
    // end::read[]

    // tag::change[]
    static ClusterFiles moved(ClusterFiles files) {
        Cluster cluster = ClusterLens.get(files).cluster().orElseThrow();
        ClusterEdit edit = ClusterLens.put(cluster.withMember(1, member -> member.withCssPort(17_000)), files);
        edit.touched().forEach(line -> System.out.println(line.file() + " " + line.key()));
        return edit.findings().isEmpty() ? edit.files() : files;
    }
    // end::change[]

    // tag::plan[]
    static String answer(ClusterFiles files, ExtendRequest request, Path out) {
        return ExtendPlanner.plan(files, request).accept(new PlanResult.Visitor<>() {
            @Override
            public String planned(PlanResult.Planned result) {
                PlanDirectory directory = PlanDirectory.of(result, files, Locale.ENGLISH);
                List<Finding> written = AtomicDirectory.write(directory.content(), directory.modes(), out);
                boolean refused = written.stream().anyMatch(Finding::isBlocking);
                return refused ? written.toString() : "planned " + result.plan().planId();
            }

            @Override
            public String alreadyExtended(PlanResult.AlreadyExtended result) {
                return "already extended";
            }

            @Override
            public String needsInput(PlanResult.NeedsInput result) {
                return "asks for "
                        + result.questions().stream().map(Question::attribute).toList();
            }

            @Override
            public String rejected(PlanResult.Rejected result) {
                return "rejected: " + result.findings();
            }
        });
    }
    // end::plan[]

    // tag::resume[]
    static List<String> remaining(String planJson, ClusterFiles now, Set<String> journal) {
        ExtendPlan plan = PlanJson.read(planJson, "plan.json").value().orElseThrow();
        if (Freshness.checkFresh(plan, now) instanceof Freshness.OtherCluster) {
            throw new IllegalArgumentException("these files are of another cluster");
        }
        Replan replan = Replan.replan(plan, Observed.of(now).withDone(journal));
        return replan instanceof Replan.Remaining left
                ? left.steps().stream().map(step -> step.id()).toList()
                : List.of();
    }

    static Recovery waysFrom(ExtendPlan plan, String failedStep, ClusterFiles now) {
        return Recovery.recover(plan, failedStep, Observed.of(now));
    }
    // end::resume[]

    @Test
    void one_change_of_a_member_reaches_every_file_that_states_it() {
        ClusterFiles files = moved(read(COLLECTED));

        Cluster cluster = ClusterLens.get(files).cluster().orElseThrow();
        assertThat(cluster.member(1).port(GroupType.CSS)).contains(Port.of(17_000));
        assertThat(StandardRules.book().check(cluster)).noneMatch(Finding::isBlocking);
    }

    @Test
    void what_is_wrong_with_the_files_is_not_passed_over(@TempDir Path collected) {
        assertThat(ClusterDirectory.write(Example.files().without(Example.DMDCR_2), collected.resolve("c")))
                .isEmpty();

        assertThatThrownBy(() -> read(collected.resolve("c"))).hasMessageContaining("CLU-");
    }

    @Test
    void the_guides_code_does_what_the_guide_says(@TempDir Path work) throws Exception {
        ClusterFiles files = read(COLLECTED);
        Path out = work.resolve("plan");
        // tag::request[]
        ExtendRequest request = ExtendRequest.forHost("10.0.2.103")
                .serviceHost(HostAddress.of("192.168.56.103"))
                .addLogFiles("+DMLOG/log/DSC2_log01.log", "+DMLOG/log/DSC2_log02.log")
                .logSize(Megabytes.of(256))
                .build();
        // end::request[]

        assertThat(answer(files, ExtendRequest.forHost("10.0.2.103").build(), out))
                .startsWith("asks for ")
                .contains("logFiles", "logSize", "serviceHost");
        assertThat(answer(files, request, out)).startsWith("planned ");
        assertThat(answer(files, request.withLogSize(Megabytes.of(512)), out)).contains("FIL-");
        assertThat(out).isDirectoryContaining("glob:**/plan.md");

        String json = Files.readString(out.resolve("plan.json"));
        ExtendPlan plan = PlanJson.read(json, "plan.json").value().orElseThrow();
        String first = plan.steps().get(0).id();
        assertThat(remaining(json, files, Set.of(first)))
                .hasSize(plan.steps().size() - 1)
                .doesNotContain(first);
        assertThat(waysFrom(plan, "add-log-files", files).ways())
                .extracting(Recovery.Way::kind)
                .containsExactly(Recovery.Kind.LOOK);
        assertThat(answer(ClusterDirectory.read(out.resolve("files")).value(), request, work.resolve("again")))
                .isEqualTo("already extended");
    }
}
