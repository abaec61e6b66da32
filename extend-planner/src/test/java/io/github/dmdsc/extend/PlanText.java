package io.github.dmdsc.extend;

import io.github.dmdsc.extend.NetLayout.Planning;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.Decision;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.Provenance;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The result of planning as text, with one line for each value and step, and without sentences and ids of plans. */
final class PlanText {
    /** The number of digits of a short hash. The section of files has the complete hashes. */
    private static final int SHORT = 12;

    private PlanText() {}

    static String of(Planning planning) {
        PlanResult result = planning.result();
        List<String> lines = new ArrayList<>();
        if (result instanceof PlanResult.Planned planned) {
            lines.add("planned");
            findings(lines, planned.notes());
            plan(lines, planned.plan());
            target(lines, planning.files(), planned.target());
        } else if (result instanceof PlanResult.NeedsInput open) {
            lines.add("needs input");
            findings(lines, open.notes());
            questions(lines, open.questions());
        } else if (result instanceof PlanResult.Rejected rejected) {
            lines.add("rejected");
            findings(lines, rejected.findings());
            questions(lines, rejected.questions());
        } else if (result instanceof PlanResult.AlreadyExtended there) {
            lines.add("already extended");
            findings(lines, there.notes());
        }
        return String.join("\n", lines) + "\n";
    }

    /** Adds the findings in sorted order, because findings at the same place are ordered by their sentences. */
    private static void findings(List<String> lines, List<Finding> findings) {
        findings.stream()
                .map(finding -> "%s %s at %s %s"
                        .formatted(finding.ruleId(), finding.severity(), finding.primary(), finding.related()))
                .sorted()
                .forEach(lines::add);
    }

    private static void questions(List<String> lines, List<Question> questions) {
        questions.forEach(question -> lines.add("? " + question.name()
                + question.suggestion().map(text -> " (" + text + ")").orElse("")));
    }

    private static void plan(List<String> lines, ExtendPlan plan) {
        lines.add("\ndecisions");
        plan.decisions().forEach(decision -> lines.add(line(decision)));
        lines.add("\nsteps");
        steps(lines, plan.steps());
        lines.add("\nreinitialisation");
        steps(lines, plan.reinitialise());
        lines.add("\nchanged lines");
        plan.files().forEach(change -> lines.add(line(change)));
    }

    private static String line(Decision decision) {
        return decision.name() + " = " + decision.value() + " <- "
                + decision.how().name().toLowerCase(Locale.ROOT);
    }

    private static void steps(List<String> lines, List<Step> steps) {
        List<String> above = List.of();
        for (Step step : steps) {
            boolean same = step.dependsOn().size() > 1 && step.dependsOn().equals(above);
            lines.add(line(step, same ? "as above" : String.join(" ", step.dependsOn())));
            above = step.dependsOn();
        }
    }

    private static String line(Step step, String dependsOn) {
        return String.join(
                " | ",
                step.id(),
                step.phase().name(),
                step.host(),
                words(step),
                step.gate() ? "gate" : "-",
                dependsOn.isEmpty() ? "-" : dependsOn,
                step.rollbackClass().name());
    }

    private static String words(Step step) {
        if (step.command().isPresent()) {
            return step.command().get().accept(new Said());
        }
        if (step.action() instanceof Change.WriteFile write) {
            return "write " + write.file() + " " + write.sha256().substring(0, SHORT)
                    + (write.staged().isPresent() ? " staged" : "");
        }
        if (step.action() instanceof Change.CopyDirectory copy) {
            return "copy " + copy.from() + " to " + copy.to() + " except " + copy.except();
        }
        if (step.action() instanceof Control.AwaitStart wait) {
            return "await %s %d %d".formatted(step.tool().program(), wait.intervalSeconds(), wait.timeoutSeconds());
        }
        return "person";
    }

    private record Said() implements ToolCommand.Visitor<String> {
        @Override
        public String argv(ToolCommand.Argv run) {
            return called(run) + (run.background() ? " &" : "");
        }

        @Override
        public String toolScript(ToolCommand.ToolScript script) {
            return called(script) + " < " + String.join("; ", script.lines());
        }

        @Override
        public String sql(ToolCommand.Sql sql) {
            return called(sql) + " < conn " + sql.login() + "; " + sql.statement();
        }

        @Override
        public String console(ToolCommand.Console console) {
            return called(console) + " < " + String.join("; ", console.lines());
        }
    }

    private static String called(ToolCommand words) {
        return words.directory()
                        .map(each -> "cd " + quoted(List.of(each)) + " && ")
                        .orElse("")
                + quoted(words.argv());
    }

    private static String quoted(List<String> argv) {
        return argv.stream()
                .map(word -> word.isEmpty() || word.contains(" ") ? "'" + word + "'" : word)
                .collect(Collectors.joining(" "));
    }

    private static String line(FileChange change) {
        return change.file()
                + change.copiedFrom().map(from -> " from " + from).orElse("")
                + change.provenance().stream().map(PlanText::reason).collect(Collectors.joining(", ", ": ", ""));
    }

    private static String reason(Provenance line) {
        return line.line() + " " + line.what() + " " + line.decision();
    }

    private static void target(List<String> lines, ClusterFiles base, ClusterFiles target) {
        lines.add("\nfiles");
        int same = 0;
        for (FileId file : target.ids()) {
            byte[] bytes = target.bytes(file);
            if (base.find(file).filter(before -> Arrays.equals(before, bytes)).isPresent()) {
                same++;
            } else {
                lines.add(file + " " + Hashes.sha256(bytes));
            }
        }
        lines.add(same + " unchanged");
    }
}
