package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.extend.run.Observed;
import io.github.dmdsc.extend.run.Proof;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.rules.StandardRules;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import io.github.dmdsc.model.fixtures.Defect;
import io.github.dmdsc.model.fixtures.Defects;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The results of planner, rehearsal, resume, proof and rules for some clusters, as data without sentences. */
public final class WithoutSentences implements Supplier<String> {
    private final StringBuilder text = new StringBuilder();

    /** Returns a sentence, which shows which catalogue is read. */
    @Override
    public String toString() {
        return StandardRules.book().rules().get(0).kind().title().zh();
    }

    @Override
    public String get() {
        ClusterLayout small = ClusterLayout.builder().nodes(2).build();
        List<ClusterLayout> layouts = List.of(
                small,
                ClusterLayout.builder()
                        .nodes(2)
                        .edition(StorageEdition.MIRROR)
                        .archives(Archives.LOCAL_AND_REMOTE)
                        .asmRestart(Restart.NONE)
                        .dbRestart(Restart.NONE)
                        .build(),
                ClusterLayout.builder()
                        .nodes(3)
                        .monitors(0)
                        .ipv6(true)
                        .virtualAddresses(true)
                        .build());
        layouts.forEach(this::planned);
        proved(small);
        Defects.all()
                .forEach(defect -> layouts.stream()
                        .map(ClusterLayout::cluster)
                        .filter(defect::fits)
                        .limit(1)
                        .forEach(cluster -> spoilt(defect, cluster)));
        refused(small);
        return text.toString();
    }

    private void planned(ClusterLayout layout) {
        GeneratedCluster cluster = new GeneratedCluster(layout);
        ClusterFiles files = cluster.files();
        PlanResult.Planned planned = Example.planned(files, cluster.next(layout.nodes()));
        ExtendPlan plan = planned.plan();
        line(PlanJson.write(plan));
        line(PlanJson.text(planned.rehearsal()));
        findings(planned.notes());
        List<String> steps = plan.steps().stream().map(Step::id).toList();
        for (ClusterFiles now : List.of(files, planned.target(), broken(files))) {
            for (int done : List.of(0, steps.size() / 2)) {
                resumed(plan, Observed.of(now).withDone(new LinkedHashSet<>(steps.subList(0, done))));
            }
        }
    }

    private void resumed(ExtendPlan plan, Observed now) {
        Status status = Status.of(plan, now);
        line(ids(status.remaining()) + " " + ids(status.uncertain()) + " " + status.begun());
        findings(status.findings());
        for (int i = 0; i < plan.steps().size(); i += 4) {
            Step step = plan.steps().get(i);
            Recovery recovery = Recovery.recover(plan, step.id(), now);
            for (Recovery.Way way : recovery.ways()) {
                line(step.id() + " " + way.kind() + " " + way.when() + " " + ids(way.steps()) + " " + way.resumeAt()
                        + " " + way.resumeIfNot());
            }
            findings(recovery.findings());
        }
    }

    private void proved(ClusterLayout layout) {
        ExtendedPlans.Planned planned = ExtendedPlans.of(layout);
        line(PlanJson.text(Proof.of(planned.plan(), planned.files())));
    }

    /** Adds the findings of the rules about a defect, and those of the planner about its files. */
    private void spoilt(Defect defect, Cluster cluster) {
        Cluster bad = defect.in(cluster);
        findings(StandardRules.book().check(bad));
        ClusterFiles files = ClusterLens.create(bad);
        findings(ClusterLens.get(files).findings());
        result(ExtendPlanner.plan(files, Example.request().build()));
    }

    private void refused(ClusterLayout layout) {
        GeneratedCluster cluster = new GeneratedCluster(layout);
        ExtendRequest request = cluster.next(layout.nodes());
        Stream.of(
                        request.withStrict(true),
                        request.withLogFiles("+LOG/one"),
                        request.withConfigPath("/opt/a b'c"),
                        request.withHost(request.host().withoutZone()).withDbName("x".repeat(40)),
                        cluster.next(0))
                .forEach(each -> result(ExtendPlanner.plan(cluster.files(), each)));
        result(ExtendPlanner.plan(broken(cluster.files()), request));
    }

    /** Adds to every file a line that is not INI, and a line with a value that is not allowed. */
    private static ClusterFiles broken(ClusterFiles files) {
        ClusterFiles broken = files;
        for (var file : Set.copyOf(files.ids())) {
            String more = new String(files.bytes(file), StandardCharsets.UTF_8) + "\nnothing\nPORT_NUM = many\n";
            broken = broken.with(file, more.getBytes(StandardCharsets.UTF_8));
        }
        return broken;
    }

    private void result(PlanResult result) {
        line(result.getClass().getSimpleName());
        if (result instanceof PlanResult.Planned planned) {
            line(planned.plan().planId());
            findings(planned.notes());
        } else if (result instanceof PlanResult.AlreadyExtended already) {
            findings(already.notes());
        } else if (result instanceof PlanResult.NeedsInput needs) {
            questions(needs.questions());
            findings(needs.notes());
        } else if (result instanceof PlanResult.Rejected rejected) {
            findings(rejected.findings());
            questions(rejected.questions());
        }
    }

    private void questions(List<Question> questions) {
        questions.forEach(question -> line(question.name() + " " + question.why() + " " + question.evidence() + " "
                + question.suggestion() + " " + question.attribute()));
    }

    private void findings(List<Finding> findings) {
        findings.forEach(finding -> line(finding.ruleId() + " " + finding.severity() + " " + finding.primary() + " "
                + finding.related() + " " + finding.variant() + " " + finding.parameters()));
    }

    private static List<String> ids(List<Step> steps) {
        return steps.stream().map(Step::id).toList();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
