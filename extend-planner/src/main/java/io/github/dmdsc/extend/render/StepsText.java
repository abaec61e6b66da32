package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.Move;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.model.base.VisibleText;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Renders the steps of a plan, its progress, and the ways from a failed step, as plain text for a terminal. */
public final class StepsText {
    private final ExtendPlan plan;
    private final Locale locale;
    private final StepTexts texts;
    private final Labels labels;
    private final StringBuilder out = new StringBuilder();

    private StepsText(ExtendPlan plan, Locale locale) {
        this.plan = plan;
        this.locale = locale;
        this.texts = new StepTexts(plan, locale);
        this.labels = new Labels(locale);
    }

    /**
     * Returns the progress of a plan, one line for each step with its number in the plan. A done step is marked with
     * {@code x}, an uncertain step with {@code ?}. If nothing shows that the plan was begun, a sentence names the steps
     * that must not be done twice.
     */
    public static String of(ExtendPlan plan, Status status, Locale locale) {
        StepsText text = new StepsText(plan, locale);
        text.line(text.labels.with(
                "status",
                Map.of("done", status.done().size(), "left", status.remaining().size())));
        status.done().forEach(step -> text.step("x ", step));
        List<String> onlyOnce = status.remaining().stream()
                .filter(step -> step.rollbackClass().onlyOnce())
                .map(Step::id)
                .toList();
        if (!status.begun() && !onlyOnce.isEmpty()) {
            text.line(text.labels.with("not-begun", Map.of("steps", onlyOnce)));
        }
        for (Step step : status.remaining()) {
            boolean open = status.uncertain().contains(step);
            text.step(open ? "? " : "  ", step);
            if (open) {
                text.line("      " + text.texts.recovery(step));
            }
        }
        return VisibleText.ofLines(text.out.toString());
    }

    /** Returns the ways from a failed step, each with its steps and their commands. */
    public static String of(ExtendPlan plan, Recovery recovery, Locale locale) {
        StepsText text = new StepsText(plan, locale);
        text.recovery(recovery.failed());
        text.ways(recovery.ways(), recovery.failed());
        return VisibleText.ofLines(text.out.toString());
    }

    /**
     * Returns the ways from a stop of a run, each with its steps and their commands. The step at which the run stops
     * may be a look. The ways then lead from the step whose effect the look shows.
     */
    public static String of(ExtendPlan plan, Move.Stop stop, Locale locale) {
        StepsText text = new StepsText(plan, locale);
        stop.step().ifPresent(text::recovery);
        stop.from().ifPresent(from -> text.ways(stop.ways(), from));
        return VisibleText.ofLines(text.out.toString());
    }

    /** Returns the given steps and their commands. */
    public static String of(ExtendPlan plan, List<Step> steps, Locale locale) {
        StepsText text = new StepsText(plan, locale);
        text.steps(steps);
        return VisibleText.ofLines(text.out.toString());
    }

    private void recovery(Step step) {
        line(step.id() + ": " + texts.recovery(step));
    }

    private void ways(List<Recovery.Way> ways, Step from) {
        for (Recovery.Way way : ways) {
            line("");
            line(labels.withColon("way." + way.kind()) + texts.when(way.when(), from));
            steps(way.steps());
            boolean look = way.kind() == Recovery.Kind.LOOK;
            way.resumeAt()
                    .map(step -> look ? labels.with("look.done", Map.of("step", step)) : step)
                    .ifPresent(next -> line("  => " + next));
            way.resumeIfNot()
                    .map(step -> labels.with("look.not-done", Map.of("step", step)))
                    .ifPresent(next -> line("  => " + next));
        }
    }

    private void step(String mark, Step step) {
        int number = plan.steps().indexOf(step) + 1;
        String width = "%" + Integer.toString(plan.steps().size()).length() + "d  ";
        line(mark + width.formatted(number) + step.id() + "  " + step.host() + "  " + texts.title(step));
    }

    private void steps(List<Step> steps) {
        boolean chinese = locale.getLanguage().equals("zh");
        for (Step step : steps) {
            line("  - " + step.id() + "  " + step.host() + "  " + texts.title(step));
            texts.gate(step).ifPresent(gate -> line("      ! " + gate));
            texts.instructions(step).forEach(instruction -> line("      " + instruction));
            Quoting.typed(step, chinese).stream().flatMap(String::lines).forEach(typed -> line("      " + typed));
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
