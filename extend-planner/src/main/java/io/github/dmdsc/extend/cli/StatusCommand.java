package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.extend.render.Reports;
import io.github.dmdsc.extend.render.StepsText;
import io.github.dmdsc.extend.run.JournalEntry;
import io.github.dmdsc.extend.run.Observed;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.run.Replan;
import io.github.dmdsc.extend.run.Run;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.extend.state.ClusterState;
import io.github.dmdsc.extend.state.ToolOutput;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Shows what of a plan is done, what is left, and the ways back: by its journal, and by the files of"
                        + " the cluster where they are given.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is shown",
            "1:files have changed under way, or are another cluster's",
            "2:the command line or the input cannot be read"
        })
final class StatusCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "<plan-dir>", description = "The directory of the plan, or its plan.json.")
    private Path planFile;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "<cluster-dir>",
            description = "The cluster's files as they are now.")
    private @Nullable Path directory;

    @Mixin
    private JournalOption journal = new JournalOption();

    @Option(
            names = "--failed",
            paramLabel = "<step>",
            description = "Show the ways from this step: its id, the start of the id, or its number.")
    private @Nullable String failed;

    @Option(
            names = "--done",
            paramLabel = "<step>",
            split = ",",
            description = "A step that was done without a journal.")
    private List<String> done = List.of();

    @Option(
            names = "--shown",
            paramLabel = "<tool>=<file>",
            converter = Shown.Converter.class,
            description = "What a tool printed: dmcssm, disql, dmasmcmd, dmasmcmdm, dmctlcvt, dmasmtool or dmasmtoolm."
                    + " May be repeated, in the order in which it was printed.")
    private List<Shown> shown = List.of();

    @Mixin
    private FormatOption format = new FormatOption();

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets all of them before it calls
    StatusCommand() {}

    /**
     * What is shown.
     *
     * @param status how far the plan is; absent where the files do not fit it
     * @param begun whether anything shows that it was begun
     * @param from the step that the ways lead on and back from
     * @param findings what does not fit together
     */
    private record View(Optional<Status> status, boolean begun, Optional<Step> from, List<Finding> findings) {}

    @Override
    public Integer call() {
        Printer printer = main.printer(
                format.json() ? spec.commandLine().getErr() : spec.commandLine().getOut());
        List<Finding> findings = new ArrayList<>();
        Optional<ExtendPlan> read = PlanInput.plan(planFile, findings);
        List<String> named = new ArrayList<>(done);
        Optional.ofNullable(failed).ifPresent(named::add);
        List<String> steps = read.map(plan -> PlanInput.ids(spec, plan, named)).orElse(List.of());
        Optional<ClusterFiles> files = Optional.ofNullable(directory).map(path -> {
            Read<ClusterFiles> reading = ClusterInput.read(path);
            findings.addAll(reading.findings());
            return reading.value();
        });
        List<JournalEntry> entries = read.map(plan -> JournalFile.read(plan, journal.file(planFile)))
                .map(kept -> {
                    findings.addAll(kept.findings());
                    return kept.value();
                })
                .orElse(List.of());
        List<ToolOutput> outputs = shown.stream()
                .flatMap(each -> InputFile.read(each.file(), findings).stream()
                        .map(text -> ToolOutput.of(each.tool(), each.file().toString(), text)))
                .toList();
        printer.findings(findings);
        if (read.isEmpty() || Printer.hasErrors(findings)) {
            return Main.UNREADABLE;
        }
        Read<ClusterState> state = ClusterState.read(outputs);
        printer.findings(state.findings());
        Set<String> known = new LinkedHashSet<>(steps.subList(0, done.size()));
        Status kept = Run.of(read.get(), entries).status();
        kept.done().forEach(step -> known.add(step.id()));
        Optional<String> at = Optional.ofNullable(failed).map(step -> steps.get(done.size()));
        ClusterFiles now = files.orElseGet(ClusterFiles::empty);
        View view = files.isEmpty() && at.isEmpty()
                ? new View(Optional.of(kept), !entries.isEmpty(), from(read.get(), kept), List.of())
                : view(
                        read.get(),
                        at,
                        kept,
                        Observed.of(now).with(state.value()).withDone(known));
        if (format.json()) {
            spec.commandLine().getOut().println(PlanJson.text(json(read.get(), view, now)));
        } else {
            text(read.get(), view, now, printer.over(now));
        }
        return Printer.hasErrors(view.findings()) ? Main.FINDINGS : Main.OK;
    }

    /** The step that the ways of a status lead on and back from: the first that is open, else the last that is done. */
    private static Optional<Step> from(ExtendPlan plan, Status status) {
        return status.open().stream()
                .findFirst()
                .or(status::next)
                .or(() -> plan.steps().stream().reduce((first, second) -> second));
    }

    private static View view(ExtendPlan plan, Optional<String> failed, Status kept, Observed observed) {
        return Replan.replan(plan, observed).accept(new Replan.Visitor<>() {
            @Override
            public View remaining(Replan.Remaining result) {
                List<Step> done = plan.steps().stream()
                        .filter(step -> !result.steps().contains(step))
                        .toList();
                Status known = new Status(
                        done,
                        result.uncertain(),
                        result.steps(),
                        result.steps().stream().findFirst(),
                        List.of());
                Optional<Step> open = failed.flatMap(id -> plan.steps().stream()
                                .filter(step -> step.id().equals(id))
                                .findFirst())
                        .or(() -> kept.open().stream()
                                .filter(result.steps()::contains)
                                .findFirst())
                        .or(() -> result.uncertain().stream().findFirst().filter(step -> result.begun()));
                Optional<Step> from = open.or(() -> from(plan, known));
                List<Recovery.Way> ways = from
                        .filter(step -> result.begun() || failed.isPresent())
                        .map(step -> Recovery.recover(plan, step.id(), observed).ways())
                        .orElse(List.of())
                        .stream()
                        .filter(way -> open.isPresent() || isBack(way))
                        .toList();
                return new View(
                        Optional.of(new Status(done, result.uncertain(), result.steps(), known.next(), ways)),
                        result.begun(),
                        from,
                        result.findings());
            }

            @Override
            public View alreadyExtended(Replan.AlreadyExtended result) {
                return new View(
                        Optional.of(new Status(plan.steps(), List.of(), List.of(), Optional.empty(), List.of())),
                        true,
                        Optional.empty(),
                        List.of());
            }

            @Override
            public View refused(Replan.Refused result) {
                return new View(Optional.empty(), true, Optional.empty(), result.findings());
            }
        });
    }

    private static boolean isBack(Recovery.Way way) {
        return way.kind() == Recovery.Kind.UNDO || way.kind() == Recovery.Kind.REINITIALISE;
    }

    private void text(ExtendPlan plan, View view, ClusterFiles now, Printer printer) {
        PrintWriter out = printer.out();
        ChangedLines changed = changed(plan);
        for (Finding finding : view.findings()) {
            printer.findings(List.of(finding));
            changed.of(finding, now).forEach(line -> out.println("    " + line));
        }
        if (view.status().isEmpty()) {
            return;
        }
        Status status = view.status().get();
        if (failed == null) {
            if (status.left().isEmpty()) {
                out.println(new Words(main.locale()).of("already-extended"));
            } else {
                out.print(StepsText.of(plan, status, view.begun(), main.locale()));
            }
        }
        view.from()
                .filter(step -> !status.ways().isEmpty())
                .ifPresent(step ->
                        out.print(StepsText.of(plan, new Recovery(step, status.ways(), List.of()), main.locale())));
        out.flush();
    }

    private Map<String, Object> json(ExtendPlan plan, View view, ClusterFiles now) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("formatVersion", Reports.FORMAT_VERSION);
        json.put("planId", plan.planId());
        view.status().ifPresent(status -> {
            json.put("begun", view.begun());
            json.put("done", ids(status.done()));
            json.put("left", ids(status.left()));
            json.put("uncertain", view.begun() ? ids(status.open()) : List.of());
            status.next().ifPresent(step -> json.put("next", step.id()));
            json.put("ways", status.ways());
        });
        json.put("findings", Flags.in(view.findings()));
        ChangedLines changed = changed(plan);
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (Finding finding : view.findings()) {
            List<String> differing = changed.of(finding, now);
            if (!differing.isEmpty()) {
                lines.put(finding.primary().toString(), differing);
            }
        }
        json.put("changed", lines);
        return json;
    }

    private static List<String> ids(List<Step> steps) {
        return steps.stream().map(Step::id).toList();
    }

    private ChangedLines changed(ExtendPlan plan) {
        return new ChangedLines(plan, PlanInput.directory(planFile));
    }
}
