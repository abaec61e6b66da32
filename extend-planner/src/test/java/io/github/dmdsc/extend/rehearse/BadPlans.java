package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.extend.tools.Listeners;
import io.github.dmdsc.extend.tools.Programs;
import io.github.dmdsc.extend.tools.ToolCommands;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.ModelJson;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.ShmKey;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.provider.Arguments;

/** Makes bad plans, and clusters by editing the files of a usual cluster. */
final class BadPlans {
    private static final ObjectMapper MAPPER = ModelJson.mapper();

    private BadPlans() {}

    /** Returns the failure of a plan; empty if the model does not refuse it. */
    static Optional<RehearsalResult.Failure> refusal(Planned planned) {
        return Rehearsal.rehearse(planned.plan(), planned.files()).failure();
    }

    /** Returns the failure of a plan in a model with only these rules; empty if it does not refuse the plan. */
    static Optional<RehearsalResult.Failure> refusal(Set<Requirement> rules, Planned planned) {
        return new Rehearsal(rules)
                .run(planned.plan(), planned.files(), Optional.empty())
                .failure();
    }

    /** Returns the failure of a plan, which the model must refuse for this rule. */
    static RehearsalResult.Failure refused(Planned planned, Requirement rule) {
        return refused(refusal(planned), rule);
    }

    /** Returns the failure of a plan, which a model with only these rules must refuse for this rule. */
    static RehearsalResult.Failure refused(Set<Requirement> rules, Planned planned, Requirement rule) {
        return refused(refusal(rules, planned), rule);
    }

    private static RehearsalResult.Failure refused(Optional<RehearsalResult.Failure> refusal, Requirement rule) {
        assertThat(refusal.map(RehearsalResult.Failure::requirement)).contains(rule);
        return refusal.orElseThrow();
    }

    /** Returns all rules except these. */
    static Set<Requirement> allBut(Requirement... rules) {
        return EnumSet.complementOf(EnumSet.copyOf(List.of(rules)));
    }

    /**
     * Returns a case with a plan that passes. The plan is made when the case runs, so that one case alone does not make
     * the plans of all.
     */
    static Arguments good(String what, Supplier<Planned> made) {
        return arguments(what, made);
    }

    /** Returns a case with a plan that is refused for this rule. */
    static Arguments bad(String what, Requirement rule, Supplier<Planned> made) {
        return arguments(what, rule, made);
    }

    /** Returns a case with a plan that is refused for this rule in this step or place. */
    static Arguments bad(String what, Requirement rule, String where, Supplier<Planned> made) {
        return arguments(what, rule, where, made);
    }

    static Planned steps(Planned planned, List<Step> steps) {
        return new Planned(
                ExtendPlan.builder().from(planned.plan()).steps(steps).build(), planned.files());
    }

    /**
     * Returns the plan with other steps, each of which waits for the one before it, so that their dependencies are not
     * the reason for a refusal.
     */
    static Planned chained(Planned planned, List<Step> steps) {
        List<Step> chain = new ArrayList<>();
        for (Step step : steps) {
            List<String> before = chain.isEmpty()
                    ? List.of()
                    : List.of(chain.get(chain.size() - 1).id());
            chain.add(Step.builder().from(step).dependsOn(before).build());
        }
        return steps(planned, chain);
    }

