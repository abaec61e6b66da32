package io.github.dmdsc.extend.cli;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.StepTexts;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import io.github.dmdsc.model.fixtures.DeclaredKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of the steps and the actions, with a subclass for each language. */
abstract class StepPage {
    private static final Pattern KIND = Pattern.compile("(?:write\\.|reinit\\.(?:stop\\.)?)?[a-z-]+");

    /** The plans, which are made only once, because planning takes most of the time for the page. */
    private static final List<ExtendPlan> PLANS = new ArrayList<>();

    abstract Locale locale();

    abstract String bundle();

    abstract String introduction();

    abstract String stepHeading();

    abstract String reinitialisation();

    abstract String phases();

    abstract String rollbackClasses();

    abstract String actions();

    abstract String about(Class<?> action);

    final String text() {
        return introduction()
                + steps(ExtendPlan::steps)
                + reinitialisation()
                + steps(ExtendPlan::reinitialise)
                + phases()
                + table("phase", Phase.values())
                + rollbackClasses()
                + table("rollback", RollbackClass.values())
                + actions()
                + actionRows();
    }

    /**
     * Returns plans of clusters that differ in the properties that decide on steps. Together the plans have every kind
     * of step.
     */
    private static List<ExtendPlan> plans() {
        if (PLANS.isEmpty()) {
            Stream.of(StorageEdition.values())
                    .flatMap(edition -> Stream.of(0, 1)
                            .flatMap(monitors -> Stream.of(Archives.values())
                                    .flatMap(archives -> Stream.of(Restart.values())
                                            .map(restart -> ClusterLayout.builder()
                                                    .edition(edition)
                                                    .monitors(monitors)
                                                    .archives(archives)
                                                    .partners(monitors)
                                                    .asmRestart(restart)
                                                    .dbRestart(restart)
                                                    .build()))))
                    .forEach(layout -> PLANS.add(ExtendedPlans.of(layout).plan()));
        }
        return PLANS;
    }

    /** Returns a row for each kind of step in a part of a plan. */
    private String steps(Function<ExtendPlan, List<Step>> part) {
        Map<String, String> rows = new TreeMap<>();
        plans().forEach(plan -> {
            StepTexts texts = new StepTexts(plan, locale());
            part.apply(plan).forEach(step -> rows.computeIfAbsent(kind(step.id()), kind -> row(kind, step, texts)));
        });
        return stepHeading() + "|---|---|---|---|---|---|\n" + String.join("", rows.values());
    }

    private static String row(String kind, Step step, StepTexts texts) {
        return "| `%s` | `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        kind,
                        step.action().name(),
                        texts.title(step).replace("|", "\\|"),
                        step.phase(),
                        step.tool(),
                        step.rollbackClass());
    }

    private static String kind(String id) {
        Matcher matcher = KIND.matcher(id);
        return matcher.lookingAt() ? matcher.group() : id;
    }

    /** Returns the texts of the runbook for some constants. */
    private String table(String prefix, Enum<?>... constants) {
        Map<String, String> texts = DeclaredKinds.texts(StepTexts.class, bundle(), prefix);
        return Stream.of(constants)
                .map(constant -> "| %s | %s |\n".formatted(constant, texts.get(constant.name())))
                .collect(Collectors.joining());
    }

    private String actionRows() {
        return Stream.of(Action.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::value)
                .map(kind -> "| `%s` | %s | %s |\n"
                        .formatted(
                                name(kind),
                                Stream.of(kind.getRecordComponents())
                                        .map(component -> "`" + component.getName() + "`")
                                        .collect(Collectors.joining(", ")),
                                about(kind)))
                .collect(Collectors.joining());
    }

    static String name(Class<?> action) {
        String name = action.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** The page in English. The texts of the actions are their Javadoc. */
    static final class English extends StepPage {
        @Override
        Locale locale() {
            return Locale.ENGLISH;
        }

        @Override
        String bundle() {
            return ReferencePages.ENGLISH;
        }

        @Override
        String introduction() {
            return "# Steps\n\nEvery kind of step that a plan can have, made from the plans of generated clusters. The id of"
                    + " a step in a plan may be longer: a host, a file or a number follows. The titles name sample hosts:"
                    + " `10.1.0.1` and `10.1.0.2` are old nodes, `10.1.0.3` is the new node, `watch` is the host of the"
                    + " monitor. [Phases](#phases) and [rollback classes](#rollback-classes) explain the codes.\n\n";
        }

        @Override
        String stepHeading() {
            return "| Step | Action | Title | Phase | Tool | Rollback class |\n";
        }

        @Override
        String reinitialisation() {
            return "\n## Re-initialisation\n\nThe way back after the point of no return.\n\n";
        }

        @Override
        String phases() {
            return "\n## Phases\n\nThe numbers are those of the steps in chapter 14 of the DM8 DMDSC manual.\n\n"
                    + "| Phase | Meaning |\n|---|---|\n";
        }

        @Override
        String rollbackClasses() {
            return "\n## Rollback classes\n\nWhat you can do after a step has failed or was interrupted.\n\n"
                    + "| Rollback class | Meaning |\n|---|---|\n";
        }

        @Override
        String actions() {
            return "\n## Actions\n\nEvery kind of action, with its members in plan.json. Some kinds occur only in a way back"
                    + " or in the output of `dmdsc status`.\n\n| Action | Members | What it does |\n|---|---|---|\n";
        }

        @Override
        String about(Class<?> action) {
            return ReferencePages.javadoc(action.getDeclaringClass(), "record " + action.getSimpleName() + "(")
                    .replaceFirst(" @param.*", "");
        }
    }

    /** The page in Chinese. */
    static final class Chinese extends StepPage {
        private final ChineseTexts texts;

        Chinese(ChineseTexts texts) {
            this.texts = texts;
        }

        @Override
        Locale locale() {
            return Locale.CHINESE;
        }

        @Override
        String bundle() {
            return ReferencePages.CHINESE;
        }

        @Override
        String introduction() {
            return "# 步骤\n\n计划中可能出现的各种步骤，由生成的集群的计划得出。计划中的步骤标识可能更长，后面带有主机、文件或编号。"
                    + "标题中的主机为示例：`10.1.0.1`、`10.1.0.2` 是原有节点，`10.1.0.3` 是新节点，`watch` 是监视器所在主机。"
                    + "代码的含义见[阶段](#阶段)和[回退类别](#回退类别)。\n\n";
        }

        @Override
        String stepHeading() {
            return "| 步骤 | 操作 | 标题 | 阶段 | 工具 | 回退类别 |\n";
        }

        @Override
        String reinitialisation() {
            return "\n## 重新初始化\n\n不可回退点之后的回退办法。\n\n";
        }

        @Override
        String phases() {
            return "\n## 阶段\n\n编号为 DM8 DMDSC 手册第 14 章的步骤编号。\n\n| 阶段 | 含义 |\n|---|---|\n";
        }

        @Override
        String rollbackClasses() {
            return "\n## 回退类别\n\n步骤失败或中断之后可以如何处理。\n\n| 回退类别 | 含义 |\n|---|---|\n";
        }

        @Override
        String actions() {
            return "\n## 操作\n\n全部操作，以及各操作在 plan.json 中的成员。有些操作只出现在回退办法或 `dmdsc status` 的输出中。\n\n"
                    + "| 操作 | 成员 | 内容 |\n|---|---|---|\n";
        }

        @Override
        String about(Class<?> action) {
            return texts.get("action." + name(action));
        }
    }
}
