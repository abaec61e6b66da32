package io.github.dmdsc.extend.rehearse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Hashes;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.Words;
import io.github.dmdsc.extend.tools.Programs;
import io.github.dmdsc.extend.tools.ToolWords;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterReader;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.ModelJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Ways to spoil a plan. */
final class BadPlans {
    private static final ObjectMapper MAPPER = ModelJson.mapper();

    private BadPlans() {}

    /** Why the model refuses a plan, if it does. */
    static Optional<Certificate.Failure> refusal(Planned planned) {
        return Rehearsal.rehearse(planned.plan(), planned.files()).failure();
    }

    /** Why a model that knows only these rules refuses a plan, if it does. */
    static Optional<Certificate.Failure> refusal(Set<Requirement> rules, Planned planned) {
        return new Rehearsal(rules)
                .run(planned.plan(), planned.files(), Optional.empty())
                .failure();
    }

    static Planned steps(Planned planned, List<Step> steps) {
        return new Planned(
                ExtendPlan.builder().from(planned.plan()).steps(steps).build(), planned.files());
    }

    /** Other steps, each of which waits for the one before it: what is wrong with them is not what they wait for. */
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

    /** Without the first step whose id begins like that. */
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

    /** One step more, directly behind another and on its host, which does and says what this one does. */
    static Planned inserted(Planned planned, String after, Step like) {
        List<Step> steps = new ArrayList<>(planned.plan().steps());
        int at = index(steps, after);
        steps.add(
                at + 1,
                Step.builder()
                        .from(steps.get(at))
                        .id("inserted")
                        .action(like.action())
                        .words(like.words())
                        .tool(like.tool())
                        .build());
        return chained(planned, steps);
    }

    /** One step more, directly behind another and on its host, with an action and the words for it. */
    static Planned inserted(Planned planned, String after, Action action) {
        return inserted(planned, after, doing(planned, action, step(planned, after)));
    }

    /** One step more, directly behind another and on its host: the same step with other words. */
    static Planned inserted(Planned planned, String after, Words words) {
        return inserted(
                planned,
                after,
                Step.builder().from(step(planned, after)).words(words).build());
    }

    /** One step with another action, and the words for it. */
    static <A extends Action> Planned acting(
            Planned planned, String prefix, Class<A> kind, Function<A, ? extends Action> change) {
        Step step = step(planned, prefix);
        Step other = doing(planned, change.apply(kind.cast(step.action())), step);
        return step(
                planned,
                prefix,
                each -> each.action(other.action()).words(other.words()).tool(other.tool()));
    }

    /** One step that does and says what another one does. */
    static Planned like(Planned planned, String prefix, Step other) {
        return step(
                planned,
                prefix,
                each -> each.action(other.action()).words(other.words()).tool(other.tool()));
    }

    /** One step with other words for its action. */
    static <W extends Words> Planned saying(Planned planned, String prefix, Class<W> kind, UnaryOperator<W> change) {
        Words words = step(planned, prefix).words().orElseThrow();
        return step(planned, prefix, each -> each.words(change.apply(kind.cast(words))));
    }

    /** The step with another action, and the words for it. */
    static Step doing(Planned planned, Action action, Step step) {
        Cluster cluster = ClusterReader.read(planned.files()).cluster().orElseThrow();
        ToolWords tools = new ToolWords(planned.plan().edition(), new Programs(cluster, "/opt/dm/bin"));
        Optional<Words> words = tools.of(action, step.host());
        return Step.builder()
                .from(step)
                .action(action)
                .words(words)
                .tool(words.map(Meaning::program).orElse(Tool.OPERATOR))
                .build();
    }

    /** One step in whose action and words one text stands for another. */
    static Planned replaced(Planned planned, String prefix, String from, String to) {
        Step other = replaced(step(planned, prefix), from, to);
        if (other.equals(step(planned, prefix))) {
            throw new AssertionError("nothing was spoilt");
        }
        return like(planned, prefix, other);
    }

    /** The step in whose action and words one text stands for another. */
    static Step replaced(Step step, String from, String to) {
        return Step.builder()
                .from(step)
                .action(replaced(step.action(), Action.class, from, to))
                .words(step.words().map(words -> replaced(words, Words.class, from, to)))
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

    /** The first step whose id begins like that. */
    static Step step(Planned planned, String prefix) {
        List<Step> steps = planned.plan().steps();
        return steps.get(index(steps, prefix));
    }

    /** The first step whose id begins like that, otherwise. */
    static Planned step(Planned planned, String prefix, UnaryOperator<Step.Builder> change) {
        List<Step> steps = new ArrayList<>(planned.plan().steps());
        int at = index(steps, prefix);
        steps.set(at, change.apply(Step.builder().from(steps.get(at))).build());
        return steps(planned, steps);
    }

    /** The text of the files that the plan writes, changed in all of them for which the test holds. */
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

    /** The same plan, as if it had been made from other files. */
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

    /** A file with bytes that stand in the step itself. */
    static Change.WriteFile written(FileId file, Change.Purpose purpose, byte[] bytes) {
        return new Change.WriteFile(file, Hashes.sha256(bytes), purpose, Optional.of(FileContent.of(bytes)));
    }

    static List<String> firstLogFileOnly(List<String> files) {
        return files.subList(0, 1);
    }

    /** Other log files, and looks that look for them. */
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
}