    static int index(List<Step> steps, String prefix) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).id().startsWith(prefix)) {
                return i;
            }
        }
        throw new AssertionError("no step " + prefix);
    }

    /** Returns the plan without the first step whose id has this prefix. */
    static Planned without(Planned planned, String prefix) {
        List<Step> steps = new ArrayList<>(planned.plan().steps());
        steps.remove(index(steps, prefix));
        return chained(planned, steps);
    }

    static Planned swapped(Planned planned, int one, int other) {
        List<Step> steps = new ArrayList<>(planned.plan().steps());
        Collections.swap(steps, one, other);
        return chained(planned, steps);
    }

    static Planned swapped(Planned planned, String one, String other) {
        List<Step> steps = planned.plan().steps();
        return swapped(planned, index(steps, one), index(steps, other));
    }

    /**
     * Returns the plan with one more step directly after another and on its host, with the action and the command of a
     * given step.
     */
    static Planned inserted(Planned planned, String after, Step like) {
        List<Step> steps = new ArrayList<>(planned.plan().steps());
        int at = index(steps, after);
        steps.add(
                at + 1,
                Step.builder()
                        .from(steps.get(at))
                        .id("inserted")
                        .action(like.action())
                        .command(like.command())
                        .tool(like.tool())
                        .build());
        return chained(planned, steps);
    }

    /**
     * Returns the plan with one more step directly after another and on its host, with an action and the command for
     * it.
     */
    static Planned inserted(Planned planned, String after, Action action) {
        return inserted(planned, after, doing(planned, action, step(planned, after)));
    }

    /**
     * Returns the plan with one more step directly after another and on its host: the same step with another command.
     */
    static Planned inserted(Planned planned, String after, ToolCommand words) {
        return inserted(
                planned,
                after,
                Step.builder().from(step(planned, after)).command(words).build());
    }

    /** Returns the plan with another action in one step, and the command for it. */
    static <A extends Action> Planned acting(
            Planned planned, String prefix, Class<A> kind, Function<A, ? extends Action> change) {
        Step step = step(planned, prefix);
        Step other = doing(planned, change.apply(kind.cast(step.action())), step);
        return step(
                planned,
                prefix,
                each -> each.action(other.action()).command(other.command()).tool(other.tool()));
    }

    /** Returns the plan with the action and the command of another step in one step. */
    static Planned like(Planned planned, String prefix, Step other) {
        return step(
                planned,
                prefix,
                each -> each.action(other.action()).command(other.command()).tool(other.tool()));
    }

    /** Returns the plan with another command in one step, for the same action. */
    static <W extends ToolCommand> Planned saying(
            Planned planned, String prefix, Class<W> kind, UnaryOperator<W> change) {
        ToolCommand words = step(planned, prefix).command().orElseThrow();
        return step(planned, prefix, each -> each.command(change.apply(kind.cast(words))));
    }

    /** Returns the step with another action, and the command for it. */
    static Step doing(Planned planned, Action action, Step step) {
        Cluster cluster = ClusterLens.get(planned.files()).cluster().orElseThrow();
        ToolCommands tools = new ToolCommands(
                planned.plan().edition(),
                new Programs(cluster, "/opt/dmdbms/bin"),
                new Listeners(cluster, "", DmIni.builder().build()));
        Optional<ToolCommand> words = tools.of(action, step.host());
        return Step.builder()
                .from(step)
                .action(action)
                .command(words)
                .tool(words.map(Meaning::program).orElse(Tool.OPERATOR))
                .build();
    }

    /** Returns the plan with one text replaced in the action and the command of one step. */
    static Planned replaced(Planned planned, String prefix, String from, String to) {
        Step other = replaced(step(planned, prefix), from, to);
        if (other.equals(step(planned, prefix))) {
            throw new AssertionError("nothing was spoilt");
        }
        return like(planned, prefix, other);
    }

    /** Returns the step with one text replaced in its action and its command. */
    static Step replaced(Step step, String from, String to) {
        return Step.builder()
                .from(step)
                .action(replaced(step.action(), Action.class, from, to))
                .command(step.command().map(words -> replaced(words, ToolCommand.class, from, to)))
                .build();
    }

    private static <T> T replaced(T value, Class<T> type, String from, String to) {
        JsonNode tree = MAPPER.valueToTree(value);
        try {
            return MAPPER.treeToValue(inTree(tree, from, to), type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode inTree(JsonNode node, String from, String to) {
        if (node.isTextual()) {
            return TextNode.valueOf(node.textValue().replace(from, to));
        } else if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(inTree(member.getValue(), from, to)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, inTree(array.get(i), from, to));
            }
        }
        return node;
    }

    /** Returns the first step whose id has this prefix. */
    static Step step(Planned planned, String prefix) {
        List<Step> steps = planned.plan().steps();
        return steps.get(index(steps, prefix));
    }

    /** Returns the plan with a change in the first step whose id has this prefix. */
    static Planned step(Planned planned, String prefix, UnaryOperator<Step.Builder> change) {
        List<Step> steps = new ArrayList<>(planned.plan().steps());
        int at = index(steps, prefix);
        steps.set(at, change.apply(Step.builder().from(steps.get(at))).build());
        return steps(planned, steps);
    }

    /** Returns the plan with a change in the texts of the files that it writes and for which the test holds. */
    static Planned rewritten(Planned planned, Predicate<FileChange> which, UnaryOperator<String> change) {
        List<FileChange> files = new ArrayList<>();
        List<Step> steps = new ArrayList<>(planned.plan().steps());
        boolean any = false;
        for (FileChange file : planned.plan().files()) {
            if (!which.test(file)) {
                files.add(file);
                continue;
            }
            String before = new String(file.content().bytes(), StandardCharsets.UTF_8);
            String after = change.apply(before);
            any |= !after.equals(before);
            byte[] bytes = after.getBytes(StandardCharsets.UTF_8);
            files.add(FileChange.builder()
                    .from(file)
                    .content(FileContent.of(bytes))
                    .after(Hashes.sha256(bytes))
                    .build());
            steps.replaceAll(step -> step.action() instanceof Change.WriteFile write
                            && write.file().equals(file.file())
                            && write.staged().isEmpty()
                    ? Step.builder()
                            .from(step)
                            .action(new Change.WriteFile(
                                    write.file(), Hashes.sha256(bytes), write.purpose(), write.staged()))
                            .build()
                    : step);
        }
        if (!any) {
            throw new AssertionError("nothing was spoilt");
        }
        return new Planned(
                ExtendPlan.builder()
                        .from(planned.plan())
                        .files(files)
                        .steps(steps)
                        .build(),
                planned.files());
    }

    /** Returns the same plan as if it had been made from other files. */
    static Planned madeFrom(Planned planned, ClusterFiles files) {
        List<FileHash> base = files.ids().stream()
                .map(file -> new FileHash(file, Hashes.sha256(files.bytes(file))))
                .toList();
        List<FileChange> changes = planned.plan().files().stream()
                .<FileChange>map(change -> FileChange.builder()
                        .from(change)
                        .before(change.before()
                                .map(old -> files.find(change.file())
                                        .map(Hashes::sha256)
                                        .orElse(old)))
                        .build())
                .toList();
        List<Step> back = planned.plan().reinitialise().stream()
                .map(step -> step.action() instanceof Change.WriteFile write && files.contains(write.file())
                        ? restored(step, write.file(), files.bytes(write.file()))
                        : step)
                .toList();
        return new Planned(
                ExtendPlan.builder()
                        .from(planned.plan())
                        .base(base)
                        .files(changes)
                        .reinitialise(back)
                        .build(),
                files);
    }

    private static Step restored(Step step, FileId file, byte[] bytes) {
        return Step.builder()
                .from(step)
                .action(written(file, Change.Purpose.PUT_BACK, bytes))
                .build();
    }

    /** Returns an action that writes a file with bytes in the step itself. */
    static Change.WriteFile written(FileId file, Change.Purpose purpose, byte[] bytes) {
        return new Change.WriteFile(file, Hashes.sha256(bytes), purpose, Optional.of(FileContent.of(bytes)));
    }

    static List<String> firstLogFileOnly(List<String> files) {
        return files.subList(0, 1);
    }

    /** Returns the plan with other redo log files, and with looks for these. */
    static Planned logFiles(Planned planned, UnaryOperator<List<String>> change) {
        Planned added = acting(
                planned,
                "add-log-files",
                Change.AddLogFiles.class,
                add -> new Change.AddLogFiles(add.port(), change.apply(add.files()), add.size()));
        Change.AddLogFiles add =
                (Change.AddLogFiles) step(added, "add-log-files").action();
        Map<String, Integer> groups = new TreeMap<>();
        add.files()
                .forEach(file ->
                        groups.merge(file.replaceFirst("^\\+", "").replaceFirst("/.*", ""), add.size(), Integer::sum));
        List<Look.ShowSpace.Need> needs = groups.entrySet().stream()
                .map(group -> new Look.ShowSpace.Need(group.getKey(), group.getValue(), false))
                .toList();
        Planned measured =
                acting(added, "space-free", Look.ShowSpace.class, show -> new Look.ShowSpace(show.port(), needs));
        Planned converted = acting(
                measured,
                "verify-dmctl",
                Look.ConvertControlFile.class,
                convert -> new Look.ConvertControlFile(convert.source(), convert.to(), convert.dmdcr(), add.files()));
        return acting(
                converted,
                "verify-log-files",
                Look.ListLogFiles.class,
                list -> new Look.ListLogFiles(list.dmdcr(), add.files()));
    }

    /** Returns an edit of every file of a cluster whose path has this ending. */
    static UnaryOperator<ClusterFiles> each(String name, UnaryOperator<String> change) {
        return files -> {
            ClusterFiles next = files;
            boolean any = false;
            for (FileId file : files.ids()) {
                if (file.path().endsWith(name)) {
                    String before = new String(files.bytes(file), StandardCharsets.UTF_8);
                    String after = change.apply(before);
                    any |= !after.equals(before);
                    next = next.with(file, after.getBytes(StandardCharsets.UTF_8));
                }
            }
            assertThat(any).isTrue();
            return next;
        };
    }

    /** Returns a plan for a cluster of one node, from which no value of the new node can be inferred. */
    static Planned single(UnaryOperator<ClusterFiles> edit, Map<String, String> more) {
        ClusterLayout layout = ClusterLayout.builder()
                .nodes(1)
                .archives(Archives.LOCAL)
                .asmRestart(Restart.COMMAND)
                .dbRestart(Restart.COMMAND)
                .build();
        return ExtendedPlans.of(
                layout,
                edit,
                ask -> ask.withCssName("CSS1")
                        .withAsmName("ASM1")
                        .withDbName("DSC1")
                        .withCssPort(Port.of(11001))
                        .withAsmPort(Port.of(12001))
                        .withDbPort(Port.of(13001))
                        .withMalPort(Port.of(15001))
                        .withAsmMalPort(Port.of(16001))
                        .withShmKey(ShmKey.of(70001))
                        .withConfigPath("/data/DSC1_conf")
                        .withValues(values(more)));
    }

    private static Map<String, String> values(Map<String, String> more) {
        Map<String, String> values = new TreeMap<>(Map.of(
                "dmasvrmal.section", "MAL_INST1",
                "dmmal.section", "MAL_INST1",
                "dm.TRACE_PATH", "/data/DSC1_conf/trace",
                "dmdcr.DMDCR_MAL_PATH", "/data/DSC1/dmasvrmal.ini",
                "dmdcr.DMDCR_ASM_STARTUP_CMD", "/opt/dmdbms/bin/dmasmsvr dcr_ini=/data/DSC1/dmdcr.ini",
                "dmdcr.DMDCR_DB_STARTUP_CMD",
                        "/opt/dmdbms/bin/dmserver path=/data/DSC1_conf/dm.ini dcr_ini=/data/DSC1/dmdcr.ini",
                "dmarch.ARCHIVE_LOCAL1.ARCH_DEST", "/arch/DSC1"));
        values.putAll(more);
        return values;
    }
}
