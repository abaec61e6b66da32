package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.plan.Decision;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.Provenance;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.extend.rehearse.Ending;
import io.github.dmdsc.extend.rehearse.Fault;
import io.github.dmdsc.extend.rehearse.RehearsalResult;
import io.github.dmdsc.model.check.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Renders a plan as a runbook in Markdown, in English or Chinese. Use it for the review of the change, and to carry out
 * the extension.
 */
public final class Runbook {
    private final ExtendPlan plan;
    private final RehearsalResult rehearsal;
    private final List<Finding> notes;
    private final Locale locale;
    private final Labels labels;
    private final StepTexts texts;
    private final StringBuilder out = new StringBuilder();
    /** The notes already printed in this phase. Later steps of the phase do not repeat them. */
    private final Set<String> notesOfPhase = new HashSet<>();

    private Runbook(PlanResult.Planned planned, Locale locale) {
        this.plan = planned.plan();
        this.rehearsal = planned.rehearsal();
        this.notes = planned.notes();
        this.locale = locale;
        this.labels = new Labels(locale);
        this.texts = new StepTexts(planned.plan(), locale);
    }

    /** Returns the runbook of a plan. A Chinese locale gives Chinese, any other locale English. */
    public static String of(PlanResult.Planned planned, Locale locale) {
        return new Runbook(planned, locale).write();
    }

    private String write() {
        head();
        topology();
        decisions();
        notes();
        rehearsal();
        steps("heading.steps", plan.steps());
        labelled("reinitialise.intro");
        steps("heading.reinitialise", plan.reinitialise());
        files();
        signOff();
        return out.toString();
    }

    private void head() {
        line("# "
                + labels.with(
                        "title",
                        Map.of(
                                "oguid", plan.identity().oguid(),
                                "host", Quoting.markdown(plan.newNode().host()),
                                "nodes", plan.nodes().size() + 1)));
        line("");
        line(labels.with(
                "purpose",
                Map.of(
                        "db", Quoting.markdown(plan.newNode().db()),
                        "host", Quoting.markdown(plan.newNode().host()),
                        "before", plan.nodes().size(),
                        "after", plan.nodes().size() + 1,
                        "edition", labels.of("edition." + plan.edition()))));
        line("");
        row("plan", plan.planId());
        row("dcr", plan.identity().dcrPath());
        line("");
        line("> " + labels.of("suspension"));
        line("");
        labelled("programs");
    }

    private void row(String label, String value) {
        line("- " + labels.withColon(label) + Quoting.code(value));
    }

    private void topology() {
        heading("heading.topology");
        Topology after = Topology.of(plan);
        line(labels.withColon("html.before").strip());
        line("");
        out.append(Quoting.block("mermaid", Mermaid.of(after.before(), after.disks())))
                .append('\n');
        line(labels.withColon("html.after").strip());
        line("");
        out.append(Quoting.block("mermaid", Mermaid.of(after.nodes(), after.disks())))
                .append('\n');
    }

    private void decisions() {
        heading("heading.decisions");
        line("| " + labels.of("decision.name") + " | " + labels.of("decision.value") + " | " + labels.of("decision.why")
                + " |");
        line("|---|---|---|");
        for (Decision decision : plan.decisions()) {
            line("| " + Quoting.cell(decision.name()) + " | " + Quoting.cell(decision.value()) + " | "
                    + Quoting.markdown(decision.why().in(locale)) + " |");
        }
        line("");
    }

    private void notes() {
        if (notes.isEmpty()) {
            return;
        }
        heading("heading.notes");
        for (Finding note : notes) {
            line("- **" + note.ruleId() + "** "
                    + Quoting.markdown(note.primary()
                            + labels.colon()
                            + note.message().in(locale)
                            + labels.space()
                            + note.fix().in(locale)));
        }
        line("");
    }

    private void rehearsal() {
        heading("heading.rehearsal");
        line(labels.with(
                "rehearsal",
                Map.of(
                        "steps", rehearsal.stepsExecuted(),
                        "states", rehearsal.statesVisited(),
                        "rules", rehearsal.requirements().size())));
        line("");
        if (rehearsal.faults().isEmpty()) {
            labelled("rehearsal.no-faults");
            return;
        }
        line(labels.with("rehearsal.faults", Map.of("faults", rehearsal.faults().size())));
        line("");
        List<Ending> endings = List.of(Ending.RESUMED, Ending.ROLLED_BACK_CLEAN, Ending.REINITIALISED_AS_DOCUMENTED);
        line("| " + labels.of("fault")
                + endings.stream()
                        .map(ending -> " | " + labels.of("ending." + ending))
                        .collect(Collectors.joining())
                + " |");
        line("|---|---:|---:|---:|");
        for (Fault fault : Fault.values()) {
            line("| " + labels.of("fault." + fault)
                    + endings.stream()
                            .map(ending -> " | " + rehearsal.count(fault, ending))
                            .collect(Collectors.joining())
                    + " |");
        }
        line("");
    }

