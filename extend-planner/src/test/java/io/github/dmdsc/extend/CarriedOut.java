package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.state.ClusterState;
import io.github.dmdsc.extend.state.ToolOutput;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Read;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The state after steps of a plan: the files, and the output of a monitor. */
final class CarriedOut {

    private CarriedOut() {}

    /** Returns the files after some steps, in the order of the list. */
    static ClusterFiles files(ExtendPlan plan, ClusterFiles before, List<Step> steps) {
        ClusterFiles files = before;
        for (Step step : steps) {
            if (step.action() instanceof Change.WriteFile write) {
                byte[] bytes = content(plan, write).bytes();
                assertThat(Hashes.sha256(bytes)).as(step.id()).isEqualTo(write.sha256());
                files = files.with(write.file(), bytes);
            } else if (step.action() instanceof Change.CopyDirectory copy) {
                files = copied(files, copy);
            } else if (step.action() instanceof Change.RemoveFile remove) {
                files = removed(files, remove.file());
            } else if (step.action() instanceof Change.RemoveDirectory remove) {
                files = removed(files, remove.directory());
            }
        }
        return files;
    }

    /**
     * Returns the steps that remain after the first {@code done} steps, with the looks right before a later point of no
     * return.
     */
    static List<Step> left(ExtendPlan plan, int done) {
        List<Step> ahead = plan.steps().subList(done, plan.steps().size());
        Set<String> awaited = ahead.stream()
                .filter(step -> Set.of("extend-dcr", "extend-node").contains(step.id()))
                .flatMap(step -> step.dependsOn().stream())
                .collect(Collectors.toSet());
        Stream<Step> anew = plan.steps().subList(0, done).stream()
                .filter(step -> step.rollbackClass() == RollbackClass.READ_ONLY && awaited.contains(step.id()));
        return Stream.concat(anew, ahead.stream()).toList();
    }

    private static FileContent content(ExtendPlan plan, Change.WriteFile write) {
        return write.staged()
                .or(() -> plan.change(write.file()).map(FileChange::content))
                .orElseThrow();
    }

    private static ClusterFiles copied(ClusterFiles files, Change.CopyDirectory copy) {
        ClusterFiles result = files;
        String from = copy.from().path() + "/";
        for (FileId file : files.ids()) {
            if (file.host().equals(copy.from().host()) && file.path().startsWith(from)) {
                String name = file.path().substring(from.length());
                if (!copy.leavesOut(name)) {
                    FileId to = new FileId(copy.to().host(), copy.to().path() + "/" + name);
                    result = result.with(to, files.bytes(file));
                }
            }
        }
        return result;
    }

    private static ClusterFiles removed(ClusterFiles files, FileId top) {
        ClusterFiles result = files;
        for (FileId file : files.ids()) {
            boolean below = file.path().equals(top.path()) || file.path().startsWith(top.path() + "/");
            if (file.host().equals(top.host()) && below) {
                result = result.without(file);
            }
        }
        return result;
    }

    /** Returns the state that a monitor shows after some steps. */
    static ClusterState state(ExtendPlan plan, List<Step> steps) {
        Read<ClusterState> reading = ClusterState.read(shown(plan, steps));
        assertThat(reading.findings()).isEmpty();
        return reading.value();
    }

    /** Returns the output of {@code show} after some steps. */
    static ToolOutput shown(ExtendPlan plan, List<Step> steps) {
        Set<String> done = steps.stream().map(Step::id).collect(Collectors.toSet());
        boolean asm = done.contains("start-asm") || done.contains("await-asm");
        boolean db = done.contains("start-db") || done.contains("await-db");
        StringBuilder text = new StringBuilder("show\n\n");
        group(text, plan, done, "CSS", 0, ExtendPlan.NodeSummary::css, done.contains("start-css"));
        group(text, plan, done, "ASM", 1, ExtendPlan.NodeSummary::asm, asm);
        group(text, plan, done, "DB", 2, ExtendPlan.NodeSummary::db, db);
        return ToolOutput.of(Tool.DMCSSM, "show.txt", text.toString());
    }

    private static void group(
            StringBuilder text,
            ExtendPlan plan,
            Set<String> done,
            String type,
            int seq,
            Function<ExtendPlan.NodeSummary, String> name,
            boolean started) {
        text.append("=========== group[name = GRP_%s, seq = %d, type = %s, Control Node = 0] ===========\n\n"
                .formatted(type, seq, type));
        if (!type.equals("CSS")) {
            text.append("n_ok_ep = %d\n\nsta = OPEN, sub_sta = STARTUP\nbreak ep = NULL\nrecover ep = NULL\n\n"
                    .formatted(plan.nodes().size()));
        }
        text.append("ep:     css_time               inst_name     seqno     port    mode         inst_status"
                + "        vtd_status   is_ok        active       guid              ts\n");
        for (ExtendPlan.NodeSummary node : plan.nodes()) {
            row(text, name.apply(node), node.seqno(), true);
        }
        if (done.contains("extend-node")) {
            row(text, name.apply(plan.newNode()), plan.newNode().seqno(), started);
        }
        text.append('\n');
        if (type.equals("DB")) {
            text.append("=".repeat(100)).append('\n');
        }
    }

    private static void row(StringBuilder text, String name, int seqno, boolean well) {
        text.append("        2026-03-02 21:10:04    %-13s %-10d 9341    Normal Node  %s\n"
                .formatted(
                        name,
                        seqno,
                        well
                                ? "OPEN               WORKING      OK           TRUE         40100             40800"
                                : "SHUTDOWN           SHUTDOWN     ERROR        FALSE        0                 0"));
    }
}