    private void steps(String heading, List<Step> steps) {
        heading(heading);
        line(labels.of("manual") + labels.fullStop());
        line("");
        Phase phase = null;
        int number = 0;
        for (Step step : steps) {
            if (step.phase() != phase) {
                phase = step.phase();
                notesOfPhase.clear();
                line("### " + labels.of("phase." + phase));
                line("");
            }
            number++;
            step(number, step);
        }
    }

    private void step(int number, Step step) {
        texts.gate(step).ifPresent(gate -> {
            line("> **" + labels.of("gate") + "** " + Quoting.sentence(gate));
            line("");
        });
        line("- [ ] **" + number + ". " + Quoting.sentence(texts.title(step)) + "** " + Quoting.code(step.id()));
        line("");
        String mark = step.rollbackClass() == RollbackClass.POINT_OF_NO_RETURN ? "**" : "";
        line("  " + labels.withColon("host") + Quoting.code(step.host()) + " · " + labels.withColon("tool")
                + Quoting.code(step.tool().program()) + " · " + mark + labels.of("rollback." + step.rollbackClass())
                + mark);
        line("");
        instructions(texts.instructions(step));
        Quoting.typed(step, locale.getLanguage().equals("zh")).ifPresent(typed -> {
            String language =
                    step.command().filter(ToolCommand.Argv.class::isInstance).isPresent() ? "sh" : "text";
            out.append(indented(Quoting.block(language, typed))).append('\n');
        });
        line("  " + labels.withColon("verify") + Quoting.sentence(texts.check(step)));
        step.verify()
                .hashes()
                .forEach(hash ->
                        line("  - " + Quoting.code(hash.file().toString()) + " sha256 " + Quoting.code(hash.sha256())));
        if (!step.verify().expected().isEmpty()) {
            line("  - " + labels.withColon("expected")
                    + String.join(
                            labels.comma(),
                            step.verify().expected().stream().map(Quoting::code).toList()));
        }
        line("");
        line("  " + labels.withColon("recovery") + Quoting.sentence(texts.recovery(step)));
        texts.note(step).filter(notesOfPhase::add).ifPresent(note -> {
            line("");
            line("  " + labels.withColon("note") + Quoting.sentence(note));
        });
        line("");
    }

    /** Prints one instruction as a paragraph, several as check boxes. */
    private void instructions(List<String> instructions) {
        for (String each : instructions) {
            line("  " + (instructions.size() > 1 ? "- [ ] " : "") + Quoting.sentence(each));
        }
        if (!instructions.isEmpty()) {
            line("");
        }
    }

    private static String indented(String block) {
        return block.lines().map(text -> "  " + text + "\n").reduce("", String::concat);
    }

    private void files() {
        heading("heading.files");
        for (FileChange change : plan.files()) {
            line("### " + Quoting.code(change.file().toString()));
            line("");
            change.copiedFrom().ifPresent(from -> {
                line(labels.of("copiedFrom") + " " + Quoting.code(from.toString()));
                line("");
            });
            out.append(Quoting.block("diff", change.diff())).append('\n');
            causes(change);
        }
    }

    private void causes(FileChange change) {
        line("| " + labels.of("cause.line") + " | " + labels.of("cause.what") + " | " + labels.of("cause.decision")
                + " |");
        line("|---:|---|---|");
        for (Provenance why : change.provenance()) {
            line("| " + why.line() + " | " + Quoting.markdown(why.what()) + " | " + Quoting.markdown(why.decision())
                    + " |");
        }
        line("");
    }

    private void signOff() {
        heading("heading.signoff");
        for (String who : List.of("planned", "reviewed", "executed")) {
            line("- " + labels.withColon("signoff." + who) + "______________________ "
                    + labels.withColon("signoff.date") + "______________");
        }
    }

    private void heading(String key) {
        line("## " + labels.of(key));
        line("");
    }

    private void labelled(String key) {
        line(labels.of(key));
        line("");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
